import { mean as average, quantile } from "simple-statistics";
import { placeOfMeasure } from "../observation/index.ts";
import { type BaseScenario, valueAt } from "../scenario/index.ts";
import { lastYear, type RunOrder } from "./batch/request.ts";
import type { DrawSets } from "./calibration/drawSets.ts";
import { meanWithInterval } from "./intervals.ts";
import { meansOrder, type RunMeans } from "./means.ts";
import { drawPriors, priorParameters } from "./priors.ts";
import { type Bound, partingTree } from "./sensitivity/partingTree.ts";
import { type RankCorrelation, rankCorrelations } from "./sensitivity/rankCorrelation.ts";

/** Outcomes on which the master switch may help or harm. All run from 0 to 1, and more is better in each. */
export const neutralityOutcomes = [
  "participation_rate",
  "settlement_rate_true",
  "self_settled_share",
  "motivation_mean",
  "matched_share",
  "org_autonomy_mean",
  "org_quality_mean",
] as const;

/** The least difference that matters of what runs from 0 to 1: half a point. */
export const LEAST_THAT_MATTERS = 0.005;

/** Parameters are said to go with the effect where fewer than one in twenty of all that are said so would by chance. */
const FALSE_DISCOVERY = 0.05;

export interface Shares {
  help: number;
  none: number;
  harm: number;
  /** Draws in which the outcome could be measured. */
  count: number;
}

export interface NeutralityRow extends Shares {
  outcome: (typeof neutralityOutcomes)[number];
  /** Median difference over draws, and its 5% and 95% points. */
  median: number;
  low: number;
  high: number;
  /** Parameters that go with the difference over draws, the strongest first. */
  deciding: readonly RankCorrelation[];
  /** Share of the spread of its ranks that the regions below foretell in draws left out. */
  foretold: number;
  /** Parts of the space of parameters in which it comes out differently; a single one where nothing is foretold. */
  regions: readonly (Shares & { bounds: readonly Bound[]; median: number })[];
}

interface Effect {
  draw: number;
  mean: number;
  verdict: "help" | "none" | "harm";
}

/**
 * Share of draws from the priors, or from what `drawSets` draws from, in which the master switch helps, does nothing or harms,
 * and which parameters part them. A draw helps if the 90% interval of its replicates, with the programme and without on common
 * random numbers, lies above zero and their mean at the least that matters or above; it has no effect if neither this nor its
 * mirror image holds.
 */
export async function neutrality(
  base: BaseScenario,
  { draws, replicates, seed, weeks }: { draws: number; replicates: number; seed: string; weeks: number },
  runMeans: RunMeans,
  drawSets: DrawSets = drawPriors,
): Promise<NeutralityRow[]> {
  const spans = [lastYear(weeks)];
  const drawn = drawSets(base, draws, seed);
  const orders: RunOrder[] = [];
  for (const [d, scenario] of drawn.entries())
    for (let r = 0; r < replicates; r++)
      for (const partyBuilding of ["on", "off"] as const)
        orders.push(meansOrder({ ...scenario, partyBuilding, seed: `${seed}/${d}/${r}` }, spans));
  const results = await runMeans(orders);
  const paths = priorParameters()
    .map(({ path }) => path)
    .filter((path) => drawn.some((scenario) => valueAt(scenario, path) !== valueAt(drawn[0], path)));
  const points = drawn.map((scenario) => paths.map((path) => Number(valueAt(scenario, path))));
  return neutralityOutcomes.map((outcome) => {
    const k = placeOfMeasure(outcome);
    const effects: Effect[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const differences = Array.from({ length: replicates }, (_, r) => {
        const at = (draw * replicates + r) * 2;
        return results[at][0][k] - results[at + 1][0][k];
      });
      const { mean, low, high } = meanWithInterval(differences, { confidence: 0.9 });
      if (Number.isNaN(mean)) continue;
      const helps = low > 0 && mean >= LEAST_THAT_MATTERS;
      const harms = high < 0 && mean <= -LEAST_THAT_MATTERS;
      effects.push({ draw, mean, verdict: helps ? "help" : harms ? "harm" : "none" });
    }
    const means = effects.map(({ mean }) => mean);
    const point = (share: number) => (means.length > 0 ? quantile(means, share) : Number.NaN);
    // A posterior may give the same set twice: what is foretold of a set from itself is not foretold.
    const sets = alike(effects, ({ draw }) => points[draw].join());
    const at = sets.map(([{ draw }]) => points[draw]);
    const ofSets = sets.map((same) => average(same.map(({ mean }) => mean)));
    const tree = partingTree(paths, at, ofSets);
    return {
      outcome,
      ...sharesOf(effects),
      median: point(0.5),
      low: point(0.05),
      high: point(0.95),
      deciding: rankCorrelations(paths, at, ofSets).filter(({ adjusted }) => adjusted <= FALSE_DISCOVERY),
      foretold: tree.foretold,
      regions: tree.leaves.map(({ bounds, draws }) => {
        const inside = draws.flatMap((k) => sets[k]);
        return {
          bounds,
          ...sharesOf(inside),
          median:
            inside.length > 0
              ? quantile(
                  inside.map(({ mean }) => mean),
                  0.5,
                )
              : Number.NaN,
        };
      }),
    };
  });
}

/** Effects of the same set of parameters together. */
function alike(effects: readonly Effect[], setOf: (effect: Effect) => string): Effect[][] {
  const bySet = new Map<string, Effect[]>();
  for (const effect of effects) {
    const set = setOf(effect);
    const same = bySet.get(set);
    if (same) same.push(effect);
    else bySet.set(set, [effect]);
  }
  return [...bySet.values()];
}

function sharesOf(effects: readonly Effect[]): Shares {
  const count = effects.length;
  const share = (of: Effect["verdict"]) => effects.filter(({ verdict }) => verdict === of).length / count;
  return { help: share("help"), none: share("none"), harm: share("harm"), count };
}
