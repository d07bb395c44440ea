import { parse } from "yaml";
import recorded from "../../../docs/contrasts.json";
import { type Contrast, type ContrastRecord, type ContrastRow, contrastDigest, recordedRows } from "../../experiment/index.ts";

const texts = import.meta.glob<string>("../../../scenarios/contrasts/*.yaml", { query: "?raw", import: "default", eager: true });

/** A claim of the paper as it comes along, and what was recorded of it. */
export interface Claim {
  /** Name of its file, by which it stands in the address. */
  id: string;
  number: number;
  contrast: Contrast;
  /** What was recorded, one row an estimand; undefined if nothing was, or of something else. */
  rows: readonly ContrastRow[] | undefined;
  /** The file asks something else than when it was recorded. */
  changed: boolean;
}

/** What was recorded, and when: docs/contrasts.json, as “contrast all --record” wrote it. */
export const record: ContrastRecord = recorded;

/** A contrast as its file says it; that those that come along are right is tested. */
function contrastIn(text: string): Contrast {
  const written = parse(text) as Contrast;
  const arms = Object.entries(written.arms).map(([arm, of]) => [arm, { ...of, set: of.set ?? {}, interventions: of.interventions ?? [] }]);
  return { ...written, set: written.set ?? {}, from: written.from ?? 1, arms: Object.fromEntries(arms) };
}

const contrasts = new Map(
  Object.entries(texts).map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1, -".yaml".length), contrastIn(text)]),
);
const rowsRecorded = recordedRows(record, contrasts);

export const claims: readonly Claim[] = [...contrasts]
  .map(([id, contrast]): Claim => {
    const of = record.contrasts.find((one) => one.id === id);
    const changed = of !== undefined && of.digest !== contrastDigest(contrast);
    return { id, number: Number.parseInt(id, 10), contrast, rows: changed ? undefined : rowsRecorded.get(id), changed };
  })
  .sort((a, b) => a.number - b.number);

const all = claims.flatMap(({ rows = [] }) => rows);
/** Recorded estimands. */
export const recordedEstimands = all.length;

/** Claims that speak of a row of the paper. */
export const claimsOfRow = (row: string): readonly Claim[] => claims.filter(({ contrast }) => contrast.rows.includes(row));
