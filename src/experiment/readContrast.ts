import { scenarioSchema } from "../mechanisms/index.ts";
import {
  type BaseScenario,
  didYouMean,
  type Fault,
  interventionFaults,
  legible,
  maySchedule,
  type Partially,
  type Path,
  type Problem,
  readForm,
  type Source,
  said,
} from "../scenario/index.ts";
import { type Contrast, contrastSchema } from "./contrast.ts";
import { COMMUNITIES, lackingFaults } from "./lackingFaults.ts";
import { ruleFaults } from "./outcomes/faults.ts";
import { paperRows } from "./paper.ts";
import { type Elsewhere, settingFaults } from "./settingFaults.ts";

/** Parameters that no arm of a contrast sets. */
const elsewhere: Elsewhere = {
  weeks: [said("belongsToSpans"), said("takeWeeksOut")],
  seed: [said("belongsToCommand"), said("giveSeed")],
};

/**
 * Reads a contrast; everything that is wrong with it is said at once.
 *
 * @param base  the scenario in which it is to run
 */
export function readContrast(source: Source, base: BaseScenario): { ok: true; contrast: Contrast } | { ok: false; problems: Problem[] } {
  const form = readForm(source, contrastSchema, said("notInContrast"));
  if (!form.ok) return form;
  const { whole } = form;
  const problems = form.problems(contrastFaults((form.draft ?? {}) as Partially<Contrast>, base));
  return whole && problems.length === 0 ? { ok: true, contrast: whole } : { ok: false, problems };
}

/** What is wrong with a contrast beyond the form of it. */
function* contrastFaults({ rows, set, from = 1, arms, span, estimands }: Partially<Contrast>, base: BaseScenario): Generator<Fault> {
  for (const [k, row] of (rows ?? []).entries())
    if (row !== undefined && !paperRows.some((one) => one.row === row))
      yield {
        path: ["rows", k],
        message: said("namesNoRow", { row: legible(row) }),
        remedy: said("nameOfRegister"),
      };
  yield* settingFaults(["set"], set, elsewhere);
  yield* communityFaults(["set"], set);
  const weeks = [span, ...(estimands ?? []).map((one) => one?.span)].reduce((last, of) => Math.max(last, of?.[1] ?? 0), 0);
  for (const [name, arm] of Object.entries(arms ?? {})) {
    const at: Path = ["arms", name];
    yield* settingFaults([...at, "set"], arm?.set, elsewhere);
    yield* communityFaults([...at, "set"], arm?.set);
    if (from > 1)
      for (const path of Object.keys(arm?.set ?? {}))
        if (!maySchedule(path) && settingFaults([], { [path]: arm?.set?.[path] }, elsewhere).next().done)
          yield { path: [...at, "set", path], message: said("cannotChangeLater", { from }), remedy: said("leaveOutFrom"), atKey: true };
    const communities = arm?.set?.[COMMUNITIES] ?? set?.[COMMUNITIES] ?? base.population.communities;
    const frame = { weeks: weeks || undefined, population: { communities: typeof communities === "number" ? communities : undefined } };
    for (const [k, one] of (arm?.interventions ?? []).entries())
      for (const fault of one ? interventionFaults(scenarioSchema, frame, one) : [])
        yield { ...fault, path: [...at, "interventions", k, ...fault.path] };
  }
  const names = Object.keys(arms ?? {});
  for (const [k, estimand] of (estimands ?? []).entries()) {
    const { weights, span: own } = estimand ?? {};
    yield* ruleFaults(["estimands", k], estimand, undefined);
    const first = (own ?? span)?.[0];
    if (from > 1 && first !== undefined && first < from)
      yield {
        path: own ? ["estimands", k, "span"] : ["span"],
        message: said("beginsBeforeArmsDiffer", { week: first, from }),
        remedy: said("nameLaterWeeks", { from }),
      };
    for (const name of arms ? Object.keys(weights ?? {}) : []) {
      if (names.includes(name)) continue;
      const remedy = didYouMean(name, names) ?? said("writeOneOf", { options: names.map(legible).join(", "), byDefault: "" });
      yield { path: ["estimands", k, "weights", name], message: said("namesNoArm"), remedy, atKey: true };
    }
  }

  function* communityFaults(at: Path, values: Readonly<Record<string, unknown>> | undefined): Generator<Fault> {
    const communities = values?.[COMMUNITIES];
    if (typeof communities === "number") yield* lackingFaults([...at, COMMUNITIES], communities, base);
  }
}
