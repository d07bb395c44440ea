/** What a cell of a table holds; an error is that of a formula, such as #DIV/0!. */
export type Cell = string | number | boolean | Date | null | CellError;

export class CellError {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A sheet as it was found. Rows count from 0 here and from 1 in what is said, as spreadsheets count them. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: Cell[][];
}

/** A text without what differs by keyboard alone: full-width letters and digits, spaces of any kind. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .trim();

/** A cell as text; "" where it is empty. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof CellError) return cell.text;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return plain(String(cell));
}

/** What is written where nothing is known. */
const NOTHING = /^([-–—―/\\.*]+|无|未知|不详|暂无|空|n\/?a|nan|null|none|nil)$/i;

export const isEmpty = (cell: Cell | undefined): boolean => {
  const text = textOf(cell);
  return text === "" || NOTHING.test(text);
};

/** The letters of a column, from 0: A, B … Z, AA. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
