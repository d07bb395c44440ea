import { quantile } from "simple-statistics";
import { placeOfMeasure } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import type { RunOrder, Span } from "./batch/request.ts";
import type { DrawSets } from "./calibration/drawSets.ts";
import { meanWithInterval } from "./intervals.ts";
import { meansOrder, type RunMeans } from "./means.ts";
import { drawPriors } from "./priors.ts";

/** Outcomes on which the master switch may help or harm. More is better in each. */
export const neutralityOutcomes = ["participation_rate", "settlement_rate_true", "self_settled_share", "motivation_mean"] as const;

export interface NeutralityRow {
  outcome: (typeof neutralityOutcomes)[number];
  help: number;
  none: number;
  harm: number;
  /** Draws in which the outcome could be measured. */
  count: number;
  /** Median difference over draws, and its 5% and 95% points. */
  median: number;
  low: number;
  high: number;
}

/**
 * Share of draws from the priors, or from what `drawSets` draws from, in which the master switch helps, does nothing or harms. A draw helps if the interval of
 * its replicates, with the programme and without on common random numbers, lies above zero; nothing if the interval holds zero.
 */
export async function neutrality(
  base: BaseScenario,
  { draws, replicates, seed, weeks }: { draws: number; replicates: number; seed: string; weeks: number },
  runMeans: RunMeans,
  drawSets: DrawSets = drawPriors,
): Promise<NeutralityRow[]> {
  const spans: readonly Span[] = [[Math.max(1, weeks - 51), weeks]];
  const drawn = drawSets(base, draws, seed);
  const orders: RunOrder[] = [];
  for (const [d, scenario] of drawn.entries())
    for (let r = 0; r < replicates; r++)
      for (const partyBuilding of ["on", "off"] as const)
        orders.push(meansOrder({ ...scenario, partyBuilding, seed: `${seed}/${d}/${r}` }, spans));
  const results = await runMeans(orders);
  return neutralityOutcomes.map((outcome) => {
    const k = placeOfMeasure(outcome);
    let [help, harm] = [0, 0];
    const means: number[] = [];
    for (let d = 0; d < draws; d++) {
      const differences = Array.from({ length: replicates }, (_, r) => {
        const at = (d * replicates + r) * 2;
        return results[at][0][k] - results[at + 1][0][k];
      });
      const { mean, low, high } = meanWithInterval(differences, { confidence: 0.9 });
      if (Number.isNaN(mean)) continue;
      means.push(mean);
      if (low > 0) help++;
      else if (high < 0) harm++;
    }
    const count = means.length;
    const point = (share: number) => (count > 0 ? quantile(means, share) : Number.NaN);
    return {
      outcome,
      help: help / count,
      none: (count - help - harm) / count,
      harm: harm / count,
      count,
      median: point(0.5),
      low: point(0.05),
      high: point(0.95),
    };
  });
}
