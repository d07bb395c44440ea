import { type District, type DistrictContent, legible, type Margin, said, sealed } from "../scenario/index.ts";
import { type Boundaries, readBoundaries } from "./boundaries.ts";
import { type Sheet, textOf } from "./cell.ts";
import { Communities } from "./communities.ts";
import { kindNamed, notes, type SheetKind, sheetKinds, sheetNames } from "./headings.ts";
import { readMargins } from "./margins.ts";
import { readNetworks } from "./networks.ts";
import { type GivenFile, open } from "./open.ts";
import { readOrganizations } from "./organizations.ts";
import { type Remark, Remarks } from "./remarks.ts";
import { type Line, Report } from "./report.ts";
import { readSeries, type SeriesReader } from "./series.ts";
import { headingRow, headingsFound, readTable, type Table } from "./table.ts";
import { readUnits } from "./units.ts";

export interface Reading {
  /** Undefined if something is wrong that keeps the tables from being a district. */
  district?: District;
  remarks: Remark[];
  /** Remarks beyond those that are listed. */
  more: number;
  lines: Line[];
  boundaries?: Boundaries;
}

/**
 * Reads a workbook, a table, or the files of a folder: all that is wrong or doubtful is said at once, and whence each quantity is.
 *
 * @param seriesReader  reads observed values, knowing the measures of the model; without it these are left out
 */
export async function readDistrict(files: readonly GivenFile[], seriesReader?: SeriesReader): Promise<Reading> {
  const remarks = new Remarks();
  const report = new Report();
  const sheets: Sheet[] = [];
  let boundaries: Boundaries | undefined;
  let boundariesIn: string | undefined;
  for (const file of files) {
    if (/\.(geo)?json$/i.test(file.name)) {
      if (boundariesIn !== undefined)
        remarks.add("fault", file.name, -1, -1, said("isSecondSheet", { other: legible(boundariesIn) }), said("takeSheetOut"));
      boundariesIn ??= file.name;
      boundaries = readBoundaries(file, remarks) ?? boundaries;
      continue;
    }
    const opened = await open(file);
    if (!opened.ok) remarks.add("fault", file.name, -1, -1, opened.message, opened.remedy);
    else {
      if (opened.encoding === "GB18030") remarks.add("doubt", file.name, -1, -1, said("isReadAsGb18030"));
      sheets.push(...opened.sheets);
    }
  }
  const tables = sortSheets(sheets, remarks);
  const ended = (): Reading => ({ remarks: remarks.inOrder, more: remarks.more, lines: [] });
  const first = tables.get("communities");
  if (!first) {
    if (!remarks.failed) remarks.add("fault", files[0]?.name ?? "", -1, -1, said("hasNoCommunities"), said("addCommunities"));
    return ended();
  }
  const table = readTable(first, "communities", ["name", "residents"], remarks);
  if (!table) return ended();
  const communities = new Communities(table, remarks, report);
  const of = <K extends SheetKind>(kind: K, needed: Parameters<typeof readTable<K>>[2]): Table<K> | undefined => {
    const sheet = tables.get(kind);
    return sheet && readTable(sheet, kind, needed, remarks);
  };
  const corners = tables.get("boundaries");
  if (corners && boundariesIn !== undefined)
    remarks.add("fault", corners.name, -1, -1, said("isSecondSheet", { other: legible(boundariesIn) }), said("takeSheetOut"));
  if (corners) boundaries = communities.boundaries(of("boundaries", ["community", "longitude", "latitude"]));
  communities.place(boundaries);
  const margins: Margin[] = [...communities.margins, ...readMargins(of("margins", []), communities, remarks, report)];
  const organizations = readOrganizations(of("organizations", ["community"]), communities, remarks, report);
  const units = readUnits(of("units", ["community"]), communities, remarks, report);
  const networks = readNetworks(of("memberships", ["member", "group"]), of("ties", []), communities, organizations, remarks, report);
  const series = readSeries(of("series", ["measure", "value"]), communities, seriesReader, remarks, report);
  if (remarks.failed) return ended();
  const content: DistrictContent = {
    communities: communities.rows,
    subdistricts: communities.subdistricts,
    margins,
    ...(organizations.rows ? { organizations: organizations.rows } : {}),
    ...(networks.branches ? { branches: networks.branches } : {}),
    ...(units ? { units } : {}),
    ...(networks.groups ? { groups: networks.groups } : {}),
    ...(networks.ties ? { ties: networks.ties } : {}),
    ...(networks.acquaintances ? { acquaintances: networks.acquaintances } : {}),
    ...(communities.shifted ? { shifted: communities.shifted } : {}),
    ...(series ? { series } : {}),
  };
  return {
    district: sealed(content),
    remarks: remarks.inOrder,
    more: remarks.more,
    lines: report.all(content.communities.length),
    ...(boundaries ? { boundaries } : {}),
  };
}

/** Which sheet is which: by its name, else by its headings. Hidden sheets and those that nobody knows are left out, and that is said. */
function sortSheets(sheets: readonly Sheet[], remarks: Remarks): Map<SheetKind, Sheet> {
  const found = new Map<SheetKind, Sheet>();
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== "")));
  for (const sheet of filled) {
    if (notes.test(sheet.name.trim())) continue;
    if (sheet.hidden) {
      remarks.add("doubt", sheet.name, -1, -1, said("isHidden"), said("showSheet"));
      continue;
    }
    const kind = kindNamed(sheet.name) ?? likely(sheet);
    const filledRows = sheet.rows.filter((row) => row.some((cell) => textOf(cell) !== "")).length;
    if (kind !== undefined && kind !== "communities" && filledRows <= headingRow(sheet, kind)) continue; // of the template, not filled in
    if (kind === undefined)
      remarks.add(
        "doubt",
        sheet.name,
        -1,
        -1,
        said("isNoKnownSheet"),
        said("nameSheet", { known: sheetKinds.map((one) => sheetNames[one].slice(0, 2).join(" / ")).join(", ") }),
      );
    else if (found.has(kind))
      remarks.add(
        "fault",
        sheet.name,
        -1,
        -1,
        said("isSecondSheet", { other: legible((found.get(kind) as Sheet).name) }),
        said("takeSheetOut"),
      );
    else found.set(kind, sheet);
  }
  return found;
}

/** The kind of a sheet by its headings: communities if it names residents, else the kind of which it has the most, three at least. */
function likely(sheet: Sheet): SheetKind | undefined {
  const counted = sheetKinds.map((kind) => [kind, headingsFound(sheet, kind)] as const).sort((a, b) => b[1] - a[1]);
  const [kind, count] = counted[0];
  return count >= (kind === "communities" ? 2 : 3) ? kind : undefined;
}
