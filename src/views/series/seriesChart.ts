import type uPlot from "uplot";
import type { Chart } from "../chart.ts";
import type { Table } from "../figure.ts";
import type { LegendEntry } from "../marks.ts";
import { ink, seriesColours } from "../palette.ts";
import { weekOfKey } from "../walk.ts";
import { type ChangeMark, lastWeek, type ObservedMark, type SeriesData, type SeriesOptions, type Shown, type WeekMark } from "./series.ts";
import { tellChange } from "./seriesMarks.ts";
import { legendOfShown, seriesPlot, toPlot } from "./seriesPlot.ts";
import { tableOf } from "./seriesTable.ts";

const NARROWEST = 40; // pixels under which a box is not shown

/** Measures by week, as lines. `update` may be called on every frame. */
export function seriesChart(options: SeriesOptions): Chart<SeriesData> & {
  resize(width: number, height?: number): void;
  restyle(): void;
  mark(mark: WeekMark): void;
  /** Marks the weeks in which something was changed. */
  changes(changes: readonly ChangeMark[]): void;
  /** Shows over the curves what was observed, and says of it below the name of the chart. */
  observe(observed: readonly ObservedMark[], text: string | undefined): void;
  /** What the chart shows, as a sentence above its name; nothing takes it away. */
  find(finding: string | undefined): void;
  table(): Table;
  canvas(): HTMLCanvasElement;
  legend(): LegendEntry[];
  stop(): void;
} {
  const { title, series, height = 150 } = options;
  const node = titled(title);
  if (options.highlight) node.setAttribute("aria-description", options.highlight.text);
  const shown: Shown = {
    data: { weeks: [], values: series.map(() => []) },
    mark: undefined,
    changes: [],
    observed: [],
    observedText: "",
    width: 320,
    height: height * (options.scale?.() ?? 1),
    scale: options.scale?.() ?? 1,
  };
  let plot = seriesPlot(options, shown, node);
  holdByClick(node, () => plot, shown, options);
  holdByKey(node, shown, options);
  for (const event of ["focus", "blur"]) node.addEventListener(event, () => tellChange(plot, shown, node));
  function remake(): void {
    plot.destroy();
    plot = seriesPlot(options, shown, node);
  }
  return {
    node,
    update(next) {
      const same = namesOf(next) === namesOf(shown.data);
      shown.data = next;
      if (same) plot.setData(toPlot(next));
      else remake();
    },
    mark(next) {
      const before = shown.mark;
      shown.mark = next;
      legendOfShown(plot, shown);
      tellChange(plot, shown, node);
      if (before?.week !== next.week || String(before.window) !== String(next.window)) plot.redraw(false, true);
    },
    changes(next) {
      shown.changes = next;
      plot.redraw(false, true);
    },
    observe(next, text = "") {
      const place = node.querySelector(".observed") as HTMLElement;
      if (shown.observedText !== text) place.textContent = shown.observedText = text;
      if (shown.observed === next) return;
      shown.observed = next;
      plot.setData(toPlot(shown.data)); // with its scales
    },
    find(finding) {
      (node.querySelector(".finding") as HTMLElement).textContent = finding ?? "";
    },
    table: () => tableOf(options, shown),
    canvas: () => plot.ctx.canvas,
    legend: () => [
      ...series.map(({ label }, k) => ({ colour: seriesColours[k % seriesColours.length], text: label })),
      ...(shown.data.ghosts ?? []).map(({ name, colour }) => ({ colour, text: name })),
      ...(shown.observed.length > 0 ? [{ colour: ink, text: shown.observedText }] : []),
      ...shown.changes.map(({ number, text }) => ({ colour: ink, text: `${number} ${text}` })),
    ],
    resize(wide, tall = height * (options.scale?.() ?? 1)) {
      if ((wide === shown.width && tall === shown.height) || wide < NARROWEST) return;
      [shown.width, shown.height] = [wide, tall];
      const scale = options.scale?.() ?? 1;
      if (scale === shown.scale) plot.setSize({ width: wide, height: tall });
      else {
        shown.scale = scale;
        remake();
      }
    },
    restyle: remake,
    /** Charts of a group know each other, and the page knows all charts, until they are taken back. */
    stop: () => plot.destroy(),
  };
}

const namesOf = ({ ghosts = [] }: SeriesData): string => ghosts.map(({ name }) => name).join("\n");

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
  const changed = document.createElement("p");
  changed.className = "changed";
  const observed = document.createElement("p");
  observed.className = "observed";
  node.append(caption, observed, changed);
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
    const week = shown.data.weeks[cursor.idx];
    if (week !== undefined) onHold?.(week); // curves of before may go farther
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
