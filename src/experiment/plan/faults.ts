import { scenarioSchema } from "../../mechanisms/index.ts";
import {
  type BaseScenario,
  didYouMean,
  type Fault,
  interventionFaults,
  isReserved,
  legible,
  type Partially,
  type Path,
  type Said,
  said,
  valueFault,
  written,
} from "../../scenario/index.ts";
import { evenLevel, SOBOL_FACTORS } from "../designs/index.ts";
import { COMMUNITIES, lackingFaults } from "../lackingFaults.ts";
import { measureFault } from "../measureFault.ts";
import { ruleFaults } from "../outcomes/faults.ts";
import { nameOfOutcome } from "../outcomes/outcome.ts";
import type { WrittenOutcome } from "../outcomes/schema.ts";
import { type Elsewhere, parameterFault, settingFaults } from "../settingFaults.ts";
import { blockLength, levelCount, pointCount } from "./points.ts";
import type { Levels, Plan } from "./schema.ts";

/** The most runs that one plan may ask for. */
export const mostRuns = 1_000_000;

/** Columns of runs.parquet that are no outcome. */
export const runColumns = ["run", "point", "replicate", "arm", "seed", "key", "status", "cause", "digest_state", "digest_measures"];

/** A plan as far as the form of it is right: the rest has been told, and is not held against it. */
export type DraftPlan = Partially<Plan>;
/** Its scenario, with what the plan sets for all runs, as far as it can be read. */
export type DraftScenario = Partially<BaseScenario>;

const ofPlan = (path: string) => [said("belongsToPlan"), said("writeAtTop", { path })] as const;
/** Parameters that a plan has at its top. */
export const atTop: Elsewhere = { weeks: ofPlan("weeks"), seed: ofPlan("seed") };

const fault = (path: Path, message: Said, remedy: Said, atKey = false): Fault => ({ path, message, remedy, atKey });
const inDigits = (count: number) =>
  `${count > Number.MAX_SAFE_INTEGER ? "≥ " : ""}${Math.min(count, Number.MAX_SAFE_INTEGER).toLocaleString("en-US")}`;

/** What is wrong with a plan beyond the form of it. */
export function* planFaults(plan: DraftPlan, base: DraftScenario): Generator<Fault> {
  yield* settingFaults(["set"], plan.set, atTop);
  yield* weekFaults(plan, base);
  yield* factorFaults(plan);
  yield* designFaults(plan);
  yield* armFaults(plan, base);
  yield* outcomeFaults(plan, base.weeks);
  yield* untilFaults(plan);
  yield* countFaults(plan);
}

/** Interventions of the scenario that would never happen in runs of the plan. */
function* weekFaults({ weeks }: DraftPlan, { interventions }: DraftScenario): Generator<Fault> {
  const last = Math.max(0, ...(interventions ?? []).map((one) => one?.week ?? 0));
  if (weeks === undefined || last <= weeks) return;
  yield fault(["weeks"], said("neverHappens", { weeks, last }), said("writeAtLeast", { least: last }));
}

function* factorFaults({ factors, design, set }: DraftPlan): Generator<Fault> {
  for (const [path, levels] of Object.entries(factors ?? {})) {
    const at = ["factors", path];
    const unknown = parameterFault(path, atTop);
    if (unknown) yield { ...unknown, path: at };
    else if (levels) yield* levelFaults(at, path, levels as Levels, design?.kind);
    if (set && Object.hasOwn(set, path)) yield fault(["set", path], said("isFactorToo"), said("takeOutOfSet"), true);
  }
}

