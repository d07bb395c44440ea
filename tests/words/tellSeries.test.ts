import { describe, expect, it } from "vitest";
import { type SeriesChart, tellSeries } from "../../src/words/index.ts";

/** Weeks 1 to `weeks` of some measures; others have none. */
const told = (chart: SeriesChart, week: number, values: Record<string, (week: number) => number>, weeks = week) => {
  const series = (measure: string) => Array.from({ length: measure in values ? weeks : 0 }, (_, k) => values[measure](k + 1));
  return (["en", "zh"] as const).map((language) => tellSeries(language, chart, week, series));
};
const constant = (value: number) => () => value;
const participation = (week: number, share: (week: number) => number) => told("participation", week, { participation_rate: share });

describe("the title of participation", () => {
  it("compares a week with that of a year before, and in the first year with the first week", () => {
    expect(participation(104, (week) => (week < 60 ? 0.36 : 0.34))).toEqual([
      "In week 104, 34% of adults took part, 2 points fewer than a year before",
      "第 104 周，34% 的成年人参与，比一年前低 2 个百分点",
    ]);
    expect(participation(52, (week) => week / 100)).toEqual([
      "In week 52, 52% of adults took part, 51 points more than in week 1",
      "第 52 周，52% 的成年人参与，比第 1 周高 51 个百分点",
    ]);
    expect(participation(53, (week) => (week === 1 ? 0.2 : 0.21))[0]).toBe(
      "In week 53, 21% of adults took part, 1 point more than a year before",
    );
  });

  it("has nothing to compare the first week with, and no sentence before it or without a value", () => {
    expect(participation(1, constant(0.05))).toEqual(["In week 1, 5% of adults took part", "第 1 周，5% 的成年人参与"]);
    expect(participation(0, constant(0.05))).toEqual([undefined, undefined]);
    expect(participation(3, constant(Number.NaN))).toEqual([undefined, undefined]);
    expect(told("participation", 3, {})).toEqual([undefined, undefined]);
  });

  it("calls less than a point about as many, and tells none, hardly any and nearly all apart", () => {
    expect(participation(60, (week) => (week < 20 ? 0.34 : 0.349))).toEqual([
      "In week 60, 35% of adults took part, about as many as a year before",
      "第 60 周，35% 的成年人参与，与一年前大致相同",
    ]);
    expect(participation(60, constant(0))).toEqual(["In week 60, no adult took part", "第 60 周，没有成年人参与"]);
    expect(participation(1, constant(0.004))[0]).toBe("In week 1, 0.4% of adults took part");
    expect(participation(1, constant(0.0002))).toEqual(["In week 1, under 0.1% of adults took part", "第 1 周，不足 0.1% 的成年人参与"]);
    expect(participation(1, constant(0.9999))[0]).toBe("In week 1, 99.9% of adults took part");
    expect(participation(1, constant(1))[0]).toBe("In week 1, 100% of adults took part");
  });

  it("is that of the week shown, not of the last one", () => {
    expect(told("participation", 2, { participation_rate: (week) => week / 10 }, 9)[0]).toBe(
      "In week 2, 20% of adults took part, 10 points more than in week 1",
    );
  });
});

