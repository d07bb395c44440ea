import { z } from "zod";
import { mechanisms, scenarioSchema } from "../../mechanisms/index.ts";
import { isMeasure, measures } from "../../observation/index.ts";
import { interventionFaults, type Said } from "../../scenario/index.ts";
import { scales, takes } from "../outcomes/outcome.ts";
import { type Keep, keptWeeks, keyOf, type RunOrder, type RunRequest, type RunResult } from "./request.ts";

const week = z.int().min(1).max(3650);
const span = z.tuple([week, week]);
const measure = z.string().refine(isMeasure, "is not a measure");
// Far above what plans ask for, so that nothing is refused that a plan may hold.
const LONGEST_NAME = 10_000; // letters
const MOST = 10_000; // outcomes, measures, interventions

const outcome = z.strictObject({
  name: z.string().min(1).max(LONGEST_NAME),
  measure,
  minus: measure.optional(),
  over: measure.optional(),
  scale: z.enum(scales).optional(),
  take: z.enum(takes).optional(),
  level: z.number().optional(),
  span,
});
const keepSchema: z.ZodType<Keep> = z.strictObject({
  outcomes: z.array(outcome).max(MOST),
  measures: z.array(measure).max(MOST),
  every: week,
  snapshots: z.array(week).max(3650),
  spans: z.array(span).max(3651), // every week, and one span over some
});
const orderSchema = z.strictObject({
  scenario: scenarioSchema,
  only: z
    .array(z.enum(mechanisms.map(({ id }) => id)))
    .max(mechanisms.length)
    .optional(),
  keep: keepSchema,
});

/** Why something is no run: in words, or in words that are still to be told after the place. */
export interface Refusal {
  ok: false;
  message: string;
  said?: Said;
}

/**
 * Reads a run that comes from where others may write.
 *
 * @param key      what it is called there: the hash of what it has to be
 * @param data     scenario, mechanisms, and what is to be kept
 * @param program  version of the program, part of the key
 */
export function readRequest(key: string, data: unknown, program: string): { ok: true; request: RunRequest } | Refusal {
  const parsed = orderSchema.safeParse(data);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return { ok: false, message: `${path.join(".") || "all of it"}: ${message}.` };
  }
  const { scenario, only, keep } = parsed.data;
  const { length } = scenario.interventions;
  if (length > MOST) return { ok: false, message: `scenario.interventions: are ${length}, above ${MOST}.` };
  for (const [k, intervention] of scenario.interventions.entries()) {
    const [fault] = interventionFaults(scenarioSchema, scenario, intervention);
    if (fault) return { ok: false, message: `scenario.interventions.${k}.${fault.path.join(".")}`, said: fault.message };
  }
  const last = Math.max(...keep.outcomes.map(({ span: [, to] }) => to), ...keep.spans.map(([, to]) => to), ...keep.snapshots);
  if (last > scenario.weeks) return { ok: false, message: `keep: names week ${last}, but the run has ${scenario.weeks}.` };
  // As it came: what the schema adds or puts in order is no part of a key.
  if (keyOf(program, data as RunOrder) !== key) return { ok: false, message: "its key is that of another run." };
  return { ok: true, request: { key, scenario, only, keep } };
}

/**
 * What makes a result, which comes from where others may write, one of another run or of none; undefined if nothing does.
 *
 * @param files  names of the files of a snapshot
 */
export function resultFault({ scenario, keep }: RunOrder, result: RunResult, files: readonly string[]): string | undefined {
  if (!result.ok) return undefined;
  const { outcomes, series, means, snapshots } = result;
  const rows = keptWeeks(scenario.weeks, keep.every).length;
  const due = new Set(keep.snapshots.flatMap((at) => files.map((name) => `week ${at}, ${name}`)));
  const counts = [
    ["outcomes", outcomes.length, keep.outcomes.length],
    ["values of measures", series.length, rows * keep.measures.length],
    ["means of measures", means.length, keep.spans.length * measures.length],
    ["files of snapshots", snapshots.length, due.size],
  ] as const;
  for (const [what, found, wanted] of counts) if (found !== wanted) return `it has ${found} ${what}; the run has ${wanted}.`;
  for (const { week: at, name } of snapshots)
    if (!due.delete(`week ${at}, ${name}`)) return `it has a file of week ${at}, ${name}, that is not of the run.`;
  return undefined;
}
