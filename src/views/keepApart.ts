/** A label at its height, and the room that it needs up to the next. Pixels, downwards. */
interface Label {
  y: number;
  room: number;
}

/** Moves labels apart: from the bottom up none nearer to the one below than its room; then back inside from the top. Sorted from below. */
export function keepApart<T extends Label>(labels: readonly T[], top: number, bottom: number): T[] {
  const apart = labels.map((label) => ({ ...label })).sort((a, b) => b.y - a.y);
  let limit = bottom;
  for (const label of apart) limit = (label.y = Math.min(label.y, limit)) - label.room;
  let least = top;
  for (const label of [...apart].reverse()) least = (label.y = Math.max(label.y, least)) + label.room;
  return apart;
}
