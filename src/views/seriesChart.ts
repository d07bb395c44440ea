import uPlot from "uplot";
import { type Chart, inkOf, seriesColours } from "./chart.ts";
import type { Table } from "./figure.ts";
import { weekOfKey } from "./walk.ts";

export interface SeriesOptions {
  title: string;
  series: readonly { label: string; dashed?: boolean }[];
  /** "share" shows 0-1 as percent from 0 up; "number" fits the axis to the values. */
  format: "share" | "number";
  height?: number;
  /** Charts of the same group move their cursors together. */
  group?: string;
  weekLabel: string;
  /** The pointer is on a week, or has left. */
  onHover?(week: number | undefined): void;
  /** A week is held by a click or by keyboard; "now" lets it go. */
  onHold?(week: number | "now"): void;
  /** A window of weeks was dragged. */
  onSpan?(from: number, to: number): void;
}

/** The week that is shown, and a window of weeks. */
export interface Mark {
  week: number;
  window?: readonly [from: number, to: number];
}

/** Weeks and one array of values per series; NaN is a gap. */
export interface SeriesData {
  weeks: ArrayLike<number>;
  values: readonly ArrayLike<number>[];
}

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

/** Measures by week, as lines. `update` may be called on every frame. */
export function seriesChart(options: SeriesOptions): Chart<SeriesData> & {
  resize(width: number): void;
  restyle(): void;
  mark(mark: Mark): void;
  table(): Table;
  canvas(): HTMLCanvasElement;
  legend(): { colour: string; text: string }[];
  stop(): void;
} {
  const { title, series, format, height = 150, group = "laboratory", weekLabel } = options;
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
  let mark: Mark | undefined;
  let plot = make();

  function make(): uPlot {
    const { ink, line } = inkOf(node);
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: "11px system-ui, sans-serif" };
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
        scales: { x: { time: false }, y: { range: (_, low, high) => bounds(low, high) } },
        axes: [
          { ...axis, size: 26, space: 60 },
          {
            ...axis,
            size: 44,
            values: (_, ticks) => ticks.map((tick) => (format === "share" ? percent.format(tick) : plain.format(tick))),
          },
        ],
        series: [
          { label: weekLabel, value: (_, week?: number) => (week ?? "").toString() },
          ...series.map(({ label, dashed }, k) => ({
            label,
            stroke: seriesColours[k % seriesColours.length],
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

  function bounds(low: number, high: number): [number, number] {
    if (low === null || high === null || Number.isNaN(low)) return [0, 1];
    if (format === "share") return [0, Math.min(1, Math.max(0.02, high * 1.12))];
    const room = (high - low || Math.abs(high) || 1) * 0.1;
    return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
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
    if (!mark || data.weeks.length < 2) return;
    const { ctx, bbox } = u;
    const { ink } = inkOf(node);
    const x = (week: number) => Math.max(bbox.left, Math.min(bbox.left + bbox.width, u.valToPos(week, "x", true)));
    ctx.save();
    ctx.fillStyle = ink;
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

const toPlot = ({ weeks, values }: SeriesData): uPlot.AlignedData =>
  [weeks, ...values.map((column) => Array.from(column, (value) => (Number.isNaN(value) ? null : value)))] as unknown as uPlot.AlignedData;
