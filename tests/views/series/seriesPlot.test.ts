import { expect, it } from "vitest";
import { ghost } from "../../../src/views/palette.ts";
import { lastShown, withObserved } from "../../../src/views/series/seriesObserved.ts";
import { columnsOf, toPlot } from "../../../src/views/series/seriesPlot.ts";
import { tableOf } from "../../../src/views/series/seriesTable.ts";

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

const observed = [
  { series: 1, span: [2, 2], value: 6, interval: [4, 9] },
  { series: 1, span: [1, 5], value: 1, interval: [1, 1] },
] as const;

it("has room on its axes for what was observed, also of weeks that are still to come", () => {
  expect(withObserved(observed, 2, 7)).toEqual([1, 9]);
  expect(withObserved([], 2, 7)).toEqual([2, 7]);
  const shown = { data, observed, mark: undefined, changes: [], observedText: "", width: 1, height: 1, scale: 1 };
  expect([lastShown(shown), lastShown({ ...shown, observed: [] })]).toEqual([5, 3]);
});

it("has a table with what was observed in the last of the weeks that it is of", () => {
  const options = { weekLabel: "week", series: [{ label: "a" }, { label: "b" }], observedNames: ["observed", "low", "high"] } as const;
  const { columns, rows } = tableOf(options, { data: { ...data, ghosts: [] }, observed });
  expect(columns).toEqual(["week", "a", "b", "b, observed", "b, low", "b, high"]);
  expect(rows[1]).toEqual([2, 0.2, Number.NaN, 6, 4, 9]);
  expect(rows).toHaveLength(5);
  expect(rows[4]).toEqual([5, Number.NaN, Number.NaN, 1, 1, 1]);
});
