import type { World } from "../engine/index.ts";
import { CELL_MAX, type CohortState, lattice, NOBODY } from "../observation/index.ts";
import { awarenessOf, codesNow, doingOf, type Keyframe, MOTIVATION, memberOf } from "./keyframes.ts";

/**
 * All residents as pixels: each community is a square at its place in the district, as large as it has residents, and
 * filled with them in the order of their buildings along a Hilbert curve, so that a building is a patch.
 */
export interface DensityFrame {
  week: number;
  width: number;
  height: number;
  /** [row * width + column] mean of the residents of the pixel, of 250; 255 where nobody is or counts. */
  mean: Uint8Array<ArrayBuffer>;
  /** [community] left, top and side of its square, pixels. */
  squares: Uint16Array<ArrayBuffer>;
  /** [community] mean of its residents. */
  ofCommunity: Float32Array<ArrayBuffer>;
  /** Mean over all residents who count (adults; for membership, all), and their number. */
  overall: number;
  count: number;
}

/** Where each resident falls. Nobody moves house, so it is kept with the world. */
interface Grid {
  asked: number;
  width: number;
  height: number;
  squares: Uint16Array;
  /** [resident] pixel. */
  pixel: Uint32Array;
}
const grids = new WeakMap<World, Grid>();
const FILLED = 0.92; // of a place, by its largest square

function gridOf(world: World, asked: number): Grid {
  const kept = grids.get(world);
  if (kept?.asked === asked) return kept;
  const c = world.communities.columns;
  const n = world.communities.rows;
  const cells = lattice(c.x.subarray(0, n), c.y.subarray(0, n));
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const most = c.residents.subarray(0, n).reduce((a, b) => Math.max(a, b), 0);
  // Never more pixels than residents: no pixel of a square stays empty.
  const largest = Math.max(1, Math.floor(Math.min((asked / columns) * FILLED, Math.sqrt(most))));
  const place = Math.ceil(largest / FILLED);
  const [width, height] = [columns * place, rows * place];
  const squares = new Uint16Array(n * 3);
  const pixel = new Uint32Array(world.residents.rows);
  const orders = new Map<number, Uint32Array>();
  for (let k = 0; k < n; k++) {
    const residents = c.residents[k];
    const side = Math.max(1, Math.floor(largest * Math.sqrt(residents / most)));
    const left = cells[k].column * place + ((place - side) >> 1);
    const top = (rows - 1 - cells[k].row) * place + ((place - side) >> 1);
    squares.set([left, top, side], k * 3);
    const order = orders.get(side) ?? hilbertOrder(side);
    orders.set(side, order);
    for (let i = 0; i < residents; i++) {
      const at = order[Math.floor((i * side * side) / residents)];
      pixel[c.firstResident[k] + i] = (top + Math.floor(at / side)) * width + left + (at % side);
    }
  }
  const grid = { asked, width, height, squares, pixel };
  grids.set(world, grid);
  return grid;
}

/** The pixels of a square in the order of a Hilbert curve through it. */
function hilbertOrder(side: number): Uint32Array {
  let size = 1;
  while (size < side) size *= 2;
  const distance = (column: number, row: number) => {
    let [x, y, d] = [column, row, 0];
    for (let s = size / 2; s >= 1; s /= 2) {
      const [rx, ry] = [(x & s) > 0 ? 1 : 0, (y & s) > 0 ? 1 : 0];
      d += s * s * ((3 * rx) ^ ry);
      if (ry === 0) {
        if (rx === 1) [x, y] = [size - 1 - x, size - 1 - y];
        [x, y] = [y, x];
      }
    }
    return d;
  };
  const along = Float64Array.from({ length: side * side }, (_, p) => distance(p % side, Math.floor(p / side)));
  return Uint32Array.from(along, (_, p) => p).sort((a, b) => along[a] - along[b]);
}

/** Means by pixel and by community: one pass over the residents, as they are or as they were in a week that was kept. */
export function densityFrame(world: World, state: CohortState, asked: number, kept?: Keyframe): DensityFrame {
  const { width, height, squares, pixel } = gridOf(world, asked);
  const { motivation } = world.residents.columns;
  const c = world.communities.columns;
  const codeOf = kept ? (i: number) => kept.state[i] : codesNow(world);
  const sums = new Float32Array(width * height);
  const counts = new Uint16Array(width * height);
  const ofCommunity = new Float32Array(world.communities.rows);
  let [overall, count] = [0, 0];
  for (let place = 0; place < ofCommunity.length; place++) {
    const from = c.firstResident[place];
    const to = from + c.residents[place];
    let [sum, n] = [0, 0];
    for (let i = from; i < to; i++) {
      const code = codeOf(i);
      if (state !== "member" && doingOf(code) === 0) continue;
      const value =
        state === "member"
          ? memberOf(code)
          : state === "awareness"
            ? awarenessOf(code) / 3
            : state === "motivation"
              ? kept
                ? kept.motivation[i] / MOTIVATION
                : motivation[i]
              : doingOf(code) > 1
                ? 1
                : 0;
      sums[pixel[i]] += value;
      counts[pixel[i]]++;
      sum += value;
      n++;
    }
    ofCommunity[place] = sum / n;
    overall += sum;
    count += n;
  }
  const mean = new Uint8Array(sums.length);
  for (let p = 0; p < sums.length; p++) mean[p] = counts[p] === 0 ? NOBODY : Math.round((CELL_MAX * sums[p]) / counts[p]);
  return { week: kept?.week ?? world.week, width, height, mean, squares: squares.slice(), ofCommunity, overall: overall / count, count };
}
