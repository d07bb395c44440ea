import text from "../../../scenarios/targets/patterns.yaml?raw";
import type { Pattern } from "./pattern.ts";
import { readTargets } from "./read.ts";

/** Weeks after which all patterns that come along can be measured. */
export const SEVEN_YEARS = 7 * 52;

let known: readonly Pattern[] | undefined;

/**
 * Patterns that come along (references: patterns): they may be used for calibration (C) or are structural checks (D). Read
 * when somebody asks for the first time: a run need not know them.
 */
export function patterns(): readonly Pattern[] {
  known ??= read();
  return known;
}

function read(): readonly Pattern[] {
  const reading = readTargets({ path: "scenarios/targets/patterns.yaml", text });
  if (!reading.ok) throw new Error(`patterns: ${JSON.stringify(reading.problems)}. Mend the file.`);
  return reading.patterns;
}
