import { heightOfTiles, tilesOf } from "../hexagons.ts";
import { type NetworkData, ORGANIZATION } from "./network.ts";

/** Above so many communities, blocks are subdistricts, which open one at a time. */
export const MOST_BLOCKS = 24;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const LARGEST_NODE = 11; // pixels of a radius
const WIDEST_SPREAD = 1.7; // times the distance that blocks have on the ground
const LABEL = 18; // pixels above a block for its name

export interface Block {
  /** Row of a community, or number of a subdistrict. */
  id: number;
  subdistrict: boolean;
  x: number;
  y: number;
  r: number;
}

export interface Places {
  blocks: readonly Block[];
  /** [node] block that it stands in, and where; -1 where it does not stand in the picture. */
  block: Int16Array;
  x: Float32Array;
  y: Float32Array;
  /** Radius of an organization. */
  r: number;
}

export const folds = (data: NetworkData): boolean => data.subdistrict.length > MOST_BLOCKS;

/** What blocks stand for: communities, or subdistricts where they fold; and where these lie on the ground. */
function groundsOf(data: NetworkData, open: number | undefined) {
  const folded = folds(data) && open === undefined;
  const communities = Array.from({ length: data.subdistrict.length }, (_, c) => c).filter(
    (c) => open === undefined || !folds(data) || data.subdistrict[c] === open,
  );
  const ids = folded ? [...new Set(communities.map((c) => data.subdistrict[c]))].sort((a, b) => a - b) : communities;
  const within = (id: number) => (folded ? communities.filter((c) => data.subdistrict[c] === id) : [id]);
  const mean = (of: ArrayLike<number>) => ids.map((id) => within(id).reduce((sum, c) => sum + of[c], 0) / within(id).length);
  return { folded, ids, within, x: mean(data.x), y: mean(data.y) };
}

/** The height that blocks take of the one that they are given: where the width keeps them small, not all of it. */
export function heightOfBlocks(data: NetworkData, width: number, height: number, open?: number, label = LABEL): number {
  const { ids, x, y } = groundsOf(data, open);
  return ids.length === 0 ? height : Math.min(height, Math.ceil(heightOfTiles(x, y, width)) + label);
}

/**
 * Places of organizations: in the block of their community, along a golden spiral by age. A place is kept from founding to
 * the end of the run, and nobody else ever gets it; only when more organizations were founded than there is room for, all
 * blocks are drawn to a smaller scale.
 *
 * @param open   the subdistrict whose communities are shown, where blocks fold; all subdistricts if not given
 * @param label  pixels above a block for its name
 */
export function placesOf(data: NetworkData, width: number, height: number, open?: number, label = LABEL): Places {
  const { folded, ids, within, x, y } = groundsOf(data, open);
  const { tiles, r: tile } = tilesOf(x, y, width, height - label);
  const { stretch, middle } = spreadOf(
    tiles.map(({ cx }) => cx),
    Math.sqrt(3) * tile,
    width,
  );
  const counts = ids.map((id) => roomFor(within(id).reduce((sum, c) => sum + data.ever[c], 0)));
  const radius = Math.max(4, tile * 0.86 - label / 2);
  const step = radius / Math.sqrt(Math.max(...counts, 1) + 1);
  const blocks = tiles.map(
    ({ cx, cy }, k): Block => ({
      id: ids[k],
      subdistrict: folded,
      x: middle + (cx - middle) * stretch,
      y: cy + label,
      r: step * Math.sqrt(counts[k] + 1),
    }),
  );
  const at = new Map(ids.map((id, k) => [id, k]));
  const n = data.kind.length;
  const places = {
    blocks,
    block: new Int16Array(n).fill(-1),
    x: new Float32Array(n),
    y: new Float32Array(n),
    r: Math.min(LARGEST_NODE, step * 0.74),
  };
  for (let k = 0; k < n; k++) {
    const c = data.community[k];
    const block = c < 0 ? undefined : at.get(folded ? data.subdistrict[c] : c);
    if (block === undefined || data.kind[k] !== ORGANIZATION) continue;
    const rank = folded ? data.placeInSubdistrict[k] : data.place[k];
    const away = step * Math.sqrt(rank + 0.5);
    places.block[k] = block;
    places.x[k] = blocks[block].x + away * Math.cos(rank * GOLDEN);
    places.y[k] = blocks[block].y + away * Math.sin(rank * GOLDEN);
  }
  return places;
}

/** How far blocks move apart to the sides where the height keeps them small: their names need that room, and lie beside each other. */
function spreadOf(x: readonly number[], tile: number, width: number): { stretch: number; middle: number } {
  const used = Math.max(...x) - Math.min(...x) + tile;
  return { stretch: Math.max(1, Math.min(WIDEST_SPREAD, width / used)), middle: width / 2 };
}

/** Room for so many and for some that are founded later: the next of 6, 9, 13, 20, ... */
function roomFor(count: number): number {
  let room = 6;
  while (room < count) room = Math.ceil(room * 1.5);
  return room;
}