function* levelFaults(at: Path, path: string, levels: Levels, kind: string | undefined): Generator<Fault> {
  const wrong = (key: string | number, value: unknown, message?: Said): Fault[] => {
    const found = valueFault(scenarioSchema, path, value);
    return found ? [{ ...found, ...(message ? { message } : {}), path: [...at, key] }] : [];
  };
  if (kind === "morris" && levelCount(levels) === 1) yield fault(at, said("hasOneLevel"), said("writeTwoLevels"));
  if (!("from" in levels)) {
    for (const [k, value] of levels.entries()) yield* wrong(k, value);
    return;
  }
  const { from, to, steps } = levels;
  if (steps === undefined && kind === "grid") yield fault(at, said("isRangeWithoutSteps"), said("writeSteps"));
  else if (steps === undefined && !(from < to)) yield fault(at, said("isRange", { from, to }), said("writeRisingRange"));
  else if (steps === 1 && from !== to) yield fault([...at, "steps"], said("isOneStep", { from, to }), said("writeTwoSteps", { from }));
  else {
    const ends = [...wrong("from", from), ...wrong("to", to)];
    yield* ends;
    if (ends.length > 0) return;
    // Between two ends that are right, a level can only be wrong by not being whole; then the second is.
    const second = steps === undefined ? from : evenLevel(from, to, steps)(1);
    if (!Number.isInteger(second)) yield* wrong("steps", second, said("makesLevel", { level: written(second) }));
  }
}

function* designFaults({ factors, design }: DraftPlan): Generator<Fault> {
  const { kind, size, rows, candidates, draws } = design ?? {};
  for (const [k, row] of (rows ?? []).entries()) yield* settingFaults(["design", "rows", k], row, atTop);
  if (!kind || !factors) return;
  const count = Object.keys(factors).length;
  if (kind === "sobol" || kind === "saltelli") {
    const most = SOBOL_FACTORS / (kind === "saltelli" ? 2 : 1);
    if (count > most) yield fault(["factors"], said("hasFactors", { count }), said("designTakes", { kind, most }), true);
  }
  if (kind === "rows" && !rows) yield fault(["design"], said("hasNoRows"), said("writeRows"));
  if (kind !== "rows" && rows) yield fault(["design", "rows"], said("noUseInDesign", { kind }), said("writeKindRows"), true);
  if (kind === "rows" && count > 0) yield fault(["factors"], said("noUseBesideRows"), said("writeKindGrid"), true);
  const sampled = kind !== "grid" && kind !== "rows";
  if (sampled && size === undefined) yield fault(["design"], said("hasNoSize"), said("writeSize", { kind }));
  if (sampled && count === 0) yield fault(["factors"], said("isMissing"), said("designNeedsFactor", { kind }));
  if (!sampled && size !== undefined) {
    yield fault(["design", "size"], said("noUseInDesign", { kind }), said("chooseSampled"), true);
  }
  if (candidates !== undefined && kind !== "morris")
    yield fault(["design", "candidates"], said("noUseInDesign", { kind }), said("writeKindMorris"), true);
  if (candidates !== undefined && kind === "morris" && size !== undefined && candidates < size)
    yield fault(["design", "candidates"], said("fewerThanSize", { candidates, size }), said("writeAtLeast", { least: size }));
  if (draws === "own" && kind !== "rows" && blockLength(kind, count) === undefined)
    yield fault(["design", "draws"], said("noUseInDesign", { kind }), said("writeKindMorris"), true);
}

function* armFaults({ arms, factors, design }: DraftPlan, base: DraftScenario): Generator<Fault> {
  if (!arms) return;
  const names = Object.keys(arms);
  if (names.length === 0) yield fault(["arms"], said("isEmpty"), said("nameArm"), true);
  const varied = new Set([...Object.keys(factors ?? {}), ...(design?.rows ?? []).flatMap((row) => Object.keys(row ?? {}))]);
  const fewest = fewestCommunities({ factors, design }, base);
  if (fewest !== undefined) yield* lackingFaults(["factors", COMMUNITIES], fewest, base);
  for (const name of names) {
    const { set = {}, interventions = [] } = arms[name] ?? {};
    const at = ["arms", name];
    yield* settingFaults([...at, "set"], set, atTop);
    for (const path of Object.keys(set))
      if (varied.has(path)) yield fault([...at, "set", path], said("isFactorToo"), said("takeOutOfArm"), true);
    const own = set[COMMUNITIES];
    if (typeof own === "number") yield* lackingFaults([...at, "set", COMMUNITIES], own, base);
    const frame = { weeks: base.weeks, population: { communities: typeof own === "number" ? own : fewest } };
    for (const [k, one] of interventions.entries())
      for (const found of one ? interventionFaults(scenarioSchema, frame, one) : [])
        yield { ...found, path: [...at, "interventions", k, ...found.path] };
  }
}

