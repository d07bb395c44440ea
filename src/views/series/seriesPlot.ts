import uPlot from "uplot";
import { ink, line, seriesColours, type Theme, themeOf } from "../palette.ts";
import { axisEnds, weekSteps } from "../scales.ts";
import { type Ghost, type SeriesData, type SeriesOptions, type Shown, writtenAs } from "./series.ts";
import { drawEnds, endsOf, roomOfEnds } from "./seriesEnds.ts";
import { drawBand, drawChanges, drawNothing, drawWeeks, tellChange } from "./seriesMarks.ts";
import { drawObserved, lastShown, withObserved } from "./seriesObserved.ts";
import { fontOf, widest } from "./seriesText.ts";

const AXIS = 20; // pixels beside the numbers of an axis
const NUMBERS = 30; // pixels from one number of an axis to the next, at least
const MOST_NUMBERS = 8;
const USUAL = 1.75; // pixels of a line
const OTHER = 1.25;
const FIRST = 3.5; // of the one that is spoken of, on the stage, and of those that stand out
const BEHIND = 0.35; // opacity of the others then
const LEAST_DRAG = 6; // pixels from which a drag is one

/** The lines, axes and legend of a chart in an element; they have the colours of the theme in which they are made. */
export function seriesPlot(options: SeriesOptions, shown: Shown, node: HTMLElement): uPlot {
  const theme = themeOf(node);
  return new uPlot(
    {
      width: shown.width,
      height: shown.height,
      cursor: {
        sync: { key: options.group ?? "laboratory" },
        points: { size: 5 * shown.scale },
        drag: { x: options.onSpan !== undefined, y: false, setScale: false, dist: LEAST_DRAG },
      },
      hooks: {
        setCursor: [
          ({ cursor: { idx } }) => options.onHover?.(idx === null || idx === undefined ? undefined : shown.data.weeks[idx]),
          (u) => tellChange(u, shown, node),
        ],
        setSelect: [(u) => dragged(u, options)],
        setLegend: [(u) => legendOfShown(u, shown)],
        drawAxes: [
          (u) => {
            drawNothing(u, shown, options.nothing, theme);
            if (options.highlight?.weeks) drawBand(u, options.highlight.weeks, shown, theme);
            drawWeeks(u, shown, theme);
            drawChanges(u, shown, theme);
          },
        ],
        draw: [
          (u) => drawObserved(u, shown, theme),
          ...(options.staged ? [(u: uPlot) => drawEnds(u, endsOf(options, shown), shown, theme)] : []),
        ],
      },
      legend: {
        show: !options.staged,
        live: true,
        markers: { dash: ({ series }, k) => (series[k].dash ? "dashed" : "solid") },
      },
      ...(options.staged ? { padding: [null, (u) => roomOfEnds(u, endsOf(options, shown), shown), null, null] } : {}),
      scales: {
        x: { time: false, range: (_, low, high) => (low === null ? [0, 1] : [low, Math.max(low + 1, high, lastShown(shown))]) },
        y: { range: (_, low, high) => axisEnds(...withObserved(shown.observed, low, high), options.format) },
      },
      axes: axes(options, shown, theme),
      series: [
        ...lines(options, shown.scale, theme),
        ...(shown.data.ghosts ?? []).flatMap((ghost) => linesOf(ghost, options, shown.scale, theme)),
      ],
    },
    toPlot(shown.data),
    node,
  );
}

/** Weeks below, values at the left. */
function axes({ weekText, format }: SeriesOptions, shown: Shown, theme: Theme): uPlot.Axis[] {
  const { scale } = shown;
  const hair = { stroke: line[theme], width: scale };
  const axis = { stroke: ink[theme], grid: hair, ticks: { ...hair, size: 6 * scale }, font: fontOf(scale), gap: 5 * scale };
  return [
    {
      ...axis,
      size: 28 * scale,
      space: 56 * scale,
      incrs: [...weekSteps],
      values: (_, weeks) => weeks.map((week, k) => (shown.data.weeks.length === 0 ? "" : k === 0 ? weekText(week) : String(week))),
    },
    // As wide as its widest number.
    {
      ...axis,
      space: (_u, _axis, _low, _high, tall) => Math.max(NUMBERS * scale, tall / MOST_NUMBERS),
      size: (u, numbers) => AXIS * scale + widest(u, numbers ?? [], fontOf(scale)),
      values: (_, values) => values.map((value) => writtenAs(format, value)),
    },
  ];
}

