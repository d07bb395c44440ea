import { type Cell, lattice } from "../observation/index.ts";

/** A community as a pointed hexagon, with its middle in pixels. */
export interface Tile extends Cell {
  community: number;
  cx: number;
  cy: number;
}

const LARGEST = 80; // pixels of a radius

/**
 * Communities as hexagons of one size, as large as the room allows, each beside its neighbours on the ground.
 * A pointed hexagon of radius r is √3 r wide; rows are 1.5 r apart, odd ones half a tile to the right.
 *
 * @param x  [community] place on the ground, to the east
 * @param y  [community] to the north
 */
export function tilesOf(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  width: number,
  height: number,
  largest = LARGEST,
): { tiles: Tile[]; r: number } {
  const cells = lattice(x, y);
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const across = columns + (rows > 1 ? 0.5 : 0);
  const r = Math.min(width / (Math.sqrt(3) * across + 0.2), height / (1.5 * rows + 0.7), largest);
  const wide = Math.sqrt(3) * r;
  const left = (width - wide * across) / 2;
  const above = Math.max(0, (height - r * (1.5 * rows + 0.7)) / 2);
  const tiles = cells.map((cell, community) => ({
    ...cell,
    community,
    cx: left + wide * (cell.column + 0.5 + (cell.row % 2 === 1 ? 0.5 : 0)),
    cy: above + 1.1 * r + 1.5 * r * (rows - 1 - cell.row), // south to north: the first row lies at the bottom
  }));
  return { tiles, r };
}

/** The tile that lies nearest in a direction. */
export function neighbourTowards(tiles: readonly Tile[], from: Tile, dx: number, dy: number): Tile | undefined {
  let [best, least]: [Tile | undefined, number] = [undefined, Infinity];
  for (const tile of tiles) {
    const [x, y] = [tile.cx - from.cx, tile.cy - from.cy];
    const along = x * dx + y * dy;
    if (along <= 1) continue;
    const away = along + 2 * Math.abs(x * dy) + 2 * Math.abs(y * dx);
    if (away < least) [best, least] = [tile, away];
  }
  return best;
}

/** Neighbours of a tile, clockwise from the upper right: half tiles across, rows to the north. */
const beside = [
  [1, 1],
  [2, 0],
  [1, -1],
  [-1, -1],
  [-2, 0],
  [-1, 1],
] as const;

/** Edges between tiles of different subdistricts, and the edge of the district, as a path. */
export function borderPath(tiles: readonly Tile[], r: number, subdistrict: ArrayLike<number>): string {
  const key = (across: number, row: number) => `${across},${row}`;
  const across = (tile: Tile) => 2 * tile.column + (tile.row % 2);
  const at = new Map(tiles.map((tile) => [key(across(tile), tile.row), tile]));
  let path = "";
  for (const tile of tiles) {
    beside.forEach(([east, north], side) => {
      const other = at.get(key(across(tile) + east, tile.row + north));
      if (other && subdistrict[other.community] === subdistrict[tile.community]) return;
      const [from, to] = [corner(r, side), corner(r, side + 1)];
      path += `M${(tile.cx + from[0]).toFixed(1)},${(tile.cy + from[1]).toFixed(1)}L${(tile.cx + to[0]).toFixed(1)},${(tile.cy + to[1]).toFixed(1)}`;
    });
  }
  return path;
}

export const hexagonPath = (r: number) =>
  `M${Array.from({ length: 6 }, (_, k) =>
    corner(r, k)
      .map((at) => at.toFixed(2))
      .join(","),
  ).join("L")}Z`;

/** A corner of a pointed hexagon around 0, clockwise from the top. */
const corner = (r: number, k: number): [number, number] => [r * Math.sin((Math.PI * k) / 3), -r * Math.cos((Math.PI * k) / 3)];
