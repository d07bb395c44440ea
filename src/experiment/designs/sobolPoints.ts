import { setupStream } from "../../random/index.ts";

const TWO_32 = 4294967296;

/** Most factors that the table of direction numbers brought along can serve. */
export const SOBOL_FACTORS = 1000;

/**
 * Sobol' points, from the origin on, in Gray-code order (library lobos; direction numbers of Joe & Kuo 2008). The first 2^m
 * rows are balanced in every factor, so numbers of rows that are powers of two serve best.
 *
 * With a seed the points are moved by a random digital shift (each factor's bits are flipped by a word of its own, drawn from
 * a set-up stream): each point is uniform, the balance stays, and no point needs to be left out at the origin.
 *
 * Sources: I. M. Sobol' (1967), USSR Comput. Math. Math. Phys. 7(4), 86-112; S. Joe, F. Y. Kuo (2008), SIAM J. Sci. Comput.
 * 30(5), 2635-2654. doi:10.1137/070709359; shift: A. B. Owen (2022), On dropping the first Sobol' point. arXiv:2008.08051
 *
 * @param seed  undefined leaves the points as they are
 * @returns [row][factor] values in [0, 1)
 */
export async function sobolPoints(rows: number, factors: number, seed?: string): Promise<number[][]> {
  if (factors > SOBOL_FACTORS) throw new Error(`sobolPoints: ${factors} factors; at most ${SOBOL_FACTORS} are supported.`);
  // Loaded when needed: its tables weigh more than the rest of a page.
  const { default: lobos } = await import("lobos");
  const points = new lobos.Sobol(factors).take(rows);
  if (seed === undefined) return points;
  const stream = setupStream(seed, "designs/sobol shift");
  const shift = Uint32Array.from({ length: factors }, () => stream.int(TWO_32));
  return points.map((point) => point.map((value, f) => ((value * TWO_32) ^ shift[f]) >>> 0).map((bits) => bits / TWO_32));
}
