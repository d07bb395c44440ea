import { sobolPoints } from "./sobolPoints.ts";

/** Number of rows that a base of so many points needs. */
export const saltelliRows = (base: number, factors: number): number => base * (factors + 2);

/**
 * Rows for Sobol' indices of first and total order: A, B and, for each factor, A with that factor's column taken from B (the
 * radial scheme that Saltelli et al. 2010 found best). A and B are the halves of one set of Sobol' points, digitally shifted.
 *
 * Rows of a base point stand together: row n (factors + 2) is A_n, the next B_n, then A_B of each factor. So a study that is
 * cut short has whole base points.
 *
 * Source: A. Saltelli et al. (2010), Comput. Phys. Commun. 181(2), 259-270. doi:10.1016/j.cpc.2009.09.018
 *
 * @param base  base points; a power of two serves best
 * @returns [row][factor] values in [0, 1)
 */
export async function saltelli(base: number, factors: number, seed: string): Promise<number[][]> {
  const points = await sobolPoints(base, 2 * factors, seed);
  return points.flatMap((point) => {
    const a = point.slice(0, factors);
    const b = point.slice(factors);
    return [a, b, ...a.map((_, f) => a.with(f, b[f]))];
  });
}
