import { mechanisms } from "../../mechanisms/index.ts";
import {
  didYouMean,
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
  const reading = readScenarioFile(source);
  if (!reading.ok) return reading;
  const { layer } = reading;
  const parsed = targetsSchema.safeParse(layer.tree);
  const draft = parsed.success ? parsed.data : salvage(targetsSchema, layer.tree);
  const faults = function* (): Generator<Fault> {
    if (!parsed.success) yield* explain(parsed.error.issues, jsonSchemaOf(targetsSchema), layer.tree, said("notInTargets"));
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
  const problems = [...reading.problems, ...located([layer], faults())];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const patterns = parsed.data.targets.map(
    ({ pattern, what, whatZh, use, source: from, note, needs, range, ...rule }): Pattern => ({
      ...{ pattern, what, use, needs, rule },
      whatZh: whatZh ?? what,
      source: from,
      targetRange: range,
      ...(note === undefined ? {} : { note }),
    }),
  );
  return { ok: true, patterns, weeks: parsed.data.weeks };
}
