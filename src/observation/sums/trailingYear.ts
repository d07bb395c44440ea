import { DURATIONS, type Part, type World, YEAR } from "../../engine/index.ts";
import { sumRows } from "../../numeric/index.ts";
import type { TakePart } from "../takePart.ts";

/** Counts of one week by type of matter: the columns of matters.csv after week and type. */
export const matterCounts = [
  "raised",
  "initiated",
  "takenUp",
  "deliberated",
  "decided",
  "consented",
  "voted",
  "invited",
  "attended",
  "accepted",
  "pressed",
  "retracted",
  "closed",
  "left",
  "leftRecorded",
  "leftSettled",
  "settled",
  "selfSettled",
  "reopened",
  "escalated",
  "dropped",
] as const;
const communityCounts = [
  "messages",
  "partyMinutes",
  "adminMinutes",
  "programmeMoney",
  "needs",
  "matchedNeeds",
  "feasibleNeeds",
  "offeredMinutes",
  "idleMinutes",
  "matchedAway",
  "careNeeded",
  "careMinutes",
  "workers",
  "workersHeavy",
  "disputesMediated",
  "trades",
  "movedIn",
  "movedOut",
  "acceptability",
  "acceptabilitySquares",
] as const;

/** What was counted in the last 52 weeks, or since the start. */
export interface YearSums {
  /** Weeks that these are, 1-52. */
  readonly weeks: number;
  readonly matters: Readonly<Record<(typeof matterCounts)[number], number>>;
  readonly communities: Readonly<Record<(typeof communityCounts)[number], number>>;
  /** [weeks since raising] matters settled. */
  readonly settled: Float64Array;
  /** [weeks since raising] needs whose resources were complete. */
  readonly matched: Float64Array;
}

/** Rings of the counts of each week, [place of the week * counts + count], and their sums over the year. */
export class TrailingYear {
  private readonly communityRing = new Float64Array(YEAR * communityCounts.length);
  private readonly matterRing = new Float64Array(YEAR * matterCounts.length);
  private readonly settledRing = new Float64Array(YEAR * DURATIONS);
  private readonly matchedRing = new Float64Array(YEAR * DURATIONS);
  private readonly communityYear = new Float64Array(communityCounts.length);
  private readonly matterYear = new Float64Array(matterCounts.length);
  private readonly settledYear = new Float64Array(DURATIONS);
  private readonly matchedYear = new Float64Array(DURATIONS);

  /** Puts the counts of the week that the world has just completed in place of those of a year before. */
  turn({ week, weekTotals }: World): YearSums {
    const place = (week - 1) % YEAR;
    const { communities, matters, durations } = weekTotals;
    communityCounts.forEach((key, k) => {
      this.communityRing[place * communityCounts.length + k] = sumOf(communities.columns[key], communities.rows);
    });
    matterCounts.forEach((key, k) => {
      this.matterRing[place * matterCounts.length + k] = sumOf(matters.columns[key], matters.rows);
    });
    sumRows(this.communityRing, this.communityYear);
    sumRows(this.matterRing, this.matterYear);
    turnCounts(this.settledRing, this.settledYear, durations.columns.settled, place);
    turnCounts(this.matchedRing, this.matchedYear, durations.columns.matched, place);
    return {
      weeks: Math.min(YEAR, week),
      matters: named(matterCounts, this.matterYear),
      communities: named(communityCounts, this.communityYear),
      settled: this.settledYear,
      matched: this.matchedYear,
    };
  }

  parts(): Part[] {
    return [
      { name: "communityRing", values: this.communityRing },
      { name: "matterRing", values: this.matterRing },
      { name: "settledRing", values: this.settledRing },
      { name: "matchedRing", values: this.matchedRing },
    ];
  }

  restore(take: TakePart): void {
    for (const { name, values } of this.parts()) (values as Float64Array).set(take(name, values));
    sumRows(this.settledRing, this.settledYear);
    sumRows(this.matchedRing, this.matchedYear);
  }
}

function sumOf(column: ArrayLike<number>, rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += column[row];
  return sum;
}

const named = <Name extends string>(names: readonly Name[], sums: Float64Array) =>
  Object.fromEntries(names.map((name, k) => [name, sums[k]])) as Record<Name, number>;

/**
 * Puts the counts of a week in place of those of a year before. Counts are whole, so that their sums stay exact.
 *
 * @param ring  [place * width + k]
 * @param year  [k] sums over the ring
 */
function turnCounts(ring: Float64Array, year: Float64Array, counts: ArrayLike<number>, place: number): void {
  const width = year.length;
  for (let k = 0, at = place * width; k < width; k++, at++) {
    year[k] += counts[k] - ring[at];
    ring[at] = counts[k];
  }
}
