import { describe, expect, it } from "vitest";
import { type Expansion, Summary, type SummaryRow, summarizeRows } from "../../../src/experiment/index.ts";
import { expanded, tinyPlan } from "../../support/plans.ts";

const arms = "arms: { off: { set: { partyBuilding: off } }, on: {}, placebo: { set: { partyBuilding: placebo } } }";
const finished = (...outcomes: number[]) => ({ ok: true as const, outcomes });

/** Sums up values by replicate and arm; undefined is a run that failed. */
function summed(of: Expansion, values: readonly (readonly (number | undefined)[])[]): Summary<Expansion> {
  const summary = new Summary(of);
  values.forEach((row, replicate) => {
    row.forEach((value, a) => {
      summary.add({ point: 0, replicate, arm: of.arms[a] }, value === undefined ? { ok: false } : finished(value));
    });
  });
  summary.close();
  return summary;
}
const estimates = (rows: readonly Pick<SummaryRow, "outcomes">[]) => rows.map(({ outcomes }) => outcomes.participation_rate);

describe("the summary of a batch", () => {
  it("has means by arm, and differences from the first arm replicate by replicate", async () => {
    const of = await expanded(tinyPlan(arms, "replicates: 3"));
    const { rows, differences } = summed(of, [
      [0.1, 0.2, 0.1],
      [0.3, 0.4, 0.31],
      [0.5, 0.6, 0.49],
    ]);
    expect(estimates(rows).map(({ mean, count }) => [Number(mean.toFixed(9)), count])).toEqual([
      [0.3, 3],
      [0.4, 3],
      [0.3, 3],
    ]);
    expect(differences.map(({ arms: of, replicates }) => [of, replicates])).toEqual([
      [["on", "off"], 3],
      [["placebo", "off"], 3],
    ]);
    const [on, placebo] = estimates(differences);
    expect([on.mean, on.unknown]).toEqual([expect.closeTo(0.1, 9), "equal"]); // by 0.1 each time: no more is known
    expect(placebo.high - placebo.mean).toBeCloseTo((4.3026527 * 0.01) / Math.sqrt(3), 6);
  });

  it("says of each mean on how many values it rests, and pairs what both arms have", async () => {
    const of = await expanded(tinyPlan(arms, "replicates: 4"));
    const { rows, differences } = summed(of, [
      [0.1, 0.2, 0.1],
      [undefined, 0.4, 0.3],
      [0.5, Number.NaN, 0.4],
      [0.2, 0.5, undefined],
    ]);
    expect(rows.map(({ replicates }) => replicates)).toEqual([3, 4, 3]);
    expect(estimates(rows).map(({ count }) => count)).toEqual([3, 3, 3]);
    expect(differences.map(({ replicates }) => replicates)).toEqual([3, 2]);
    expect(estimates(differences).map(({ mean, count }) => [Number(mean.toFixed(9)), count])).toEqual([
      [0.2, 2],
      [-0.05, 2],
    ]);
  });

  it("of a plan with a stopping rule has its confidence and the ranges that are known, and the differences of its targets", async () => {
    const until = (...more: string[]) =>
      tinyPlan(
        arms,
        `until: { targets: [{ outcome: participation_rate, difference: [off, on], halfWidth: 0.1${more.join("")} }], maximum: 9 }`,
      );
    const values = Array.from({ length: 8 }, () => [0, 0, 0.1]);
    const { rows, differences } = summed(await expanded(until()), values);
    expect(differences.map(({ arms: of }) => of)).toEqual([
      ["off", "on"],
      ["placebo", "off"],
    ]);
    const [off] = estimates(rows);
    expect([off.low, off.high]).toEqual([0, expect.closeTo(0.4389, 3)]);
    const [wide] = estimates(differences);
    const [narrow] = estimates(summed(await expanded(until(", range: [-0.2, 0.2]")), values).differences);
    expect(wide.high).toBeCloseTo(-wide.low, 6);
    expect(narrow.high).toBeCloseTo(wide.high / 5, 6);
    const sure = tinyPlan(arms, "until: { targets: [{ outcome: participation_rate, halfWidth: 0.1 }], maximum: 9, confidence: 0.99 }");
    expect(estimates(summed(await expanded(sure), values).rows)[0].high).toBeGreaterThan(off.high);
  });
});

describe("the rows of runs.parquet", () => {
  const rowsOf = (values: readonly (readonly number[])[]) =>
    values.flatMap((row, replicate) =>
      row.map((value, a) => ({
        point: 0,
        replicate,
        arm: ["off", "on", "placebo"][a],
        rigidity: 0.5,
        status: "finished",
        participation_rate: Number.isNaN(value) ? null : value,
      })),
    );
  const outcomes = [{ name: "participation_rate", measure: "participation_rate" }];
  const values = [
    [0.1, 0.2, 0.1],
    [0.3, Number.NaN, 0.31],
    [0.5, 0.6, 0.49],
  ];

  it("sum up to the same numbers, in whatever order and with whatever numbers of replicates they come", async () => {
    const of = await expanded(tinyPlan(arms, "replicates: 3"));
    const known = summed(of, values);
    const rows = rowsOf(values);
    for (const some of [rows, rows.toReversed().toSorted((a, b) => a.arm.localeCompare(b.arm))]) {
      const far = some.map((row) => ({ ...row, replicate: 1e12 + row.replicate }));
      for (const given of [some, far]) {
        const found = summarizeRows(given, { plan: of.plan, factors: ["rigidity"], outcomes });
        expect(estimates(found.rows)).toEqual(estimates(known.rows));
        expect(estimates(found.differences)).toEqual(estimates(known.differences));
        expect(found.rows[0].factors).toEqual({ rigidity: 0.5 });
      }
    }
  });
});
