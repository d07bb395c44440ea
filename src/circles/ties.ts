import { apart, type Memory } from "../kernels/index.ts";

/**
 * The acquaintance circle: undirected ties in compressed sparse rows with room to grow. The ties of resident i are
 * `neighbors[offsets[i] .. offsets[i] + degree[i])`; the room of i ends at `offsets[i + 1]`. Every tie stands in both
 * rows, with the same core flag.
 */
export interface Ties {
  /** [resident + 1] first place of each row. */
  offsets: Uint32Array;
  /** [resident] ties. */
  degree: Uint16Array;
  /** [place] the other resident. */
  neighbors: Uint32Array;
  /** [place] 1 if a core tie, 0 if weak. */
  core: Uint8Array;
}

/** The arrays of ties, in the order in which they are written. */
export const tieNames = ["offsets", "degree", "neighbors", "core"] as const satisfies readonly (keyof Ties)[];

/** Ties in arrays that are made from theirs one by one. */
export const mapTies = (
  { offsets, degree, neighbors, core }: Ties,
  make: <T extends Uint32Array | Uint16Array | Uint8Array>(values: T) => T,
): Ties => ({ offsets: make(offsets), degree: make(degree), neighbors: make(neighbors), core: make(core) });

/** Ties from arrays that were written. @throws if they cannot be those of so many residents */
export function readTies(residents: number, find: (name: keyof Ties) => unknown): Ties {
  const [offsets, degree, neighbors, core] = tieNames.map(find);
  if (
    offsets instanceof Uint32Array &&
    degree instanceof Uint16Array &&
    neighbors instanceof Uint32Array &&
    core instanceof Uint8Array &&
    fits({ offsets, degree, neighbors, core }, residents)
  ) {
    return { offsets, degree, neighbors, core };
  }
  throw new Error(`ties are not those of ${residents} residents.`);
}

function fits({ offsets, degree, neighbors, core }: Ties, residents: number): boolean {
  const places = neighbors.length;
  if (offsets.length !== residents + 1 || offsets[residents] !== places) return false;
  if (degree.length !== residents || core.length !== places) return false;
  for (let i = 0; i < residents; i++) {
    if (offsets[i] + degree[i] > offsets[i + 1]) return false;
    for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) if (neighbors[h] >= residents) return false;
  }
  return true;
}

const MOST = 65535;

/**
 * Room that a row of this degree gets: half as much again and four; at least twice what is usual, for who comes later
 * may be more sociable.
 */
const roomFor = (degree: number, usual: number) => Math.max(degree + (degree >> 1) + 4, 2 * usual);

/**
 * Builds ties from pairs. Pairs of a resident with itself and repeated pairs are left out.
 *
 * @param residents  number of residents
 * @param a, b       [pair] the two residents of each
 * @param memory     where they are to lie
 */
export function tiesFromPairs(residents: number, a: Uint32Array, b: Uint32Array, pairs: number, memory = apart): Ties {
  const ends = new Uint32Array(2 * pairs);
  for (let e = 0; e < pairs; e++) {
    if (a[e] >= residents || b[e] >= residents) {
      throw new RangeError(
        `tiesFromPairs: pair ${e} joins ${a[e]} and ${b[e]}, but there are ${residents} residents (0-${residents - 1}).`,
      );
    }
    ends[2 * e] = a[e];
    ends[2 * e + 1] = b[e];
  }
  const packed = new Uint32Array(2 * pairs);
  const degree = memory.column(Uint16Array, residents);
  packRows(ends, rowsFrom(residents, new Uint32Array(0)), { first: 0, end: residents, degree, packed, at: 0 });
  const ties = emptyRows(degree, memory);
  unpackRows(ties, 0, residents, packed, 0);
  return ties;
}

/** Rows one after the other, without room between them. */
export interface PackedRows {
  /** [row + 1] first place of each. */
  start: Uint32Array;
  list: Uint32Array;
}

/** Pairs as rows: each stands in the rows of both of its ends. @param pairs  [2 * pair] both ends */
export function rowsFrom(rows: number, pairs: Uint32Array, memory = apart, first = 0): PackedRows {
  const start = memory.column(Uint32Array, rows + 2);
  // Counted two rows on, so that what is summed up moves on to the first place of the next row as rows are filled.
  for (let e = 0; e < pairs.length; e++) start[pairs[e] - first + 2]++;
  for (let i = 2; i < rows + 2; i++) start[i] += start[i - 1];
  const list = memory.column(Uint32Array, pairs.length);
  for (let e = 0; e < pairs.length; e += 2) {
    const a = pairs[e];
    const b = pairs[e + 1];
    list[start[a - first + 1]++] = b;
    list[start[b - first + 1]++] = a;
  }
  return { start, list };
}

/** Where the rows of residents [first, end) are packed, one after the other from a place on. */
interface Packed {
  first: number;
  end: number;
  /** [resident] */
  degree: Uint16Array;
  packed: Uint32Array;
  at: number;
}

