import { type Format, written } from "../figure.ts";

/** How values of a map are written: a share in percent; a difference with its sign, of shares in percentage points. */
export interface MapValue {
  format: Extract<Format, "share" | "number">;
  difference: boolean;
}

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text.replace("-", "−"));
const isDifferenceOfShares = ({ format, difference }: MapValue) => format === "share" && difference;

/** A value in full, for a tip, a scale and those who do not see the map. */
export function fullValue(value: number, of: MapValue): string {
  if (!of.difference) return written[of.format](value);
  const plain = written.compact(isDifferenceOfShares(of) ? 100 * value : value);
  return signed(plain, value);
}

/** A value as there is room for it on a map: whole percent, or two digits. */
export function shortValue(value: number, of: MapValue): string {
  if (!Number.isFinite(value)) return written.number(value);
  const rounded = asWritten(value, of);
  if (of.difference) return signed(written.compact(isDifferenceOfShares(of) ? 100 * rounded : rounded), rounded);
  return of.format === "share" ? `${Math.round(rounded * 100)}%` : written.compact(rounded);
}

/** The value that its short text stands for: what reads the same looks the same. */
export function asWritten(value: number, { format, difference }: MapValue): number {
  if (format === "number") return Number(value.toPrecision(2));
  const points = 100 * value; // of a difference below ten points one tenth of a point
  return (difference && Math.abs(points) < 10 ? Math.round(points * 10) / 10 : Math.round(points)) / 100;
}
