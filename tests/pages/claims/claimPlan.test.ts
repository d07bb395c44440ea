import { describe, expect, it } from "vitest";
import { executeRun, expandPlan, plannedRuns, runContrasts, runMeansHere } from "../../../src/experiment/index.ts";
import { claimPlan, firstOther, formulaOf, letterOf, mainArms, rowsOfRuns } from "../../../src/pages/claims/claimPlan.ts";
import { claims } from "../../../src/pages/claims/shipped.ts";
import type { PlanFacts } from "../../../src/worker/experiments/protocol.ts";
import { readPlanText } from "../../support/plans.ts";
import { scenario } from "../../support/scenarios.ts";

const claim = (number: number) => claims[number - 1].contrast;

describe("a claim as a plan", () => {
  it.each(claims.map(({ id, contrast }) => [id, contrast] as const))("%s can be run as it is written", async (_, contrast) => {
    const reading = await readPlanText(claimPlan(contrast, "contrasts/base/district.yaml", "1", 12));
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    if (!reading.ok) return;
    expect(Object.keys(reading.plan.arms)).toEqual(Object.keys(contrast.arms));
    expect(reading.base.weeks).toBe(Math.max(...contrast.estimands.map(({ span = contrast.span }) => span[1])));
  });

  it("comes to the pairs of the command, to the last bit", async () => {
    // The time bank: arms that change in mid-run, spans of their own, parameters of all arms.
    const of = claim(6);
    const small = ["population.residents=300", "organizations.count=6"];
    const shorter = ([from, to]: readonly [number, number]): [number, number] => [Math.ceil(from / 20), Math.ceil(to / 20)];
    const contrast = {
      ...of,
      set: { ...of.set, "population.residents": 300, "organizations.count": 6 },
      from: Math.ceil(of.from / 20),
      span: shorter(of.span as [number, number]),
      estimands: of.estimands.map((estimand) => ({ ...estimand, span: shorter((estimand.span ?? of.span) as [number, number]) })),
      arms: Object.fromEntries(
        Object.entries(of.arms).map(([arm, { set, interventions }]) => [
          arm,
          { set, interventions: interventions.map((one) => ({ ...one, week: Math.ceil(one.week / 20) })) },
        ]),
      ),
    };
    const [rows] = await runContrasts(
      [contrast],
      (set) => scenario("community", ...small, ...set),
      { replicates: 2, draws: 0, seed: "s" },
      runMeansHere,
    );

    const reading = await readPlanText(claimPlan(contrast, "community.yaml", "s", 2));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const expansion = await expandPlan(reading.plan, reading.base, "test");
    const runs = [...plannedRuns(expansion, [2])].map(({ point, replicate, arm, request }) => {
      const result = executeRun(request, () => []);
      if (!result.ok) throw new Error(result.cause);
      return { point, replicate, arm, outcomes: [...result.outcomes] };
    });
    const facts = { outcomes: expansion.keep.outcomes } as PlanFacts;
    const here = rowsOfRuns(contrast, { of: facts, runs }, []);
    expect(here.map(({ pairs }) => pairs)).toEqual(rows.map(({ pairs }) => pairs));
    expect(rows.some(({ pairs }) => pairs.some((pair) => pair !== 0))).toBe(true);
    expect(firstOther(here, rows)).toBeUndefined();

    // A pair that lacks an arm is none.
    const less = rowsOfRuns(contrast, { of: facts, runs: runs.slice(0, -1) }, []);
    expect(less.map(({ pairs }) => pairs.length)).toEqual(less.map(() => 1));
    // The last bit of one value is enough to tell another model.
    const other = here.map((row, e) => (e === 1 ? { ...row, pairs: [row.pairs[0], row.pairs[1] + Number.EPSILON] } : row));
    expect(firstOther(other, rows)).toEqual({ pair: 1, estimand: 1 });
  }, 120_000);
});

describe("the arms of a claim", () => {
  it("have letters, of which an estimand is a sum", () => {
    expect(Object.keys(claim(1).arms).map((arm) => letterOf(claim(1), arm))).toEqual(["A", "B", "C"]);
    expect(formulaOf(claim(1), claim(1).estimands[0])).toBe("A − B");
    expect(formulaOf(claim(1), claim(1).estimands[3])).toBe("B − C");
    expect(formulaOf(claim(2), claim(2).estimands[0])).toBe("D + A − B − C");
    expect(formulaOf(claim(3), claim(3).estimands[0])).toBe("F + 3 A − B − C − D − E");
    expect(formulaOf(claim(11), claim(11).estimands[0])).toBe("¼ (A + D + F + G − B − C − E − H)");
  });

  it("are set against each other as the first estimand does, with one on each side", () => {
    for (const { id, contrast } of claims) {
      const [first, second] = mainArms(contrast);
      const { weights } = contrast.estimands[0];
      expect(weights[first], id).toBeGreaterThan(0);
      expect(weights[second], id).toBeLessThan(0);
    }
  });
});
