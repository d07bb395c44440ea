import type { BaseScenario } from "../scenario/index.ts";
import type { RunOrder, Span } from "./batch/request.ts";
import { meansOrder } from "./means.ts";
import type { Outcome } from "./outcomes/outcome.ts";

/**
 * Arms on common random numbers: all arms of a replicate run with the seed of that replicate, so that they differ by what is changed
 * and by nothing else. Answers stand at [replicate * arms + arm].
 *
 * @param draw  scenarios of an arm, one for each replicate [the arm itself]
 */
export const onCommonRandomNumbers = (
  arms: readonly BaseScenario[],
  replicates: number,
  seed: string,
  spans: readonly Span[],
  outcomes: readonly Outcome[] = [],
  draw?: (arm: BaseScenario) => readonly BaseScenario[],
): RunOrder[] => {
  const drawn = arms.map((arm) => draw?.(arm));
  return Array.from({ length: replicates }, (_, r) =>
    arms.map((arm, a) => meansOrder({ ...(drawn[a]?.[r] ?? arm), seed: `${seed}/${r}` }, spans, undefined, outcomes)),
  ).flat();
};
