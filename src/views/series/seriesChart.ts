import type uPlot from "uplot";
import type { Chart } from "../chart.ts";
import type { Table } from "../figure.ts";
import type { LegendEntry } from "../marks.ts";
import { seriesColours } from "../palette.ts";
import { weekOfKey } from "../walk.ts";
import { lastWeek, type SeriesData, type SeriesOptions, type Shown, type WeekMark } from "./series.ts";
import { legendOfShown, seriesPlot, toPlot } from "./seriesPlot.ts";

const NARROWEST = 40; // pixels under which a box is not shown

/** Measures by week, as lines. `update` may be called on every frame. */
export function seriesChart(options: SeriesOptions): Chart<SeriesData> & {
  resize(width: number): void;
  restyle(): void;
  mark(mark: WeekMark): void;
  /** What the chart shows, as a sentence above its name; nothing takes it away. */
  find(finding: string | undefined): void;
  table(): Table;
  canvas(): HTMLCanvasElement;
  legend(): LegendEntry[];
  stop(): void;
} {
  const { title, series, height = 150, weekLabel } = options;
  const node = titled(title);
  const shown: Shown = { data: { weeks: [], values: series.map(() => []) }, mark: undefined, width: 320, height };
  let plot = seriesPlot(options, shown, node);
  holdByClick(node, () => plot, shown, options);
  holdByKey(node, shown, options);
  return {
    node,
    update(next) {
      shown.data = next;
      plot.setData(toPlot(next));
    },
    mark(next) {
      const before = shown.mark;
      shown.mark = next;
      legendOfShown(plot, shown);
      if (before?.week !== next.week || String(before.window) !== String(next.window)) plot.redraw(false, true);
    },
    find(finding) {
      (node.querySelector(".finding") as HTMLElement).textContent = finding ?? "";
    },
    table: () => ({
      columns: [weekLabel, ...series.map(({ label }) => label)],
      rows: Array.from(shown.data.weeks, (week, k) => [week, ...shown.data.values.map((values) => values[k])]),
    }),
    canvas: () => plot.ctx.canvas,
    legend: () => series.map(({ label }, k) => ({ colour: seriesColours[k % seriesColours.length], text: label })),
    resize(width) {
      if (width === shown.width || width < NARROWEST) return;
      shown.width = width;
      plot.setSize({ width, height });
    },
    restyle() {
      plot.destroy();
      plot = seriesPlot(options, shown, node);
    },
    /** Charts of a group know each other, and the page knows all charts, until they are taken back. */
    stop: () => plot.destroy(),
  };
}

/** A figure with its title, which can be reached by keyboard. */
function titled(title: string): HTMLElement {
  const node = document.createElement("figure");
  node.className = "series";
  node.setAttribute("role", "figure");
  node.setAttribute("aria-label", title);
  const caption = document.createElement("figcaption");
  const finding = document.createElement("strong");
  finding.className = "finding";
  const name = document.createElement("span");
  name.textContent = title;
  caption.append(finding, name);
  node.append(caption);
  node.tabIndex = 0;
  return node;
}

/** A click on the lines holds the week under the cursor; the end of a drag does not. */
function holdByClick(node: HTMLElement, plot: () => uPlot, shown: Shown, { onHold }: SeriesOptions): void {
  let pressedAt = 0;
  node.addEventListener("pointerdown", (event) => (pressedAt = event.clientX));
  node.addEventListener("click", (event) => {
    const { cursor, over } = plot();
    if (cursor.idx === null || cursor.idx === undefined || Math.abs(event.clientX - pressedAt) > 5 || !over.contains(event.target as Node))
      return;
    onHold?.(shown.data.weeks[cursor.idx]);
  });
}

/** Keys walk the weeks. */
function holdByKey(node: HTMLElement, shown: Shown, { onHold }: SeriesOptions): void {
  node.addEventListener("keydown", (event) => {
    const last = lastWeek(shown.data);
    const week = weekOfKey(event, shown.mark?.week ?? last, shown.data.weeks[0] ?? 1, last);
    if (week === undefined) return;
    shown.mark = { ...shown.mark, week: week === "now" ? last : week }; // the next key may come before the page has answered
    onHold?.(week);
    event.preventDefault();
  });
}
