import { didYouMean, legible, said } from "../scenario/index.ts";
import { type Cell, CellError, isEmpty, letters, type Sheet, textOf } from "./cell.ts";
import { type ColumnOf, columnNamed, type SheetKind, sheetColumns } from "./headings.ts";
import { quantityOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";

const HEAD_ROWS = 15; // first rows of a sheet in which headings are looked for
const TOTAL = /^(合计|总计|小计|共计|总数|全区合计|全区|全街道|total|sum|subtotal|grandtotal|all)$/i;
/** Citizens' numbers and mobile phones in China. */
const PERSONAL = /^(\d{17}[\dXx]|1[3-9]\d{9})$/;

export interface Row<K extends SheetKind> {
  /** From 0. */
  readonly at: number;
  cell(column: ColumnOf<K>): Cell;
  text(column: ColumnOf<K>): string;
}

/** A sheet whose headings are known. */
export interface Table<K extends SheetKind> {
  readonly kind: K;
  readonly sheet: string;
  readonly rows: readonly Row<K>[];
  /** Rows that sum up others. */
  readonly totals: readonly Row<K>[];
  has(column: ColumnOf<K>): boolean;
  /** Column of the sheet, from 0; -1 if it is not there. */
  columnAt(column: ColumnOf<K>): number;
  /** The heading as it is written. */
  heading(column: ColumnOf<K>): string;
  /** Where it is said from: the sheet and the letter of the column. */
  from(column: ColumnOf<K>): string;
}

interface Head {
  /** Last row of the headings. */
  row: number;
  /** [column of the sheet] heading as written, "" for none */
  written: string[];
  /** [column of the sheet] which column that is */
  known: (string | undefined)[];
}

/** How many columns of a kind the headings of a sheet name. */
export const headingsFound = (sheet: Sheet, kind: SheetKind): number => new Set(headOf(sheet, kind)?.known.filter(Boolean)).size;

/** Filled rows down to the headings of a sheet. */
export const headingRow = (sheet: Sheet, kind: SheetKind): number =>
  sheet.rows.slice(0, (headOf(sheet, kind)?.row ?? -1) + 1).filter((row) => row.some((cell) => textOf(cell) !== "")).length;

/** The row of headings: that with the most that are known; two rows make one where a group of columns has a heading of its own. */
function headOf({ rows }: Sheet, kind: SheetKind): Head | undefined {
  let best: Head | undefined;
  let most = 0;
  for (let row = 0; row < Math.min(HEAD_ROWS, rows.length); row++) {
    for (const head of [single(rows, row, kind), double(rows, row, kind)]) {
      const count = new Set(head?.known.filter(Boolean)).size;
      if (!head || count <= most) continue;
      best = head;
      most = count;
    }
  }
  return best;
}

function single(rows: Cell[][], row: number, kind: SheetKind): Head {
  const written = rows[row].map(textOf);
  return { row, written, known: written.map((text) => columnNamed(kind, text)) };
}

function double(rows: Cell[][], row: number, kind: SheetKind): Head | undefined {
  const below = rows[row + 1];
  if (!below || below.some((cell) => quantityOf(cell) !== undefined)) return undefined;
  const width = Math.max(rows[row].length, below.length);
  let group = "";
  const written: string[] = [];
  const known: (string | undefined)[] = [];
  for (let k = 0; k < width; k++) {
    const [above, own] = [textOf(rows[row][k]), textOf(below[k])];
    if (above !== "") group = above;
    const choices = own === "" ? [above] : [own, `${group}${own}`, `${above} ${own}`, above];
    const found = choices.find((text) => text !== "" && columnNamed(kind, text) !== undefined);
    written.push(found ?? (own || above));
    known.push(found === undefined ? undefined : columnNamed(kind, found));
  }
  return { row: row + 1, written, known };
}

/** Reads the headings of a sheet and its rows. What is passed over is said; undefined if a column that is needed is not there. */
export function readTable<K extends SheetKind>(
  sheet: Sheet,
  kind: K,
  needed: readonly ColumnOf<K>[],
  remarks: Remarks,
): Table<K> | undefined {
  const head = headOf(sheet, kind);
  const names = sheetColumns[kind] as Record<string, readonly string[]>;
  const both = (column: string) => `${names[column][0]} / ${names[column][1]}`;
  if (!head) {
    remarks.add("fault", sheet.name, 0, -1, said("hasNoHeadings"), said("writeHeadingsOf", { known: needed.map(both).join(", ") }));
    return undefined;
  }
  const first = (column: string) => head.known.indexOf(column);
  for (const [k, text] of head.written.entries()) {
    const column = head.known[k];
    if (column === undefined && text !== "") {
      const near = didYouMean(text.toLowerCase(), Object.values(names).flat());
      remarks.add("doubt", sheet.name, head.row, k, said("headingLeftOut", { heading: legible(text) }), near);
    } else if (column !== undefined && first(column) < k)
      remarks.add(
        "fault",
        sheet.name,
        head.row,
        k,
        said("headingTwice", { heading: legible(text), other: letters(first(column)) }),
        said("takeOneOut"),
      );
  }
  const missing = needed.filter((column) => first(column) < 0);
  for (const column of missing)
    remarks.add(
      "fault",
      sheet.name,
      head.row,
      -1,
      said("hasNoColumn", { column: both(column) }),
      said("addColumn", { column: both(column) }),
    );
  if (missing.length > 0) return undefined;
  const rows: Row<K>[] = [];
  const totals: Row<K>[] = [];
  let hidden = -1;
  for (let at = head.row + 1; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at];
    if (cells.every((cell) => textOf(cell) === "")) continue;
    const row: Row<K> = {
      at,
      cell: (column) => cells[first(column)] ?? null,
      text: (column) => (isEmpty(cells[first(column)]) ? "" : textOf(cells[first(column)])),
    };
    for (let k = 0; k < cells.length; k++) {
      if (typeof cells[k] === "string" && hidden !== k && PERSONAL.test(textOf(cells[k]))) {
        hidden = k;
        remarks.add("doubt", sheet.name, at, k, said("holdsPersonalNumbers"), said("takeColumnOut"));
      }
      if (cells[k] instanceof CellError && head.known[k] !== undefined)
        remarks.add("fault", sheet.name, at, k, said("isFormulaError"), said("mendFormula"));
    }
    const label = textOf(cells.find((cell) => textOf(cell) !== ""));
    const named = needed.length > 0 ? textOf(cells[first(needed[0])]) : "";
    if ([label, named].some((text) => TOTAL.test(text.replace(/[\s:：]/g, "")))) totals.push(row);
    else rows.push(row);
  }
  for (const { at } of totals) remarks.add("doubt", sheet.name, at, -1, said("isTotal"));
  if (rows.length === 0) remarks.add("fault", sheet.name, head.row, -1, said("hasNothingBelow"), said("writeRowForEach"));
  return {
    kind,
    sheet: sheet.name,
    rows,
    totals,
    has: (column) => first(column) >= 0,
    columnAt: first,
    heading: (column) => head.written[first(column)] ?? "",
    from: (column) => `${sheet.name}!${letters(first(column))}`,
  };
}
