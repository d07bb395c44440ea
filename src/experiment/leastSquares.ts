/** Coefficients that fit best, and of each the variance that it has for every unit of variance of what is fitted. */
export interface Fit {
  coefficients: number[];
  variances: number[];
  /** Sum of squares of what is left, and the degrees of freedom it has. */
  rest: number;
  freedom: number;
}

/** Below this share of what a column had at the start nothing of it is left beside the others: it is a sum of them. */
const NOTHING = 1e-10;

/**
 * Ordinary least squares by the normal equations, solved together with their inverse (Gauss and Jordan, pivots of the
 * diagonal); undefined where columns depend on each other.
 *
 * @param rows  [row][column]
 * @param y     [row]
 */
export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[]): Fit | undefined {
  const width = rows[0]?.length ?? 0;
  if (rows.length < width || width === 0) return undefined;
  // [column][columns, y, unit matrix]
  const table = Array.from({ length: width }, (_, i) =>
    Float64Array.from({ length: 2 * width + 1 }, (_, k) => {
      if (k > width) return k - width - 1 === i ? 1 : 0;
      return rows.reduce((sum, row, r) => sum + row[i] * (k === width ? y[r] : row[k]), 0);
    }),
  );
  const start = table.map((row, i) => row[i]);
  for (let i = 0; i < width; i++) {
    const pivot = table[i][i];
    if (!(pivot > NOTHING * start[i])) return undefined;
    for (let k = 0; k < table[i].length; k++) table[i][k] /= pivot;
    for (let j = 0; j < width; j++) {
      const times = table[j][i];
      if (j === i || times === 0) continue;
      for (let k = 0; k < table[j].length; k++) table[j][k] -= times * table[i][k];
    }
  }
  const coefficients = table.map((row) => row[width]);
  const rest = rows.reduce((sum, row, r) => {
    const off = y[r] - row.reduce((fitted, x, k) => fitted + x * coefficients[k], 0);
    return sum + off * off;
  }, 0);
  return { coefficients, variances: table.map((row, i) => row[width + 1 + i]), rest, freedom: rows.length - width };
}
