import { expect, it } from "vitest";
import { type ComparisonRow, compare, FALSE_DISCOVERIES, meansOrder, runMeansHere } from "../../src/experiment/index.ts";
import { measureIndex, measures } from "../../src/observation/index.ts";
import { type SetupStream, setupStream } from "../../src/random/index.ts";
import { withValue } from "../../src/scenario/index.ts";
import { small } from "../support/scenarios.ts";

const study = { pairs: 3, seed: "s", span: [5, 8] as [number, number], weekly: true };

it("of a scenario with itself finds nothing: every difference is zero, and no interval is claimed from that", async () => {
  const baseline = await small();
  const { rows } = await compare({ ...study, baseline, changed: baseline, weekly: false }, runMeansHere);
  for (const { measure, effect, standardized, p, adjusted, given } of rows) {
    if (effect.count < 2) continue;
    expect([effect.mean, effect.unknown, p, adjusted, given], measure).toEqual([0, "equal", 1, 1, false]);
    expect(standardized, measure).toBeNaN();
  }
});

it("shows what was changed, and when it came", async () => {
  const baseline = await small();
  const changed = { ...baseline, interventions: [{ week: 6, path: "mechanisms.awareness.messages", value: 0 }] };
  const { rows, series } = await compare({ ...study, baseline, changed }, runMeansHere);
  const { effect, baseline: before, changed: after } = rows.find(({ measure }) => measure === "messages_per_resident") as ComparisonRow;
  expect(effect.mean).toBeCloseTo(after - before, 12);
  expect(effect.mean).toBeLessThan(0);
  const weeks = series.filter(({ measure }) => measure === "messages_per_resident");
  expect(weeks.map(({ effect: { mean } }) => mean < 0)).toEqual([5, 5, 5, 5, 5, 6, 7, 8].map((week) => week > 5));
});

/** A comparison of what is given instead of runs: [pair][arm][measure]. */
async function of(values: (pair: number, arm: number, stream: SetupStream) => Float64Array, pairs: number, seed: string, only?: string[]) {
  const baseline = await small();
  const given = {
    baseline,
    changed: baseline,
    pairs,
    seed,
    span: [1, 1] as [number, number],
    weekly: false,
    ...(only ? { only: new Set(only) } : {}),
  };
  return compare(given, async (jobs) => jobs.map((_, k) => [values(k >> 1, k % 2, setupStream(seed, `${k}`))]));
}
const index = (id: string) => measureIndex.get(id) as number;

it("ranks by the standardized effect; what is zero in one arm, or the same difference in all pairs, comes after", async () => {
  const { rows } = await of(
    (pair, arm) => {
      const row = new Float64Array(measures.length).fill(0.5);
      row[index("participation_rate")] = 0.4 + arm * (0.01 + 0.002 * (pair % 3)); // small, but steady
      row[index("motivation_mean")] = 0.4 + arm * 0.3 * (pair % 3); // large, but of wide spread
      row[index("coverage_formal")] = arm * (0.2 + 0.0001 * pair); // nothing without the change
      row[index("money_spent_programme")] = 1000 * arm + 7; // the same everywhere
      return row;
    },
    6,
    "rank",
  );
  expect(rows.slice(0, 4).map(({ measure, given }) => [measure, given])).toEqual([
    ["participation_rate", false],
    ["motivation_mean", false],
    ["coverage_formal", true],
    ["money_spent_programme", true],
  ]);
  const [participation, , , money] = rows;
  expect(participation.standardized).toBeCloseTo(0.012 / Math.sqrt(0.8 * 0.002 ** 2), 6);
  expect([money.effect.mean, money.effect.unknown, money.p]).toEqual([1000, "equal", 1 / 32]);
  expect(rows.slice(4).every(({ p }) => p === 1)).toBe(true);
});

it("corrects for the measures of interest alone", async () => {
  const values = (_: number, arm: number, stream: SetupStream) =>
    Float64Array.from(measures, (__, k) => (k === index("participation_rate") ? 0.4 + arm : 0.5) + 0.1 * stream.normal());
  const [all, few] = [await of(values, 5, "few"), await of(values, 5, "few", ["participation_rate", "motivation_mean"])];
  expect(few.rows.map(({ measure }) => measure)).toEqual(["participation_rate", "motivation_mean"]);
  expect(few.rows[0].p).toBe(all.rows[0].p);
  expect(few.rows[0].adjusted).toBeCloseTo(few.rows[0].p * 2 * 1.5, 12);
  expect(all.rows[0].adjusted).toBeGreaterThan(few.rows[0].adjusted);
});

it.each([3, 5, 10, 30])(
  "of %i pairs of arms that are alike, no measure moves in 19 of 20 comparisons, and 1 in 20 intervals excludes zero",
  async (pairs) => {
    let [wrong, excluded, all] = [0, 0, 0];
    const COMPARISONS = 60;
    for (let s = 0; s < COMPARISONS; s++) {
      const { rows } = await of(
        // Measures of one run depend on each other: groups of five share most of their noise.
        (_, __, stream) => {
          let shared = 0;
          return Float64Array.from(measures, (___, k) => {
            if (k % 5 === 0) shared = stream.normal();
            return (k % 2 === 0 ? 1 : -1) * shared + 0.3 * stream.normal();
          });
        },
        pairs,
        `null ${s}`,
      );
      if (rows.some(({ adjusted }) => adjusted <= FALSE_DISCOVERIES)) wrong++;
      for (const { effect } of rows) {
        all++;
        if (effect.low > 0 || effect.high < 0) excluded++;
      }
    }
    expect(wrong / COMPARISONS).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / COMPARISONS));
    expect(Math.abs(excluded / all - 0.05)).toBeLessThan(0.015); // the old one: a quarter of them at 3 pairs
  },
);

it("gives the arms of a pair the same draws, and pairs different ones", async () => {
  const baseline = await small();
  const seeds: string[] = [];
  const changed = withValue(baseline, "rigidity", 1);
  await compare({ ...study, baseline, changed }, (orders) => {
    seeds.push(...orders.map(({ scenario }) => scenario.seed));
    return runMeansHere(orders.map(({ scenario }) => meansOrder(scenario, [[1, 1]]))).then((all) =>
      all.map(([means]) => Array.from({ length: 9 }, () => means)),
    );
  });
  expect(seeds).toEqual(["s/0", "s/0", "s/1", "s/1", "s/2", "s/2"]);
});
