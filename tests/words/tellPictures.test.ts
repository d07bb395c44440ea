import { describe, expect, it } from "vitest";
import { tellCohorts, tellFlows, tellMoves, tellPeople, tellPlaces, tellReports, tellStates, tellTenth } from "../../src/words/index.ts";
import type { Language } from "../../src/words/say.ts";

const both = (tell: (language: Language) => string | undefined) => (["en", "zh"] as const).map(tell);
const none = [undefined, undefined];

describe("the title of places", () => {
  const places = (values: readonly number[], share = true) =>
    both((language) =>
      tellPlaces(language, {
        measure: language === "en" ? "participation" : "参与率",
        share,
        places: values.map((value, k) => ({ value, name: language === "en" ? `Community ${k + 1}` : `社区 ${k + 1}` })),
      }),
    );
  it("names where a measure is least and most", () => {
    expect(places([0.3, 0.12, 0.45, Number.NaN])).toEqual([
      "Participation: from 12% in Community 2 to 45% in Community 3",
      "参与率：从社区 2 的 12% 到社区 3 的 45%",
    ]);
    expect(places([0, 12.34, 120], false)[0]).toBe("Participation: from 0 in Community 1 to 120 in Community 3");
  });
  it("says so where places differ by less than a point, where there is one, and nothing where there is none", () => {
    expect(places([0.3, 0.305])).toEqual(["Participation: about 31% everywhere", "参与率：各处均约 31%"]);
    expect(places([0, 0])[0]).toBe("Participation: about 0% everywhere");
    expect(places([0.3])).toEqual(["Participation: 30% in Community 1", "参与率：社区 1 为 30%"]);
    expect(places([])).toEqual(none);
    expect(places([Number.NaN])).toEqual(none);
  });
  it("writes differences with their sign, of shares in points", () => {
    const differences = (values: readonly number[], share: boolean) =>
      both((language) =>
        tellPlaces(language, { measure: "x", share, difference: true, places: values.map((value, k) => ({ value, name: `P${k}` })) }),
      );
    expect(differences([-0.02, 0.01, 0], true)).toEqual([
      "X: from −2 points in P0 to +1 point in P1",
      "X：从 P0 的 −2 个百分点到 P1 的 +1 个百分点",
    ]);
    expect(differences([0, 0], true)[0]).toBe("X: about 0 points everywhere");
    expect(differences([-3, 0.5], false)[0]).toBe("X: from −3 in P0 to +0.5 in P1");
  });
});

it("the title of communities by age names the groups with least and most", () => {
  const group = (name: string, age: string, value: number) => ({ name, age, value });
  const groups = [group("A", "20–24", 0.1), group("B", "60–64", 0.6), group("B", "0–4", Number.NaN)];
  expect(both((language) => tellCohorts(language, { measure: "motivation", groups }))).toEqual([
    "Motivation: highest at ages 60–64 in B (60%), lowest at ages 20–24 in A (10%)",
    "Motivation：最高为 B 60–64 岁（60%），最低为 A 20–24 岁（10%）",
  ]);
  expect(tellCohorts("en", { measure: "motivation", groups: [groups[0], { ...groups[1], value: 0.1 }] })).toBe(
    "Motivation: about 10% everywhere",
  );
  expect(tellCohorts("en", { measure: "motivation", groups: [] })).toBeUndefined();
});

it("the title of flows names the largest, and how much of all it is", () => {
  const flows = (amounts: readonly number[]) =>
    both((language) =>
      tellFlows(language, { resource: "money", from: 53, to: 104, sources: ["A", "B"], targets: ["C", "D", "E"], amounts }),
    );
  expect(flows([1, 0, 0, 0, 2, 1])).toEqual([
    "Money, weeks 53–104: the largest flow, 50% of all, ran from “B” to “D”",
    "Money，第 53–104 周：最大流向为“B”到“D”，占 50%",
  ]);
  expect(flows([0, 0, 3, 0, 0, 0])).toEqual([
    "Money, weeks 53–104: all of it ran from “A” to “E”",
    "Money，第 53–104 周：全部由“A”流向“E”",
  ]);
  expect(flows([0, 0, 0, 0, 0, 0])).toEqual(["Money, weeks 53–104: nothing moved", "Money，第 53–104 周：没有流动"]);
});

