import { parse } from "yaml";
import { executeRun, type RunOrder, type Span } from "../../experiment/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import type { MeasureId } from "../../observation/index.ts";

/** What somebody runs who is a replicate: a scenario twice with one seed, as it is and changed. */
export interface ReplicateTask {
  replicate: number;
  measure: string;
  /** Weeks over which the measure is averaged. */
  span: Span;
  /** Both scenarios as files that stand for themselves. */
  arms: readonly string[];
}

/** What came of one of them. */
export interface ArmOutcome {
  /** null where there is nothing to measure. */
  value: number | null;
  /** Of the state at the end. */
  digest: string;
}

export const orderOfArm = ({ measure, span }: Pick<ReplicateTask, "measure" | "span">, text: string): RunOrder => {
  const id = measure as MeasureId;
  const scenario = scenarioSchema.parse(parse(text));
  return {
    scenario,
    keep: { outcomes: [{ name: id, measure: id, span }], measures: [], every: scenario.weeks, snapshots: [], spans: [] },
  };
};

/** Runs a scenario in this thread, on a phone as on a laptop to the same bits. @throws Error with the cause, if it came to nothing */
export function runArm(task: Pick<ReplicateTask, "measure" | "span">, text: string): ArmOutcome {
  const result = executeRun(orderOfArm(task, text), () => []);
  if (!result.ok) throw new Error(result.cause);
  return { value: valueOrNull(result.outcomes[0]), digest: result.digest.state };
}

/** As it travels. */
export const valueOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
