import { type Selection, select } from "d3";

/** A table of what a picture shows: for readers of screens, and for files. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** A picture of fixed size, drawn anew when its data, its size or the theme of the page change. */
export interface Figure<Data> {
  readonly node: SVGSVGElement | HTMLElement;
  update(data: Data): void;
  /** Width and height in pixels of its own; one of them is `scale` pixels of the page, more than one where all is to be larger. */
  resize(width: number, height: number, scale?: number): void;
  /** The height that it takes of the one that it was given, or beyond it: pixels of its own. If not there, all of it. */
  tall?(): number;
  restyle(): void;
  /** What is shown, in words and numbers. */
  table(): Table;
}

export interface FigureOptions {
  /** Name of the picture for those who do not see it. */
  label: string;
  /** What stands there while there is nothing to show. */
  nothing: string;
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

/** The element of a drawing: its selection was made of one, which d3 does not tell in types. */
export const elementOf = (svg: Svg): SVGSVGElement => svg.node() as SVGSVGElement;

/** Sets the size of a drawing in pixels of the page. */
export const sized = (svg: Svg, width: number, height: number): Svg =>
  svg.attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`);

/** Says in the middle of a place that there is nothing to show, or takes that back with an empty text. */
export const sayNothing = (parent: Svg | Group, text: string, x: number, y: number) =>
  (parent as Group)
    .selectAll<SVGTextElement, string>("text.nothing")
    .data(text === "" ? [] : [text])
    .join("text")
    .attr("class", "nothing")
    .attr("x", x)
    .attr("y", y)
    .text(String);

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

const FONT = 12; // pixels, of texts in drawings
const WIDE = 0.66; // of its size is a letter of a wide font; Chinese ones are as wide as tall

/** Measures texts in the font of a drawing, pixels; without a canvas as in a wide font. */
export function textRuler(node: Element): (text: string) => number {
  const context = node.ownerDocument.createElement("canvas").getContext?.("2d");
  if (!context) return (text) => FONT * [...text].reduce((sum, letter) => sum + (letter > "\u2E7F" ? 1 : WIDE), 0);
  return (text) => {
    const { fontSize, fontFamily } = getComputedStyle(node);
    context.font = `${fontSize} ${fontFamily}`;
    return context.measureText(text).width;
  };
}
