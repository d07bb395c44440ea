import { scenarioSchema } from "../../mechanisms/index.ts";
import {
  type BaseScenario,
  type Fault,
  interventionFaults,
  isReserved,
  legible,
  nearest,
  type Partially,
  type Path,
  valueFault,
  written,
} from "../../scenario/index.ts";
import { evenLevel, SOBOL_FACTORS } from "../designs/index.ts";
import { COMMUNITIES, lackingFaults } from "../lackingFaults.ts";
import { measureFault } from "../measureFault.ts";
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

const ofPlan = (path: string) => ["belongs to the plan.", `Write ${path} at the top of the plan.`] as const;
/** Parameters that a plan has at its top. */
export const atTop: Elsewhere = { weeks: ofPlan("weeks"), seed: ofPlan("seed") };

const fault = (path: Path, code: string, message: string, remedy: string, atKey = false): Fault => ({ path, code, message, remedy, atKey });
const inWords = (count: number) =>
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
  const message = `is ${weeks}, but the scenario has an intervention in week ${last}, which would never happen.`;
  yield fault(["weeks"], "range", message, `Write ${last} or more.`);
}

function* factorFaults({ factors, design, set }: DraftPlan): Generator<Fault> {
  for (const [path, levels] of Object.entries(factors ?? {})) {
    const at = ["factors", path];
    const unknown = parameterFault(path, atTop);
    if (unknown) yield { ...unknown, path: at };
    else if (levels) yield* levelFaults(at, path, levels as Levels, design?.kind);
    if (set && Object.hasOwn(set, path))
      yield fault(["set", path], "twice", "is a factor as well.", "Take it out of set or of factors.", true);
  }
}

function* levelFaults(at: Path, path: string, levels: Levels, kind: string | undefined): Generator<Fault> {
  const wrong = (key: string | number, value: unknown, message?: string): Fault[] => {
    const found = valueFault(scenarioSchema, path, value);
    return found ? [{ ...found, ...(message ? { message } : {}), path: [...at, key] }] : [];
  };
  if (kind === "morris" && levelCount(levels) === 1)
    yield fault(
      at,
      "range",
      "has one level, and a trajectory needs two to step between.",
      "Write two levels or more, or set it for all runs.",
    );
  if (!("from" in levels)) {
    for (const [k, value] of levels.entries()) yield* wrong(k, value);
    return;
  }
  const { from, to, steps } = levels;
  if (steps === undefined && kind === "grid")
    yield fault(at, "range", "is a range without steps.", "Write {from, to, steps} or a list, or choose a sampled design.");
  else if (steps === undefined && !(from < to)) yield fault(at, "range", `is a range from ${from} to ${to}.`, "Write a range that rises.");
  else if (steps === 1 && from !== to)
    yield fault([...at, "steps"], "range", `is 1, but ${from} and ${to} are two levels.`, `Write 2 steps or more, or the list [${from}].`);
  else {
    const ends = [...wrong("from", from), ...wrong("to", to)];
    yield* ends;
    if (ends.length > 0) return;
    // Between two ends that are right, a level can only be wrong by not being whole; then the second is.
    const second = steps === undefined ? from : evenLevel(from, to, steps)(1);
    if (!Number.isInteger(second)) yield* wrong("steps", second, `makes the level ${written(second)}.`);
  }
}

function* designFaults({ factors, design }: DraftPlan): Generator<Fault> {
  const { kind, size, rows, candidates, draws } = design ?? {};
  for (const [k, row] of (rows ?? []).entries()) yield* settingFaults(["design", "rows", k], row, atTop);
  if (!kind || !factors) return;
  const count = Object.keys(factors).length;
  if (kind === "sobol" || kind === "saltelli") {
    const most = SOBOL_FACTORS / (kind === "saltelli" ? 2 : 1);
    if (count > most) yield fault(["factors"], "count", `has ${count} factors.`, `A design ${kind} takes ${most} at most.`, true);
  }
  if (kind === "rows" && !rows)
    yield fault(["design"], "missing", "has no rows.", "Write the points as design.rows, a list of maps of “path: value”.");
  if (kind !== "rows" && rows)
    yield fault(["design", "rows"], "idle", `has no use in the design ${kind}.`, "Write kind: rows, or take the rows out.", true);
  if (kind === "rows" && count > 0) yield fault(["factors"], "idle", "has no use beside rows.", "Take it out, or write kind: grid.", true);
  const sampled = kind !== "grid" && kind !== "rows";
  if (sampled && size === undefined) yield fault(["design"], "missing", "has no size.", `Write design: {kind: ${kind}, size: 100}.`);
  if (sampled && count === 0) yield fault(["factors"], "missing", "is missing.", `A design ${kind} needs a factor or more.`);
  if (!sampled && size !== undefined) {
    const remedy = "Take it out, or choose latinHypercube, sobol, saltelli or morris.";
    yield fault(["design", "size"], "idle", `has no use in the design ${kind}.`, remedy, true);
  }
  if (candidates !== undefined && kind !== "morris")
    yield fault(["design", "candidates"], "idle", `has no use in the design ${kind}.`, "Take it out, or write kind: morris.", true);
  if (candidates !== undefined && kind === "morris" && size !== undefined && candidates < size)
    yield fault(["design", "candidates"], "range", `is ${candidates}, below the minimum of ${size}.`, `Write ${size} or more.`);
  if (draws === "own" && blockLength(kind, count) === undefined)
    yield fault(["design", "draws"], "idle", `has no use in the design ${kind}.`, "Take it out, or write kind: morris.", true);
}

