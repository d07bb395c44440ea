import { letterWidth, shortened } from "../letters.ts";
import { circleColours, circleNames, ink, paper, quiet, type Theme } from "../palette.ts";
import type { Block, Places } from "./blockPlaces.ts";
import { CIRCLES, CLOSED, NEW } from "./network.ts";
import type { ShapeStyle, Surface, Tracer } from "./surface.ts";

/** Angles at which the quarters begin: party-building upper left, acquaintance upper right, interest lower left, work lower right. */
const QUARTERS = [Math.PI, 1.5 * Math.PI, 0.5 * Math.PI, 0];

/** An organization in a picture: where, in which circles, one bit each, and whether it is new or has closed. */
export interface Disc {
  x: number;
  y: number;
  bits: number;
  state: number;
}

/**
 * Organizations: discs of four quarters, filled when they are in that circle. What looks alike is one shape: thousands of
 * shapes would take longer than a frame.
 */
export function paintDiscs(surface: Surface, theme: Theme, discs: readonly Disc[], r: number, shown: (circle: number) => boolean): void {
  const there = discs.filter(({ state }) => state !== CLOSED);
  const paint = (of: readonly Disc[], pen: (one: Disc) => (pen: Tracer) => void, style: ShapeStyle) => {
    if (of.length > 0) surface.shape(together(of.map(pen)), style);
  };
  paint(
    discs.filter(({ state }) => state === CLOSED),
    ({ x, y }) => cross(x, y, 0.6 * r),
    { stroke: quiet[theme], width: 1.2 },
  );
  paint(there, ({ x, y }) => disc(x, y, r), { fill: paper[theme], stroke: quiet[theme], width: Math.min(1, r / 5) });
  for (let c = 0; c < CIRCLES; c++)
    if (shown(c))
      paint(
        there.filter(({ bits }) => bits & (1 << c)),
        ({ x, y }) => quarter(x, y, r, c),
        { fill: circleColours[circleNames[c]][theme] },
      );
  paint(
    there.filter(({ state }) => state === NEW),
    ({ x, y }) => disc(x, y, r + 2),
    { stroke: ink[theme], width: 0.8 },
  );
}

/** Several outlines as one. None is closed: on a canvas that takes as long as the whole outline before it. */
export const together =
  (pens: readonly ((pen: Tracer) => void)[]) =>
  (pen: Tracer): void => {
    for (const trace of pens) trace(pen);
  };

const cross = (x: number, y: number, d: number) => (pen: Tracer) => {
  pen.moveTo(x - d, y - d);
  pen.lineTo(x + d, y + d);
  pen.moveTo(x + d, y - d);
  pen.lineTo(x - d, y + d);
};

/** One quarter of a disc. */
export const quarter =
  (x: number, y: number, r: number, circle: number) =>
  (pen: Tracer): void => {
    pen.moveTo(x, y);
    pen.arc(x, y, r, QUARTERS[circle], QUARTERS[circle] + Math.PI / 2);
    pen.lineTo(x, y);
  };

export const disc =
  (x: number, y: number, r: number) =>
  (pen: Tracer): void => {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
  };

/** The edges of a rectangle. */
export const frame =
  (x: number, y: number, width: number, height: number) =>
  (pen: Tracer): void => {
    pen.moveTo(x, y);
    for (const [right, below] of [
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y - 1],
    ])
      pen.lineTo(right, below);
  };

/** A bow between two places. Circles bend by degrees of their own, so that those of one pair lie side by side. */
export const bow =
  (x0: number, y0: number, x1: number, y1: number, circle: number) =>
  (pen: Tracer): void => {
    const bend = 0.08 + 0.05 * circle;
    pen.moveTo(x0, y0);
    pen.quadraticCurveTo((x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend, x1, y1);
  };

/** The grounds of blocks. */
export function paintBlocks(surface: Surface, theme: Theme, { blocks }: Places): void {
  for (const { x, y, r } of blocks) surface.shape(disc(x, y, r), { fill: ink[theme], alpha: 0.05 });
}

const NAME = 12.5; // pixels of letters
/** Half of how wide a name is at most; Chinese letters are as wide as tall. */
const halfOf = (name: string): number => (NAME * letterWidth(name)) / 2;

const MOST_OF_NAME = 0.4; // of the width, whatever somebody is called

/** The names of blocks, above all lines, and whole at the sides; very long ones by their beginning. */
export function nameBlocks(surface: Surface, theme: Theme, { blocks }: Places, width: number, nameOf: (block: Block) => string): void {
  for (const block of blocks) {
    const name = shortened(nameOf(block), (MOST_OF_NAME * width) / NAME);
    const x = Math.max(halfOf(name), Math.min(width - halfOf(name), block.x));
    surface.text(name, x, block.y - block.r - 5, { size: NAME, colour: ink[theme], anchor: "center", halo: paper[theme] });
  }
}
