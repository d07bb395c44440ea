import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";
import type { Ties } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import type { Column, ColumnType, Table, TableSpec } from "../population/index.ts";

const types: Record<ColumnType, BasicType> = {
  u8: "INT32",
  u16: "INT32",
  u32: "INT64",
  i16: "INT32",
  i32: "INT32",
  f32: "FLOAT",
  f64: "DOUBLE",
};

/** Values of one column, one per row, in the type that Parquet has for it. */
function values(type: ColumnType, column: Column, rows: number, width: number, place: number) {
  if (type === "u32") return BigInt64Array.from({ length: rows }, (_, r) => BigInt(column[r * width + place]));
  const take = (_: unknown, r: number) => column[r * width + place];
  if (type === "f32") return Float32Array.from({ length: rows }, take);
  if (type === "f64") return Float64Array.from({ length: rows }, take);
  return Int32Array.from({ length: rows }, take);
}

/** A table as Parquet; a column of several values per row becomes as many columns, "name_0", "name_1", .... */
export function tableParquet(table: Table<TableSpec>): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: Object.entries(table.spec).flatMap(([key, { type, width }]) =>
      Array.from({ length: width }, (_, place) => ({
        name: width > 1 ? `${key}_${place}` : key,
        data: values(type, table.columns[key] as Column, table.rows, width, place),
        type: types[type],
        nullable: false,
      })),
    ),
  });
}

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
  return parquetWriteBuffer({
    columnData: [
      { name: "a", data: a, type: "INT32", nullable: false },
      { name: "b", data: b, type: "INT32", nullable: false },
      { name: "core", data: isCore, type: "INT32", nullable: false },
    ],
  });
}

/** The files of a snapshot, by name. */
export function snapshotFiles(world: World): [name: string, make: () => ArrayBuffer][] {
  const table = (t: unknown) => () => tableParquet(t as Table<TableSpec>);
  return [
    ["residents.parquet", table(world.residents)],
    ["organizations.parquet", table(world.organizations)],
    ["branches.parquet", table(world.branches)],
    ["matters.parquet", table(world.matters)],
    ["exchange.parquet", table(world.exchangeTies)],
    ["ties.parquet", () => tiesParquet(world.ties)],
  ];
}
