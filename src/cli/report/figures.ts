import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { shownText } from "../../exports/index.ts";
import { escaped, type Html } from "./page.ts";
import css from "./report.css?raw";

const { document } = parseHTML("<html><body></body></html>");
/** Draws a figure without a page. */
export const draw = (options: Plot.PlotOptions): Html =>
  shownText(Plot.plot({ document, style: { background: "transparent", fontSize: "11px" }, ...options }).outerHTML);

/** A figure as a file of its own, with its title and the colours that the style sheet of a report gives it, on white. */
export const standAlone = (svg: Html, title: string): string =>
  `${svg
    .replace(/^<svg(?: xmlns="[^"]*")?/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(
      ">",
      `><title>${escaped(title)}</title><style>${lightColours}</style><rect width="100%" height="100%" fill="var(--ground)"/>`,
    )}\n`;

/** The colours of the style sheet by day. */
const lightColours = css
  .slice(0, css.indexOf("}") + 1)
  .replace(/\s+/g, " ")
  .replace("color-scheme: light dark;", "");

/** Colours of the style sheet that are told apart on its ground, light or dark, by readers who do not see all colours too. */
const COLOURS = Array.from({ length: 5 }, (_, k) => `var(--series-${k + 1})`);

export interface Curve {
  week: number;
  value: number;
  low?: number;
  high?: number;
  /** What the curve belongs to, where there are several. */
  of?: string;
}

/** What was observed in a week or over several, with its 95% interval. */
export interface ObservedPoint {
  span: readonly [from: number, to: number];
  value: number;
  low: number;
  high: number;
}

/** What was observed, over curves: dots with their intervals, and a bar over the weeks that each is of. */
function observedMarks(observed: readonly ObservedPoint[]): Plot.Markish[] {
  const points = observed.map((one) => ({ ...one, from: one.span[0], to: one.span[1], week: (one.span[0] + one.span[1]) / 2 }));
  const stroke = "var(--text)";
  return [
    Plot.link(points, { x1: "week", x2: "week", y1: "low", y2: "high", stroke, strokeWidth: 1.5 }),
    Plot.link(points, { x1: "from", x2: "to", y1: "value", y2: "value", stroke, strokeWidth: 1.5 }),
    Plot.dot(points, { x: "week", y: "value", fill: stroke, stroke: "var(--ground)", r: 3.5 }),
  ];
}

/** A domain for what never changes. */
const around = (points: readonly Curve[]) => {
  const value = points.length > 0 ? points[0].value : 0;
  return [Math.min(0, value), value > 0 ? value : value < 0 ? 0 : 1];
};

/** Something by week, each curve with its interval if it has one, and what was observed over it. */
export function curves(
  points: readonly Curve[],
  { label, week, zero = false, observed = [] }: { label: string; week: string; zero?: boolean; observed?: readonly ObservedPoint[] },
): Html {
  const names = [...new Set(points.map(({ of = "" }) => of))];
  const data = points.filter(({ value }) => Number.isFinite(value));
  const banded = data.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const colour = names.length > 1 ? "of" : "var(--accent)";
  return draw({
    width: 360,
    height: 190,
    marginLeft: 52,
    x: { label: week, ticks: 5 },
    y: {
      label,
      ticks: 4,
      grid: true,
      zero: true,
      ...(data.every(({ value }) => value === data[0].value) && banded.length === 0 && observed.length === 0
        ? { domain: around(data) }
        : {}),
    },
    ...(names.length > 1 ? { color: { domain: names, range: COLOURS } } : {}),
    marks: [
      ...(zero ? [Plot.ruleY([0], { strokeOpacity: 0.5 })] : []),
      Plot.areaY(banded, { x: "week", y1: "low", y2: "high", fill: colour, fillOpacity: 0.2, z: "of" }),
      Plot.lineY(data, { x: "week", y: "value", stroke: colour, z: "of" }),
      ...(names.length > 1
        ? [Plot.text(data, Plot.selectLast({ x: "week", y: "value", text: "of", fill: "of", z: "of", textAnchor: "end", dy: -8 }))]
        : []),
      ...observedMarks(observed),
    ],
  });
}

/** The colours of the style sheet for what was observed. */
export const observedColours = { fitted: COLOURS[0], heldOut: COLOURS[1], band: "var(--band)" };

export interface Span {
  name: string;
  value: number;
  low: number;
  high: number;
}

