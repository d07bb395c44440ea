import uPlot from "uplot";
import { type Chart, sayOnCanvas } from "./chart.ts";
import type { Table } from "./figure.ts";
import type { LegendEntry } from "./marks.ts";
import { ink, line, seriesColours, themeOf } from "./palette.ts";
import { axisEnds, weekSteps } from "./scales.ts";
import { weekOfKey } from "./walk.ts";

export interface SeriesOptions {
  title: string;
  series: readonly { label: string; dashed?: boolean }[];
  /** "share" shows 0-1 as percent. The axis begins at zero. */
  format: "share" | "number";
  height?: number;
  /** Charts of the same group move their cursors together. */
  group?: string;
  weekLabel: string;
  /** A week by its number, on the axis. */
  weekText(week: number): string;
  /** What stands there while there is no week. */
  nothing: string;
  /** The pointer is on a week, or has left. */
  onHover?(week: number | undefined): void;
  /** A week is held by a click or by keyboard; "now" lets it go. */
  onHold?(week: number | "now"): void;
  /** A window of weeks was dragged. */
  onSpan?(from: number, to: number): void;
}

/** The week that is shown, and a window of weeks. */
export interface WeekMark {
  week: number;
  window?: readonly [from: number, to: number];
}

/** Weeks and one array of values per series; NaN is a gap. */
export interface SeriesData {
  weeks: ArrayLike<number>;
  values: readonly ArrayLike<number>[];
}

const FONT = "11px system-ui, sans-serif";
const AXIS = 20; // pixels beside the numbers of an axis

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

