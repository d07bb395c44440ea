import { expect, it } from "vitest";
import { type ColumnType, column, columnArrays, Table, type TableSpec } from "../../src/population/index.ts";

it("blanks rows to the fill values of their columns, of every type and width, and nothing else", () => {
  const types = Object.keys(columnArrays) as ColumnType[];
  const spec = Object.fromEntries(
    types.map((type, k) => [type, column(type, "", "", { width: 1 + (k % 3), fill: type[0] === "u" ? 7 : -3 })]),
  );
  const table = new Table<TableSpec>("any", { ...spec, kept: column("f64", "", "") }, 5);
  for (const values of Object.values(table.columns)) values.fill(5);
  table.blank([1, 3], new Set(["kept"]));
  for (const [key, { width, fill }] of Object.entries(table.spec)) {
    const blank = key === "kept" ? 5 : fill;
    const expected = [5, blank, 5, blank, 5].flatMap((value) => new Array(width).fill(value));
    expect([key, ...table.columns[key]]).toEqual([key, ...expected]);
  }
});
