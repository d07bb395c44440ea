import text from "../../../scenarios/targets/patterns.yaml?raw";
import { readTargets } from "./read.ts";

/** Weeks after which all patterns that come along can be measured. */
export const SEVEN_YEARS = 7 * 52;

const reading = readTargets({ path: "scenarios/targets/patterns.yaml", text });
if (!reading.ok) throw new Error(`patterns: ${JSON.stringify(reading.problems)}. Mend the file.`);

/** Patterns that come along (references: patterns): they may be used for calibration (C) or are structural checks (D). */
export const { patterns } = reading;
