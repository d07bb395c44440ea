import { type MeasureId, placeOfMeasure } from "../observation/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import type { RunOrder } from "./batch/request.ts";
import { branchOfYear, canHaveBranch, firstYear } from "./firstBranch.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import { type Means, meansOrder, type RunMeans } from "./means.ts";
import { type Pattern, patternOutcomes } from "./targets/pattern.ts";
import { patterns, SEVEN_YEARS } from "./targets/patterns.ts";
import type { Targets } from "./targets/read.ts";

/** A pattern counts if at least this share of runs lies in its target range (references: patterns). */
export const HOLDS = 0.8;

export interface CheckRow {
  /** Number of the pattern (references: patterns); 2.2 for the structural ceiling. */
  pattern: string;
  what: string;
  /** C may be used for calibration, D is a structural check. */
  use: "C" | "D";
  source: string;
  targetRange: readonly [number, number];
  estimate: Estimate;
  /** Share of runs inside the target range. */
  inside: number;
  pass: boolean;
  /** Why it cannot be met or measured, where that is known. */
  note: string;
}

/** The structural ceiling (references: party organizations): members among staff, staff mean and median, own branches, nobody, ceiling. */
const ceilings = [
  [0.065, 6, 3, 0.03, 0.74, 0.2],
  [0.065, 12, 5, 0.08, 0.63, 0.36],
  [0.1, 6, 3, 0.05, 0.65, 0.33],
  [0.1, 12, 5, 0.13, 0.53, 0.48],
  [0.15, 12, 5, 0.2, 0.43, 0.58],
  [0.25, 12, 5, 0.31, 0.31, 0.67],
] as const;
const CEILING_WEEKS = 156;
const FEWEST_COMMUNITIES = 10;

/** Runs that a check needs, and what it says of their means. */
interface Part {
  orders: RunOrder[];
  judge(means: readonly Means[]): CheckRow[];
}

const seeded = (scenario: BaseScenario, seed: string): BaseScenario => ({ ...scenario, seed });

const setAll = (scenario: BaseScenario, settings: Readonly<Record<string, unknown>>): BaseScenario =>
  Object.entries(settings).reduce((set, [path, value]) => withValue(set, path, value), scenario);

const meanOf = (means: Means, id: MeasureId): number => means[0][placeOfMeasure(id)];

/**
 * Measures the target ranges and the structural ceiling.
 *
 * @param base       the default district
 * @param small      one community, for the sign of overlap and for its first branch
 * @param seeds      runs for each row
 * @param organizations  organizations of the district in which the ceiling is measured
 */
export async function check(
  base: BaseScenario,
  small: BaseScenario,
  seeds: readonly string[],
  runMeans: RunMeans,
  organizations = 400,
): Promise<CheckRow[]> {
  const parts = [
    bands(base, seeds, { patterns: patterns(), weeks: SEVEN_YEARS }),
    ...ceilings.map((row) => ceilingPart(row, base, seeds, organizations)),
    branchesOfCommunity(small, seeds),
    overlap(small, seeds),
  ];
  return judgeParts(parts, runMeans);
}

/** Measures a district against targets, and nothing else. */
export const checkTargets = (base: BaseScenario, seeds: readonly string[], targets: Targets, runMeans: RunMeans): Promise<CheckRow[]> =>
  judgeParts([bands(base, seeds, targets)], runMeans);

async function judgeParts(parts: readonly Part[], runMeans: RunMeans): Promise<CheckRow[]> {
  const means = await runMeans(parts.flatMap(({ orders }) => orders));
  let at = 0;
  return parts.flatMap(({ orders, judge }) => judge(means.slice(at, (at += orders.length))));
}

/** A district against the target ranges of patterns. */
function bands(base: BaseScenario, seeds: readonly string[], { patterns: of, weeks }: Targets): Part {
  const outcomes = patternOutcomes(of, base, weeks);
  return {
    orders: seeds.map((seed) => meansOrder(seeded(base, seed), [], undefined, outcomes)),
    judge: (means) =>
      of.map((pattern, p) =>
        patternRow(
          pattern,
          means.map(([values]) => values[p]),
        ),
      ),
  };
}

