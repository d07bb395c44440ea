import type { Said } from "../scenario/index.ts";
import { letters } from "./cell.ts";

/** Something about a file that its owner should know. A fault keeps it from being read; a doubt says how it was read all the same. */
export interface Remark {
  is: "fault" | "doubt";
  /** The file or the sheet. */
  sheet: string;
  /** From 1, as spreadsheets count; 0 where it is of the whole sheet. */
  row: number;
  /** Such as C; "" where it is of a whole row. */
  column: string;
  message: Said;
  remedy?: Said | undefined;
}

const MOST = 200;

/** Remarks, of which a number is kept; beyond it, only how many more there are. */
export class Remarks {
  private readonly list: Remark[] = [];
  private faults = 0;
  /** Beyond those that are listed. */
  more = 0;

  /** @param row  from 0 @param column  from 0; below 0 for none */
  add(is: Remark["is"], sheet: string, row: number, column: number, message: Said, remedy?: Said): void {
    if (is === "fault") this.faults++;
    if (this.list.length >= MOST) this.more++;
    else this.list.push({ is, sheet, row: row + 1, column: column < 0 ? "" : letters(column), message, remedy });
  }

  /** Sheet by sheet, in the order of their rows and columns. */
  get inOrder(): Remark[] {
    const sheets = [...new Set(this.list.map(({ sheet }) => sheet))];
    const order = (a: Remark, b: Remark) =>
      sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) ||
      a.row - b.row ||
      a.column.length - b.column.length ||
      (a.column < b.column ? -1 : 1);
    return [...this.list].sort(order);
  }

  get failed(): boolean {
    return this.faults > 0;
  }
}
