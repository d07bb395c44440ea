import { mechanisms } from "../../mechanisms/index.ts";
import { didYouMean, type Fault, legible, type Problem, readForm, type Source, said } from "../../scenario/index.ts";
import { ruleFaults } from "../outcomes/faults.ts";
import type { Pattern } from "./pattern.ts";
import { targetsSchema } from "./schema.ts";

const ids: readonly string[] = mechanisms.map(({ id }) => id);

/** Patterns, and how long a run has to be for them. */
export interface Targets {
  patterns: readonly Pattern[];
  weeks: number;
}

/** Reads a file of targets; everything that is wrong with it is said at once. */
export function readTargets(source: Source): ({ ok: true } & Targets) | { ok: false; problems: Problem[] } {
  const form = readForm(source, targetsSchema, said("notInTargets"));
  if (!form.ok) return form;
  const { whole, draft } = form;
  const faults = function* (): Generator<Fault> {
    for (const [k, target] of (draft?.targets ?? []).entries()) {
      yield* ruleFaults(["targets", k], target, draft?.weeks);
      for (const [n, id] of (target?.needs ?? []).entries())
        if (id !== undefined && !ids.includes(id))
          yield {
            path: ["targets", k, "needs", n],
            message: said("namesNoMechanism", { id: legible(id) }),
            remedy: didYouMean(id, ids) ?? said("nameOfPaperIndex"),
          };
    }
  };
  const problems = form.problems(faults());
  if (!whole || problems.length > 0) return { ok: false, problems };
  const patterns = whole.targets.map(
    ({ pattern, what, whatZh, use, source: from, note, needs, range, ...rule }): Pattern => ({
      ...{ pattern, what, use, needs, rule },
      whatZh: whatZh ?? what,
      source: from,
      targetRange: range,
      ...(note === undefined ? {} : { note }),
    }),
  );
  return { ok: true, patterns, weeks: whole.weeks };
}
