import { type MeasureId, placeOfMeasure } from "../observation/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import type { Span } from "./batch/request.ts";
import { meansOrder, type RunMeans } from "./means.ts";

/**
 * Where the programme is off and support constant, nothing drifts for 40 years: what moves then is an accident of the
 * state at the start, or a law without an opposite, and would be taken for an effect in any longer run.
 */

const YEAR = 52;
/** Years 2 to 12, after the state at the start has worn off, and years 10 to 40, each from the end of the first. */
const EARLY: Span = [2 * YEAR + 1, 12 * YEAR];
export const LONG_YEARS = 40;
const LATE: Span = [10 * YEAR + 1, LONG_YEARS * YEAR];

/** The means may differ by less than this share of the earlier one. */
const SHARE = 0.1;
/** Where the earlier mean is smaller, a tenth of it is less than a run tells. */
const SMALL = 0.1;
const DIFFERENCE = 0.01;

/** What keeps its level. */
export const stationaryMeasures: readonly MeasureId[] = [
  "age_mean",
  "org_money_per_staff",
  "overlap_jaccard_acquaintance_interest",
  "overlap_jaccard_acquaintance_industry",
  "overlap_jaccard_party_acquaintance",
  "overlap_jaccard_party_industry",
  "overlap_jaccard_party_interest",
  "overlap_jaccard_interest_industry",
  "hub_share_top_twentieth",
  "matters_open",
  "participation_rate",
  "org_quality_mean",
  "trust_neighbours",
  "trust_community",
  "trust_organizations",
  "satisfaction_mean",
  "fragmentation",
];

export interface StationarityRow {
  measure: MeasureId;
  /** Means over the seeds. */
  early: number;
  late: number;
  /** Late less early: a share of early, or the difference where early is small. */
  drift: number;
  /** What the size of the drift has to stay below. */
  limit: number;
  relative: boolean;
  pass: boolean;
  /** [seed] */
  seeds: { early: number; late: number }[];
}

/** Runs of 40 years without the programme. */
export async function stationarity(
  base: BaseScenario,
  seeds: readonly string[],
  runMeans: RunMeans,
  spans: readonly [Span, Span] = [EARLY, LATE],
): Promise<StationarityRow[]> {
  const scenario = withValue(base, "partyBuilding", "off");
  const runs = await runMeans(seeds.map((seed) => meansOrder({ ...scenario, seed }, spans)));
  return stationaryMeasures.map((measure) => {
    const place = placeOfMeasure(measure);
    const values = runs.map(([early, late]) => ({ early: early[place], late: late[place] }));
    const mean = (span: "early" | "late") => values.reduce((sum, value) => sum + value[span], 0) / values.length;
    return { measure, ...drift(mean("early"), mean("late")), seeds: values };
  });
}

/** How far a mean moved, and whether that is too far. What was never measured has not held. */
export function drift(early: number, late: number): Omit<StationarityRow, "measure" | "seeds"> {
  const relative = Math.abs(early) >= SMALL;
  const moved = relative ? (late - early) / Math.abs(early) : late - early;
  const limit = relative ? SHARE : DIFFERENCE;
  return { early, late, drift: moved, limit, relative, pass: Math.abs(moved) < limit };
}
