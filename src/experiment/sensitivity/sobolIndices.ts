import { type Bounded, jackknife, type Statistic } from "../jackknife.ts";

export interface SobolIndices {
  /** Share of the variance that goes with the factor alone. */
  first: Bounded;
  /** Share of the variance that would be left if all but this factor were known: with all its interactions. */
  total: Bounded;
  /** Base points that could be used. */
  count: number;
}

/**
 * Sobol' indices of first and total order.
 *
 *   S_f  = mean( f(B) (f(A_B) - f(A)) ) / V      Saltelli et al. (2010), table 2 (b). doi:10.1016/j.cpc.2009.09.018
 *   ST_f = mean( (f(A) - f(A_B))^2 ) / (2 V)     Jansen (1999), Comput. Phys. Commun. 117, 35-43. doi:10.1016/S0010-4655(98)00154-4
 *
 *   A, B  points; A_B is A with the column of factor f from B
 *   V     variance of f over all A and B
 *
 * Outputs are first moved to mean zero, which leaves both as they are in expectation and lowers their error.
 * Intervals: jackknife over base points.
 *
 * @param outputs  [row] in the order of `saltelli`; base points that lack one are left out
 * @returns [factor]
 */
export function sobolIndices(outputs: ArrayLike<number>, factors: number): SobolIndices[] {
  const width = factors + 2;
  const blocks = Array.from({ length: outputs.length / width }, (_, n) =>
    Float64Array.from({ length: width }, (_, k) => outputs[n * width + k]),
  );
  const usable = blocks.filter((block) => block.every(Number.isFinite));
  const n = usable.length;
  const center = usable.reduce((sum, [a, b]) => sum + a + b, 0) / (2 * n);
  const a = Float64Array.from(usable, (block) => block[0] - center);
  const b = Float64Array.from(usable, (block) => block[1] - center);
  const variance = (rows: ArrayLike<number>) => {
    let [sum, squares] = [0, 0];
    for (let r = 0; r < rows.length; r++) {
      const [x, y] = [a[rows[r]], b[rows[r]]];
      sum += x + y;
      squares += x * x + y * y;
    }
    const mean = sum / (2 * rows.length);
    return squares / (2 * rows.length) - mean * mean;
  };
  return Array.from({ length: factors }, (_, f) => {
    const mixed = Float64Array.from(usable, (block) => block[2 + f] - center);
    const first: Statistic = (rows) => {
      let sum = 0;
      for (let r = 0; r < rows.length; r++) sum += b[rows[r]] * (mixed[rows[r]] - a[rows[r]]);
      return sum / rows.length / variance(rows);
    };
    const total: Statistic = (rows) => {
      let sum = 0;
      for (let r = 0; r < rows.length; r++) {
        const d = a[rows[r]] - mixed[rows[r]];
        sum += d * d;
      }
      return sum / (2 * rows.length) / variance(rows);
    };
    return { first: jackknife(first, n), total: jackknife(total, n, true), count: n };
  });
}
