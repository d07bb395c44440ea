import type { ObservedMark } from "../../../views/index.ts";

/**
 * How many observed intervals the run has reached, and in how many of them its mean over those weeks lies. Weeks without a
 * value are passed over; an interval in whose weeks there is none was not reached.
 *
 * @param values  [week - 1] of a curve of the chart, by its place there
 */
export function withinObserved(
  marks: readonly ObservedMark[],
  weeks: number,
  values: (series: number) => ArrayLike<number>,
): { reached: number; within: number } {
  const means = marks
    .filter(({ span }) => span[1] <= weeks)
    .map(({ series, span, interval }) => ({ interval, mean: meanOf(values(series), span) }))
    .filter(({ mean }) => !Number.isNaN(mean));
  return { reached: means.length, within: means.filter(({ interval, mean }) => interval[0] <= mean && mean <= interval[1]).length };
}

function meanOf(values: ArrayLike<number>, [from, to]: readonly [number, number]): number {
  let [sum, count] = [0, 0];
  for (let week = from; week <= to; week++)
    if (Number.isFinite(values[week - 1])) {
      sum += values[week - 1];
      count++;
    }
  return sum / count;
}
