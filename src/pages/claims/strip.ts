/** Halves of an interval at which the strip ends; marks farther out stand there. */
const END = 16;

/** Where a mark stands, from -1 to 1: near zero as it is, farther out by the logarithm, the same on both sides. */
export const placeOnStrip = (margins: number): number => Math.sign(margins) * Math.min(1, Math.log1p(Math.abs(margins)) / Math.log1p(END));

/** Rows, by number from the middle, in which marks stand beside each other: none nearer to another of its row than it is wide. */
export function rowsOfMarks(places: readonly number[], width: number): number[] {
  const order = places.map((_, k) => k).sort((a, b) => places[a] - places[b]);
  const ends: number[] = [];
  const rows = places.map(() => 0);
  for (const k of order) {
    let row = 0;
    while (ends[row] !== undefined && places[k] - ends[row] < width) row++;
    ends[row] = places[k];
    rows[k] = row;
  }
  return rows;
}
