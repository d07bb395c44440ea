import type { BaseScenario } from "../scenario/index.ts";
import { executeRun } from "./batch/execute.ts";
import { hashed } from "./batch/request.ts";
import type { Contrast } from "./contrast.ts";
import { type ContrastRow, contrastRow, spanOf } from "./contrastRow.ts";
import { meansOrder } from "./means.ts";

/** A contrast as it was recorded: values to the last digit, so that they can be told from those of another model; null where there was none. */
export interface RecordedContrast {
  id: string;
  /** Digest of what was asked: another file of the same name asks something else. */
  digest: string;
  /** [estimand] what it came to in each pair at the defaults, and at each draw from the priors. */
  rows: { measure: string; pairs: (number | null)[]; draws: (number | null)[] }[];
}

/** Contrasts as they came out once, and of which model. */
export interface ContrastRecord {
  /** The day on which they ran. */
  date: string;
  /** Version of the program. */
  program: string;
  scenario: string;
  seed: string;
  /** Pairs at the defaults, and draws from the priors. */
  pairs: number;
  draws: number;
  /** What the draws are from, if not the priors. */
  drawn?: string;
  /** Digest of the state in which the model leaves the scenario (`modelDigest`). */
  model: string;
  contrasts: RecordedContrast[];
}

/** Digest of what a contrast asks: all of it but the words. */
export function contrastDigest(contrast: Contrast): string {
  const { set, arms, estimands } = contrast;
  const asked = estimands.map(({ measure, weights, claimed, ...one }) => [measure, weights, claimed, spanOf(contrast, one)]);
  const asArms = Object.entries(arms).map(([arm, of]) => [
    arm,
    of.set,
    of.interventions.map(({ week, path, value, communities = [] }) => [week, path, value, communities]),
  ]);
  return hashed(JSON.stringify([set, asArms, asked]));
}

/**
 * By what a model is known: the digest of the state in which it leaves a scenario after all of its weeks, in the first
 * replicate. Models that differ in what runs there have another one; in a mechanism that is off there they may not.
 */
export function modelDigest(base: BaseScenario, seed: string): string {
  const order = meansOrder({ ...base, seed: `${seed}/0` }, [[1, base.weeks]]);
  const result = executeRun(order, () => []);
  if (!result.ok) throw new Error(result.cause);
  return result.digest.state;
}

/** The rows of a contrast to be recorded; JSON has no number for what is none, and writes null. */
export const contrastRecord = (id: string, contrast: Contrast, rows: readonly ContrastRow[]): RecordedContrast => ({
  id,
  digest: contrastDigest(contrast),
  rows: rows.map(({ measure, pairs, draws }) => ({ measure, pairs, draws })),
});

/** The rows of a contrast as they were recorded. */
export function recordedRows({ estimands }: Contrast, { rows }: RecordedContrast): ContrastRow[] {
  const numbers = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);
  return rows.map(({ pairs, draws }, e) => contrastRow(estimands[e], numbers(pairs), numbers(draws)));
}
