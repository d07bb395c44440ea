import { quantile, weightedQuantile } from "simple-statistics";

/** Share of the sets that are near a place. */
const SPAN = 0.4;
/** Of the sets near by, the lowest tenth stands for the least distance: the least of few would follow luck. */
const LOWEST = 0.1;
const PLACES = [0, 0.25, 0.5, 0.75, 1];

/**
 * Least distance along the range of a parameter, by local regression: at each place the lowest tenth of the distances of the
 * sets near by, weighted by the tricube of how near they are.
 *
 * Source: W. S. Cleveland (1979), Robust locally weighted regression and smoothing scatterplots, Journal of the American
 * Statistical Association 74(368), 829-836, of which the weights; of a quantile and locally constant here.
 *
 * @param places     [set] 0 to 1
 * @param distances  [set]
 */
export function profileOf(places: readonly number[], distances: readonly number[]): { at: number; distance: number }[] {
  return PLACES.map((at) => {
    const apart = places.map((place) => Math.abs(place - at));
    const reach = Math.max(quantile(apart, SPAN), 1e-9) * (1 + 1e-9);
    const near = apart.flatMap((of, k) => (of < reach ? [k] : []));
    const weights = near.map((k) => tricube(apart[k] / reach));
    const known = near.map((k) => distances[k]);
    return { at, distance: weightedQuantile(known, weights, LOWEST) };
  });
}

const tricube = (u: number): number => (1 - u * u * u) * (1 - u * u * u) * (1 - u * u * u);
