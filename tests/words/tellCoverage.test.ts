import { expect, it } from "vitest";
import { tellCoverage } from "../../src/words/index.ts";

it("counts what lies in its band, of what was fitted and of what was held out, if anything was", () => {
  const one = (inside: boolean, heldOut: boolean) => ({ inside, heldOut });
  expect(tellCoverage("en", [one(true, false), one(false, false), one(true, true)])).toEqual([
    "1 of 2 fitted observations lie in their 90% bands.",
    "1 of 1 held-out observations lie in their 90% bands.",
  ]);
  expect(tellCoverage("zh", [one(true, false)])).toEqual(["1 个参与拟合的观测值中有 1 个落在 90% 预测带内。"]);
});
