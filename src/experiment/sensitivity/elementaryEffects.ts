import { mean, sampleStandardDeviation } from "simple-statistics";
import { bootstrapInterval, resamples, type Statistic } from "../bootstrap.ts";

/** A number with the ends of its 95% BCa bootstrap interval. */
export interface Bounded {
  value: number;
  low: number;
  high: number;
}

export interface ElementaryEffects {
  /** Mean effect of moving the factor across its whole range. */
  mu: Bounded;
  /** Mean of the absolute effects: importance, whatever their sign. */
  muStar: Bounded;
  /** Standard deviation of the effects: interaction with other factors, or curvature. */
  sigma: Bounded;
  /** Trajectories that could be used. */
  count: number;
}

/**
 * Elementary effects of the factors, by trajectory.
 *
 * Sources: M. D. Morris (1991), Technometrics 33(2), 161-174; mu*: F. Campolongo et al. (2007), Environ. Model. Softw. 22(10),
 * 1509-1518. Intervals: bootstrap over trajectories.
 *
 * @param design   [row][factor] rows of `morris`
 * @param outputs  [row]; trajectories that lack one are left out
 * @returns [factor]
 */
export function elementaryEffects(
  design: readonly number[][],
  outputs: ArrayLike<number>,
  { resamples: count, seed }: { resamples: number; seed: string },
): ElementaryEffects[] {
  const factors = design[0].length;
  const effects = Array.from({ length: factors }, (): number[] => []);
  for (let first = 0; first < design.length; first += factors + 1) {
    const rows = Array.from({ length: factors + 1 }, (_, k) => first + k);
    if (!rows.every((r) => Number.isFinite(outputs[r]))) continue;
    for (const r of rows.slice(1)) {
      const f = design[r].findIndex((value, g) => value !== design[r - 1][g]);
      effects[f].push((outputs[r] - outputs[r - 1]) / (design[r][f] - design[r - 1][f]));
    }
  }
  const n = effects[0].length;
  const drawn = resamples(n, count, seed, "morris");
  const bounded = (statistic: Statistic): Bounded => ({
    value: n > 0 ? statistic(Uint32Array.from({ length: n }, (_, row) => row)) : Number.NaN,
    ...bootstrapInterval(statistic, n, drawn),
  });
  return effects.map((of) => {
    const at = (rows: ArrayLike<number>) => Array.from(rows, (row) => of[row]);
    return {
      mu: bounded((rows) => mean(at(rows))),
      muStar: bounded((rows) => mean(at(rows).map(Math.abs))),
      sigma: bounded((rows) => (rows.length > 1 ? sampleStandardDeviation(at(rows)) : Number.NaN)),
      count: n,
    };
  });
}
