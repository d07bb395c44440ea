import { expect, it } from "vitest";
import { differenceUnit, tellHeadline, tellVerdict } from "../../src/words/index.ts";

const judged = (verdict: string, mean: number, low: number, high: number) => ({ verdict, mean, low, high, count: 12, least: 0.5, more: 5 });

it.each([
  [
    "higher",
    5.04,
    4.9,
    5.2,
    "Participation is higher with the change: 5.0 points (4.9 to 5.2), 12 pairs.",
    "参与率因变更升高 5.0 个百分点（4.9 至 5.2），12 对。",
  ],
  [
    "lower",
    -5.4,
    -5.5,
    -5.2,
    "Participation is lower with the change: 5.4 points (5.2 to 5.5), 12 pairs.",
    "参与率因变更降低 5.4 个百分点（5.2 至 5.5），12 对。",
  ],
  [
    "higherLittle",
    0.2,
    0.1,
    0.31,
    "Participation is higher by less than would matter: 0.20 points (0.10 to 0.31), 12 pairs.",
    "参与率升高 0.20 个百分点（0.10 至 0.31），幅度过小，12 对。",
  ],
  [
    "lowerLittle",
    -0.2,
    -0.31,
    -0.1,
    "Participation is lower by less than would matter: 0.20 points (0.10 to 0.31), 12 pairs.",
    "参与率降低 0.20 个百分点（0.10 至 0.31），幅度过小，12 对。",
  ],
  ["none", 0.1, -0.1, 0.3, "Participation: no difference of 0.5 points or more, 12 pairs.", "参与率：差异不足 0.5 个百分点，12 对。"],
  [
    "cannotTell",
    1.9,
    -0.3,
    4.1,
    "Participation: cannot tell yet after 12 pairs; about 5 more might.",
    "参与率：12 对之后尚不能判断；再运行约 5 对或可判断。",
  ],
  [
    "same",
    0,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    "Participation does not change: both runs came out the same in all 12 pairs.",
    "参与率不变：12 对中每对的两次运行结果相同。",
  ],
  [
    "given",
    -5,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    "Participation differs by −5.0 points in all 12 pairs: the change itself sets it.",
    "参与率在全部 12 对中均相差 −5.0 个百分点，由变更本身决定。",
  ],
  ["tooEarly", 1, 0, 2, "Participation: too early to say, 12 pairs.", "参与率：为时尚早，仅 12 对。"],
])("a verdict is a sentence in both languages: %s", (verdict, mean, low, high, en, zh) => {
  expect(tellHeadline("en", "Participation", judged(verdict, mean, low, high))).toBe(en);
  expect(tellHeadline("zh", "参与率", judged(verdict, mean, low, high))).toBe(zh);
  expect(tellVerdict("en", judged(verdict, mean, low, high))).not.toMatch(/\{\{/);
});

it("one pair is one pair, and a guess of thousands has two figures", () => {
  const early = { ...judged("tooEarly", 1, 0, 2), count: 1 };
  expect(tellHeadline("en", "Participation", early)).toBe("Participation: too early to say, 1 pair.");
  expect(tellHeadline("zh", "参与率", early)).toBe("参与率：为时尚早，仅 1 对。");
  const open = judged("cannotTell", 1.9, -0.3, 4.1);
  expect(tellVerdict("en", { ...open, more: 1 })).toBe("Cannot tell yet; one more pair might");
  expect(tellVerdict("en", { ...open, more: 6080, count: 1 })).toBe("Cannot tell yet; about 6,100 more pairs might");
  expect(tellVerdict("zh", { ...open, more: 6080 })).toBe("尚不能判断；再运行约 6,100 对或可判断");
});

it("a verdict is in the unit of its measure: shares and what runs from 0 to 1 in points, others in their own", () => {
  expect(differenceUnit("en", "share of adults")).toEqual({ factor: 100, unit: "points" });
  expect(differenceUnit("zh", "0-1")).toEqual({ factor: 100, unit: "个百分点" });
  expect(differenceUnit("en", "hours a year")).toEqual({ factor: 1, unit: "hours a year" });
  const none = { ...judged("none", 0, -0.05, 0.05), least: 0.1 };
  expect(tellVerdict("en", { ...none, unit: "hours a year" })).toBe("No difference of 0.1 hours a year or more");
  expect(tellVerdict("zh", { ...none, unit: "小时/年" })).toBe("差异不足 0.1 小时/年");
});
