/** A label at its height, and how much room it takes above that. Pixels, downwards. */
interface Label {
  y: number;
  room: number;
}

/** Moves labels apart, from the bottom up so that none lies in the room of the one below; then back inside from the top. Sorted from below. */
export function keepApart<T extends Label>(labels: readonly T[], top: number, bottom: number): T[] {
  const apart = labels.map((label) => ({ ...label })).sort((a, b) => b.y - a.y);
  let limit = bottom;
  for (const label of apart) limit = (label.y = Math.min(label.y, limit)) - label.room;
  let least = top;
  for (const label of [...apart].reverse()) least = label.y = Math.max(label.y, least + label.room);
  return apart;
}