/** Measures by week, as lines. `update` may be called on every frame. */
export function seriesChart(options: SeriesOptions): Chart<SeriesData> & {
  resize(width: number): void;
  restyle(): void;
  mark(mark: WeekMark): void;
  table(): Table;
  canvas(): HTMLCanvasElement;
  legend(): LegendEntry[];
  stop(): void;
} {
  const { title, series, format, height = 150, group = "laboratory", weekLabel, weekText } = options;
  /** Without a value a legend has its names alone. */
  const show = (value: number | null | undefined) =>
    !Number.isFinite(value) ? "" : (format === "share" ? percent : plain).format(value as number);
  const node = document.createElement("figure");
  node.className = "series";
  node.setAttribute("role", "figure");
  node.setAttribute("aria-label", title);
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  node.append(caption);
  node.tabIndex = 0;
  let data: SeriesData = { weeks: [], values: series.map(() => []) };
  let width = 320;
  let mark: WeekMark | undefined;
  let plot = make();

  function make(): uPlot {
    const theme = themeOf(node);
    const hair = { stroke: line[theme], width: 1 };
    const axis = { stroke: ink[theme], grid: hair, ticks: hair, font: FONT };
    const tick = (value: number) => (format === "share" ? percent : plain).format(value);
    return new uPlot(
      {
        width,
        height,
        cursor: {
          sync: { key: group },
          points: { size: 5 },
          drag: { x: options.onSpan !== undefined, y: false, setScale: false, dist: 6 },
        },
        hooks: {
          setCursor: [({ cursor: { idx } }) => options.onHover?.(idx === null || idx === undefined ? undefined : data.weeks[idx])],
          setSelect: [dragged],
          setLegend: [legendOfShown],
          drawAxes: [drawMark],
        },
        legend: { live: true },
        scales: {
          x: { time: false, range: (_, low, high) => (low === null ? [0, 1] : [low, Math.max(low + 1, high)]) },
          y: { range: (_, low, high) => axisEnds(low, high, format) },
        },
        axes: [
          {
            ...axis,
            size: 26,
            space: 56,
            incrs: [...weekSteps],
            values: (_, weeks) => weeks.map((week, k) => (data.weeks.length === 0 ? "" : k === 0 ? weekText(week) : String(week))),
          },
          // As wide as its widest number.
          { ...axis, size: (u, numbers) => AXIS + widest(u, numbers ?? []), values: (_, values) => values.map(tick) },
        ],
        series: [
          { label: weekLabel, value: (_, week?: number) => (week ?? "").toString() },
          ...series.map(({ label, dashed }, k) => ({
            label,
            stroke: seriesColours[k % seriesColours.length][theme],
            width: 1.75,
            points: { show: false },
            value: (_: uPlot, value?: number | null) => show(value),
            ...(dashed ? { dash: [5, 4] } : {}),
          })),
        ],
      },
      toPlot(data),
      node,
    );
  }

  function dragged(u: uPlot): void {
    if (u.select.width < 6) return;
    const week = (left: number) => Math.max(1, Math.round(u.posToVal(left, "x")));
    options.onSpan?.(week(u.select.left), week(u.select.left + u.select.width));
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }

  const last = () => data.weeks[data.weeks.length - 1] ?? 0;

  /** The week that is shown as a line, unless it is the last one, and the window as a band behind the curves. */
  function drawMark(u: uPlot): void {
    const { ctx, bbox } = u;
    if (data.weeks.length === 0) {
      ctx.save();
      ctx.scale(devicePixelRatio, devicePixelRatio);
      sayOnCanvas(ctx, options.nothing, width, height, themeOf(node));
      ctx.restore();
    }
    if (!mark || data.weeks.length < 2) return;
    const x = (week: number) => Math.max(bbox.left, Math.min(bbox.left + bbox.width, u.valToPos(week, "x", true)));
    ctx.save();
    ctx.fillStyle = ink[themeOf(node)];
    if (mark.window) {
      ctx.globalAlpha = 0.08;
      ctx.fillRect(x(mark.window[0]), bbox.top, x(mark.window[1]) - x(mark.window[0]), bbox.height);
    }
    if (mark.week < last()) {
      ctx.globalAlpha = 0.7;
      ctx.fillRect(x(mark.week) - 0.75, bbox.top, 1.5, bbox.height);
    }
    ctx.restore();
  }

  /** Whenever the legend is set and no cursor is on the chart, it shows the week that is shown everywhere. */
  function legendOfShown(u: uPlot): void {
    if (u.cursor.idx !== null && u.cursor.idx !== undefined) return;
    const k = Math.min(mark?.week ?? Infinity, data.weeks.length) - 1;
    u.setLegend({ idxs: u.series.map(() => (k < 0 ? null : k)) }, false);
  }

  let pressedAt = 0;
  node.addEventListener("pointerdown", (event) => (pressedAt = event.clientX));
  node.addEventListener("click", (event) => {
    const idx = plot.cursor.idx;
    if (idx === null || idx === undefined || Math.abs(event.clientX - pressedAt) > 5 || !plot.over.contains(event.target as Node)) return;
    options.onHold?.(data.weeks[idx]);
  });
  node.addEventListener("keydown", (event) => {
    const week = weekOfKey(event, mark?.week ?? last(), data.weeks[0] ?? 1, last());
    if (week === undefined) return;
    mark = { ...mark, week: week === "now" ? last() : week }; // the next key may come before the page has answered
    options.onHold?.(week);
    event.preventDefault();
  });

  return {
    node,
    update(next) {
      data = next;
      plot.setData(toPlot(data));
    },
    mark(next) {
      const before = mark;
      mark = next;
      legendOfShown(plot);
      if (before?.week !== next.week || String(before.window) !== String(next.window)) plot.redraw(false, true);
    },
    table: () => ({
      columns: [weekLabel, ...series.map(({ label }) => label)],
      rows: Array.from(data.weeks, (week, k) => [week, ...data.values.map((values) => values[k])]),
    }),
    canvas: () => plot.ctx.canvas,
    legend: () => series.map(({ label }, k) => ({ colour: seriesColours[k % seriesColours.length], text: label })),
    resize(next) {
      if (next === width || next < 40) return;
      width = next;
      plot.setSize({ width, height });
    },
    restyle() {
      plot.destroy();
      plot = make();
    },
    /** Charts of a group know each other, and the page knows all charts, until they are taken back. */
    stop: () => plot.destroy(),
  };
}

/** Pixels that the widest of some texts takes beside an axis. */
function widest({ ctx }: uPlot, texts: readonly string[]): number {
  ctx.save();
  ctx.font = FONT;
  const most = Math.max(0, ...texts.map((text) => ctx.measureText(text).width));
  ctx.restore();
  return Math.ceil(most);
}

const toPlot = ({ weeks, values }: SeriesData): uPlot.AlignedData =>
  [weeks, ...values.map((column) => Array.from(column, (value) => (Number.isNaN(value) ? null : value)))] as uPlot.AlignedData;
