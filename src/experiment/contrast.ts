import { z } from "zod";
import { measureIndex } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { armSchema, settings, spanSchema } from "./arms.ts";
import type { DrawSets } from "./calibration/drawSets.ts";
import { onCommonRandomNumbers } from "./commonRandomNumbers.ts";
import { type ContrastRow, contrastRow, spanOf, weighted } from "./contrastRow.ts";
import { meansOrder, type RunMeans } from "./means.ts";
import { drawPriors } from "./priors.ts";

/** A claim of the paper as a paired experiment: arms on common random numbers, and what is computed from them. */
export const contrastSchema = z.strictObject({
  title: z.string().min(1),
  titleZh: z.string().min(1),
  /** What one would like to know, as anybody would ask it. */
  question: z.string().min(1).optional(),
  questionZh: z.string().min(1).optional(),
  /** What the paper says, as a sentence about outcomes. */
  claim: z.string().min(1),
  claimZh: z.string().min(1).optional(),
  rows: z.array(z.string()).min(1),
  /** What would count against the claim, inside the model. */
  against: z.string().min(1),
  againstZh: z.string().min(1).optional(),
  /** The mechanism that would bring the same about without the claim. */
  rival: z.string().min(1),
  rivalZh: z.string().min(1).optional(),
  /** Parameters of all arms. */
  set: settings.default({}),
  arms: z
    .record(z.string(), armSchema)
    .refine((arms) => Object.keys(arms).length >= 2, { message: "needs two arms or more", params: { code: "needsTwoArms" } }),
  /** Weeks over which outcomes are averaged [the last year]. */
  span: spanSchema,
  estimands: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        nameZh: z.string().min(1).optional(),
        measure: z.string(),
        /** Weight of each arm: {on: 1, off: -1} is a difference, four arms with two minus signs an interaction. */
        weights: z.record(z.string(), z.number()),
        /** Sign that the claim says the estimand has. */
        claimed: z.enum(["positive", "negative"]),
        span: spanSchema.optional(),
        /** The least difference that matters, in the unit of the measure; half a point where that is a share or runs from 0 to 1. */
        least: z.number().positive().optional(),
      }),
    )
    .min(1),
});
export type Contrast = z.output<typeof contrastSchema>;

/**
 * Runs a contrast. Arms of a replicate, and of a draw from the priors, share seed and parameters: common random numbers.
 *
 * @param load        the base scenario with "path=value" entries set
 * @param replicates  pairs at the defaults
 * @param draws       pairs at parameters drawn
 * @param drawSets    draws them [from the priors]
 */
export async function runContrast(
  contrast: Contrast,
  load: (set: string[]) => Promise<BaseScenario>,
  { replicates, draws, seed }: { replicates: number; draws: number; seed: string },
  runMeans: RunMeans,
  drawSets: DrawSets = drawPriors,
): Promise<ContrastRow[]> {
  const names = Object.keys(contrast.arms);
  const entries = (set: Contrast["set"]) => Object.entries(set).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
  const arms = await Promise.all(
    names.map(async (name) => {
      const { set, interventions } = contrast.arms[name];
      const scenario = await load([...entries(contrast.set), ...entries(set)]);
      return { ...scenario, interventions: [...scenario.interventions, ...interventions] };
    }),
  );
  // What any arm sets is the experiment's own: it is not drawn.
  const fixed = new Set([contrast.set, ...names.map((name) => contrast.arms[name].set)].flatMap((set) => Object.keys(set)));
  const spans = contrast.estimands.map((estimand) => spanOf(contrast, estimand));
  const orders = onCommonRandomNumbers(arms, replicates, seed, spans);
  const drawn = arms.map((scenario) => drawSets(scenario, draws, seed, fixed));
  for (let d = 0; d < draws; d++) for (const of of drawn) orders.push(meansOrder({ ...of[d], seed: `${seed}/prior ${d}` }, spans));
  const results = await runMeans(orders);
  return contrast.estimands.map((estimand, e) => {
    const k = measureIndex.get(estimand.measure) as number;
    const value = (pair: number) => weighted(estimand, names, (arm) => results[pair * names.length + names.indexOf(arm)][e][k]);
    const pairs = Array.from({ length: replicates }, (_, r) => value(r));
    return contrastRow(
      estimand,
      pairs,
      Array.from({ length: draws }, (_, d) => value(replicates + d)),
    );
  });
}
