import { type Cell, CellError, textOf } from "./cell.ts";

/** A number out of a cell, and whether it was written in percent. */
export interface Quantity {
  value: number;
  percent: boolean;
}

const UNITS = /(人|户|名|个|家|岁|元|周|年|小时|h|persons?|people|households?|yuan)$/i;
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 亿: 100_000_000 };

/**
 * The number in a cell: full-width digits, marks between thousands, a unit behind it, percent and 万 are read; anything else,
 * such as “about 300”, is none.
 */
export function quantityOf(cell: Cell | undefined): Quantity | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, percent: false } : undefined;
  if (cell instanceof Date || cell instanceof CellError || typeof cell === "boolean") return undefined;
  let text = textOf(cell).replace(UNITS, "").trim();
  const percent = /[%‰]$/.test(text);
  const part = text.endsWith("‰") ? 1000 : percent ? 100 : 1;
  if (percent) text = text.slice(0, -1).trim();
  const times = TIMES[text.at(-1) ?? ""] ?? 1;
  if (times > 1) text = text.slice(0, -1).trim();
  const bare = text.replace(/^[−–—]/, "-").replace(/^'/, "");
  const grouped = /^[+-]?\d{1,3}([,，' ]\d{3})+(\.\d+)?$/.test(bare);
  const number = grouped ? bare.replace(/[,，' ]/g, "") : bare;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(number)) return undefined;
  return { value: (Number(number) * times) / part, percent };
}

/** A yes or a no; undefined where it is neither. */
export function yesOf(cell: Cell | undefined): boolean | undefined {
  if (typeof cell === "boolean") return cell;
  const text = textOf(cell).toLowerCase();
  if (/^(是|有|yes|y|true|1|√|✓|对|登记|已登记|registered|村|行政村|village|试点|treated)$/.test(text)) return true;
  if (/^(否|没有|no|n|false|0|×|x|错|备案|仅备案|filed|社区|城市社区|community|urban|非试点|control)$/.test(text)) return false;
  return undefined;
}

/** A date as year, month and day, out of what people write; undefined where it is none. */
export function dateOf(cell: Cell | undefined): { year: number; month: number; day: number } | undefined {
  if (cell instanceof Date && !Number.isNaN(cell.getTime()))
    return { year: cell.getUTCFullYear(), month: cell.getUTCMonth() + 1, day: cell.getUTCDate() };
  // Days since 1899-12-30, as spreadsheets count them, from 1968 to 2064.
  if (typeof cell === "number" && cell >= 25_000 && cell < 60_000) return dateOf(new Date((Math.floor(cell) - 25_569) * 86_400_000));
  const text = textOf(cell);
  const parts =
    text.match(/^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|月)?(?:[ T].*)?$/) ??
    text.match(/^(\d{4})(\d{2})(\d{2})$/) ??
    text.match(/^(\d{4})年?$/);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : undefined;
}
