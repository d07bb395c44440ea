import { circleColours, circleNames, ink, paper, quiet, type Theme } from "../palette.ts";
import type { Block, Places } from "./blockPlaces.ts";
import { CIRCLES, CLOSED, NEW } from "./network.ts";
import type { Surface, Tracer } from "./surface.ts";

/** Angles at which the quarters begin: party-building upper left, acquaintance upper right, interest lower left, work lower right. */
const QUARTERS = [Math.PI, 1.5 * Math.PI, 0.5 * Math.PI, 0];

/** An organization: a disc of four quarters, filled when it is in that circle. */
export function paintDisc(
  surface: Surface,
  theme: Theme,
  [x, y, r]: readonly [number, number, number],
  bits: number,
  state: number,
  shown: (circle: number) => boolean,
): void {
  if (state === CLOSED) {
    const d = r * 0.6;
    surface.shape(
      (pen) => {
        pen.moveTo(x - d, y - d);
        pen.lineTo(x + d, y + d);
        pen.moveTo(x + d, y - d);
        pen.lineTo(x - d, y + d);
      },
      { stroke: quiet[theme], width: 1.2 },
    );
    return;
  }
  surface.shape(disc(x, y, r), { fill: paper[theme], stroke: quiet[theme], width: Math.min(1, r / 5) });
  for (let c = 0; c < CIRCLES; c++)
    if (bits & (1 << c) && shown(c)) surface.shape(quarter(x, y, r, c), { fill: circleColours[circleNames[c]][theme] });
  if (state === NEW) surface.shape(disc(x, y, r + 2), { stroke: ink[theme], width: 0.8 });
}

/** One quarter of a disc. */
export const quarter =
  (x: number, y: number, r: number, circle: number) =>
  (pen: Tracer): void => {
    pen.moveTo(x, y);
    pen.arc(x, y, r, QUARTERS[circle], QUARTERS[circle] + Math.PI / 2);
    pen.closePath();
  };

export const disc =
  (x: number, y: number, r: number) =>
  (pen: Tracer): void => {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.closePath();
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

/** The names of blocks, above all lines. */
export function nameBlocks(surface: Surface, theme: Theme, { blocks }: Places, nameOf: (block: Block) => string): void {
  for (const block of blocks)
    surface.text(nameOf(block), block.x, block.y - block.r - 5, { size: 12.5, colour: ink[theme], anchor: "center", halo: paper[theme] });
}
