import { describe, expect, it } from "vitest";
import { tellArms, tellFactors } from "../../src/words/index.ts";

const arms = { name: "Participation", first: "programme on", second: "programme off", unit: "points", least: 0.5 };
const zh = { ...arms, name: "参与率", first: "党建开启", second: "党建关闭", unit: "个百分点" };
const [none, endless] = [
  { mean: 0.1, low: -0.1, high: 0.3 },
  { mean: 0, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
];

describe("what an experiment says of two arms", () => {
  it.each([
    [
      "higher",
      { mean: 5.04, low: 4.4, high: 5.8 },
      "Participation is higher with “programme on” than with “programme off”: by 5.0 points (4.4 to 5.8)",
      "“党建开启”的参与率高于“党建关闭”：高 5.0 个百分点（4.4 至 5.8）",
    ],
    [
      "lower",
      { mean: -5.04, low: -5.8, high: -4.4 },
      "Participation is lower with “programme on” than with “programme off”: by 5.0 points (4.4 to 5.8)",
      "“党建开启”的参与率低于“党建关闭”：低 5.0 个百分点（4.4 至 5.8）",
    ],
    [
      "higherLittle",
      { mean: 0.2, low: 0.1, high: 0.3 },
      "Participation is higher with “programme on” than with “programme off”, by less than would matter: 0.20 points (0.10 to 0.30)",
      "“党建开启”的参与率高于“党建关闭”，但幅度过小：0.20 个百分点（0.10 至 0.30）",
    ],
    [
      "lowerLittle",
      { mean: -0.2, low: -0.3, high: -0.1 },
      "Participation is lower with “programme on” than with “programme off”, by less than would matter: 0.20 points (0.10 to 0.30)",
      "“党建开启”的参与率低于“党建关闭”，但幅度过小：0.20 个百分点（0.10 至 0.30）",
    ],
    [
      "none",
      none,
      "Participation differs by less than 0.5 points between “programme on” and “programme off”",
      "“党建开启”与“党建关闭”的参与率相差不足 0.5 个百分点",
    ],
    ["same", endless, "Participation is the same with “programme on” and “programme off”", "“党建开启”与“党建关闭”的参与率相同"],
    [
      "given",
      { ...endless, mean: 3 },
      "Participation always differs by +3.0 points between “programme on” and “programme off”: the arms themselves set it",
      "“党建开启”与“党建关闭”的参与率始终相差 +3.0 个百分点，由实验组本身决定",
    ],
    [
      "cannotTell",
      { mean: 0.4, low: -1.2, high: 2 },
      "Cannot tell yet whether Participation differs between “programme on” and “programme off”: +0.4 points (−1.2 to +2.0)",
      "尚不能判断“党建开启”与“党建关闭”的参与率有无差别：+0.4 个百分点（−1.2 至 +2.0）",
    ],
    [
      "tooEarly",
      none,
      "Too early to say whether Participation differs between “programme on” and “programme off”",
      "判断“党建开启”与“党建关闭”的参与率有无差别，为时尚早",
    ],
  ])("is a sentence in both languages: %s", (verdict, of, en, chinese) => {
    expect(tellArms("en", { ...arms, ...of, verdict })).toBe(en);
    expect(tellArms("zh", { ...zh, ...of, verdict })).toBe(chinese);
  });
});

describe("what an experiment says of its factors", () => {
  const rigidity = { factor: "Rigidity", mean: -8.3, low: -9.1, high: -7.5, from: "0", to: "1" };
  const staff = { factor: "Staff", mean: 2, low: 1, high: 3, from: "1", to: "4" };
  const said = (kind: "effect" | "muStar" | "total", factors: Parameters<typeof tellFactors>[3], unit?: [en: string, zh: string]) => [
    tellFactors("en", kind, "Participation", factors, unit?.[0]),
    tellFactors("zh", kind, "参与率", factors, unit?.[1]),
  ];
  const points: [string, string] = ["points", "个百分点"];

  it("names the one that moves the outcome most, from where to where", () => {
    expect(said("effect", [staff, rigidity], points)).toEqual([
      "Rigidity moves Participation most: by −8.3 points (−9.1 to −7.5) from 0 to 1",
      "Rigidity 对参与率影响最大：由 0 到 1，变化 −8.3 个百分点（−9.1 至 −7.5）",
    ]);
    expect(said("effect", [rigidity], points)[0]).toBe("Rigidity moves Participation: by −8.3 points (−9.1 to −7.5) from 0 to 1");
  });

  it("names two where it cannot be told which counts more, and none where none is seen", () => {
    expect(said("effect", [rigidity, { ...staff, mean: 7.6, low: 6, high: 9 }], points)).toEqual([
      "Rigidity and Staff move Participation most; which of them more cannot be told",
      "Rigidity 与 Staff 对参与率影响最大，尚不能判断孰大",
    ]);
    expect(
      said(
        "effect",
        [
          { ...staff, low: -1 },
          { ...rigidity, mean: Number.NaN },
        ],
        points,
      ),
    ).toEqual(["No factor is seen to move Participation", "尚未见有因子影响参与率"]);
  });

  it("says sizes of elementary effects without a sign, and shares of the variance in percent", () => {
    expect(
      said(
        "muStar",
        [
          { factor: "Rigidity", mean: 4.2, low: 3.1, high: 5.6 },
          { factor: "Staff", mean: 1, low: 0.5, high: 2 },
        ],
        points,
      ),
    ).toEqual([
      "Rigidity moves Participation most: by 4.2 points (3.1 to 5.6) on average, across its range",
      "Rigidity 对参与率影响最大：跨越全区间平均改变 4.2 个百分点（3.1 至 5.6）",
    ]);
    expect(
      said("total", [
        { factor: "Rigidity", mean: 0.62, low: 0.5, high: 0.74 },
        { factor: "Staff", mean: 0.3, low: 0.2, high: 0.4 },
      ]),
    ).toEqual([
      "Rigidity counts most in how Participation varies: 62% of the variance (50% to 74%)",
      "参与率的变化中 Rigidity 作用最大：占方差 62%（50% 至 74%）",
    ]);
  });
});
