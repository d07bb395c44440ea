import type { Table } from "../figure.ts";
import type { SeriesOptions, Shown } from "./series.ts";
import { columnsOf } from "./seriesPlot.ts";

/** All weeks of the series, of the same in other runs, and what was observed, in the last of the weeks that it is of. */
export function tableOf(
  { weekLabel, series, observedNames }: Pick<SeriesOptions, "weekLabel" | "series" | "observedNames">,
  { data, observed }: Pick<Shown, "data" | "observed">,
): Table {
  const [known, ...columns] = columnsOf(data);
  const last = Math.max(known.length, ...observed.map(({ span }) => span[1]));
  const weeks = Array.from({ length: last }, (_, k) => known[k] ?? (known[0] ?? 1) + k);
  const seen = [...new Set(observed.map((one) => one.series))].sort((a, b) => a - b);
  const at = (which: number) => new Map(observed.filter((one) => one.series === which).map((one) => [one.span[1], one]));
  const byWeek = seen.map(at);
  return {
    columns: [
      weekLabel,
      ...series.map(({ label }) => label),
      ...(data.ghosts ?? []).flatMap((ghost) => series.map(({ label }) => `${label}, ${ghost.name}`)),
      ...seen.flatMap((which) => observedNames.map((what) => `${series[which].label}, ${what}`)),
    ],
    rows: weeks.map((week, k) => [
      week,
      ...columns.map((values) => values[k] ?? Number.NaN),
      ...byWeek.flatMap((marks) => {
        const one = marks.get(week);
        return one ? [one.value, ...one.interval] : [Number.NaN, Number.NaN, Number.NaN];
      }),
    ]),
  };
}
