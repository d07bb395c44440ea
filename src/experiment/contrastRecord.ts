import type { BaseScenario } from "../scenario/index.ts";
import { executeRun } from "./batch/execute.ts";
import { hashed } from "./batch/request.ts";
import { armChanges, type Contrast } from "./contrast.ts";
import { type ContrastRow, contrastRow, estimandOutcome, judgedBy } from "./contrastRow.ts";
import { falseDiscovery } from "./falseDiscovery.ts";
import { meansOrder } from "./means.ts";
import { pairedTest } from "./pairedTest.ts";

/** A contrast as it was recorded: values to the last digit, so that they can be told from those of another model; null where there was none. */
export interface RecordedContrast {
  id: string;
  /** Digest of what was asked: another file of the same name asks something else. */
  digest: string;
  /** [estimand] what it came to in each pair at the defaults, and at each draw of the parameters. */
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
  /** Pairs at the defaults, and draws of the parameters. */
  pairs: number;
  draws: number;
  /** What the draws are from, if not the priors. */
  drawn?: string;
  /** Digest of the posterior that they are from. */
  posterior?: string;
  /** Runs that it took, and seconds on how many threads; not there of a record that was put together from runs of before. */
  cost?: { runs: number; seconds: number; threads: number; machine: string };
  /** Digest of the state in which the model leaves the scenario (`modelDigest`). */
  model: string;
  contrasts: RecordedContrast[];
}

/** Digest of what a contrast asks: all of it but the words, and how large an effect has to be to be of interest. */
export function contrastDigest(contrast: Contrast): string {
  const asked = contrast.estimands.map((estimand) => {
    const { name: _, ...outcome } = estimandOutcome(contrast, estimand);
    return [outcome, estimand.weights, estimand.claimed];
  });
  const asArms = Object.keys(contrast.arms).map((arm) => {
    const { set, interventions } = armChanges(contrast, arm);
    return [arm, set, interventions.map(({ week, path, value, communities = [] }) => [week, path, value, communities])];
  });
  return hashed(JSON.stringify([contrast.from, asArms, asked]));
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

const numbers = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.NaN);

/** The rows of the contrasts of a record, by id, each judged among all that were recorded. @param contrasts  those that ask it still */
export function recordedRows(record: Pick<ContrastRecord, "contrasts">, contrasts: ReadonlyMap<string, Contrast>) {
  const all = record.contrasts.flatMap(({ id, rows }) => rows.map((row, e) => ({ id, e, row })));
  const adjusted = falseDiscovery(all.map(({ row }) => pairedTest(numbers(row.pairs).filter(Number.isFinite))));
  const found = new Map<string, ContrastRow[]>();
  for (const [k, { id, e, row }] of all.entries()) {
    const contrast = contrasts.get(id);
    if (!contrast) continue;
    const rows = found.get(id) ?? [];
    found.set(id, rows);
    rows.push(judgedBy(contrastRow(contrast.estimands[e], numbers(row.pairs), numbers(row.draws)), adjusted[k]));
  }
  return found;
}
