import { expect, it } from "vitest";
import { columnsOf, toPlot } from "../../../src/views/series/seriesPlot.ts";

const data = {
  weeks: [1, 2, 3],
  values: [
    [0.1, 0.2, 0.3],
    [5, Number.NaN, 7],
  ],
  before: [
    [0.1, 0.2, 0.4, 0.5],
    [5, Number.NaN, 7],
  ],
};

it("draws a curve of before from the week in front of where it parts, as far as it goes; one that never parts is not drawn", () => {
  expect(toPlot(data)).toEqual([
    [1, 2, 3, 4],
    [0.1, 0.2, 0.3, null],
    [5, null, 7, null],
    [null, 0.2, 0.4, 0.5],
    [null, null, null, null],
  ]);
});

it("keeps all of it in the table", () => {
  expect(columnsOf(data)[3]).toEqual([0.1, 0.2, 0.4, 0.5]);
  expect(columnsOf({ weeks: [], values: [[]] })).toEqual([[], []]);
});