/** How far formal coverage reaches where all organizations are registered and nothing but pressure to report acts. */
function ceilingPart(
  [members, staffMean, staffMedian, own, none, ceiling]: (typeof ceilings)[number],
  base: BaseScenario,
  seeds: readonly string[],
  count: number,
): Part {
  const scenario = setAll(base, {
    "organizations.registered": 1,
    "organizations.count": count,
    "organizations.members": members,
    "organizations.staffMean": staffMean,
    "organizations.staffMedian": staffMedian,
    "mechanisms.administrativeDrive.initiative": 0.5,
    "mechanisms.administrativeDrive.imitation": 2,
    "mechanisms.administrativeDrive.target": 1,
    "mechanisms.administrativeDrive.pressure": 20,
  });
  const name = `p ${members}, staff ${staffMean}/${staffMedian}`;
  const shared = { pattern: "2.2", use: "D", source: "[A], 200,000 draws" } as const;
  const plateau = {
    ...shared,
    what: `formal coverage at its plateau, ${name}`,
    targetRange: [ceiling - 0.06, 1 - none + 0.03],
    note: `Random grouping gives ${ceiling}; those who look for partners can reach ${(1 - none).toFixed(2)}, all organizations with any member.`,
  } as const;
  const branches = { ...shared, what: `own branches, ${name}`, targetRange: [own - 0.04, own + 0.04], note: "" } as const;
  return {
    orders: seeds.map((seed) => meansOrder(seeded(scenario, seed), [[CEILING_WEEKS, CEILING_WEEKS]], ["administrativeDrive"])),
    judge: (means) => [
      judged(
        plateau,
        means.map((of) => meanOf(of, "coverage_formal")),
      ),
      judged(
        branches,
        means.map((of) => meanOf(of, "coverage_own")),
      ),
    ],
  };
}

/** Whether an organization of a community comes to be in a branch within a year, in those seeds in which set-up lets one. */
function branchesOfCommunity(small: BaseScenario, seeds: readonly string[]): Part {
  const scenarios = communitySeeds(seeds).map((seed) => seeded(small, seed));
  return {
    orders: scenarios.map(firstYear),
    judge: (means) => {
      const years = means.map(branchOfYear);
      const feasible = scenarios.map(canHaveBranch);
      const reached = years.filter((_, s) => feasible[s]).map(({ within }) => Number(within));
      const note = [
        `Of ${scenarios.length} seeds it is feasible in ${reached.length}: three members among the staff of five organizations.`,
        `An organization is in a branch in ${years.filter(({ within }) => within).length} of them within the year, in ${years.filter(({ atEnd }) => atEnd).length} at its end.`,
      ].join(" ");
      const what = "communities with an organization in a branch within a year, where it is feasible";
      return [judged({ pattern: "2.2", what, use: "D", source: "[S21], [S22]", targetRange: [1, 1], note }, reached)];
    },
  };
}

/** Ten seeds at least: in a few there may be none in which a branch is feasible. */
const communitySeeds = (seeds: readonly string[]): readonly string[] =>
  seeds.length >= FEWEST_COMMUNITIES ? seeds : Array.from({ length: FEWEST_COMMUNITIES }, (_, s) => String(s + 1));

/** Awareness by word of mouth alone where circles overlap and where they do not. */
function overlap(small: BaseScenario, seeds: readonly string[]): Part {
  const orders = [0, 0.9].flatMap((share) => {
    const scenario = setAll(small, {
      "circles.overlap": share,
      "mechanisms.awareness.reach": 0.001,
      "mechanisms.awareness.wordOfMouth": 0.1,
    });
    return seeds.map((seed) => meansOrder(seeded(scenario, seed), [[20, 32]], ["awareness"]));
  });
  const row = {
    pattern: "26",
    what: "awareness by simple word of mouth, circles overlapping (0.9) minus not (0)",
    use: "D",
    source: "[S2], [S95]",
    targetRange: [-1, 0],
    note: "Overlap at the same number of ties slows simple spread.",
  } as const;
  return {
    orders,
    judge: (means) => [
      judged(
        row,
        seeds.map((_, s) => meanOf(means[seeds.length + s], "awareness_knows") - meanOf(means[s], "awareness_knows")),
      ),
    ],
  };
}

/** What runs have of a pattern. */
export const patternRow = ({ pattern, what, use, source, targetRange, note = "" }: Pattern, values: readonly number[]): CheckRow =>
  judged({ pattern, what, use, source, targetRange, note }, values);

function judged(row: Omit<CheckRow, "estimate" | "inside" | "pass">, values: readonly number[]): CheckRow {
  const inside = values.filter((value) => value >= row.targetRange[0] && value <= row.targetRange[1]).length / values.length;
  return { ...row, estimate: meanWithInterval(values), inside, pass: inside >= HOLDS };
}
