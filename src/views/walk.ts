/** The place that a step leads to among `count` in a ring. From none, or from one that is not among them, it leads to an end. */
export function walked(now: number, step: 1 | -1, count: number): number {
  if (!(now >= 0 && now < count)) return step > 0 ? 0 : count - 1;
  return (now + step + count) % count;
}

/** Which way an arrow key goes along a row of things. */
export const stepOfKey = (key: string): 1 | -1 | undefined => (({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }) as const)[key];

/** Moves the week that is shown by keyboard: arrows by one (with Shift a year), Home and End, Escape to now. */
export function weekOfKey(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  shown: number,
  first: number,
  last: number,
): number | "now" | undefined {
  if (last < first) return undefined;
  const within = (week: number) => Math.max(first, Math.min(last, week));
  const by = shiftKey ? 52 : 1;
  if (key === "ArrowLeft") return within(shown - by);
  if (key === "ArrowRight") return within(shown + by);
  if (key === "Home") return first;
  if (key === "End" || key === "Escape") return "now";
  return undefined;
}
