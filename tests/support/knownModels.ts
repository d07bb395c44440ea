/**
 * Functions whose sensitivity is known.
 * Ishigami & Homma (1990), a = 7, b = 0.1, on [-pi, pi]^3: first order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
 */
export function ishigami(point: readonly number[]): number {
  const [x, y, z] = point.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}
const a = 7;
const b = 0.1;
const ofX = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
const ofY = a ** 2 / 8;
const ofXZ = (b ** 2 * Math.PI ** 8 * 8) / 225;
const variance = ofX + ofY + ofXZ;
export const ishigamiFirst = [ofX / variance, ofY / variance, 0];
export const ishigamiTotal = [(ofX + ofXZ) / variance, ofY / variance, ofXZ / variance];

/** Sobol's g-function (Saltelli & Sobol' 1995): the product of (|4 u - 2| + a) / (1 + a). */
export const gWeights = [0, 1, 4.5, 9, 99];
export const gFunction = (point: readonly number[]): number =>
  point.reduce((product, u, f) => (product * (Math.abs(4 * u - 2) + gWeights[f])) / (1 + gWeights[f]), 1);
const part = gWeights.map((weight) => 1 / (3 * (1 + weight) ** 2));
const gVariance = part.reduce((product, v) => product * (1 + v), 1) - 1;
export const gFirst = part.map((v) => v / gVariance);
export const gTotal = part.map((v) => (v * ((gVariance + 1) / (1 + v))) / gVariance);
