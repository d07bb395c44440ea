import { expect, it } from "vitest";
import { say } from "../../src/words/index.ts";

it("counts one thing as one, in the facts of a plan", () => {
  const facts = (count: number) => ({ runs: count, points: count, arms: count, replicates: count, weeks: count });
  expect(say("en", "planFacts", facts(1))).toBe("1 run: 1 point × 1 arm × 1 replicate, 1 week each");
  expect(say("en", "planFacts", facts(24))).toBe("24 runs: 24 points × 24 arms × 24 replicates, 24 weeks each");
  expect(say("zh", "planFacts", facts(1))).toBe("1 次运行：1 个设计点 × 1 个实验组 × 1 次重复，每次 1 周");
});
