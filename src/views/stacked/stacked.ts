import { max } from "d3";
import type { FigureOptions, Format } from "../figure.ts";
import type { Shade } from "../palette.ts";

export interface StackedOptions extends FigureOptions {
  /** Layers from the bottom up. */
  layers: readonly { id: string; label: string; colour: Shade }[];
  /** A line over the layers, such as what of them is true. */
  over?: { id: string; label: string };
  format: Format;
  /** The top of the axis; what the layers reach if not given. */
  most?: number;
  weekLabel: string;
  /** A week by its number, on the axis. */
  weekText(week: number): string;
  /** The pointer is on a week, or has left. */
  onHover?(week: number | undefined): void;
  /** A week is held by a click or by keyboard; "now" lets it go. */
  onHold?(week: number | "now"): void;
}

export interface StackedData {
  /** Week of the first value; the others follow one by one. */
  first: number;
  /** [layer][week - first]; NaN counts as nothing. */
  values: readonly ArrayLike<number>[];
  over?: ArrayLike<number>;
  /** The week that is shown. */
  week: number;
}

export const weeksOf = ({ values }: StackedData): number => values[0]?.length ?? 0;

export const lastOf = (data: StackedData): number => data.first + weeksOf(data) - 1;

/** The place of the week that is shown among those there are; -1 if there is none. */
export const shownIn = (data: StackedData): number =>
  weeksOf(data) === 0 ? -1 : Math.max(0, Math.min(weeksOf(data) - 1, data.week - data.first));

/** [layer][week - first] where each layer begins, and at the end where the last one ends. */
export function stackUp(data: StackedData): Float64Array[] {
  const bases = [new Float64Array(weeksOf(data))];
  for (const [layer, values] of data.values.entries())
    bases.push(bases[layer].map((base, k) => base + (Number.isFinite(values[k]) ? values[k] : 0)));
  return bases;
}

const ROOM = 1.04; // above the highest, of its height

/** The top of the axis. */
export const topOf = (bases: readonly Float64Array[], most: number | undefined): number =>
  most ?? (max(bases[bases.length - 1]) || 1) * ROOM;
