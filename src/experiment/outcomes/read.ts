import type { MeasureId } from "../../observation/index.ts";
import { type Fault, legible, type Problem, readForm, type Source, said } from "../../scenario/index.ts";
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
  const form = readForm(source, outcomesSchema, said("notInOutcomes"));
  if (!form.ok) return form;
  const { whole, draft } = form;
  const faults = function* (): Generator<Fault> {
    const taken = new Set<string>();
    for (const [k, outcome] of (draft?.outcomes ?? []).entries()) {
      yield* ruleFaults(["outcomes", k], outcome, weeks);
      if (!whole) continue; // a name is made of what is right
      const { name: own } = whole.outcomes[k];
      const name = nameOfOutcome(whole.outcomes[k]);
      if (taken.has(name))
        yield {
          path: ["outcomes", k, own === undefined ? "measure" : "name"],
          message: said("isOtherColumn", { name: legible(name) }),
          remedy: said("takeAnotherName"),
        };
      taken.add(name);
    }
  };
  const problems = form.problems(faults());
  return whole && problems.length === 0
    ? { ok: true, outcomes: whole.outcomes.map((one) => completed(one, byDefault)) }
    : { ok: false, problems };
}