function* armFaults({ arms, factors, design }: DraftPlan, base: DraftScenario): Generator<Fault> {
  if (!arms) return;
  const names = Object.keys(arms);
  if (names.length === 0) yield fault(["arms"], "empty", "is empty.", "Name an arm, or leave arms out.", true);
  const varied = new Set([...Object.keys(factors ?? {}), ...(design?.rows ?? []).flatMap((row) => Object.keys(row ?? {}))]);
  const fewest = fewestCommunities({ factors, design }, base);
  if (fewest !== undefined) yield* lackingFaults(["factors", COMMUNITIES], fewest, base);
  for (const name of names) {
    const { set = {}, interventions = [] } = arms[name] ?? {};
    const at = ["arms", name];
    yield* settingFaults([...at, "set"], set, atTop);
    for (const path of Object.keys(set))
      if (varied.has(path))
        yield fault([...at, "set", path], "twice", "is a factor as well.", "Take it out of the arm or of the factors.", true);
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
    const { measure, span } = outcome ?? {};
    const at = ["outcomes", k];
    const unknown = measure === undefined ? undefined : measureFault(measure);
    if (unknown) yield { ...unknown, path: [...at, "measure"] };
    if (span && weeks !== undefined && span[1] > weeks)
      yield fault([...at, "span"], "range", `ends in week ${span[1]}, but a run has ${weeks}.`, `Name weeks from 1 to ${weeks}.`);
    const name = nameOf(outcome);
    if (name === undefined) continue;
    const written = [...at, outcome?.name === undefined ? "measure" : "name"];
    if (taken.has(name)) yield fault(written, "twice", `is the name of another column, ${legible(name)}.`, "Write another name.");
    if (isReserved(name)) yield fault(written, "reserved", `is ${legible(name)}, a word of the program itself.`, "Write another name.");
    taken.add(name);
  }
  const { measures, snapshots } = keep ?? {};
  for (const [k, id] of (Array.isArray(measures) ? (measures as (string | undefined)[]) : []).entries()) {
    const unknown = id === undefined ? undefined : measureFault(id);
    if (unknown) yield { ...unknown, path: ["keep", "measures", k] };
  }
  for (const [k, week] of (snapshots ?? []).entries())
    if (week !== undefined && weeks !== undefined && week > weeks)
      yield fault(["keep", "snapshots", k], "range", `is ${week}, but a run has ${weeks} weeks.`, `Name a week from 1 to ${weeks}.`);
}

const nameOf = (outcome: NonNullable<DraftPlan["outcomes"]>[number]): string | undefined => outcome?.name ?? outcome?.measure;

function* untilFaults({ until, replicates, arms, outcomes }: DraftPlan): Generator<Fault> {
  if (!until) return;
  const { minimum, maximum, targets } = until;
  if (replicates !== undefined)
    yield fault(["replicates"], "twice", "cannot stand beside until.", "Take it out: until.minimum and until.maximum say how many.", true);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    const message = `is ${maximum}, below the minimum of ${minimum}.`;
    yield fault(["until", "maximum"], "range", message, "Write a larger maximum or a smaller minimum.");
  }
  const names = outcomes?.map(nameOf);
  for (const [k, target] of (targets ?? []).entries()) {
    const at = ["until", "targets", k];
    yield* missingFaults([...at, "outcome"], "an outcome", target?.outcome, names);
    for (const [a, arm] of (target?.difference ?? []).entries())
      yield* missingFaults([...at, "difference", a], "an arm", arm, arms && Object.keys(arms));
  }
}

/** A name of something of the plan that is not there. */
function* missingFaults(
  at: Path,
  what: string,
  name: string | undefined,
  known: readonly (string | undefined)[] | undefined,
): Generator<Fault> {
  if (name === undefined || !known || known.includes(name) || known.includes(undefined)) return;
  const near = nearest(name, known as string[]);
  const remedy = near ? `Did you mean ${near}?` : `Write one of ${(known as string[]).map(legible).join(", ")}.`;
  yield fault(at, "unknown", `names ${legible(name)}, which is not ${what} of the plan.`, remedy);
}

/** Counts before anything is made. */
function* countFaults({ design, factors, arms, replicates, until }: DraftPlan): Generator<Fault> {
  const points = pointCount({ design, factors });
  const each = Object.keys(arms ?? { base: {} }).length * (until?.maximum ?? replicates ?? 1);
  const runs = points * each;
  if (runs <= mostRuns) return;
  yield fault(
    design?.rows ? ["design", "rows"] : ["factors"],
    "count",
    `asks for ${inWords(runs)} runs: ${inWords(points)} points, ${inWords(each)} runs each.`,
    `A plan may have ${inWords(mostRuns)}. Take fewer levels or replicates, sample the factors (design: {kind: latinHypercube, size: 1000}), or split the plan.`,
    true,
  );
}
