import { csvParseRows, dsvFormat } from "d3";
import { strFromU8, unzipSync } from "fflate";
import { decode, type Said, said } from "../scenario/index.ts";
import { type Cell, CellError, letters, type Sheet } from "./cell.ts";

/** A file as it was handed in. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

export type Opened = { ok: true; sheets: Sheet[]; encoding?: string } | { ok: false; message: Said; remedy: Said };

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_UNPACKED = 512 * 1024 * 1024;
export const MOST_ROWS = 200_000;
const MOST_COLUMNS = 300;
const refused = (message: Said, remedy: Said = said("saveAsXlsx")): Opened => ({ ok: false, message, remedy });

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, k) => bytes[k] === byte);

/** The sheets of a workbook or the one of a table, whatever its name says it is; or why it cannot be read, and what to do. */
export async function open({ name, bytes }: GivenFile): Promise<Opened> {
  if (bytes.length === 0) return refused(said("isEmpty"), said("chooseTable"));
  if (bytes.length > MOST_BYTES) return refused(said("isLargerThan", { megabytes: MOST_BYTES / 2 ** 20 }), said("splitTable"));
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused(said("isOldExcel"));
  if (starts(bytes, 0x50, 0x4b)) return openXlsx(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return refused(said("isNoTable", { what: "PDF" }));
  const decoded = decode(bytes);
  if (!decoded.ok) return refused(decoded.message, said("chooseTable"));
  const { text, encoding } = decoded;
  if (/^\s*<(\?xml|!doctype|html|table|workbook)/i.test(text)) return refused(said("isNoTable", { what: "HTML" }));
  const rows = rowsOf(text);
  if (rows.length > MOST_ROWS) return refused(said("hasRows", { count: rows.length }), said("mayHaveRows", { most: MOST_ROWS }));
  if (rows.some((row) => row.length > MOST_COLUMNS)) return refused(said("isNoTable", { what: "text" }), said("chooseTable"));
  return { ok: true, sheets: [{ name: name.replace(/\.\w+$/, ""), hidden: false, rows }], encoding };
}

/** Rows of a text: the mark between cells is the one that its first lines have most of. */
function rowsOf(text: string): Cell[][] {
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const head = body.slice(0, 4000);
  const count = (mark: string) => head.split(mark).length;
  const mark = [",", "\t", ";", "，", "|"].reduce((best, one) => (count(one) > count(best) ? one : best), ",");
  const rows = mark === "," ? csvParseRows(body) : dsvFormat(mark).parseRows(body);
  return rows.map((row) => row.map((cell) => (/^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/.test(cell) ? new CellError(cell) : cell)));
}

/** What the reader of workbooks leaves out: merged and hidden parts, and errors of formulas. */
interface Beside {
  name: string;
  hidden: boolean;
  merged: [string, string][];
  errors: [string, string][];
}

async function openXlsx(bytes: Uint8Array): Promise<Opened> {
  let beside: Beside[];
  try {
    beside = inspect(bytes);
  } catch (error) {
    return error instanceof TooLarge ? refused(error.saidAs, said("splitTable")) : refused(said("isNoWorkbook"));
  }
  try {
    const { default: readXlsxFile } = await import("read-excel-file/universal");
    const copy = bytes.slice().buffer as ArrayBuffer;
    const read = await readXlsxFile(copy);
    return {
      ok: true,
      sheets: read.map(({ sheet: name, data }) => {
        const rows = data as unknown as Cell[][];
        const found = beside.find((one) => one.name === name);
        for (const [from, to] of found?.merged ?? []) fillMerged(rows, at(from), at(to));
        for (const [place, text] of found?.errors ?? []) put(rows, at(place), new CellError(text));
        return { name, hidden: found?.hidden ?? false, rows };
      }),
    };
  } catch {
    return refused(said("isNoWorkbook"));
  }
}

class TooLarge extends Error {
  readonly saidAs: Said;
  constructor(saidAs: Said) {
    super(saidAs.code);
    this.saidAs = saidAs;
  }
}

/** Looks into a workbook before it is read, so that one that would never end or fill the memory is refused. */
function inspect(bytes: Uint8Array): Beside[] {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name);
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED) throw new TooLarge(said("isLargerThan", { megabytes: MOST_UNPACKED / 2 ** 20 }));
      return wanted;
    },
  });
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const targets = new Map(
    [...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, "Id"),
      `xl/${attribute(tag, "Target").replace(/^\/?(xl\/)?/, "")}`,
    ]),
  );
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet\b[^>]*>/g)];
  if (sheets.length === 0) throw new Error("no sheets");
  return sheets.map(([tag]) => {
    const xml = text(targets.get(attribute(tag, "r:id")) ?? "");
    const errors: [string, string][] = [];
    for (const [cell, place] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>/g)) {
      const [row, column] = at(place);
      if (row >= MOST_ROWS) throw new TooLarge(said("hasRows", { count: row + 1 }));
      if (column >= MOST_COLUMNS) throw new TooLarge(said("hasColumns", { last: letters(column) }));
      if (/\bt="e"/.test(cell)) errors.push([place, "#"]);
    }
    return {
      name: attribute(tag, "name")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, "&"),
      hidden: /hidden/i.test(attribute(tag, "state")),
      merged: [...xml.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]+\d+):([A-Z]+\d+)"/g)].map(([, from, to]) => [from, to]),
      errors,
    };
  });
}

const attribute = (tag: string, name: string): string => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";

/** Row and column, from 0, of a place such as B3. */
function at(place: string): [row: number, column: number] {
  const [, word, row] = place.match(/^([A-Z]+)(\d+)$/) as RegExpMatchArray;
  return [Number(row) - 1, [...word].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
}

function put(rows: Cell[][], [row, column]: [number, number], value: Cell): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row];
  while (cells.length <= column) cells.push(null);
  cells[column] = value;
}

/** Every cell of what was merged down holds what is written in its first; across, a heading stands over its first column alone. */
function fillMerged(rows: Cell[][], [top, left]: [number, number], [bottom]: [number, number]): void {
  const value = rows[top]?.[left] ?? null;
  if (value === null || typeof value === "number") return; // a number that is repeated would be counted twice
  for (let row = top + 1; row <= bottom && row < rows.length; row++) put(rows, [row, left], value);
}
