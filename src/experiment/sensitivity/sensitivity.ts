import { measureIndex } from "../../observation/index.ts";
import { type BaseScenario, withValue } from "../../scenario/index.ts";
import { type DesignFactor, morris, morrisAxis, parameterValue, placeOf, saltelli } from "../designs/index.ts";
import type { Bounded } from "../jackknife.ts";
import type { Job, RunJobs, Span } from "../job.ts";
import { elementaryEffects } from "./elementaryEffects.ts";
import { sobolIndices } from "./sobolIndices.ts";

export type SensitivityMethod = "morris" | "sobol";

export interface Sensitivity {
  base: BaseScenario;
  method: SensitivityMethod;
  factors: readonly DesignFactor[];
  measures: readonly string[];
  /** Trajectories, or base points. */
  size: number;
  /** Trajectories drawn, of which the most distant are run. */
  candidates: number;
  seed: string;
  /** Weeks over which measures are averaged. */
  span: Span;
}

/** One factor and measure: `mu`, `muStar`, `sigma` of Morris, or `first`, `total` of Sobol'. */
export interface SensitivityRow {
  measure: string;
  factor: string;
  indices: Readonly<Record<string, Bounded>>;
  /** Trajectories or base points that the indices rest on. */
  count: number;
}

/** Indices of a method, the one that ranks factors first. */
export const sensitivityIndices = { morris: ["muStar", "mu", "sigma"], sobol: ["total", "first"] } as const;

/** Runs that a study needs. */
export const sensitivityRuns = ({ method, size, factors }: Pick<Sensitivity, "method" | "size" | "factors">): number =>
  size * (factors.length + (method === "morris" ? 1 : 2));

/**
 * Which factors move which measures. Rows of a trajectory, or of a base point, run on common draws, so that what separates
 * them is the factor; trajectories and base points have seeds of their own, so that chance is one more factor, beside those
 * named: what it alone moves is in no index, and shares of Sobol' add up to what the factors explain.
 *
 * @returns for each measure the factors by rank
 */
export async function sensitivity(study: Sensitivity, runJobs: RunJobs): Promise<SensitivityRow[]> {
  const { base, method, factors, size, seed, span, measures } = study;
  const width = factors.length;
  const design = method === "morris" ? morris(size, factors.map(morrisAxis), seed, study.candidates) : await saltelli(size, width, seed);
  const block = width + (method === "morris" ? 1 : 2);
  const jobs = design.map((point, row): Job => {
    const scenario = factors.reduce((of, factor, f) => withValue(of, factor.path, parameterValue(factor, point[f])), base);
    return { scenario: { ...scenario, seed: `${seed}/${Math.floor(row / block)}` }, spans: [span] };
  });
  const results = await runJobs(jobs);
  const places = design.map((point) => factors.map((factor, f) => placeOf(factor, point[f])));
  const [ranking] = sensitivityIndices[method];
  return measures.flatMap((measure) => {
    const k = measureIndex.get(measure) as number;
    const outputs = results.map(([means]) => means[k]);
    const found = method === "morris" ? elementaryEffects(design, outputs, places) : sobolIndices(outputs, width);
    const rows = found.map(
      ({ count, ...indices }, f): SensitivityRow => ({ measure, factor: factors[f].path, indices: { ...indices }, count }),
    );
    const rank = ({ indices }: SensitivityRow) => (Number.isNaN(indices[ranking].value) ? -1 : indices[ranking].value);
    return rows.sort((x, y) => rank(y) - rank(x));
  });
}
