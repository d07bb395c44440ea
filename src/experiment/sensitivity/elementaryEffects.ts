import { mean, sampleStandardDeviation } from "simple-statistics";
import { type Bounded, jackknife } from "../jackknife.ts";

export interface ElementaryEffects {
  /** Mean effect of moving the factor across its whole range; NaN for options without order, whose steps have no sign. */
  mu: Bounded;
  /** Mean of the absolute effects: importance, whatever their sign. Of options without order, from any to any other. */
  muStar: Bounded;
  /** Standard deviation of the effects: interaction with other factors, or curvature; NaN for options without order. */
  sigma: Bounded;
  /** Trajectories that could be used. */
  count: number;
}

/**
 * Elementary effects of the factors, by trajectory.
 *
 * Sources: M. D. Morris (1991), Technometrics 33(2), 161-174; mu*: F. Campolongo et al. (2007), Environ. Model. Softw. 22(10),
 * 1509-1518. Intervals: jackknife over trajectories.
 *
 * @param design   [row][factor] rows of `morris`, or the values that factors have there
 * @param outputs  [row]; trajectories that lack one are left out
 * @param places   [row][factor] where the values lie within their range, NaN without order: an effect is the difference of
 *                 outputs over that of places, for rounding makes other steps than the design [as in the design]
 * @returns [factor]
 */
export function elementaryEffects(
  design: readonly (readonly unknown[])[],
  outputs: ArrayLike<number>,
  places: readonly (readonly number[])[] = design as readonly number[][],
): ElementaryEffects[] {
  const factors = design[0].length;
  const effects = Array.from({ length: factors }, (): number[] => []);
  for (let first = 0; first < design.length; first += factors + 1) {
    const rows = Array.from({ length: factors + 1 }, (_, k) => first + k);
    if (!rows.every((r) => Number.isFinite(outputs[r]))) continue;
    for (const r of rows.slice(1)) {
      const f = design[r].findIndex((value, g) => value !== design[r - 1][g]);
      const step = places[r][f] - places[r - 1][f];
      effects[f].push((outputs[r] - outputs[r - 1]) / (Number.isNaN(step) ? 1 : step));
    }
  }
  return effects.map((of, f) => {
    const n = of.length;
    const at = (rows: ArrayLike<number>) => Array.from(rows, (row) => of[row]);
    const unsigned = places.every((point) => Number.isNaN(point[f]));
    const muStar = jackknife((rows) => mean(at(rows).map(Math.abs)), n, true);
    if (unsigned) return { mu: unknown, muStar, sigma: unknown, count: n };
    return {
      mu: jackknife((rows) => mean(at(rows)), n),
      muStar,
      sigma: jackknife((rows) => (rows.length > 1 ? sampleStandardDeviation(at(rows)) : Number.NaN), n, true),
      count: n,
    };
  });
}

const unknown: Bounded = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