/** Communities at the point of a plan that has the fewest. */
function fewestCommunities({ factors, design }: DraftPlan, base: DraftScenario): number | undefined {
  const levels = factors?.[COMMUNITIES] as Levels | undefined;
  const ofFactor = levels === undefined ? [] : "from" in levels ? [levels.from, levels.to] : levels;
  const usual = base.population?.communities;
  const ofRows = (design?.rows ?? []).map((row) => row?.[COMMUNITIES] ?? usual);
  const counts = [...ofFactor, ...ofRows].filter((count) => typeof count === "number");
  return counts.sort((a, b) => a - b)[0] ?? usual;
}

function* outcomeFaults({ outcomes, factors, keep }: DraftPlan, weeks: number | undefined): Generator<Fault> {
  const taken = new Set([...runColumns, ...Object.keys(factors ?? {})]);
  for (const [k, outcome] of (outcomes ?? []).entries()) {
    const at = ["outcomes", k];
    yield* ruleFaults(at, outcome, weeks);
    const name = nameOf(outcome);
    if (name === undefined) continue;
    const written = [...at, outcome?.name === undefined ? "measure" : "name"];
    if (taken.has(name)) yield fault(written, said("isOtherColumn", { name: legible(name) }), said("takeAnotherName"));
    if (isReserved(name)) yield fault(written, said("isReservedName", { name: legible(name) }), said("takeAnotherName"));
    taken.add(name);
  }
  const { measures, snapshots } = keep ?? {};
  for (const [k, id] of (Array.isArray(measures) ? (measures as (string | undefined)[]) : []).entries()) {
    const unknown = id === undefined ? undefined : measureFault(id);
    if (unknown) yield { ...unknown, path: ["keep", "measures", k] };
  }
  for (const [k, week] of (snapshots ?? []).entries())
    if (week !== undefined && weeks !== undefined && week > weeks)
      yield fault(["keep", "snapshots", k], said("isBeyondRun", { week, weeks }), said("nameWeek", { weeks }));
}

const nameOf = (outcome: NonNullable<DraftPlan["outcomes"]>[number]): string | undefined =>
  outcome?.measure === undefined ? outcome?.name : nameOfOutcome(outcome as WrittenOutcome);

function* untilFaults({ until, replicates, arms, outcomes }: DraftPlan): Generator<Fault> {
  if (!until) return;
  const { minimum, maximum, targets } = until;
  if (replicates !== undefined) yield fault(["replicates"], said("notBesideUntil"), said("untilSays"), true);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    yield fault(["until", "maximum"], said("belowMinimum", { maximum, minimum }), said("writeLargerMaximum"));
  }
  const names = outcomes?.map(nameOf);
  for (const [k, target] of (targets ?? []).entries()) {
    const at = ["until", "targets", k];
    yield* missingFaults([...at, "outcome"], "namesNoOutcome", target?.outcome, names);
    for (const [a, arm] of (target?.difference ?? []).entries())
      yield* missingFaults([...at, "difference", a], "namesNoArmOfPlan", arm, arms && Object.keys(arms));
  }
}

/** A name of something of the plan that is not there. */
function* missingFaults(
  at: Path,
  code: string,
  name: string | undefined,
  known: readonly (string | undefined)[] | undefined,
): Generator<Fault> {
  if (name === undefined || !known || known.includes(name) || known.includes(undefined)) return;
  const options = (known as string[]).map(legible).join(", ");
  yield fault(
    at,
    said(code, { name: legible(name) }),
    didYouMean(name, known as string[]) ?? said("writeOneOf", { options, byDefault: "" }),
  );
}

/** Counts before anything is made. */
function* countFaults({ design, factors, arms, replicates, until }: DraftPlan): Generator<Fault> {
  const points = pointCount({ design, factors });
  const each = Object.keys(arms ?? { base: {} }).length * (until?.maximum ?? replicates ?? 1);
  const runs = points * each;
  if (runs <= mostRuns) return;
  yield fault(
    design?.rows ? ["design", "rows"] : ["factors"],
    said("asksForRuns", { runs: inDigits(runs), points: inDigits(points), each: inDigits(each) }),
    said("planMayHave", { most: inDigits(mostRuns) }),
    true,
  );
}
