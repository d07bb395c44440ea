import { expect, it } from "vitest";
import { ghost } from "../../../src/views/palette.ts";
import { columnsOf, toPlot } from "../../../src/views/series/seriesPlot.ts";

const data = {
  weeks: [1, 2, 3],
  values: [
    [0.1, 0.2, 0.3],
    [5, Number.NaN, 7],
  ],
  ghosts: [
    {
      name: "before",
      colour: ghost,
      values: [
        [0.1, 0.2, 0.4, 0.5],
        [5, Number.NaN, 7],
      ],
    },
  ],
};

it("draws a curve of another run from the week in front of where it parts, as far as it goes; one that never parts is not drawn", () => {
  expect(toPlot(data)).toEqual([
    [1, 2, 3, 4],
    [0.1, 0.2, 0.3, null],
    [5, null, 7, null],
    [null, 0.2, 0.4, 0.5],
    [null, null, null, null],
  ]);
});

it("draws the curves of several runs, each beside those of the run that stands", () => {
  const ghosts = [...data.ghosts, { name: "baseline", colour: ghost, values: [[0.1, 0.3], [4]] }];
  expect(toPlot({ ...data, ghosts }).slice(5)).toEqual([
    [0.1, 0.3, null, null],
    [4, null, null, null],
  ]);
});

it("keeps all of it in the table", () => {
  expect(columnsOf(data)[3]).toEqual([0.1, 0.2, 0.4, 0.5]);
  expect(columnsOf({ weeks: [], values: [[]] })).toEqual([[], []]);
});
