import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { z } from "zod";
import {
  outcomeSchema,
  type Plan,
  planSchema,
  pooledDifferences,
  RunTable,
  ruleOf,
  type Summary,
  summarizeRows,
  untilSchema,
} from "../../experiment/index.ts";
import { BatchDescription, checksumOf, sealOf, tableState } from "../../exports/index.ts";
import { armChangesOf, findings } from "./findings.ts";
import type { ResultsAnswer } from "./protocol.ts";
import { shownOutcome } from "./shownOutcome.ts";

/** What the metadata say; what is missing or foreign there is left out. */
const aboutSchema = z.object({
  plan: z.string().catch(""),
  table: z.string().optional().catch(undefined),
  outcomes: z.array(outcomeSchema.required({ name: true })).catch([]),
  until: untilSchema.catch(undefined),
});

/**
 * Reads the runs.parquet of a batch and sums it up by point and arm. What is wrong with the file is returned, not thrown; nothing
 * in a file that is not as it was written is read.
 *
 * @param bytes        the whole file
 * @param description  the batch.json that lies beside it, if that was opened too
 */
export async function readResults(bytes: Uint8Array<ArrayBuffer>, description?: string): Promise<ResultsAnswer> {
  const state = tableState(bytes);
  if (state !== "whole") return { ok: false, why: state === "broken" ? "damaged" : state };
  const beside = description === undefined ? undefined : described(description);
  if (description !== undefined && !beside) return { ok: false, why: "description" };
  if (beside && beside.checksum !== checksumOf(bytes)) return { ok: false, why: "another" };
  let about: z.output<typeof aboutSchema>;
  let rows: Record<string, unknown>[];
  let names: string[];
  try {
    const metadata = await parquetMetadataAsync(bytes.buffer);
    about = aboutSchema.parse(JSON.parse(metadata.key_value_metadata?.find(({ key }) => key === "four_circles")?.value ?? "{}"));
    names = metadata.schema.slice(1).map(({ name }) => name);
    rows = about.table === "runs" ? await parquetReadObjects({ file: bytes.buffer, metadata }) : [];
  } catch {
    return { ok: false, why: "damaged" };
  }
  if (about.table !== "runs") return { ok: false, why: about.table === "measures" ? "measures" : "foreign" };
  const factors = names.slice(names.indexOf("seed") + 1, names.indexOf("status"));
  const ofName = new Map(about.outcomes.map((outcome) => [outcome.name, outcome]));
  const outcomes = names
    .slice(names.indexOf("cause") + 1, names.indexOf("key"))
    .map((name) => shownOutcome(ofName.get(name) ?? { name, measure: name }));
  const summary = summarizeRows(rows, { plan: about, factors, outcomes });
  const runs = new RunTable();
  // Every point and replicate has a row: larger numbers are not of a plan, and would make a table of them too large.
  for (const row of rows)
    if (row.status === "finished" && Math.max(Number(row.point), Number(row.replicate)) < rows.length)
      runs.add(
        { point: Number(row.point), replicate: Number(row.replicate), arm: String(row.arm) },
        outcomes.map(({ name }) => (typeof row[name] === "number" ? row[name] : Number.NaN)),
      );
  const plan = planSchema.safeParse(beside?.plan).data;
  return {
    ok: true,
    title: about.plan,
    factors,
    arms: summary.of.arms,
    outcomes,
    points: new Set(summary.rows.map(({ point }) => point)).size,
    runs: rows.length,
    rows: summary.rows,
    differences: summary.differences,
    ...(plan ? { armChanges: armChangesOf(plan), design: plan.design.kind, draws: plan.design.draws } : {}),
    ...saidOf(plan, about, summary, runs),
    intervals: ruleOf(about),
  };
}

/** What a batch.json says of its runs.parquet; undefined if it is not as it was written, or names none. */
function described(description: string): { checksum: string; plan: unknown } | undefined {
  try {
    const document: unknown = JSON.parse(description);
    const parsed = BatchDescription.safeParse(document);
    const checksum = sealOf(document) === "whole" ? parsed.data?.sha256["runs.parquet"] : undefined;
    return checksum === undefined ? undefined : { checksum, plan: parsed.data?.plan };
  } catch {
    return undefined;
  }
}

/** What the runs say over all points. Without the plan, or by a plan that is not theirs, they say of the arms only what points that are given do. */
function saidOf(plan: Plan | undefined, about: Pick<Plan, "until">, { of, rows }: Summary, runs: RunTable) {
  const points = new Set(rows.map(({ point }) => point)).size;
  try {
    if (plan) return findings(plan, { arms: of.arms, points, keep: of.keep }, of.values, rows, runs);
  } catch {} // its rows are those of another plan
  const given = { ...about, design: { kind: "rows" as const }, factors: {} };
  return { pooled: pooledDifferences(given, { arms: of.arms, outcomes: of.keep.outcomes, points }, runs), indices: [], effects: [] };
}
