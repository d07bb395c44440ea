import { setupStream } from "../../random/index.ts";

/**
 * Latin hypercube: each factor's range is cut into as many parts as there are rows, and each part is met once.
 *
 * Source: M. D. McKay, R. J. Beckman, W. J. Conover (1979), Technometrics 21(2), 239-245. doi:10.2307/1268522
 * Draws, for each factor, from the set-up stream of its name: a further factor leaves the columns of the others as they are.
 *
 * @param names  [factor]
 * @returns [row][factor] values in [0, 1)
 */
export function latinHypercube(rows: number, names: readonly string[], seed: string): number[][] {
  const points = Array.from({ length: rows }, () => new Array<number>(names.length));
  for (const [f, name] of names.entries()) {
    const stream = setupStream(seed, name);
    const parts = Uint32Array.from({ length: rows }, (_, k) => k);
    stream.shuffle(parts);
    for (let r = 0; r < rows; r++) points[r][f] = (parts[r] + stream.next()) / rows;
  }
  return points;
}
