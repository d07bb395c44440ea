import { scenarioSchema } from "../../mechanisms/index.ts";
import { type BaseScenario, type Fault, interventionFaults, nearest, type Path, parameterFault } from "../../scenario/index.ts";
import { SOBOL_FACTORS } from "../designs/index.ts";
import { measureFault } from "../measureFault.ts";
import { outcomesOf } from "./expand.ts";
import { levelsOf, pointCount } from "./points.ts";
import type { Levels, Plan } from "./schema.ts";

/** The most runs that one plan may ask for. */
export const mostRuns = 1_000_000;

/** Columns of runs.parquet that are no outcome. */
export const runColumns = ["run", "point", "replicate", "arm", "seed", "key", "status", "cause", "digest_state", "digest_measures"];

const fault = (path: Path, code: string, message: string, remedy: string, atKey = false): Fault => ({ path, code, message, remedy, atKey });
const inWords = (count: number) => count.toLocaleString("en-US");

/** What is wrong with a plan beyond the form of it. */
export function planFaults(plan: Plan, base: BaseScenario): Fault[] {
  const faults = [
    ...settingFaults(["set"], plan.set),
    ...factorFaults(plan),
    ...armFaults(plan, base),
    ...outcomeFaults(plan, base.weeks),
    ...untilFaults(plan),
  ];
  return faults.length > 0 ? faults : countFaults(plan);
}

/** Values by path. */
const settingFaults = (at: Path, set: Plan["set"]): Fault[] =>
  Object.entries(set).flatMap(([path, value]) => pathFault([...at, path], path) ?? valueFault([...at, path], path, value));

/** What is wrong with the name of a parameter. */
function pathFault(at: Path, path: string): Fault[] | undefined {
  if (path === "weeks" || path === "seed")
    return [fault(at, "fixed", "belongs to the plan.", `Write ${path} at the top of the plan.`, true)];
  const found = parameterFault(scenarioSchema, path, undefined);
  return found?.of === "path" ? [{ ...found, path: at, atKey: true }] : undefined;
}

function valueFault(at: Path, path: string, value: unknown): Fault[] {
  const found = parameterFault(scenarioSchema, path, value);
  return found ? [{ ...found, path: at }] : [];
}

function factorFaults({ factors, design, set }: Plan): Fault[] {
  const faults: Fault[] = [];
  const { kind, size, rows } = design;
  const sampled = kind !== "grid" && kind !== "rows";
  if (kind === "sobol" || kind === "saltelli") {
    const most = SOBOL_FACTORS / (kind === "saltelli" ? 2 : 1);
    const count = Object.keys(factors).length;
    if (count > most) faults.push(fault(["factors"], "count", `has ${count} factors.`, `A design ${kind} takes ${most} at most.`, true));
  }
  const paths = Object.keys(factors);
  for (const path of paths) {
    const at = ["factors", path];
    faults.push(...(pathFault(at, path) ?? levelFaults(at, path, factors[path] as Levels, kind)));
    if (path in set) faults.push(fault(["set", path], "twice", "is a factor as well.", "Take it out of set or of factors.", true));
  }
  if (kind === "rows" && !rows)
    faults.push(fault(["design"], "missing", "has no rows.", "Write the points as design.rows, a list of maps of “path: value”."));
  if (kind !== "rows" && rows)
    faults.push(fault(["design", "rows"], "idle", `has no use in the design ${kind}.`, "Write kind: rows, or take the rows out.", true));
  if (kind === "rows" && paths.length > 0)
    faults.push(fault(["factors"], "idle", "has no use beside rows.", "Take it out, or write kind: grid.", true));
  for (const [k, row] of (rows ?? []).entries()) faults.push(...settingFaults(["design", "rows", k], row));
  if (sampled && size === undefined) faults.push(fault(["design"], "missing", "has no size.", `Write design: {kind: ${kind}, size: 100}.`));
  if (sampled && paths.length === 0) faults.push(fault(["factors"], "missing", "is missing.", `A design ${kind} needs a factor or more.`));
  if (!sampled && size !== undefined)
    faults.push(
      fault(
        ["design", "size"],
        "idle",
        `has no use in the design ${kind}.`,
        "Take it out, or choose latinHypercube, sobol, saltelli or morris.",
        true,
      ),
    );
  return faults;
}

function levelFaults(at: Path, path: string, levels: Levels, kind: string): Fault[] {
  if (kind === "morris" && new Set(levelsOf(levels)).size === 1)
    return [
      fault(at, "range", "has one level, and a trajectory needs two to step between.", "Write two levels or more, or set it for all runs."),
    ];
  if (!("from" in levels)) return levels.flatMap((value, k) => valueFault([...at, k], path, value));
  const { from, to, steps } = levels;
  if (steps === undefined && kind === "grid")
    return [fault(at, "range", "is a range without steps.", "Write {from, to, steps} or a list, or choose a sampled design.")];
  if (steps === undefined && !(from < to)) return [fault(at, "range", `is a range from ${from} to ${to}.`, "Write a range that rises.")];
  const ends = [...valueFault([...at, "from"], path, from), ...valueFault([...at, "to"], path, to)];
  if (ends.length > 0) return ends;
  // Between two ends that are right, a level can only be wrong by not being whole.
  const broken = levelsOf(levels)?.find((level) => !Number.isInteger(level));
  const found = broken === undefined ? [] : valueFault([...at, "steps"], path, broken);
  return found.map((of) => ({ ...of, message: `makes the level ${broken}.` }));
}