/** The weeks, then a line for each series. Without a value a legend has its names alone. */
function lines({ weekLabel, series, format, staged, highlight }: SeriesOptions, scale: number, theme: Theme): uPlot.Series[] {
  const someStand = (highlight?.series.length ?? 0) > 0;
  const isFirst = (k: number) => (someStand ? highlight?.series.includes(k) : staged && k === 0);
  return [
    { label: weekLabel, value: (_, week?: number) => (week ?? "").toString() },
    ...series.map(({ label, dashed }, k) => ({
      label,
      stroke: seriesColours[k % seriesColours.length][theme],
      width: (isFirst(k) ? FIRST : USUAL) * scale,
      alpha: someStand && !highlight?.series.includes(k) ? BEHIND : 1,
      points: { show: false },
      value: (_: uPlot, value?: number | null) => (Number.isFinite(value) ? writtenAs(format, value as number) : ""),
      ...(dashed ? { dash: [5 * scale, 4 * scale] } : {}),
    })),
  ];
}

/** The curves of another run, the first of which stands for all in the legend. */
const linesOf = ({ name, colour }: Ghost, { series, format }: SeriesOptions, scale: number, theme: Theme): uPlot.Series[] =>
  series.map(({ dashed }, k) => ({
    label: name,
    class: k === 0 ? "ghost" : "ghost-other",
    stroke: colour[theme],
    width: OTHER * scale,
    points: { show: false },
    value: (_: uPlot, value?: number | null) => (Number.isFinite(value) ? writtenAs(format, value as number) : ""),
    ...(dashed ? { dash: [5 * scale, 4 * scale] } : {}),
  }));

/** A window of weeks that was dragged is told, and its trace is taken away. */
function dragged(u: uPlot, { onSpan }: SeriesOptions): void {
  if (u.select.width < LEAST_DRAG) return;
  const week = (left: number) => Math.max(1, Math.round(u.posToVal(left, "x")));
  onSpan?.(week(u.select.left), week(u.select.left + u.select.width));
  u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}

/** Whenever the legend is set and no cursor is on the chart, it shows the week that is shown everywhere. */
export function legendOfShown(u: uPlot, { data, mark }: Shown): void {
  if (u.cursor.idx !== null && u.cursor.idx !== undefined) return;
  const k = Math.min(mark?.week ?? Number.POSITIVE_INFINITY, data.weeks.length) - 1;
  u.setLegend({ idxs: u.series.map(() => (k < 0 ? null : k)) }, false);
}

/** As tables take them: as many weeks as the longest series has, nothing where one has ended. */
export function columnsOf({ weeks, values, ghosts = [] }: SeriesData): [weeks: number[], ...columns: (number | null)[][]] {
  const others = ghosts.flatMap((ghost) => ghost.values);
  const longest = Math.max(weeks.length, ...others.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, k) => weeks[k] ?? (weeks[0] ?? 1) + k);
  const column = (of: ArrayLike<number>) => Array.from(all, (_, k) => (Number.isFinite(of[k]) ? of[k] : null));
  return [all, ...values.map(column), ...others.map(column)];
}

/** As the plot takes them: a curve of another run begins where it parts from the one that stands, which it would hide. */
export function toPlot(data: SeriesData): uPlot.AlignedData {
  const [weeks, ...columns] = columnsOf(data);
  const count = data.values.length;
  const drawn = columns.map((column, c) => {
    if (c < count) return column;
    const parted = column.findIndex((value, k) => value !== columns[c % count][k]);
    return column.map((value, k) => (parted < 0 || k < parted - 1 ? null : value));
  });
  return [weeks, ...drawn];
}
