import type { BaseScenario } from "../scenario/index.ts";
import type { Job, Span } from "./job.ts";

/**
 * Arms on common draws: all arms of a replicate run with the seed of that replicate, so that they differ by what is changed
 * and by nothing else. Answers stand at [replicate * arms + arm].
 */
export const onCommonDraws = (arms: readonly BaseScenario[], replicates: number, seed: string, spans: readonly Span[]): Job[] =>
  Array.from({ length: replicates }, (_, r) =>
    arms.map((scenario): Job => ({ scenario: { ...scenario, seed: `${seed}/${r}` }, spans })),
  ).flat();
