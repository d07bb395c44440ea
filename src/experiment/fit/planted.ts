import { setupStream } from "../../random/index.ts";
import { type BaseScenario, withValue } from "../../scenario/index.ts";
import { parameterValue } from "../designs/index.ts";
import { meansOrder, type RunMeans } from "../means.ts";
import { type Fitting, fitModel, observed } from "./fitModel.ts";

/** A parameter of a planted truth, and what a fit that did not know it made of it. */
export interface PlantedRow {
  truth: number;
  path: string;
  value: number;
  low: number;
  median: number;
  high: number;
  covered: boolean;
}

export interface Planted {
  rows: PlantedRow[];
  /** [truth] whether the check says that the model reaches the data. */
  reached: boolean[];
  /** Held-out observations of all truths, and how many lie in their bands. */
  heldOut: { count: number; inside: number };
}

/**
 * Plants truths: draws parameters from the priors, observes one run of each as the observations say (same measures, weeks and
 * errors), fits as if nothing else were known, and tells whether the 90% intervals hold the truth.
 *
 * @param fitting  with observations whose values do not matter
 * @param truths   how many
 * @param world    what makes the truth: the scenario, or one that is wrong for it
 */
export async function planted(fitting: Fitting, truths: number, runMeans: RunMeans, world: BaseScenario = fitting.base): Promise<Planted> {
  const { factors, observations, seed } = fitting;
  const result: Planted = { rows: [], reached: [], heldOut: { count: 0, inside: 0 } };
  for (let t = 0; t < truths; t++) {
    const stream = setupStream(seed, `truth/${t}`);
    const values = factors.map((factor) => parameterValue(factor, stream.next()));
    const scenario = factors.reduce<BaseScenario>((of, { path }, f) => withValue(of, path, values[f]), world);
    const own = `${seed}/truth/${t}`;
    const [[seen]] = await runMeans([meansOrder({ ...scenario, seed: own }, [], undefined, observations)]);
    const shown = observed(observations, seen, own);
    const data = observations.map((one, o) => ({ ...one, value: shown[o] })).filter(({ value }) => Number.isFinite(value));
    const found = await fitModel({ ...fitting, observations: data, seed: `${seed}/fit/${t}` }, runMeans);
    for (const { path, low, median, high } of found.factors) {
      const value = Number(values[factors.findIndex((factor) => factor.path === path)]);
      result.rows.push({ truth: t, path, value, low, median, high, covered: value >= low && value <= high });
    }
    result.reached.push(found.reach.reached);
    const held = found.predictions.filter(({ heldOut }) => heldOut);
    result.heldOut.count += held.length;
    result.heldOut.inside += held.filter(({ inside }) => inside).length;
  }
  return result;
}
