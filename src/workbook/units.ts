import { type District, legible, said } from "../scenario/index.ts";
import { isEmpty, textOf } from "./cell.ts";
import { unitCode } from "./codes.ts";
import type { Communities } from "./communities.ts";
import { quantityOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";
import type { Report } from "./report.ts";
import type { Table } from "./table.ts";

const LARGEST = 5000;

/** Workplaces as their sheet lists them; undefined if there is none. */
export function readUnits(
  table: Table<"units"> | undefined,
  communities: Communities,
  remarks: Remarks,
  report: Report,
): District["units"] {
  if (!table) return undefined;
  const units = table.rows.map((row) => {
    const community = communities.named(table, row) ?? 0;
    const wrong = (column: "kind" | "employees", remedy: Parameters<Remarks["add"]>[5]): undefined =>
      void remarks.add(
        "fault",
        table.sheet,
        row.at,
        table.columnAt(column),
        said("is", { value: legible(textOf(row.cell(column))) }),
        remedy,
      );
    const written = (column: "kind" | "employees") => table.has(column) && !isEmpty(row.cell(column));
    const kind = written("kind") ? (unitCode(row.text("kind")) ?? wrong("kind", said("writeKindOfUnit"))) : undefined;
    const size = written("employees") ? quantityOf(row.cell("employees"))?.value : undefined;
    const fits = size !== undefined && size >= 1;
    if (written("employees") && !fits) wrong("employees", said("writeUpTo", { most: LARGEST }));
    return { community, ...(kind === undefined ? {} : { kind }), ...(fits ? { employees: Math.min(LARGEST, Math.round(size)) } : {}) };
  });
  report.add("workplaces", "given", units.length, units.length, table.sheet);
  return units;
}
