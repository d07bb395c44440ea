import { circleTargets } from "../circles/index.ts";
import { modeUnder } from "../engine/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { type MeasureId, measures, placeOfMeasure } from "../observation/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import type { Span } from "./batch/request.ts";
import { type CheckRow, patternRow } from "./check.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import { type Means, meansOrder, type RunMeans } from "./means.ts";
import { type Pattern, patternOutcomes } from "./targets/pattern.ts";
import { patterns } from "./targets/patterns.ts";

/**
 * The ladder: scenarios of which each adds a layer of the model to the last, and what is known of real districts that each
 * reproduces already.
 */

const YEAR = 52;
const QUARTER = 13;

export interface RungPlan {
  scenario: BaseScenario;
  /** Shares that the rung is there to show. */
  shown: readonly MeasureId[];
}

/** A measure by quarter, from the end of the first year on, over the seeds. */
export interface LadderCurve {
  measure: MeasureId;
  points: { week: number; value: number; low: number; high: number }[];
}

/** What is told of every rung, so that rungs can be set side by side. */
const keyMeasures: readonly MeasureId[] = [
  "participation_rate",
  "motivation_mean",
  "fatigue_mean",
  "trust_neighbours",
  "trust_community",
  "satisfaction_mean",
  "matters_open",
  "weeks_to_settle_median",
  "self_settled_share",
  "settlement_rate_true",
  "fragmentation",
  "org_quality_mean",
  "org_money_per_staff",
  "coverage_formal",
  "coverage_functional",
];

export interface LadderRung {
  title: string;
  titleZh: string;
  question: string;
  questionZh: string;
  /** Ids of the mechanisms that are on. */
  mechanisms: string[];
  /** Patterns and targets that the mechanisms on can bring about, each with what the runs have of it. */
  rows: CheckRow[];
  /** Over the same weeks as the patterns. */
  measures: { measure: MeasureId; estimate: Estimate }[];
  curves: LadderCurve[];
}

/** Targets of the circles that are measures as well, and the mechanism that turns the circle over. */
const circleRows: readonly [keyof typeof circleTargets, MeasureId, string][] = [
  ["degreeMean", "acquaintance_degree_mean", "acquaintanceTurnover"],
  ["degreeVarianceRatio", "acquaintance_degree_var_ratio", "acquaintanceTurnover"],
  ["clustering", "acquaintance_clustering", "acquaintanceTurnover"],
  ["overlapAcquaintanceInterest", "overlap_jaccard_acquaintance_interest", "groupTurnover"],
  ["overlapAcquaintanceIndustry", "overlap_jaccard_acquaintance_industry", "jobChange"],
  ["overlapPartyAcquaintance", "overlap_jaccard_party_acquaintance", "jobChange"],
  ["overlapPartyIndustry", "overlap_jaccard_party_industry", "jobChange"],
  ["overlapInterestIndustry", "overlap_jaccard_interest_industry", "groupTurnover"],
];

const labelOf = (id: MeasureId) => measures[placeOfMeasure(id)].label;

/** The patterns, and the targets of the circles as if they were patterns. */
const wanted = (): readonly Pattern[] => [
  ...patterns(),
  ...circleRows.flatMap(([target, id, turnover]): Pattern[] => {
    const targetRange = circleTargets[target];
    return targetRange === undefined
      ? []
      : [
          {
            pattern: "circles",
            what: labelOf(id).en,
            whatZh: labelOf(id).zh,
            use: "D",
            source: "references: networks",
            targetRange,
            needs: [turnover],
            rule: { measure: id },
          },
        ];
  }),
];

/**
 * Runs every rung with every seed.
 *
 * @param weeks  of a run; what is measured after seven years is left out where it is shorter
 */
export async function ladder(
  rungs: readonly RungPlan[],
  seeds: readonly string[],
  weeks: number,
  runMeans: RunMeans,
): Promise<LadderRung[]> {
  const orders = rungs.flatMap(({ scenario }) => {
    const outcomes = patternOutcomes(within(weeks), scenario, weeks);
    return seeds.map((seed) => meansOrder({ ...scenario, seed }, spansOf(scenario, weeks), undefined, outcomes));
  });
  const all = await runMeans(orders);
  return rungs.map((rung, k) => tellRung(rung, all.slice(k * seeds.length, (k + 1) * seeds.length), weeks));
}

/** Patterns that can be measured in so many weeks. */
const within = (weeks: number) => wanted().filter(({ rule: { span } }) => span === undefined || span[1] <= weeks);

/** All weeks after burn-in, and every quarter. */
function spansOf({ burnInWeeks }: BaseScenario, weeks: number): Span[] {
  const from = burnInWeeks < weeks ? burnInWeeks + 1 : 1;
  const quarters = Array.from({ length: Math.floor(weeks / QUARTER) }, (_, q): Span => [q * QUARTER + 1, (q + 1) * QUARTER]);
  return [[from, weeks], ...quarters];
}

/** Spans before those of the quarters. */
const BEFORE = 1;

function tellRung({ scenario, shown }: RungPlan, runs: readonly Means[], weeks: number): LadderRung {
  const { title, titleZh = title, question = "", questionZh = question } = scenario;
  const on = mechanisms.filter((mechanism) => modeUnder(mechanism, scenario) !== "off").map(({ id }) => id);
  const rows = within(weeks)
    .map((pattern, p) =>
      patternRow(
        pattern,
        runs.map((means) => means[means.length - 1][p]),
      ),
    )
    .filter((_, p) => within(weeks)[p].needs.every((id) => on.includes(id)))
    .filter(({ estimate }) => estimate.count > 0);
  return {
    title,
    titleZh,
    question,
    questionZh,
    mechanisms: on,
    rows,
    measures: keyMeasures.map((measure) => ({
      measure,
      estimate: meanWithInterval(runs.map(([means]) => means[placeOfMeasure(measure)])),
    })),
    curves: shown.map((measure) => curveOf(measure, runs)),
  };
}

function curveOf(measure: MeasureId, runs: readonly Means[]): LadderCurve {
  const place = placeOfMeasure(measure);
  const points = runs[0].slice(BEFORE, -1).map((_, q) => {
    const values = runs.map((means) => means[BEFORE + q][place]).filter((value) => !Number.isNaN(value));
    const { mean } = meanWithInterval(values);
    return { week: (q + 1) * QUARTER, value: mean, low: Math.min(...values), high: Math.max(...values) };
  });
  return { measure, points: points.filter(({ week }) => week >= YEAR) };
}
