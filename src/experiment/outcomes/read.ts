import type { MeasureId } from "../../observation/index.ts";
import {
  explain,
  type Fault,
  jsonSchemaOf,
  legible,
  located,
  type Problem,
  readScenarioFile,
  type Source,
  said,
  salvage,
} from "../../scenario/index.ts";
import type { Span } from "../batch/request.ts";
import { ruleFaults } from "./faults.ts";
import { nameOfOutcome, type Outcome } from "./outcome.ts";
import { outcomesSchema, type WrittenOutcome } from "./schema.ts";

/** An outcome that is free of faults, over its weeks. @param weeks  of a run */
export function completed({ name, measure, minus, over, span, ...rule }: WrittenOutcome, byDefault: Span): Outcome {
  const known = (id: string) => id as MeasureId;
  const set = Object.fromEntries(
    Object.entries(rule).filter(([key, value]) => value !== undefined && !(key === "take" && value === "mean")),
  );
  return {
    name: nameOfOutcome({ name, measure, minus, over, ...rule }),
    measure: known(measure),
    ...(minus === undefined ? {} : { minus: known(minus) }),
    ...(over === undefined ? {} : { over: known(over) }),
    ...(set as Pick<Outcome, "scale" | "take" | "level">),
    span: span ?? byDefault,
  };
}

/**
 * Reads a file of outcomes; everything that is wrong with it is said at once.
 *
 * @param byDefault  weeks of those that name none
 * @param weeks      of a run
 */
export function readOutcomes(
  source: Source,
  byDefault: Span,
  weeks: number,
): { ok: true; outcomes: Outcome[] } | { ok: false; problems: Problem[] } {
  const reading = readScenarioFile(source);
  if (!reading.ok) return reading;
  const { layer } = reading;
  const parsed = outcomesSchema.safeParse(layer.tree);
  const draft = parsed.success ? parsed.data : salvage(outcomesSchema, layer.tree);
  const faults = function* (): Generator<Fault> {
    if (!parsed.success) yield* explain(parsed.error.issues, jsonSchemaOf(outcomesSchema), layer.tree, said("notInOutcomes"));
    const taken = new Set<string>();
    for (const [k, outcome] of (draft?.outcomes ?? []).entries()) {
      yield* ruleFaults(["outcomes", k], outcome, weeks);
      if (!parsed.success) continue; // a name is made of what is right
      const { name: own } = parsed.data.outcomes[k];
      const name = nameOfOutcome(parsed.data.outcomes[k]);
      if (taken.has(name))
        yield {
          path: ["outcomes", k, own === undefined ? "measure" : "name"],
          message: said("isOtherColumn", { name: legible(name) }),
          remedy: said("takeAnotherName"),
        };
      taken.add(name);
    }
  };
  const problems = [...reading.problems, ...located([layer], faults())];
  return parsed.success && problems.length === 0
    ? { ok: true, outcomes: parsed.data.outcomes.map((one) => completed(one, byDefault)) }
    : { ok: false, problems };
}
