import { expect, it } from "vitest";
import { ladder, type Means, outcomeValue, patterns, type RunOrder, SEVEN_YEARS } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { type MeasureId, measures, placeOfMeasure } from "../../src/observation/index.ts";
import { small } from "../support/scenarios.ts";

/** Runs in which every measure is 0.5 in every span, but for those given, by seed. */
const runs = (special: (order: RunOrder, span: number) => Record<string, number>) => async (orders: readonly RunOrder[]) =>
  orders.map((order): Means => {
    const spans = order.keep.spans.map((_, span) => {
      const means = new Float64Array(measures.length).fill(0.5);
      for (const [id, value] of Object.entries(special(order, span))) means[placeOfMeasure(id as never)] = value;
      return means;
    });
    const constant = (id: MeasureId) => new Float64Array(order.scenario.weeks).fill(special(order, 0)[id] ?? 0.5);
    return [...spans, Float64Array.from(order.keep.outcomes, (outcome) => outcomeValue(outcome, constant))];
  });

it("needs mechanisms that there are", () => {
  const ids = mechanisms.map(({ id }) => id);
  for (const { needs } of patterns()) expect(ids).toEqual(expect.arrayContaining([...needs]));
});

it("holds a rung to those patterns alone which its mechanisms bring about, and only after seven years to what takes seven", async () => {
  const without = await small("mechanisms.acquaintanceTurnover.mode=off", "partyBuilding=off");
  const plan = [
    { scenario: without, shown: [] },
    { scenario: await small(), shown: [] },
  ];
  const [poor, full] = await ladder(
    plan,
    ["a"],
    SEVEN_YEARS,
    runs(() => ({})),
  );
  const whats = (rung: typeof poor) => rung.rows.map(({ what }) => what);
  expect(poor.mechanisms).not.toContain("acquaintanceTurnover");
  expect(whats(poor)).toContain("participation, ages 18–29");
  expect(whats(poor)).not.toContain("ties kept after seven years");
  expect(whats(poor)).not.toContain("organizations with a branch of their own"); // nobody founds any
  expect(whats(full)).toContain("ties kept after seven years");
  expect(whats(full)).toContain("organizations with a branch of their own");
  const [, short] = await ladder(
    plan,
    ["a"],
    104,
    runs(() => ({})),
  );
  expect(whats(short)).not.toContain("ties kept after seven years");
});

it("judges a pattern by the share of seeds inside its range, and leaves out what has no value", async () => {
  const scenario = await small();
  const seeds = ["1", "2", "3", "4", "5"];
  const [rung] = await ladder(
    [{ scenario, shown: [] }],
    seeds,
    SEVEN_YEARS,
    runs(({ scenario: { seed } }) => ({
      participation_age_18_29: seed === "5" ? 0.3 : 0.14,
      participation_age_50_59: seed >= "4" ? 0.3 : 0.56,
      disputes_mediated_per_1000: Number.NaN,
    })),
  );
  const row = (what: string) => rung.rows.find((of) => of.what === what);
  expect(row("participation, ages 18–29")).toMatchObject({ inside: 0.8, pass: true });
  expect(row("participation, ages 50–59")).toMatchObject({ inside: 0.6, pass: false });
  expect(row("disputes mediated per 1,000 residents a year")).toBeUndefined();
});

it("draws what a rung shows by quarter, from the end of the first year on, with the range of its seeds", async () => {
  const scenario = await small();
  const [{ curves }] = await ladder(
    [{ scenario, shown: ["participation_rate"] }],
    ["1", "2"],
    78,
    runs(({ scenario: { seed } }, span) => ({
      participation_rate: span / 10 + (seed === "1" ? 0.1 : -0.1),
    })),
  );
  expect(curves).toHaveLength(1);
  expect(curves[0].points.map(({ week }) => week)).toEqual([52, 65, 78]);
  // The last quarter is the sixth; the span of the measures stands before it.
  expect(curves[0].points[2].value).toBeCloseTo(0.6, 12);
  expect(curves[0].points[2].low).toBeCloseTo(0.5, 12);
  expect(curves[0].points[2].high).toBeCloseTo(0.7, 12);
});
