import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { measureIndex } from "../observation/index.ts";
import { type BaseScenario, interventionSchema, type Problem } from "../scenario/index.ts";
import { type Estimate, meanWithInterval, shareWithInterval } from "./intervals.ts";
import type { Job, RunJobs } from "./job.ts";
import { drawPriors } from "./priors.ts";

const span = z.tuple([z.int().min(1), z.int().min(1)]);
const values = z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.array(z.number())]));
const arm = z.strictObject({ set: values.default({}), interventions: z.array(interventionSchema).default([]) });

/** A claim of the paper as a paired experiment: arms on common draws, and what is computed from them. */
export const contrastSchema = z.strictObject({
  title: z.string().min(1),
  titleZh: z.string().min(1),
  /** What the paper says, as a sentence about outcomes. */
  claim: z.string().min(1),
  rows: z.array(z.string()).min(1),
  /** What would count against the claim, inside the model. */
  against: z.string().min(1),
  /** The mechanism that would bring the same about without the claim. */
  rival: z.string().min(1),
  /** Parameters of all arms. */
  set: values.default({}),
  arms: z.record(z.string(), arm).refine((arms) => Object.keys(arms).length >= 2, "needs two arms or more"),
  /** Weeks over which outcomes are averaged [the last year]. */
  span,
  estimands: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        measure: z.string().refine((id) => measureIndex.has(id), { error: "names no measure; `four-circles dictionary` lists them" }),
        /** Weight of each arm: {on: 1, off: -1} is a difference, four arms with two minus signs an interaction. */
        weights: z.record(z.string(), z.number()),
        /** Sign that the claim says the estimand has. */
        claimed: z.enum(["positive", "negative"]),
        span: span.optional(),
      }),
    )
    .min(1),
});
export type Contrast = z.output<typeof contrastSchema>;

/** Reads a contrast; everything that is wrong with it is said at once. */
export function readContrast(file: string, text: string): { ok: true; contrast: Contrast } | { ok: false; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = (offset: number, path: string, code: string, message: string, remedy: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path, code, message, remedy };
  };
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map((e) => problem(e.pos[0], "", e.code, e.message.split("\n")[0], "Correct the YAML.")),
    };
  const parsed = contrastSchema.safeParse(document.toJS());
  const problems: Problem[] = [];
  const at = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  };
  if (!parsed.success) {
    for (const { path, code, message } of parsed.error.issues)
      problems.push(problem(at(path), path.join("."), code, message, "See scenarios/contrasts/01-coverage.yaml for an example."));
    return { ok: false, problems };
  }
  const arms = Object.keys(parsed.data.arms);
  parsed.data.estimands.forEach(({ weights }, k) => {
    for (const name of Object.keys(weights))
      if (!arms.includes(name))
        problems.push(
          problem(
            at(["estimands", k, "weights", name]),
            `estimands.${k}.weights.${name}`,
            "unknown_arm",
            "names no arm.",
            `Write one of ${arms.join(", ")}.`,
          ),
        );
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, contrast: parsed.data };
}

export type Verdict = "holds" | "reversed" | "not shown";

export interface ContrastRow {
  name: string;
  measure: string;
  claimed: "positive" | "negative";
  /** Estimand at the defaults, over replicates. */
  effect: Estimate;
  /** Share of draws from the priors in which the sign is as claimed. */
  share: Estimate;
  verdict: Verdict;
}

/**
 * Runs a contrast. Arms of a replicate, and of a draw from the priors, share seed and parameters: common draws.
 *
 * @param load        the base scenario with "path=value" entries set
 * @param replicates  pairs at the defaults
 * @param draws       pairs at parameters drawn from the priors
 */
export async function runContrast(
  contrast: Contrast,
  load: (set: string[]) => Promise<BaseScenario>,
  { replicates, draws, seed }: { replicates: number; draws: number; seed: string },
  runJobs: RunJobs,
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
  const spans = contrast.estimands.map((estimand) => estimand.span ?? contrast.span);
  const jobs: Job[] = [];
  for (let r = 0; r < replicates; r++) for (const scenario of arms) jobs.push({ scenario: { ...scenario, seed: `${seed}/${r}` }, spans });
  const drawn = arms.map((scenario) => drawPriors(scenario, draws, seed, fixed));
  for (let d = 0; d < draws; d++) for (const of of drawn) jobs.push({ scenario: { ...of[d], seed: `${seed}/prior ${d}` }, spans });
  const results = await runJobs(jobs);
  return contrast.estimands.map(({ name, measure, weights, claimed }, e) => {
    const k = measureIndex.get(measure) as number;
    const value = (pair: number) =>
      names.reduce((sum, arm, a) => sum + (weights[arm] ? weights[arm] * results[pair * names.length + a][e][k] : 0), 0);
    const effect = meanWithInterval(Array.from({ length: replicates }, (_, r) => value(r)));
    const sign = claimed === "positive" ? 1 : -1;
    const share = shareWithInterval(
      Array.from({ length: draws }, (_, d) => value(replicates + d)),
      (difference) => difference * sign > 0,
    );
    const [low, high] = sign > 0 ? [effect.low, effect.high] : [-effect.high, -effect.low];
    return { name, measure, claimed, effect, share, verdict: low > 0 ? "holds" : high < 0 ? "reversed" : "not shown" };
  });
}
