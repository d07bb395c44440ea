import { type Selection, select } from "d3";

/** A table of what a picture shows: for readers of screens, and for files. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** A picture of fixed size, drawn anew when its data or its size change. */
export interface Figure<Data> {
  readonly node: SVGSVGElement | HTMLElement;
  update(data: Data): void;
  resize(width: number, height: number): void;
  /** What is shown, in words and numbers. */
  table(): Table;
}

export interface FigureOptions {
  /** Name of the picture for those who do not see it. */
  label: string;
  document?: Document;
  width?: number;
  height?: number;
}

export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
export type Group = Selection<SVGGElement, unknown, null, undefined>;

const SVG = "http://www.w3.org/2000/svg";

/** An empty drawing with a name. */
export function drawing({ label, document = globalThis.document }: FigureOptions, name: string): Svg {
  return select(document.createElementNS(SVG, "svg") as SVGSVGElement)
    .attr("class", `figure ${name}`)
    .attr("role", "img")
    .attr("aria-label", label);
}

/** Sets the size of a drawing in pixels of the page. */
export const sized = (svg: Svg, width: number, height: number): Svg =>
  svg.attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** How numbers are written in pictures; nothing is a dash. */
export const written = {
  share: (value: number) => (Number.isFinite(value) ? percent.format(value) : "–"),
  number: (value: number) => (Number.isFinite(value) ? plain.format(value) : "–"),
  count: (value: number) => (Number.isFinite(value) ? whole.format(value) : "–"),
  compact: (value: number) => (Number.isFinite(value) ? compact.format(value) : "–"),
} as const;
export type Format = keyof typeof written;

/** Black or white, whichever is read better on a colour "rgb(r,g,b)". */
export function inkOn(colour: string): string {
  const [r, g, b] = (colour.match(/\d+/g) ?? ["255", "255", "255"]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? "#16191d" : "#ffffff";
}
