import { mean } from "simple-statistics";
import { type MeasureId, measures, placeOfMeasure } from "../observation/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import { lastYear } from "./batch/request.ts";
import { falseDiscovery } from "./falseDiscovery.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import { meansOrder, type RunMeans } from "./means.ts";
import { LEAST_THAT_MATTERS } from "./neutrality.ts";
import { pairedTest } from "./pairedTest.ts";
import { shiftOutcomes } from "./shiftedStates.ts";

/** What a mechanism may move beside its own books: how residents take part and fare, and how organizations do. */
export const ablationOutcomes = [
  ...shiftOutcomes,
  "motivation_mean",
  "satisfaction_mean",
  "trust_neighbours",
  "trust_community",
  "trust_organizations",
  "org_quality_mean",
  "org_autonomy_mean",
  "coverage_functional",
] as const satisfies readonly MeasureId[];

/** The least that matters of what does not run from 0 to 1. */
const LEAST_OF_LEVEL = 0.02;

/** Of all effects that are called so, one in twenty may be chance. */
const FALSE_DISCOVERY = 0.05;

export interface AblationEffect {
  outcome: MeasureId;
  /** With the mechanism less without it. */
  effect: Estimate;
  /** Its mean with the mechanism. */
  level: number;
  least: number;
  /** Chance of the pairs if the mechanism moved nothing, adjusted for all outcomes of all mechanisms. */
  adjusted: number;
}

export interface Ablation {
  mechanism: string;
  /** Outcomes that it moves by the least that matters or more, surest first. */
  moves: readonly AblationEffect[];
  /** Outcomes of which the pairs cannot tell whether it moves them by as much. */
  unsure: readonly AblationEffect[];
  /** True if every run without it is the same as with it, in all outcomes. */
  same: boolean;
}

/**
 * Switches each of some mechanisms off, over pairs of runs with the same draws, and tells which outcomes move. One that the
 * scenario has off is switched on instead; the effect is always that of having it.
 *
 * @param weeks  of each run; the last year counts
 */
export async function ablation(
  base: BaseScenario,
  mechanisms: readonly string[],
  seeds: readonly string[],
  weeks: number,
  runMeans: RunMeans,
): Promise<Ablation[]> {
  const spans = [lastYear(weeks)];
  const isOn = (id: string) => modeOf(base, id) !== "off";
  const arms = [base, ...mechanisms.map((id) => withValue(base, `mechanisms.${id}.mode`, isOn(id) ? "off" : "on"))];
  const results = await runMeans(arms.flatMap((arm) => seeds.map((seed) => meansOrder({ ...arm, seed }, spans))));
  const at = (arm: number, s: number, outcome: MeasureId) => results[arm * seeds.length + s][0][placeOfMeasure(outcome)];
  const effects = mechanisms.map((id, m) =>
    ablationOutcomes.map((outcome) => {
      const sign = isOn(id) ? 1 : -1;
      const having = isOn(id) ? 0 : m + 1;
      const differences = seeds.map((_, s) => sign * (at(0, s, outcome) - at(m + 1, s, outcome))).filter(Number.isFinite);
      const levels = seeds.map((_, s) => at(having, s, outcome)).filter(Number.isFinite);
      const level = levels.length > 0 ? mean(levels) : Number.NaN;
      return { outcome, effect: meanWithInterval(differences), level, least: leastOf(outcome, level), chance: pairedTest(differences) };
    }),
  );
  const adjusted = falseDiscovery(effects.flatMap((of) => of.map(({ chance }) => chance)));
  return mechanisms.map((mechanism, m) => {
    const all = effects[m].map(({ chance: _, ...effect }, o) => ({ ...effect, adjusted: adjusted[m * ablationOutcomes.length + o] }));
    const moves = all
      .filter(({ adjusted, effect, least }) => adjusted <= FALSE_DISCOVERY && Math.abs(effect.mean) >= least)
      .sort((a, b) => a.adjusted - b.adjusted);
    return {
      mechanism,
      moves,
      unsure: all.filter((one) => !moves.includes(one) && !isWithin(one)),
      same: all.every(({ effect }) => effect.unknown === "equal" && effect.mean === 0),
    };
  });
}

const modeOf = (base: BaseScenario, id: string): unknown => (base.mechanisms as Record<string, { mode?: unknown }>)[id]?.mode;

const leastOf = (outcome: MeasureId, level: number): number =>
  measures[placeOfMeasure(outcome)].range[1] === 1 ? LEAST_THAT_MATTERS : LEAST_OF_LEVEL * Math.abs(level);

/** No effect as large as matters is compatible with the pairs. */
const isWithin = ({ effect, least }: AblationEffect): boolean =>
  (effect.unknown === "equal" && Math.abs(effect.mean) < least) ||
  (effect.low > -least && effect.high < least) ||
  Number.isNaN(effect.mean);
