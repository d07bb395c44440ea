import { differenceColour, scaleColour, type Theme } from "./palette.ts";
import { colourEnds } from "./scales.ts";

/** Colours of a quantity: from what is nothing of it, or, for a difference, to both sides of none. */
export interface ValueScale {
  readonly low: number;
  readonly high: number;
  /** Where the scale is named: its ends and its middle. */
  readonly ticks: readonly number[];
  colour(value: number, theme: Theme): string;
}

/** A scale that begins where the quantity begins, and holds the values. */
export function quantityScale(values: ArrayLike<number>): ValueScale {
  const [low, high] = colourEnds(values);
  return {
    low,
    high,
    ticks: low < 0 ? [low, 0, high] : [low, high / 2, high],
    colour: (value, theme) => scaleColour((value - low) / (high - low), theme),
  };
}

/** A scale with no difference in its middle, as far to the one side as to the other. */
export function differenceScale(values: ArrayLike<number>): ValueScale {
  const [low, high] = colourEnds(values);
  const end = Math.max(-low, high);
  return { low: -end, high: end, ticks: [-end, 0, end], colour: (value, theme) => differenceColour(value / end, theme) };
}