function armFaults({ arms, factors, design }: Plan, base: BaseScenario): Fault[] {
  const names = Object.keys(arms);
  if (names.length === 0) return [fault(["arms"], "empty", "is empty.", "Name an arm, or leave arms out.", true)];
  const varied = new Set([...Object.keys(factors), ...(design.rows ?? []).flatMap((row) => Object.keys(row))]);
  return names.flatMap((name) => {
    const { set, interventions } = arms[name];
    return [
      ...settingFaults(["arms", name, "set"], set),
      ...Object.keys(set)
        .filter((path) => varied.has(path))
        .map((path) =>
          fault(["arms", name, "set", path], "twice", "is a factor as well.", "Take it out of the arm or of the factors.", true),
        ),
      ...interventions.flatMap((intervention, k) =>
        interventionFaults(scenarioSchema, base, intervention).map((found) => ({
          ...found,
          path: ["arms", name, "interventions", k, ...found.path],
        })),
      ),
    ];
  });
}

function outcomeFaults(plan: Plan, weeks: number): Fault[] {
  const faults: Fault[] = [];
  const taken = new Set([...runColumns, ...Object.keys(plan.factors)]);
  outcomesOf(plan, weeks).forEach(({ name, measure, span }, k) => {
    const at = ["outcomes", k];
    const unknown = measureFault(measure);
    if (unknown) faults.push({ ...unknown, path: [...at, "measure"] });
    if (span[1] > weeks)
      faults.push(fault([...at, "span"], "range", `ends in week ${span[1]}, but a run has ${weeks}.`, `Name weeks from 1 to ${weeks}.`));
    if (taken.has(name))
      faults.push(
        fault(
          [...at, plan.outcomes[k].name ? "name" : "measure"],
          "twice",
          `is the name of another column, ${name}.`,
          "Write another name.",
        ),
      );
    taken.add(name);
  });
  const { measures, snapshots } = plan.keep;
  for (const [k, id] of (measures === undefined || measures === "all" ? [] : measures).entries()) {
    const unknown = measureFault(id);
    if (unknown) faults.push({ ...unknown, path: ["keep", "measures", k] });
  }
  for (const [k, week] of snapshots.entries())
    if (week > weeks)
      faults.push(fault(["keep", "snapshots", k], "range", `is ${week}, but a run has ${weeks} weeks.`, `Name a week from 1 to ${weeks}.`));
  return faults;
}

function untilFaults(plan: Plan): Fault[] {
  const { until, replicates, arms } = plan;
  if (!until) return [];
  const faults: Fault[] = [];
  const names = outcomesOf(plan, 1).map(({ name }) => name);
  const missing = (at: Path, what: string, word: string, known: readonly string[]) => {
    if (known.includes(word)) return;
    const near = nearest(word, known);
    faults.push(
      fault(
        at,
        "unknown",
        `names ${word}, which is not an ${what} of the plan.`,
        near ? `Did you mean ${near}?` : `Write one of ${known.join(", ")}.`,
      ),
    );
  };
  if (replicates !== undefined)
    faults.push(
      fault(["replicates"], "twice", "cannot stand beside until.", "Take it out: until.minimum and until.maximum say how many.", true),
    );
  if (until.minimum > until.maximum)
    faults.push(
      fault(
        ["until", "maximum"],
        "range",
        `is ${until.maximum}, below the minimum of ${until.minimum}.`,
        "Write a larger maximum or a smaller minimum.",
      ),
    );
  until.targets.forEach(({ outcome, difference }, k) => {
    missing(["until", "targets", k, "outcome"], "outcome", outcome, names);
    for (const [a, arm] of (difference ?? []).entries()) missing(["until", "targets", k, "difference", a], "arm", arm, Object.keys(arms));
  });
  return faults;
}

/** Counts before anything is made. */
function countFaults(plan: Plan): Fault[] {
  const { design, arms, replicates, until } = plan;
  const points = pointCount(plan);
  const each = Object.keys(arms).length * (until?.maximum ?? replicates ?? 1);
  const runs = points * each;
  if (runs <= mostRuns) return [];
  return [
    fault(
      design.rows ? ["design", "rows"] : ["factors"],
      "count",
      `asks for ${inWords(runs)} runs: ${inWords(points)} points, ${inWords(each)} runs each.`,
      `A plan may have ${inWords(mostRuns)}. Take fewer levels or replicates, sample the factors (design: {kind: latinHypercube, size: 1000}), or split the plan.`,
      true,
    ),
  ];
}
