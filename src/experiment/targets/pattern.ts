import type { BaseScenario } from "../../scenario/index.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import { completed } from "../outcomes/read.ts";
import type { WrittenOutcome } from "../outcomes/schema.ts";

/** A number of a run, and the target range in which it lies in what is known. */
export interface Pattern {
  /** Number of the pattern (references: patterns). */
  pattern: string;
  what: string;
  whatZh: string;
  /** C may be used for calibration, D is a structural check. */
  use: "C" | "D";
  source: string;
  targetRange: readonly [number, number];
  note?: string;
  /** Mechanisms without which its value is an accident of set-up. */
  needs: readonly string[];
  /** What of a run it is; over all weeks after burn-in, if it names none. */
  rule: Omit<WrittenOutcome, "name">;
}

/** What runs of so many weeks have of patterns: the outcomes that are to be kept of them. */
export const patternOutcomes = (
  patterns: readonly Pattern[],
  { burnInWeeks }: Pick<BaseScenario, "burnInWeeks">,
  weeks: number,
): Outcome[] =>
  patterns.map(({ rule }, k) => completed({ ...rule, name: `pattern ${k}` }, [burnInWeeks < weeks ? burnInWeeks + 1 : 1, weeks]));
