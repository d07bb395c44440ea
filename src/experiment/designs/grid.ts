/**
 * Full factorial: every combination of the levels of each factor, the last factor changing fastest.
 *
 * @param levels  [factor] number of levels; evenly spaced with both ends included, one level stands in the middle
 * @returns [row][factor] values in [0, 1]
 */
export function grid(levels: readonly number[]): number[][] {
  let rows: number[][] = [[]];
  for (const count of levels) {
    if (!Number.isInteger(count) || count < 1) throw new Error(`grid: ${count} levels of a factor. A whole number from 1 is needed.`);
    const values = Array.from({ length: count }, (_, level) => (count === 1 ? 0.5 : level / (count - 1)));
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows;
}
