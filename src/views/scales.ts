/** Ends of an axis of values. It begins at zero, however far the values are from it, and holds them all with some room. */
export function axisEnds(low: number, high: number, format: "share" | "number"): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const room = 0.1 * (Math.max(0, high) - Math.min(0, low));
  const top = high <= 0 ? 0 : format === "share" && high <= 1 ? Math.min(1, Math.max(0.02, high + room)) : high + room;
  const bottom = low >= 0 ? 0 : low - room;
  return top > bottom ? [bottom, top] : [0, 1];
}

const NOTHING = 1e-12; // less than this is a trace of rounding, of any quantity shown

/** Ends of a scale of colours: from zero (or the least below it) to the next round number. */
export function colourEnds(values: ArrayLike<number>): [number, number] {
  let [low, high] = [0, 0];
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) continue;
    low = Math.min(low, values[k]);
    high = Math.max(high, values[k]);
  }
  const [below, above] = [rounded(-low), rounded(high)];
  return [below === 0 ? 0 : -below, below === 0 && above === 0 ? 1 : above];
}

const ROUND = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The next round number that is not less: 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, ... */
function rounded(value: number): number {
  if (value < NOTHING) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const times = ROUND.find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return Number((times * power).toPrecision(2));
}

/** Steps between the weeks of an axis: weeks, quarters, halves, years. */
export const weekSteps: readonly number[] = [1, 2, 4, 13, 26, 52, 104, 260, 520, 1040];

/** Weeks to be marked on an axis, at most so many. */
export function weekTicks(first: number, last: number, most: number): number[] {
  const count = (step: number) => Math.floor(last / step) - Math.ceil(first / step) + 1;
  const by = weekSteps.find((step) => count(step) <= Math.max(2, most)) ?? weekSteps[weekSteps.length - 1];
  return Array.from({ length: count(by) }, (_, k) => (Math.ceil(first / by) + k) * by);
}
