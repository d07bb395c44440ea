import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import type { Ties } from "../circles/index.ts";
import { type TableName, tableNames, type World, worldTables } from "../engine/index.ts";
import { type Column, type ColumnSpec, type ColumnType, column, type Table, type TableEntry, type TableSpec } from "../population/index.ts";
import { metadata, type TableColumn, tableColumn } from "./batch/table.ts";

/** Type that Parquet has for a column. */
export const parquetTypes: Record<ColumnType, BasicType> = {
  u8: "INT32",
  u16: "INT32",
  u32: "INT64",
  i16: "INT32",
  i32: "INT32",
  f32: "FLOAT",
  f64: "DOUBLE",
};

/** What stands for "none" in a column; undefined where every value is one. */
const noneOf = ({ fill }: ColumnSpec): number | undefined => (fill < 0 ? fill : undefined);

/** Values of one column, one per row, in the type that Parquet has for it; null where there is none. */
function values(spec: ColumnSpec, column: Column, rows: number, place: number) {
  const { type, width } = spec;
  const none = noneOf(spec);
  if (none !== undefined) {
    const value = (r: number) => column[r * width + place];
    return Array.from({ length: rows }, (_, r) => (value(r) === none ? null : value(r)));
  }
  if (type === "u32") return BigInt64Array.from({ length: rows }, (_, r) => BigInt(column[r * width + place]));
  const take = (_: unknown, r: number) => column[r * width + place];
  if (type === "f32") return Float32Array.from({ length: rows }, take);
  if (type === "f64") return Float64Array.from({ length: rows }, take);
  return Int32Array.from({ length: rows }, take);
}

/** Columns of a table in Parquet; a column of several values per row becomes as many columns, "name_0", "name_1", .... */
const placesOf = (spec: TableSpec) =>
  Object.entries(spec).flatMap(([key, one]) =>
    Array.from({ length: one.width }, (_, place) => ({
      key,
      place,
      column: tableColumn(
        one.width > 1 ? `${key}_${place}` : key,
        parquetTypes[one.type],
        one.unit,
        one.description,
        noneOf(one) !== undefined,
      ),
    })),
  );

function parquet(columns: readonly { column: TableColumn; data: ReturnType<typeof values> }[]): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: columns.map(({ column: { name, type, nullable }, data }) => ({ name, type, nullable, data })),
    kvMetadata: metadata(columns.map(({ column }) => column)),
  });
}

/** A table as Parquet. */
export const tableParquet = ({ spec, columns, rows }: Table<TableSpec>): ArrayBuffer =>
  parquet(
    placesOf(spec).map(({ key, place, column }) => ({
      column,
      data: values(spec[key], columns[key] as Column, rows, place),
    })),
  );

/** Acquaintance ties as they are written. */
const tieColumns = {
  a: column("i32", "resident", "One end of the tie; a < b."),
  b: column("i32", "resident", "The other end."),
  core: column("i32", "flag", "1 if a core tie."),
};

/** Acquaintance ties as Parquet: a < b, core. */
export function tiesParquet({ offsets, degree, neighbors, core }: Ties): ArrayBuffer {
  let count = 0;
  for (let i = 0; i < degree.length; i++) count += degree[i];
  const a = new Int32Array(count / 2);
  const b = new Int32Array(count / 2);
  const isCore = new Int32Array(count / 2);
  let e = 0;
  for (let i = 0; i < degree.length; i++) {
    for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) {
      if (neighbors[h] < i) continue;
      a[e] = i;
      b[e] = neighbors[h];
      isCore[e++] = core[h];
    }
  }
  const data = { a, b, core: isCore };
  return parquet(placesOf(tieColumns).map(({ key, column }) => ({ column, data: data[key as keyof typeof data] })));
}

export interface SnapshotFile {
  name: string;
  /** What a row is. */
  row: string;
  spec: TableSpec;
  make(world: World): ArrayBuffer;
}

const ofTable = (table: TableName): SnapshotFile[] => {
  const { file, spec }: TableEntry = worldTables[table];
  return file ? [{ ...file, spec, make: (world) => tableParquet(world[table]) }] : [];
};

/** The files of a snapshot. */
export const snapshot: readonly SnapshotFile[] = [
  ...tableNames.flatMap(ofTable),
  { name: "ties.parquet", row: "an acquaintance tie of two residents", spec: tieColumns, make: ({ ties }) => tiesParquet(ties) },
];

export const snapshotFileNames: readonly string[] = snapshot.map(({ name }) => name);

/** The files of a snapshot of a world, by name. */
export const snapshotFiles = (world: World): [name: string, make: () => ArrayBuffer][] =>
  snapshot.map(({ name, make }) => [name, () => make(world)]);