/** Named values with their intervals, one under the other. @param band  a region to be shaded */
export function spans(
  rows: readonly Span[],
  { label, zero = false, band }: { label: string; zero?: boolean; band?: readonly [number, number] },
): Html {
  const known = rows.filter(({ value }) => Number.isFinite(value));
  const bounded = known.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  return draw({
    width: 860,
    height: 50 + 22 * known.length,
    marginLeft: 335,
    x: { label, grid: true, ticks: 6 },
    y: { label: null, domain: known.map(({ name }) => name) },
    marks: [
      ...(band ? [Plot.rectX([band], { x1: band[0], x2: band[1], fill: "var(--band)" })] : []),
      ...(zero ? [Plot.ruleX([0], { strokeOpacity: 0.5 })] : []),
      Plot.link(bounded, { x1: "low", x2: "high", y1: "name", y2: "name", stroke: "var(--accent)", strokeWidth: 2 }),
      Plot.dot(known, { x: "value", y: "name", fill: "var(--accent)", r: 4 }),
    ],
  });
}

export interface Level extends Omit<Span, "name"> {
  at: number | string;
  of: string;
}

/** Where the axis of `levels` begins, if that is not at zero: what differs little is to be seen. */
export function cutOf(points: readonly Level[]): number | undefined {
  const all = points.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  return all.length > 0 && Math.min(...all) > 0 ? Math.min(...all) : undefined;
}

/** Values with intervals over the levels of one factor, or over names, one colour for each arm. */
export function levels(points: readonly Level[], { label, axis }: { label: string; axis: string }): Html {
  const names = [...new Set(points.map(({ of }) => of))];
  const numeric = points.every(({ at }) => typeof at === "number");
  const bounded = points.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  return draw({
    width: 640,
    height: 260,
    marginLeft: 56,
    marginRight: 70,
    x: { label: axis, ...(numeric ? {} : { type: "point" as const }) },
    y: { label, grid: true, ticks: 5 },
    color: { domain: names, range: COLOURS },
    marks: [
      ...(numeric ? [Plot.lineY(points, { x: "at", y: "value", stroke: "of", strokeOpacity: 0.6 })] : []),
      Plot.link(bounded, { x1: "at", x2: "at", y1: "low", y2: "high", stroke: "of", strokeWidth: 2 }),
      Plot.dot(points, { x: "at", y: "value", fill: "of", r: 4 }),
      ...(names.length > 1
        ? [Plot.text(points, Plot.selectLast({ x: "at", y: "value", text: "of", fill: "of", z: "of", textAnchor: "start", dx: 8 }))]
        : []),
    ],
  });
}

export interface Dot {
  at: number | string;
  of: string;
  value: number;
}

/** Values over the levels of one of several factors, a dot for each point of the design, one colour for each arm. */
export function scatter(points: readonly Dot[], { label, axis }: { label: string; axis: string }): Html {
  const names = [...new Set(points.map(({ of }) => of))];
  const numeric = points.every(({ at }) => typeof at === "number");
  return draw({
    width: 360,
    height: 220,
    marginLeft: 52,
    marginBottom: 34,
    x: { label: axis, ticks: 5, ...(numeric ? {} : { type: "point" as const, padding: 0.5 }) },
    y: { label, grid: true, ticks: 4 },
    color: { domain: names, range: COLOURS },
    marks: [
      Plot.dot(
        points.filter(({ value }) => Number.isFinite(value)),
        { x: "at", y: "value", fill: "of", r: 2.5, fillOpacity: 0.7 },
      ),
    ],
  });
}

/** What the colours of several arms stand for. */
export const keyTo = (names: readonly string[]): Html =>
  names.length < 2
    ? ""
    : `<p class="key">${names
        .map((name, k) => `<span><i style="background:${COLOURS[k % COLOURS.length]}"></i>${escaped(name)}</span>`)
        .join(" ")}</p>`;

export interface Field {
  x: string;
  y: string;
  of: string;
  value: number;
  text: string;
}

/** Values over all pairs of levels of two factors, as a field of cells for each arm; the darker, the more. */
export function heat(cells: readonly Field[], { across }: { across: string }): Html {
  const arms = [...new Set(cells.map(({ of }) => of))];
  const columns = [...new Set(cells.map(({ x }) => x))];
  const rows = [...new Set(cells.map(({ y }) => y))];
  const known = cells.filter(({ value }) => Number.isFinite(value));
  return draw({
    width: Math.max(360, 110 + arms.length * columns.length * 58),
    height: 100 + rows.length * 32,
    marginLeft: 90,
    marginBottom: 40,
    padding: 0,
    x: { label: across, domain: columns, tickSize: 0 },
    y: { label: null, domain: rows.toReversed(), tickSize: 0 },
    fx: { label: null, domain: arms, axis: arms.length > 1 ? "top" : null },
    opacity: {
      type: "linear",
      domain: [Math.min(...known.map(({ value }) => value)), Math.max(...known.map(({ value }) => value))],
      range: [0.06, 0.6],
    },
    marks: [
      Plot.cell(known, { x: "x", y: "y", fx: "of", fill: "var(--accent)", fillOpacity: "value", inset: 0.5 }),
      Plot.text(known, { x: "x", y: "y", fx: "of", text: "text", fill: "var(--text)" }),
    ],
  });
}
