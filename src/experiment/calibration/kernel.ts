import jstat from "jstat";
import { weightedVariance } from "simple-statistics";
import { exp, log, normalQuantile } from "../../numeric/index.ts";
import type { SetupStream } from "../../random/index.ts";

const cdf = (z: number) => jstat.normal.cdf(z, 0, 1);
/** Least standard deviation: one particle alone has no variance. */
const LEAST = 0.01;

/**
 * Moves points of the unit cube: independent normal steps, each with twice the weighted variance of its coordinate among the
 * points (Beaumont et al. 2009, eq. 4), cut off at the faces of the cube.
 *
 * @param points   [particle][factor]
 * @param weights  [particle] sum 1
 */
export function truncatedKernel(points: readonly (readonly number[])[], weights: readonly number[]) {
  const deviations = points[0].map((_, f) =>
    points.length > 1
      ? Math.max(
          LEAST,
          Math.sqrt(
            2 *
              weightedVariance(
                points.map((point) => point[f]),
                [...weights],
              ),
          ),
        )
      : LEAST,
  );
  // [particle] log of the mass that lies in the cube, over all factors
  const inside = points.map((point) =>
    point.reduce((sum, at, f) => sum + log(cdf((1 - at) / deviations[f]) - cdf(-at / deviations[f])), 0),
  );
  return {
    /** A step from a point of the cube to another. */
    move: (point: readonly number[], stream: SetupStream): number[] =>
      point.map((at, f) => {
        const s = deviations[f];
        const low = cdf(-at / s);
        const share = low + stream.next() * (cdf((1 - at) / s) - low);
        const moved = at + s * normalQuantile(Math.min(1 - 1e-15, Math.max(1e-15, share)));
        return Math.min(1 - Number.EPSILON / 2, Math.max(0, moved));
      }),
    /** Log of the density with which a point is proposed, up to a constant: a mixture over all particles. */
    logDensity(point: readonly number[]): number {
      const logs = points.map((from, j) => {
        let sum = log(weights[j]) - inside[j];
        for (let f = 0; f < point.length; f++) {
          const z = (point[f] - from[f]) / deviations[f];
          sum -= (z * z) / 2;
        }
        return sum;
      });
      const most = Math.max(...logs);
      return most + log(logs.reduce((sum, value) => sum + exp(value - most), 0));
    },
  };
}
