import uPlot from "uplot";
import { type Chart, inkOf, seriesColours } from "./chart.ts";

export interface SeriesOptions {
  title: string;
  series: readonly { label: string; dashed?: boolean }[];
  /** "share" shows 0-1 as percent from 0 up; "number" fits the axis to the values. */
  format: "share" | "number";
  height?: number;
  /** Charts of the same group move their cursors together. */
  group?: string;
  weekLabel: string;
}

/** Weeks and one array of values per series; NaN is a gap. */
export interface SeriesData {
  weeks: ArrayLike<number>;
  values: readonly ArrayLike<number>[];
}

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

/** Measures by week, as lines. `update` may be called on every frame. */
export function seriesChart(options: SeriesOptions): Chart<SeriesData> & { resize(width: number): void; restyle(): void } {
  const { title, series, format, height = 150, group = "laboratory", weekLabel } = options;
  const show = (value: number | null) =>
    value === null || Number.isNaN(value) ? "–" : format === "share" ? percent.format(value) : plain.format(value);
  const node = document.createElement("figure");
  node.className = "series";
  node.setAttribute("role", "figure");
  node.setAttribute("aria-label", title);
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  node.append(caption);
  let data: SeriesData = { weeks: [], values: series.map(() => []) };
  let width = 320;
  let plot = make();

  function make(): uPlot {
    const { ink, line } = inkOf(node);
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: "11px system-ui, sans-serif" };
    return new uPlot(
      {
        width,
        height,
        cursor: { sync: { key: group }, points: { size: 5 }, drag: { x: false, y: false } },
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
          { label: weekLabel, value: (_, week) => (week === null ? "–" : String(week)) },
          ...series.map(({ label, dashed }, k) => ({
            label,
            stroke: seriesColours[k % seriesColours.length],
            width: 1.75,
            points: { show: false },
            value: (_: uPlot, value: number | null) => show(value),
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

  /** Without a cursor the legend shows the last week. */
  function legendOfLast(): void {
    if (plot.cursor.idx === null || plot.cursor.idx === undefined) plot.setLegend({ idx: data.weeks.length - 1 }, false);
  }

  return {
    node,
    update(next) {
      data = next;
      plot.setData(toPlot(data));
      legendOfLast();
    },
    resize(next) {
      if (next === width || next < 40) return;
      width = next;
      plot.setSize({ width, height });
    },
    restyle() {
      plot.destroy();
      plot = make();
      legendOfLast();
    },
  };
}

const toPlot = ({ weeks, values }: SeriesData): uPlot.AlignedData =>
  [weeks, ...values.map((column) => Array.from(column, (value) => (Number.isNaN(value) ? null : value)))] as unknown as uPlot.AlignedData;
