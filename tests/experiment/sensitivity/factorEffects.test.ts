import { describe, expect, it } from "vitest";
import { type Expansion, factorEffects, RunTable } from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";
import { expanded, tinyPlan } from "../../support/plans.ts";

type Values = Readonly<Record<string, unknown>>;

/** Effects in a plan of which each run comes to what is said. */
function effects(expansion: Expansion, output: (values: Values, arm: string, replicate: number, point: number) => number) {
  const { plan, arms, points, replicates, keep } = expansion;
  const runs = new RunTable();
  for (let point = 0; point < points; point++)
    for (let replicate = 0; replicate < replicates; replicate++)
      for (const arm of arms) runs.add({ point, replicate, arm }, [output(expansion.values(point), arm, replicate, point)]);
  return factorEffects(plan, { arms, outcomes: keep.outcomes, points }, expansion.values, runs);
}

const ARMS = "arms: { off: { set: { partyBuilding: off } }, on: { set: { partyBuilding: on } } }";
const RULE = "mechanisms.governmentPurchase.rule";

describe("effects of factors", () => {
  it("of a grid are differences between the least and the largest level, over all others, by replicate", async () => {
    const plan = await expanded(
      tinyPlan("factors: { rigidity: [1, 0, 0.5], mechanisms.participation.noise: [0, 0.2] }", "replicates: 4", ARMS),
    );
    const found = effects(plan, (at, arm, r) => {
      const [rigidity, noise] = [at.rigidity as number, at["mechanisms.participation.noise"] as number];
      return 10 - 3 * rigidity ** 2 + noise + r * (1 + 0.1 * rigidity) + (arm === "on" ? 2 * rigidity : 0);
    });
    const of = (factor: string, ...arms: string[]) => found.find((one) => one.factor === factor && one.arms.join() === arms.join());
    // The replicates 0 to 3 add 0.1 times their number: 0.15 on average, standard deviation 0.129, t = 3.182 for three degrees.
    const off = of("rigidity", "off");
    expect([off?.from, off?.to]).toEqual([0, 1]);
    expect(off?.effect.mean).toBeCloseTo(-2.85, 12);
    expect((off?.effect.high as number) - (off?.effect.mean as number)).toBeCloseTo((3.18245 * 0.1290994) / 2, 4);
    expect(of("rigidity", "on")?.effect.mean).toBeCloseTo(-0.85, 12);
    expect(of("rigidity", "on", "off")?.effect.mean).toBeCloseTo(2, 12);
    expect(of("mechanisms.participation.noise", "off")?.effect.mean).toBeCloseTo(0.2, 12);
  });

  it("of options without order are taken from the first to each other", async () => {
    const plan = await expanded(tinyPlan(`factors: { ${RULE}: [merit, legitimacy, lottery] }`, "replicates: 2"));
    const worth = { merit: 1, legitimacy: 4, lottery: 0 } as Record<string, number>;
    const found = effects(plan, (at, _, r) => worth[at[RULE] as string] + r);
    expect(found.map(({ from, to, effect }) => [from, to, effect.mean])).toEqual([
      ["merit", "legitimacy", 3],
      ["merit", "lottery", -1],
    ]);
    expect(found[0].effect.unknown).toBe("equal"); // both replicates say the same
  });

  it("of points that are drawn are those of a linear model, exact where the outcome is linear", async () => {
    const plan = await expanded(
      tinyPlan(
        `factors: { rigidity: { from: 0.2, to: 0.8 }, ${RULE}: [merit, legitimacy, lottery] }`,
        "design: { kind: latinHypercube, size: 12 }",
        "replicates: 2",
      ),
    );
    const worth = { merit: 1, legitimacy: 4, lottery: 0 } as Record<string, number>;
    const found = effects(plan, (at, _, r) => 5 * (at.rigidity as number) + worth[at[RULE] as string] + r);
    expect(found.map(({ factor, from, to }) => [factor, from, to])).toEqual([
      ["rigidity", 0.2, 0.8],
      [RULE, "merit", "legitimacy"],
      [RULE, "merit", "lottery"],
    ]);
    for (const [k, value] of [3, 3, -1].entries()) expect(found[k].effect.mean).toBeCloseTo(value, 9);
  });

  it("of points that are drawn have an interval that holds the truth, noise and curvature included", async () => {
    const plan = await expanded(
      tinyPlan(
        "factors: { rigidity: { from: 0, to: 1 }, mechanisms.participation.noise: { from: 0, to: 0.2 } }",
        "design: { kind: latinHypercube, size: 20 }",
      ),
    );
    let missed = 0;
    const STUDIES = 400;
    for (let k = 0; k < STUDIES; k++) {
      const stream = setupStream("factorEffects", `study ${k}`);
      // Other points in each study than the plan's: the interval is to cover their choice.
      const points = Array.from({ length: 20 }, () => ({ rigidity: stream.next(), "mechanisms.participation.noise": 0.2 * stream.next() }));
      const runs = new RunTable();
      for (const [point, at] of points.entries()) {
        const curve = (at.rigidity - 0.5) ** 2;
        runs.add({ point, replicate: 0, arm: "base" }, [
          2 * at.rigidity + curve + 5 * at["mechanisms.participation.noise"] + 0.3 * stream.normal(),
        ]);
      }
      const [{ effect }] = factorEffects(plan.plan, { arms: ["base"], outcomes: plan.keep.outcomes, points: 20 }, (p) => points[p], runs);
      if (effect.low > 2 || effect.high < 2) missed++;
    }
    expect(missed / STUDIES).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / STUDIES));
    expect(missed / STUDIES).toBeGreaterThan(0.01);
  });

  it("are none in designs that have indices, or of points written one by one", async () => {
    const morris = await expanded(tinyPlan("factors: { rigidity: { from: 0, to: 1 } }", "design: { kind: morris, size: 2 }"));
    expect(effects(morris, () => 1)).toEqual([]);
    const rows = await expanded(tinyPlan("design: { kind: rows, rows: [{ rigidity: 0 }, { rigidity: 1 }] }"));
    expect(effects(rows, () => 1)).toEqual([]);
  });

  it("have no value as long as a level has no run", async () => {
    const plan = await expanded(tinyPlan("factors: { rigidity: [0, 1] }", "replicates: 2"));
    const runs = new RunTable();
    runs.add({ point: 0, replicate: 0, arm: "base" }, [1]);
    const [{ effect }] = factorEffects(plan.plan, { arms: plan.arms, outcomes: plan.keep.outcomes, points: 2 }, plan.values, runs);
    expect([effect.mean, effect.count]).toEqual([Number.NaN, 0]);
  });
});
