/**
 * Sums of the columns of rows that lie one after the other, in the order of the rows.
 *
 * @param out  [width] written
 */
export function sumRows(rows: Float64Array, out: Float64Array): void {
  const width = out.length;
  out.fill(0);
  for (let row = 0; row < rows.length; row += width) for (let k = 0; k < width; k++) out[k] += rows[row + k];
}
