import type { Group } from "../figure.ts";
import { written } from "../figure.ts";
import { keepApart } from "../keepApart.ts";
import type { Shade, Theme } from "../palette.ts";
import { type StackedData, type StackedOptions, shownIn, weeksOf } from "./stacked.ts";

export const MARGIN = { top: 10, right: 14, bottom: 26, left: 48 };
const LINE = 15; // pixels between labels
const SWATCH = 15; // pixels from a swatch to its label
export const GAP = 10; // pixels between the layers and their labels
const PLOT = 150; // pixels that the layers have at least, beside their labels
const STEP = 12; // pixels by which the room of labels grows, so that a digit more does not move the layers

interface Name {
  id: string;
  /** Of a layer; the line over them has none. */
  colour: Shade | undefined;
  value: number;
  text: string;
}

/** Pixels to the right of the layers and below them, and names in a row there; none if they stand at the right. */
export interface Room {
  right: number;
  bottom: number;
  inRow: number;
}

/** Names and values of the layers, and of the line over them, in the week that is shown; names alone if there is none. */
export function namesOf({ layers, over, format }: StackedOptions, data: StackedData): Name[] {
  const k = shownIn(data);
  const of = (id: string, label: string, colour: Shade | undefined, values: ArrayLike<number> | undefined): Name => {
    const value = values?.[k] ?? Number.NaN;
    return { id, colour, value, text: k < 0 ? label : `${label} ${written[format](value)}` };
  };
  return [
    ...layers.map(({ id, label, colour }, l) => of(id, label, colour, data.values[l])),
    ...(over ? [of(over.id, over.label, undefined, data.over)] : []),
  ];
}

/** How much room names take: at the right end, or where that leaves the layers too little, below. */
export function roomFor(names: readonly Name[], width: number, ruler: (text: string) => number): Room {
  const widest = STEP * Math.ceil((SWATCH + Math.max(...names.map(({ text }) => ruler(text)))) / STEP);
  if (width - MARGIN.left - MARGIN.right - GAP - widest >= PLOT)
    return { right: MARGIN.right + GAP + widest, bottom: MARGIN.bottom, inRow: 0 };
  const inRow = Math.max(1, Math.floor((width - MARGIN.right) / (widest + GAP)));
  return { right: MARGIN.right, bottom: MARGIN.bottom + LINE * (Math.ceil(names.length / inRow) + 1.5), inRow };
}

/** Where names stand: beside the last value of each, kept apart, or in rows below, from the top layer down. */
export function placed(
  names: readonly Name[],
  data: StackedData,
  bases: readonly Float64Array[],
  { right, bottom, inRow }: Room,
  [width, height]: readonly [number, number],
  y: (value: number) => number,
): (Name & { x: number; y: number })[] {
  if (inRow > 0) {
    const wide = (width - MARGIN.right) / inRow;
    const row = (at: number) => height - bottom + MARGIN.bottom + LINE * (Math.floor(at / inRow) + 0.5);
    return [...names].reverse().map((name, at) => ({ ...name, x: 4 + wide * (at % inRow), y: row(at) }));
  }
  const last = weeksOf(data) - 1;
  const end = (l: number) => (l + 1 < bases.length ? (bases[l][last] + bases[l + 1][last]) / 2 : (data.over?.[last] ?? Number.NaN));
  const level = (l: number) => (last < 0 || !Number.isFinite(end(l)) ? height / 2 : y(end(l)));
  const entries = names.map((name, l) => ({ ...name, x: width - right + GAP, y: level(l), room: LINE }));
  return keepApart(entries, MARGIN.top + 4 - LINE, height - bottom);
}

/** Draws names with their swatches. */
export function drawNames(parent: Group, names: ReturnType<typeof placed>, theme: Theme): void {
  const rows = parent
    .selectAll<SVGGElement, (typeof names)[number]>("g")
    .data(names, ({ id }) => id)
    .join((enter) => {
      const row = enter.append("g");
      row.append("rect").attr("width", 10);
      row.append("text").attr("x", SWATCH).attr("dy", "0.35em");
      return row;
    })
    .attr("class", ({ id }) => `name ${id}`)
    .attr("transform", ({ x, y }) => `translate(${x},${y})`);
  rows
    .select("rect")
    .attr("fill", ({ colour }) => colour?.[theme] ?? null)
    .attr("class", ({ colour }) => (colour ? null : "line"))
    .attr("height", ({ colour }) => (colour ? 10 : 2.5))
    .attr("y", ({ colour }) => (colour ? -5 : -1));
  rows.select("text").text(({ text }) => text);
}
