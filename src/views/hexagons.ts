import { type Cell, lattice } from "../observation/index.ts";

/** A community as a pointed hexagon, with its middle in pixels. */
export interface Tile extends Cell {
  community: number;
  cx: number;
  cy: number;
}

/** How many columns and rows there are, in widths of a tile and in radii. */
function extentOf(cells: readonly Cell[]) {
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  return { rows, across: columns + (rows > 1 ? 0.5 : 0), down: 1.5 * rows + 0.7 };
}

/** The height, in pixels, with which tiles fill a width: beyond it they grow no more. */
export function heightOfTiles(x: ArrayLike<number>, y: ArrayLike<number>, width: number): number {
  const { across, down } = extentOf(lattice(x, y));
  return (down * width) / (Math.sqrt(3) * across + 0.2);
}

/**
 * Communities as hexagons of one size, as large as the room allows, each beside its neighbours on the ground.
 * A pointed hexagon of radius r is √3 r wide; rows are 1.5 r apart, odd ones half a tile to the right.
 *
 * @param x  [community] place on the ground, to the east
 * @param y  [community] to the north
 */
export function tilesOf(x: ArrayLike<number>, y: ArrayLike<number>, width: number, height: number): { tiles: Tile[]; r: number } {
  const cells = lattice(x, y);
  const { rows, across, down } = extentOf(cells);
  const r = Math.min(width / (Math.sqrt(3) * across + 0.2), height / down);
  const wide = Math.sqrt(3) * r;
  const left = (width - wide * across) / 2;
  const above = Math.max(0, (height - r * down) / 2);
  const tiles = cells.map((cell, community) => ({
    ...cell,
    community,
    cx: left + wide * (cell.column + 0.5 + (cell.row % 2 === 1 ? 0.5 : 0)),
    cy: above + 1.1 * r + 1.5 * r * (rows - 1 - cell.row), // south to north: the first row lies at the bottom
  }));
  return { tiles, r };
}
