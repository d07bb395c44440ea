import { apart, type Column, type ColumnType, columnArrays, type Memory } from "../kernels/index.ts";
import { BeyondMeans, limits } from "./limits.ts";

/**
 * Tables: state as columns in typed arrays, one row per agent.
 *
 * A column has a type, a width (values per row, laid out row by row), a unit and a description; documents,
 * snapshots, checkpoints and digests walk these specs, in the order in which they are written.
 */

/**
 * What a column is to the agent whose row it stands in. The test of no dead ends holds what decisions go by: traits,
 * states and what flows in a week. A column that decisions do not go by is a place or a book.
 */
export const columnRoles = {
  place: "who and where somebody is, since when and how many: only events of a life change it",
  trait: "with what somebody comes: set-up gives it, and age or an event of a life changes it",
  state: "what the law of the column changes, and lasts from week to week",
  week: "what flows in one week: written anew in each, before it is read",
  book: "what has happened, or a count of rows: measures and files alone read it",
} as const;
export type ColumnRole = keyof typeof columnRoles;

export interface ColumnSpec<T extends ColumnType = ColumnType> {
  readonly type: T;
  /** Values per row. */
  readonly width: number;
  readonly unit: string;
  readonly description: string;
  readonly is: ColumnRole;
  /** Value of a new row: 0 unless given. Below 0 it stands for "none", and files leave the cell empty. */
  readonly fill: number;
}

export type TableSpec = Readonly<Record<string, ColumnSpec>>;

/**
 * Declares a column.
 *
 * @param options.width  values per row [1]
 * @param options.fill   value of a new row [0]; one below 0 stands for "none"
 * @param options.is     what it is to its agent ["state"]
 */
export const column = <T extends ColumnType>(
  type: T,
  unit: string,
  description: string,
  { width = 1, fill = 0, is = "state" }: { width?: number; fill?: number; is?: ColumnRole } = {},
): ColumnSpec<T> => ({ type, width, unit, description, fill, is });

/** The same columns, each of which is this to its agent. */
export const allAre = <S extends TableSpec>(is: ColumnRole, spec: S): S =>
  Object.fromEntries(Object.entries(spec).map(([key, declared]) => [key, { ...declared, is }])) as S;

export type Columns<S extends TableSpec> = { [K in keyof S]: Column<S[K]["type"]> };

/** Columns where they lie in a memory, as this thread sees it. */
export const columnsIn = <S extends TableSpec>(memory: Memory, columns: Columns<S>): Columns<S> =>
  Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, memory.received(values)])) as Columns<S>;

/** Rows `[0, rows)` are in use; the columns may be longer (`capacity`). */
export class Table<S extends TableSpec> {
  readonly name: string;
  readonly spec: S;
  rows: number;
  capacity: number;
  /** The columns. Replaced when the table grows: read them anew in each step, never keep them across weeks. */
  readonly columns: Columns<S>;
  /** Where its columns lie. */
  private memory: Memory;

  constructor(name: string, spec: S, rows: number, capacity = rows, memory = apart) {
    this.memory = memory;
    this.name = name;
    this.spec = spec;
    this.rows = rows;
    this.capacity = Math.max(rows, capacity);
    const columns: Record<string, Column> = {};
    for (const key of Object.keys(spec)) {
      const { type, width, fill } = spec[key] as ColumnSpec;
      const values = memory.column<Column>(columnArrays[type], this.capacity * width);
      if (fill !== 0) values.fill(fill);
      columns[key] = values;
    }
    // Spread, so that the engine keeps the properties in a fixed layout: an object built key by key becomes a dictionary.
    this.columns = { ...columns } as Columns<S>;
  }

  /** Adds a row with every column at its fill value and returns its index. @throws BeyondMeans if no run can hold it */
  add(): number {
    if (this.rows === this.capacity) this.makeRoom();
    return this.rows++;
  }

