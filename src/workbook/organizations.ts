import { type District, legible, mostOfDistrict, type Said, said } from "../scenario/index.ts";
import { CellError, isEmpty, textOf } from "./cell.ts";
import { typeCode } from "./codes.ts";
import type { Communities } from "./communities.ts";
import { bare } from "./headings.ts";
import { dateOf, quantityOf, yesOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./table.ts";

type Organization = NonNullable<District["organizations"]>[number];
type Column = Parameters<Table<"organizations">["columnAt"]>[0];

const SOURCES = ["government", "venture", "donation", "fees", "alliance"] as const;
const WEEK = 7 * 86_400_000;
const NOT_COVERED = /^(无|未覆盖|没有|none|no|否|0)$/i;
const OWN = /^(单独|单独组建|own|独立|单独党支部)$/i;

export interface Organizations {
  rows?: Organization[];
  /** By bare name. */
  named: ReadonlyMap<string, number>;
  /** Branches by bare name, with the organizations in them; own branches without a name too. Undefined if nobody says. */
  branches?: Map<string, number[]>;
}

/** Social organizations as their sheet lists them. Their names are for other sheets to refer to, and are not kept. */
export function readOrganizations(
  table: Table<"organizations"> | undefined,
  communities: Communities,
  remarks: Remarks,
  report: Report,
): Organizations {
  if (!table) return { named: new Map() };
  const rows: Organization[] = [];
  const named = new Map<string, number>();
  const branches = new Map<string, number[]>();
  const latest = Math.max(...table.rows.map((row) => timeOf(row) ?? Number.NEGATIVE_INFINITY));
  for (const row of table.rows) {
    const community = communities.named(table, row);
    const fault = (column: Column, message: Said, remedy: Said) =>
      remarks.add("fault", table.sheet, row.at, table.columnAt(column), message, remedy);
    const wrong = (column: Column, remedy: Said): undefined => {
      fault(column, said("is", { value: legible(textOf(row.cell(column))) }), remedy);
      return undefined;
    };
    const written = (column: Column) => table.has(column) && !isEmpty(row.cell(column)) && !(row.cell(column) instanceof CellError);
    const count = (column: Column, most: number): number | undefined => {
      if (!written(column)) return undefined;
      const value = quantityOf(row.cell(column))?.value;
      return value !== undefined && value >= 0 && value <= most ? Math.round(value) : wrong(column, said("writeUpTo", { most }));
    };
    const name = table.has("name") ? row.text("name") : "";
    if (name !== "" && named.has(bare(name)))
      fault(
        "name",
        said("standsInRow", { name: legible(name), row: table.rows[named.get(bare(name)) as number].at + 1 }),
        said("numberApart"),
      );
    else if (name !== "") named.set(bare(name), rows.length);
    const type = written("type") ? (typeCode(row.text("type")) ?? wrong("type", said("writeType"))) : undefined;
    const registered = written("registered") ? (yesOf(row.cell("registered")) ?? wrong("registered", said("writeRegistered"))) : undefined;
    const [staff, members, volunteers] = [count("staff", 500), count("members", 500), count("volunteers", 10_000)];
    if (staff !== undefined && members !== undefined && members > staff)
      fault("members", said("contradicts", { value: members, other: table.heading("staff"), against: staff }), said("mendOne"));
    const income = SOURCES.some(written) ? SOURCES.map((source) => count(source, 1_000_000_000) ?? 0) : undefined;
    const time = written("founded") ? (timeOf(row) ?? wrong("founded", said("writeDate"))) : undefined;
    if (table.has("branch") || table.has("covered")) {
      const branch = table.has("branch") ? row.text("branch") : "";
      const form = table.has("covered") ? row.text("covered") : "";
      if (branch !== "" && !NOT_COVERED.test(branch)) branches.set(bare(branch), [...(branches.get(bare(branch)) ?? []), rows.length]);
      else if (OWN.test(form)) branches.set(`#${rows.length}`, [rows.length]);
      else if (form !== "" && !NOT_COVERED.test(form))
        remarks.add(
          "doubt",
          table.sheet,
          row.at,
          table.columnAt("covered"),
          said("isWithoutBranch", { value: legible(form) }),
          said("nameBranch"),
        );
    }
    rows.push({
      community: community ?? 0,
      ...(type === undefined ? {} : { type }),
      ...(registered === undefined ? {} : { registered }),
      ...(staff === undefined ? {} : { staff }),
      ...(members === undefined ? {} : { members }),
      ...(volunteers === undefined ? {} : { volunteers }),
      ...(income === undefined ? {} : { income }),
      ...(time === undefined ? {} : { age: Math.min(5200, 1 + Math.floor((latest - time) / WEEK)) }),
    });
  }
  if (rows.length > mostOfDistrict.organizations)
    remarks.add(
      "fault",
      table.sheet,
      -1,
      -1,
      said("hasRows", { count: rows.length }),
      said("mayHaveRows", { most: mostOfDistrict.organizations }),
    );
  const tell = (quantity: "organizationTypes" | "registered" | "staff" | "income", column: Column, key: keyof Organization) => {
    const count = rows.filter((one) => one[key] !== undefined).length;
    if (count > 0) report.add(quantity, "given", count, rows.length, table.from(column));
  };
  report.add("organizations", "given", rows.length, rows.length, table.sheet);
  tell("organizationTypes", "type", "type");
  tell("registered", "registered", "registered");
  tell("staff", "staff", "staff");
  tell("income", SOURCES.find((source) => table.has(source)) ?? "fees", "income");
  return { rows, named, ...(table.has("branch") || table.has("covered") ? { branches } : {}) };
}

function timeOf(row: Row<"organizations">): number | undefined {
  const date = dateOf(row.cell("founded"));
  return date && Date.UTC(date.year, date.month - 1, date.day);
}
