import { expect, it } from "vitest";
import { withinObserved } from "../../src/pages/laboratory/series/within.ts";

const mark = (span: [number, number], interval: [number, number]) => ({
  series: 0,
  span,
  value: (interval[0] + interval[1]) / 2,
  interval,
});

it("counts observed intervals that a run has reached, and those that its mean lies in", () => {
  const values = [1, 3, Number.NaN, Number.NaN, 5];
  const of = (...marks: ReturnType<typeof mark>[]) => withinObserved(marks, 5, () => values);
  expect(of(mark([1, 2], [1.9, 2.1]))).toEqual({ reached: 1, within: 1 });
  expect(of(mark([1, 2], [2.1, 3]))).toEqual({ reached: 1, within: 0 });
  expect(of(mark([5, 6], [0, 9]))).toEqual({ reached: 0, within: 0 });
  // Weeks without a value are passed over; where all are, there is nothing to compare.
  expect(of(mark([2, 4], [3, 3]))).toEqual({ reached: 1, within: 1 });
  expect(of(mark([3, 4], [0, 9]))).toEqual({ reached: 0, within: 0 });
});