/**
 * Packs the rows of some residents in the order of who they are tied to; itself and repetitions are left out.
 *
 * @param near  [2 * pair] both ends of pairs among them; they may lie where rows are packed
 * @param far   rows of all residents: further ends of theirs
 */
export function packRows(near: Uint32Array, far: PackedRows, { first, end, degree, packed, at }: Packed): void {
  const { start, list } = rowsFrom(end - first, near, apart, first);
  let from = at;
  for (let i = first; i < end; i++) {
    let to = from;
    for (let k = start[i - first]; k < start[i - first + 1]; k++) packed[to++] = list[k];
    for (let k = far.start[i]; k < far.start[i + 1]; k++) packed[to++] = far.list[k];
    sort(packed, from, to);
    const row = from;
    for (let k = row; k < to; k++) {
      const j = packed[k];
      if (j !== i && (from === row || packed[from - 1] !== j)) packed[from++] = j;
    }
    if (from - row > MOST) throw new RangeError(`ties: resident ${i} has ${from - row}; at most ${MOST} are supported.`);
    degree[i] = from - row;
  }
}

/** Gives the rows of residents [first, end) the ties that were packed for them. */
export function unpackRows({ offsets, degree, neighbors }: Ties, first: number, end: number, packed: Uint32Array, at: number): void {
  let from = at;
  for (let i = first; i < end; i++) {
    for (let to = offsets[i], last = to + degree[i]; to < last; to++) neighbors[to] = packed[from++];
  }
}

/** Rows with room to grow, of the degrees given, to be filled. */
export function emptyRows(degree: Uint16Array, memory: Memory): Ties {
  const residents = degree.length;
  let ends = 0;
  for (let i = 0; i < residents; i++) ends += degree[i];
  const usual = Math.ceil(ends / Math.max(1, residents));
  const offsets = memory.column(Uint32Array, residents + 1);
  for (let i = 0; i < residents; i++) offsets[i + 1] = offsets[i] + roomFor(degree[i], usual);
  const neighbors = memory.column(Uint32Array, offsets[residents]);
  return { offsets, degree, neighbors, core: memory.column(Uint8Array, neighbors.length) };
}

const SHORT = 64; // places

/** Sorts a row by insertion: most are short, and so many that a sort made for long ones takes most of the time to begin. */
function sort(list: Uint32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    list.subarray(from, to).sort();
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const j = list[k];
    let at = k;
    for (; at > from && list[at - 1] > j; at--) list[at] = list[at - 1];
    list[at] = j;
  }
}

/** Place of the tie from i to j, or -1. */
export function placeOf({ offsets, degree, neighbors }: Ties, i: number, j: number): number {
  const end = offsets[i] + degree[i];
  for (let h = offsets[i]; h < end; h++) if (neighbors[h] === j) return h;
  return -1;
}

export const hasTie = (ties: Ties, i: number, j: number): boolean =>
  ties.degree[i] <= ties.degree[j] ? placeOf(ties, i, j) >= 0 : placeOf(ties, j, i) >= 0;

/** Joins i and j; false if they are the same, are joined already, or one of them has no room for another tie. */
export function addTie(ties: Ties, i: number, j: number, core = 0): boolean {
  return i !== j && !hasTie(ties, i, j) && joinStrangers(ties, i, j, core);
}

/** Joins two who are not joined; false if one of them has no room for another tie. */
export function joinStrangers(ties: Ties, i: number, j: number, core = 0): boolean {
  const { offsets, degree } = ties;
  if (offsets[i] + degree[i] >= offsets[i + 1] || offsets[j] + degree[j] >= offsets[j + 1]) return false;
  append(ties, i, j, core);
  append(ties, j, i, core);
  return true;
}

function append({ offsets, degree, neighbors, core }: Ties, i: number, j: number, isCore: number): void {
  const h = offsets[i] + degree[i]++;
  neighbors[h] = j;
  core[h] = isCore;
}

/** What is wrong with the ties, in words; empty if nothing. */
export function checkTies(ties: Ties): string[] {
  const problems: string[] = [];
  const n = ties.degree.length;
  for (let i = 0; i < n && problems.length < 10; i++) {
    if (ties.offsets[i] + ties.degree[i] > ties.offsets[i + 1]) problems.push(`resident ${i} has more ties than room`);
    for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
      const j = ties.neighbors[h];
      if (j >= n) problems.push(`resident ${i} is tied to ${j}, who does not exist`);
      else if (j === i) problems.push(`resident ${i} is tied to itself`);
      else {
        const back = placeOf(ties, j, i);
        if (back < 0) problems.push(`${i} is tied to ${j}, but not the other way round`);
        else if (ties.core[back] !== ties.core[h]) problems.push(`the tie of ${i} and ${j} is core on one side only`);
      }
      if (placeOf(ties, i, j) !== h) problems.push(`${i} is tied to ${j} twice`);
    }
  }
  return problems;
}