  /** Drops the rows whose flag is 0, keeping the order of the others; the freed rows are back at their fill values. */
  retain(flags: Uint8Array): void {
    const columns = this.columns as Record<string, Column>;
    const before = this.rows;
    let first = 0;
    while (first < before && flags[first]) first++;
    if (first === before) return;
    // Rows that stay move in runs: [from, to, from, to ...].
    const runs: number[] = [];
    let after = first;
    for (let r = first; r < before; r++) {
      if (!flags[r]) continue;
      const from = r;
      while (r < before && flags[r]) r++;
      runs.push(from, r);
      after += r - from;
    }
    for (const key of Object.keys(this.spec)) {
      const { width, fill } = this.spec[key] as ColumnSpec;
      const values = columns[key] as Column;
      let to = first * width;
      for (let k = 0; k < runs.length; k += 2) {
        values.copyWithin(to, runs[k] * width, runs[k + 1] * width);
        to += (runs[k + 1] - runs[k]) * width;
      }
      values.fill(fill, after * width, before * width);
    }
    this.rows = after;
  }

  /** Puts rows back to the fill values of their columns, but for the columns that are kept. */
  blank(rows: readonly number[], kept: ReadonlySet<string>): void {
    const columns = this.columns as Record<string, Column>;
    for (const key of Object.keys(this.spec)) {
      if (kept.has(key)) continue;
      const { type, width, fill } = this.spec[key] as ColumnSpec;
      copyTo(rows, bitsOf(new columnArrays[type](width).fill(fill)), bitsOf(columns[key] as Column));
    }
  }

  /** Puts columns read from a checkpoint in place of its own. Each holds exactly `rows` rows. */
  restore(rows: number, column: (key: string) => Column | undefined): void {
    const columns = this.columns as Record<string, Column>;
    for (const key of Object.keys(this.spec)) {
      const { type, width } = this.spec[key] as ColumnSpec;
      const values = column(key);
      if (!(values instanceof columnArrays[type]) || values.length !== rows * width) {
        throw new Error(`restore: column ${this.name}.${key} is not ${rows} rows of ${width} ${type}.`);
      }
      columns[key] = values;
    }
    this.rows = rows;
    this.capacity = rows;
  }

  /** The same rows in columns of their own. @param memory  where they are to lie */
  copy(memory: Memory): Table<S> {
    const copy = new Table(this.name, this.spec, 0, 0, memory);
    const columns = copy.columns as Record<string, Column>;
    for (const key of Object.keys(this.spec)) columns[key] = memory.copy(this.columns[key] as Column);
    copy.rows = this.rows;
    copy.capacity = this.capacity;
    return copy;
  }

  /** Moves its columns to another memory, without room to grow. */
  moveTo(memory: Memory): void {
    const columns = this.columns as Record<string, Column>;
    for (const key of Object.keys(this.spec)) {
      const { width } = this.spec[key] as ColumnSpec;
      const values = columns[key] as Column;
      if (this.capacity > this.rows || !memory.holds(values)) columns[key] = memory.copy(values.subarray(0, this.rows * width) as Column);
    }
    this.capacity = this.rows;
    this.memory = memory;
  }

  private makeRoom(): void {
    const limit = limits[this.name];
    if (limit && this.rows >= limit.rows) throw new BeyondMeans(this.name, limit);
    this.grow(Math.min(limit?.rows ?? Number.POSITIVE_INFINITY, Math.max(16, Math.ceil(this.capacity * 1.5))));
  }

  private grow(capacity: number): void {
    const columns = this.columns as Record<string, Column>;
    for (const key of Object.keys(this.spec)) {
      const { type, width, fill } = this.spec[key] as ColumnSpec;
      const values = this.memory.column<Column>(columnArrays[type], capacity * width);
      if (fill !== 0) values.fill(fill, this.capacity * width);
      values.set(columns[key] as never);
      columns[key] = values;
    }
    this.capacity = capacity;
  }
}

type Bits = Uint8Array | Uint16Array | Uint32Array;

/**
 * The same memory as whole numbers of one of three widths. A loop over single values of all seven types of columns would
 * be left uncompiled, and take forty times as long.
 */
function bitsOf({ buffer, byteOffset, byteLength, BYTES_PER_ELEMENT }: Column): Bits {
  if (BYTES_PER_ELEMENT === 1) return new Uint8Array(buffer, byteOffset, byteLength);
  if (BYTES_PER_ELEMENT === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** Writes one row in the place of others. */
function copyTo(rows: readonly number[], row: Bits, values: Bits): void {
  const width = row.length;
  for (let r = 0; r < rows.length; r++) {
    const first = rows[r] * width;
    for (let k = 0; k < width; k++) values[first + k] = row[k];
  }
}