describe("titles of other measures", () => {
  it("set recorded beside actual", () => {
    expect(told("settlement", 104, { settlement_rate_recorded: constant(0.95), settlement_rate_true: constant(0.78) })).toEqual([
      "In week 104, 95% of matters that ended were recorded as closed; 78% were settled",
      "第 104 周，终结事项的办结率为 95%，解决率（实际）为 78%",
    ]);
    expect(told("settlement", 104, { settlement_rate_recorded: constant(0.78), settlement_rate_true: constant(0.785) })).toEqual([
      "In week 104, 78% of matters that ended were recorded as closed, and about as many were settled",
      "第 104 周，终结事项的办结率为 78%，解决率（实际）大致相同",
    ]);
    expect(told("settlement", 1, { settlement_rate_recorded: constant(Number.NaN) })[0]).toBeUndefined();
  });

  it("set formal beside functional coverage", () => {
    expect(told("coverage", 104, { coverage_formal: constant(0.33), coverage_functional: constant(0) })).toEqual([
      "In week 104, branches cover 33% of organizations; in 0% the branch functions",
      "第 104 周，有形覆盖率为 33%，有效覆盖率为 0%",
    ]);
    expect(told("coverage", 1, { coverage_formal: constant(0), coverage_functional: constant(0) })).toEqual([
      "In week 1, no organization is covered",
      "第 1 周，没有已覆盖的社会组织",
    ]);
  });

  it("tell of needs and time, and of what adults know", () => {
    expect(told("resources", 9, { matched_share: constant(0.6), idle_share: constant(0.2) })).toEqual([
      "In week 9, 60% of needs were matched, and 20% of the time on offer was unused",
      "第 9 周，需求匹配率为 60%，服务时间闲置率为 20%",
    ]);
    expect(told("awareness", 9, { awareness_knows: constant(0.6), awareness_supports: constant(0.2) })).toEqual([
      "In week 9, 60% of adults know the policies and 20% support them",
      "第 9 周，60% 的成年人知晓政策，20% 支持政策",
    ]);
    expect(told("awareness", 9, { awareness_knows: constant(0), awareness_supports: constant(0) })).toEqual([
      "In week 9, no adult knows the policies",
      "第 9 周，没有成年人知晓政策",
    ]);
  });

  it("name the attitude that differs most, or say that none does", () => {
    const still = { motivation_mean: constant(0.4), fatigue_mean: constant(0.03), satisfaction_mean: constant(0.6) };
    const falling = { ...still, trust_community: (week: number) => (week <= 52 ? 0.52 : 0.47) };
    expect(told("residents", 104, falling)).toEqual([
      "Among residents’ attitudes, trust in the community differs most from a year before: 52% → 47% in week 104",
      "居民状态中，对社区的信任与一年前相差最大：第 104 周由 52% 变为 47%",
    ]);
    const calm = { ...still, trust_community: constant(0.5) };
    expect(told("residents", 20, calm)).toEqual([
      "In week 20, residents’ attitudes are about as they were in week 1",
      "第 20 周，居民状态与第 1 周大致相同",
    ]);
    expect(told("residents", 1, calm)).toEqual([
      "In week 1, mean motivation is 40% and mean fatigue 3%",
      "第 1 周，平均动机为 40%，平均疲劳为 3%",
    ]);
  });

  it("count with the least tenth that matters, and take the last of measures that come every fourth week", () => {
    const growing = (by: number) => ({ orgs_alive: (week: number) => (week <= 52 ? 130 : 130 + by) });
    expect(told("organizations", 104, growing(14))).toEqual([
      "In week 104, 144 organizations operate, 14 more than a year before",
      "第 104 周，存续社会组织 144 个，比一年前多 14",
    ]);
    expect(told("organizations", 104, growing(-12))).toEqual([
      "In week 104, 118 organizations operate, about as many as a year before",
      "第 104 周，存续社会组织 118 个，与一年前大致相同",
    ]);
    expect(told("matters", 104, { matters_open: constant(0) })).toEqual([
      "In week 104, 0 matters are open, about as many as a year before",
      "第 104 周，未结事项 0 件，与一年前大致相同",
    ]);
    const hours = { volunteer_hours_per_adult: (week: number) => (week % 4 === 0 ? 2.5 : Number.NaN) };
    expect(told("hours", 106, hours)).toEqual([
      "In week 106, adults gave 2.5 hours a year on average, about as many as a year before",
      "第 106 周，成年人年均付出 2.5 小时，与一年前大致相同",
    ]);
    expect(told("hours", 3, hours)[0]).toBeUndefined();
  });
});

it("compares with the baseline where there is one, from the first week on", () => {
  const of = (share: number) => () => [share, share];
  expect(tellSeries("en", "participation", 1, of(0.37), of(0.41))).toBe(
    "In week 1, 37% of adults took part, 4 points fewer than in the baseline",
  );
  expect(tellSeries("zh", "participation", 2, of(0.41), of(0.37))).toBe("第 2 周，41% 的成年人参与，比基准高 4 个百分点");
  expect(tellSeries("en", "participation", 2, of(0.41), of(0.412))).toBe(
    "In week 2, 41% of adults took part, about as many as in the baseline",
  );
});
