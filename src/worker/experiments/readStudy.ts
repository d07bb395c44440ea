import { parquetReadObjects } from "hyparquet";
import { z } from "zod";
import type { Fit, Prediction, Reach, WeightedSet } from "../../experiment/index.ts";
import { checksumOf, Experiment, type PosteriorFault, posteriorOf, sealOf } from "../../exports/index.ts";
import { isMeasure } from "../../observation/index.ts";

/** What a calibration or a fit has left: the sets of parameters with their weights, and what a fit foretells of what was observed. */
export interface Study {
  ok: true;
  kind: "calibrate" | "fit";
  title: string;
  titleZh: string;
  /** Seed of the study. */
  seed: string;
  /** Paths of the parameters. */
  paths: readonly string[];
  /** None if the table was not opened with it. */
  sets: readonly WeightedSet[];
  /** Sets of equal weight that they are worth. */
  effective: number;
  predictions: readonly Prediction[];
  reach: Pick<Reach, "reached" | "p"> | undefined;
}

/** Why files are no study; a parameter that cannot be is named. */
export type StudyAnswer =
  | Study
  | { ok: false; why: "studyForeign" | "studyAltered" | "studyKind" | "studyAnother" | "studyTable" }
  | ({ ok: false; why: "studyParameter" } & PosteriorFault);

const finite = z.number().nullable(); // results that are not numbers are null
const predictionsOf = z.array(
  z.object({
    name: z.string(),
    measure: z.string().refine(isMeasure),
    span: z.tuple([z.number(), z.number()]),
    value: finite,
    error: finite,
    low: finite,
    median: finite,
    high: finite,
    heldOut: z.boolean(),
    inside: z.boolean(),
  }),
);
const resultsOf = z.object({
  effective: z.number().catch(0),
  predictions: predictionsOf.catch([]),
  reach: z.object({ reached: z.boolean(), p: z.number() }).optional().catch(undefined),
});

/**
 * Reads the experiment.json of a study and the posterior.parquet beside it. What is wrong with them is returned, not thrown;
 * nothing in a file that is not as it was written is read.
 */
export async function readStudy(description: string, posterior?: Uint8Array<ArrayBuffer>): Promise<StudyAnswer> {
  const parsed = read(description);
  if (parsed === "altered") return { ok: false, why: "studyAltered" };
  if (!parsed) return { ok: false, why: "studyForeign" };
  const { kind, title, titleZh = title, seed, plan, sha256 } = parsed;
  if (kind !== "calibrate" && kind !== "fit") return { ok: false, why: "studyKind" };
  const results = resultsOf.parse(parsed.results ?? {});
  const study = {
    ok: true as const,
    kind,
    title,
    titleZh,
    seed,
    paths: Object.keys((plan.factors as object | undefined) ?? {}),
    sets: [],
    effective: results.effective,
    predictions: results.predictions.map(numbered) as unknown as Fit["predictions"],
    reach: results.reach,
  };
  if (posterior === undefined) return study;
  if (sha256["posterior.parquet"] !== checksumOf(posterior)) return { ok: false, why: "studyAnother" };
  try {
    const found = posteriorOf(plan, await parquetReadObjects({ file: posterior.buffer }));
    return found.ok ? { ...study, sets: found.sets } : { ...found, ok: false, why: "studyParameter" };
  } catch {
    return { ok: false, why: "studyTable" };
  }
}

function read(description: string): Experiment | "altered" | undefined {
  try {
    const document: unknown = JSON.parse(description);
    const parsed = Experiment.safeParse(document).data;
    return parsed && sealOf(document) !== "whole" ? "altered" : parsed;
  } catch {
    return undefined;
  }
}

const numbered = (one: object) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value ?? Number.NaN]));
