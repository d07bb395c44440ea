import { expect, it } from "vitest";
import { tellAgainstBaseline } from "../../src/words/index.ts";

const row = (name: string, changed: number, baseline: number) => ({ name, changed: [changed], baseline: [baseline] });

it("tells what is higher and lower, in the order given, and names what is as good as the same", () => {
  const shares = [row("Participation", 0.38, 0.416), row("Settled", 0.799, 0.801), row("Formal coverage", 0.5, 0.3)];
  expect(tellAgainstBaseline("en", 1, shares)).toBe(
    "Week 1, changed against baseline: Participation 4 points lower; Formal coverage 20 points higher; less than a point apart: Settled",
  );
  expect(tellAgainstBaseline("zh", 1, shares)).toBe(
    "第 1 周，变更后与基准相比：Participation 低 4 个百分点；Formal coverage 高 20 个百分点；相差不足 1 个百分点：Settled",
  );
});

it("says that nothing differs where nothing does, takes the last value of a measure of every fourth week, and leaves out what has none", () => {
  const shares = [
    { name: "A", changed: [0.2, Number.NaN, Number.NaN], baseline: [0.2, Number.NaN, Number.NaN] },
    { name: "B", changed: [], baseline: [] },
  ];
  expect(tellAgainstBaseline("en", 3, shares)).toBe("Week 3, changed against baseline: less than a point apart: A");
});
