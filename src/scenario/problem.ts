import type { Said } from "./said.ts";

/** What is wrong, where, and what to write instead. Lines and columns count from 1; 0 where there are no lines, as in an option. */
export interface Problem {
  /** A file, or an option of a command: "--set". */
  file: string;
  line: number;
  column: number;
  path: string;
  /** What is wrong. */
  message: Said;
  /** What would be right; nothing where nobody knows. */
  remedy?: Said | undefined;
}

/** The most problems that are listed of one file: a garbled one has as many as it has lines. */
export const mostProblems = 100;

export type Path = readonly (string | number)[];

/** A path as it is shown: “interventions.0.week”; a very long one by its beginning. */
export const joined = (path: Path): string =>
  [...path.slice(0, MOST_STEPS).map((key) => legible(String(key))), ...(path.length > MOST_STEPS ? ["…"] : [])].join(".");

const MOST_STEPS = 8; // the longest path of a plan has six

const LONGEST = 80; // characters of a value or a name in a sentence

/** A value as a YAML file has it, on one line and cut where it is long. */
export function written(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
  // Not a number inside a list or a map has no place in JSON.
  const text = JSON.stringify(value, (_, inside) => (typeof inside === "number" && !Number.isFinite(inside) ? written(inside) : inside));
  return legible(text ?? String(value));
}

/** A name without what would break a line or move a terminal's cursor, cut where it is long. */
export function legible(name: string): string {
  const plain = name
    .slice(0, LONGEST + 1)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) => `\\u${(sign.codePointAt(0) as number).toString(16).padStart(4, "0")}`);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
