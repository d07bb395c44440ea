import uPlot from "uplot";
import { ghost, ink, line, seriesColours, type Theme, themeOf } from "../palette.ts";
import { axisEnds, weekSteps } from "../scales.ts";
import { type SeriesData, type SeriesOptions, type Shown, writtenAs } from "./series.ts";
import { drawChanges, drawNothing, drawWeeks, tellChange } from "./seriesMarks.ts";

const FONT = "11px system-ui, sans-serif";
const AXIS = 20; // pixels beside the numbers of an axis
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
        points: { size: 5 },
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
            drawWeeks(u, shown, theme);
            drawChanges(u, shown, theme);
          },
        ],
      },
      legend: { live: true },
      scales: {
        x: { time: false, range: (_, low, high) => (low === null ? [0, 1] : [low, Math.max(low + 1, high)]) },
        y: { range: (_, low, high) => axisEnds(low, high, options.format) },
      },
      axes: axes(options, shown, theme),
      series: [...lines(options, theme), ...(shown.data.before ? linesOfBefore(options, theme) : [])],
    },
    toPlot(shown.data),
    node,
  );
}

/** Weeks below, values at the left. */
function axes({ weekText, format }: SeriesOptions, shown: Shown, theme: Theme): uPlot.Axis[] {
  const hair = { stroke: line[theme], width: 1 };
  const axis = { stroke: ink[theme], grid: hair, ticks: hair, font: FONT };
  return [
    {
      ...axis,
      size: 26,
      space: 56,
      incrs: [...weekSteps],
      values: (_, weeks) => weeks.map((week, k) => (shown.data.weeks.length === 0 ? "" : k === 0 ? weekText(week) : String(week))),
    },
    // As wide as its widest number.
    {
      ...axis,
      size: (u, numbers) => AXIS + widest(u, numbers ?? []),
      values: (_, values) => values.map((value) => writtenAs(format, value)),
    },
  ];
}

/** The weeks, then a line for each series. Without a value a legend has its names alone. */
function lines({ weekLabel, series, format }: SeriesOptions, theme: Theme): uPlot.Series[] {
  return [
    { label: weekLabel, value: (_, week?: number) => (week ?? "").toString() },
    ...series.map(({ label, dashed }, k) => ({
      label,
      stroke: seriesColours[k % seriesColours.length][theme],
      width: 1.75,
      points: { show: false },
      value: (_: uPlot, value?: number | null) => (Number.isFinite(value) ? writtenAs(format, value as number) : ""),
      ...(dashed ? { dash: [5, 4] } : {}),
    })),
  ];
}

/** The curves of before, the first of which stands for all in the legend. */
const linesOfBefore = ({ before, series, format }: SeriesOptions, theme: Theme): uPlot.Series[] =>
  series.map(({ dashed }) => ({
    label: before ?? "",
    class: "before",
    stroke: ghost[theme],
    width: 1.25,
    points: { show: false },
    value: (_: uPlot, value?: number | null) => (Number.isFinite(value) ? writtenAs(format, value as number) : ""),
    ...(dashed ? { dash: [5, 4] } : {}),
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

/** Pixels that the widest of some texts takes beside an axis. */
function widest({ ctx }: uPlot, texts: readonly string[]): number {
  ctx.save();
  ctx.font = FONT;
  const most = Math.max(0, ...texts.map((text) => ctx.measureText(text).width));
  ctx.restore();
  return Math.ceil(most);
}

/** As the plot takes them: as many weeks as the longest series has, nothing where one has ended. */
export function toPlot({ weeks, values, before }: SeriesData): uPlot.AlignedData {
  const longest = Math.max(weeks.length, ...(before ?? []).map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, k) => weeks[k] ?? (weeks[0] ?? 1) + k);
  const column = (of: ArrayLike<number>) => Array.from(all, (_, k) => (Number.isFinite(of[k]) ? of[k] : null));
  return [all, ...values.map(column), ...(before ?? []).map(column)];
}