describe("the titles of matters", () => {
  it("count those that are open, and say where most of them are", () => {
    const open = [
      { state: "raised", count: 40 },
      { state: "in progress", count: 120 },
    ];
    expect(both((language) => tellStates(language, 104, open))).toEqual([
      "In week 104, 160 matters are open; most of them (120) are at “in progress”",
      "第 104 周，未结事项 160 件，其中“in progress”最多，为 120 件",
    ]);
    expect(both((language) => tellStates(language, 104, [{ state: "raised", count: 0 }]))).toEqual([
      "In week 104, no matter is open",
      "第 104 周，没有未结事项",
    ]);
    expect(both((language) => tellStates(language, 0, open))).toEqual(none);
  });
  it("count what was raised, settled and came back in a window", () => {
    const moved = { from: 53, to: 104, raised: 400, settled: 350, reopened: 34, all: 3000 };
    expect(both((language) => tellMoves(language, moved))).toEqual([
      "In weeks 53–104, 400 matters were raised, 350 settled and 34 reopened",
      "第 53–104 周，提出事项 400 件，解决 350 件，重新提出 34 件",
    ]);
    expect(both((language) => tellMoves(language, { from: 1, to: 1, raised: 0, settled: 0, reopened: 0, all: 0 }))).toEqual([
      "In weeks 1–1, no matter changed its state",
      "第 1–1 周，没有事项改变状态",
    ]);
    expect(tellMoves("en", { ...moved, from: 1, to: 0 })).toBeUndefined();
  });
});

it("the title of reports counts organizations whose branch reports more than it does, over all forms", () => {
  // Two forms, two steps: [form][reported][true].
  const counts = [5, 0, 3, 2, /* */ 1, 4, 2, 0];
  expect(both((language) => tellReports(language, 9, counts, 2))).toEqual([
    "In week 9, the branches of 5 of 17 covered organizations report more activity than they hold",
    "第 9 周，17 个已覆盖组织中，5 个组织的支部上报活动多于实际",
  ]);
  expect(tellReports("en", 9, new Array(8).fill(0), 2)).toBe("In week 9, no organization is covered");
  expect(tellReports("en", 9, [], 2)).toBeUndefined();
});

it("the title of a distribution says what the tenth at the top has", () => {
  const points = Array.from({ length: 101 }, (_, k) => (k / 100) ** 2);
  expect(both((language) => tellTenth(language, "hours", points))).toEqual([
    "Of those who gave, the tenth who gave most gave 19% of the hours",
    "有付出的居民中，付出最多的一成占全部小时的 19%",
  ]);
  expect(both((language) => tellTenth(language, "money", points))).toEqual([
    "The tenth of organizations with the highest income received 19% of it",
    "收入最高的一成社会组织获得全部收入的 19%",
  ]);
  expect(tellTenth("en", "hours", new Array(101).fill(Number.NaN))).toBeUndefined();
  expect(tellTenth("en", "hours", [])).toBeUndefined();
});

describe("the title of the residents of a community", () => {
  const seen = {
    name: "B",
    week: 9,
    participation: [0, 1, 2, 3, 3],
    member: [0, 1, 0, 0, 0],
    awareness: [3, 0, 1, 2, 0],
    motivation: [1, 0.2, 0.4, 0.6, 0.4],
  };
  it("counts by what they are coloured by, children apart", () => {
    expect(both((language) => tellPeople(language, "participation", seen))).toEqual([
      "In week 9, 3 of 4 adults in B took part, 2 of them as volunteers",
      "第 9 周，B 的 4 位成年人中 3 位参与，其中 2 位参与志愿服务",
    ]);
    expect(both((language) => tellPeople(language, "member", seen))).toEqual([
      "In week 9, 1 of 5 residents of B are party members",
      "第 9 周，B 的 5 位居民中 1 位为党员",
    ]);
    expect(both((language) => tellPeople(language, "awareness", seen))).toEqual([
      "In week 9, 2 of 4 adults in B know the policies",
      "第 9 周，B 的 4 位成年人中 2 位知晓政策",
    ]);
    expect(both((language) => tellPeople(language, "motivation", seen))).toEqual([
      "In week 9, mean motivation of the adults in B is 40%",
      "第 9 周，B 成年人的平均动机为 40%",
    ]);
  });
  it("has no sentence where nobody lives, or nobody grown up", () => {
    const empty = { ...seen, participation: [], member: [], awareness: [], motivation: [] };
    expect(tellPeople("en", "participation", empty)).toBeUndefined();
    expect(tellPeople("en", "motivation", { ...seen, participation: [0, 0, 0, 0, 0] })).toBeUndefined();
  });
});
