import jstat from "jstat";
import type { Value } from "../arms.ts";
import { armPairs, type OutcomeName, ruleOf } from "../batch/estimates.ts";
import { type ArmOrPair, meanOfKnown, type RunTable } from "../batch/runTable.ts";
import { type DesignFactor, isOrdered, optionsOf, placeOf, rangeOf } from "../designs/index.ts";
import { type Estimate, endless, meanWithInterval } from "../intervals.ts";
import { leastSquares } from "../leastSquares.ts";
import { factorsOf } from "../plan/expand.ts";
import { designFactor } from "../plan/points.ts";
import type { Plan } from "../plan/schema.ts";

/** By how much an outcome changes as a factor goes from one value to another, averaged over the other factors. */
export interface FactorEffect {
  outcome: string;
  /** An arm, or two: how much more the first changes than the second. */
  arms: ArmOrPair;
  factor: string;
  from: Value;
  to: Value;
  effect: Estimate;
}

/** A step of a factor: from its least value to its largest, or from its first option to another. */
interface Step {
  axis: DesignFactor;
  from: Value;
  to: Value;
}

/** What repeats is taken to be nearly normal, as in other intervals of one look. */
const LEVEL = 0.05;

/**
 * Main effects of the factors of a plan; none for designs that have indices of their own, or whose points are written one by
 * one.
 *
 * Of a grid, differences of the means at two levels, replicate by replicate, for all points of a replicate share their random
 * numbers: the interval covers seeds. Of points that are drawn (Latin hypercube, Sobol' sequence), coefficients of a linear
 * model of all factors by least squares over the points: what the model does not tell counts as error, and the interval covers
 * seeds and the choice of the points.
 *
 * @param valuesAt  values of the factors at a point, by path
 */
export function factorEffects(
  plan: Plan,
  { arms, outcomes, points }: { arms: readonly string[]; outcomes: readonly OutcomeName[]; points: number },
  valuesAt: (point: number) => Readonly<Record<string, Value>>,
  runs: RunTable,
): FactorEffect[] {
  const { kind } = plan.design;
  const factors = factorsOf(plan);
  const [grid, drawn] = [kind === "grid", kind === "latinHypercube" || kind === "sobol"];
  // A plan of another version may name what this one has not.
  if ((!grid && !drawn) || factors.some(({ entry }) => entry === undefined)) return [];
  const axes = factors.map(designFactor);
  const steps = axes.flatMap(stepsOf);
  const values = Array.from({ length: points }, (_, point) => valuesAt(point));
  const looked: ArmOrPair[] = [...arms.map((arm) => [arm] as const), ...armPairs(plan, arms)];
  const model = drawn ? values.map((point) => [1, ...steps.map((step) => placeIn(step, point[step.axis.path]))]) : [];
  return outcomes.flatMap(({ name }, o) =>
    looked.flatMap((of) => {
      const estimates = grid
        ? steps.map((step) => betweenLevels(plan, step, values, (point) => runs.values(point, of, o)))
        : slopes(
            model,
            values.map((_, point) => meanOfKnown(runs.values(point, of, o))),
          );
      return steps.map(({ axis, from, to }, s) => ({ outcome: name, arms: of, factor: axis.path, from, to, effect: estimates[s] }));
    }),
  );
}

function stepsOf(axis: DesignFactor): Step[] {
  const options = optionsOf(axis) as Value[] | undefined;
  if (!options) {
    const [from, to] = rangeOf(axis);
    return [{ axis, from, to }];
  }
  if (options.length < 2) return [];
  if (!isOrdered(axis)) return options.slice(1).map((to) => ({ axis, from: options[0], to }));
  const sorted = options.toSorted((a, b) => placeOf(axis, a) - placeOf(axis, b));
  return [{ axis, from: sorted[0], to: sorted[sorted.length - 1] }];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where a value lies on a step, from 0 to 1; of options without order whether it is the one that the step leads to. */
const placeIn = ({ axis, to }: Step, value: Value): number => (isOrdered(axis) ? placeOf(axis, value) : Number(same(value, to)));

/** The mean at one level minus that at the other, of the replicates that are there at all of their points. */
function betweenLevels(
  plan: Pick<Plan, "until">,
  { axis, from, to }: Step,
  values: readonly Readonly<Record<string, Value>>[],
  of: (point: number) => readonly number[],
): Estimate {
  const at = (level: Value) => values.flatMap((point, p) => (same(point[axis.path], level) ? [of(p)] : []));
  const [low, high] = [at(from), at(to)];
  const most = Math.max(0, ...[...low, ...high].map(({ length }) => length));
  const mean = (points: readonly (readonly number[])[], r: number) =>
    points.reduce((sum, point) => sum + (point[r] ?? Number.NaN), 0) / points.length;
  return meanWithInterval(
    Array.from({ length: most }, (_, r) => mean(high, r) - mean(low, r)),
    ruleOf(plan),
  );
}

/** [step] coefficients of a linear model, over the points that have a value. */
function slopes(model: readonly (readonly number[])[], outputs: readonly number[]): Estimate[] {
  const known = model.map((_, p) => p).filter((p) => Number.isFinite(outputs[p]));
  const fit = leastSquares(
    known.map((p) => model[p]),
    known.map((p) => outputs[p]),
  );
  const count = known.length;
  return (model[0] ?? [1]).slice(1).map((_, s): Estimate => {
    if (!fit) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, count };
    const mean = fit.coefficients[s + 1];
    if (fit.freedom === 0) return { mean, ...endless("few"), count };
    const half = jstat.studentt.inv(1 - LEVEL / 2, fit.freedom) * Math.sqrt((fit.variances[s + 1] * fit.rest) / fit.freedom);
    return { mean, low: mean - half, high: mean + half, count };
  });
}
