import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { z } from "zod";
import {
  outcomeSchema,
  type PlanIndex,
  planIndices,
  planSchema,
  ranked,
  ruleOf,
  type SummaryRow,
  summarizeRows,
  untilSchema,
} from "../../experiment/index.ts";
import { BatchDescription, checksumOf, sealOf, tableState } from "../../exports/index.ts";
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
    indices: indicesOf(beside?.plan, summary.rows),
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

/** What the design of the plan says of its factors; nothing if the plan is not known, or is none. */
function indicesOf(plan: unknown, rows: readonly SummaryRow[]): PlanIndex[] {
  const parsed = planSchema.safeParse(plan);
  if (!parsed.success) return [];
  try {
    return ranked(parsed.data, planIndices({ plan: parsed.data }, rows));
  } catch {
    return []; // its rows are those of another plan
  }
}
