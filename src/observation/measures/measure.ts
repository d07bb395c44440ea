import type { AffiliationMeasures, CircleMeasures } from "../../circles/index.ts";
import type { World } from "../../engine/index.ts";
import type { Bilingual } from "../../scenario/index.ts";
import type { ExchangeMeasures } from "../network.ts";
import type { Circle, Kept } from "../startSample.ts";
import type { BranchSums } from "../sums/branchSums.ts";
import type { CommunitySums } from "../sums/communitySums.ts";
import type { OrganizationSums } from "../sums/organizationSums.ts";
import type { ResidentSums } from "../sums/residentSums.ts";
import type { TimeBankSums } from "../sums/timeBankSums.ts";
import type { TimeGiven } from "../sums/timeGiven.ts";
import type { YearSums } from "../sums/trailingYear.ts";

export const measureGroups = [
  "coverage",
  "participation",
  "matters",
  "resources",
  "organizations",
  "residents",
  "timebank",
  "circles",
  "costs",
  "people",
] as const;
export type MeasureGroup = (typeof measureGroups)[number];

/** What is summed up once for all measures that are taken every week, every fourth and every 52nd. */
export interface Sums {
  1: {
    readonly world: World;
    readonly year: YearSums;
    readonly residents: ResidentSums;
    readonly organizations: OrganizationSums;
    readonly branches: BranchSums;
    readonly communities: CommunitySums;
    readonly openMatters: number;
  };
  4: {
    readonly world: World;
    readonly residents: ResidentSums;
    readonly time: TimeGiven;
    readonly timeBank: TimeBankSums;
  };
  52: {
    readonly acquaintances: CircleMeasures;
    readonly meanPath: number;
    readonly affiliations: Readonly<Record<Circle, AffiliationMeasures>>;
    readonly kept: Kept;
    readonly network: ExchangeMeasures;
  };
}
export type Every = keyof Sums;

/** A measure: one column of measures.csv. */
export interface Measure<Id extends string = string, E extends Every = Every> {
  readonly id: Id;
  readonly group: MeasureGroup;
  /** Unit of the value, as a parameter's. */
  readonly unit: string;
  /** What it is called: at most 48 letters, 20 characters in Chinese. */
  readonly label: Bilingual;
  /** What the name does not say: over whom, over which weeks. */
  readonly help: Bilingual;
  /** Least and largest value that it can have; without an upper end for counts, hours, money and ratios. */
  readonly range: readonly [least: number, most: number];
  /** How often it is taken: every week, every fourth, every 52nd. Between, the last value stands. */
  readonly every: E;
}

/** A measure with the formula that gives it. What it divides by zero has no value; undefined lets the last value stand. */
export interface MeasureByFormula<Id extends string, E extends Every> extends Measure<Id, E> {
  readonly formula: (sums: Sums[E]) => number | undefined;
}
type Row<Id extends string, E extends Every> = Omit<MeasureByFormula<Id, E>, "group" | "every" | "range">;

/** Measures of a group that are taken equally often. */
export const measuresTaken = <const Id extends string, E extends Every>(
  every: E,
  group: MeasureGroup,
  rows: readonly Row<Id, E>[],
): readonly MeasureByFormula<Id, E>[] => rows.map((row) => ({ ...row, group, range: rangeOf(row), every }));

/** Shares, and what is measured from 0 to 1, say so by their unit; the modularity of a network may lie below zero. */
const rangeOf = ({ id, unit }: { id: string; unit: string }): Measure["range"] =>
  id === "modularity" ? [-0.5, 1] : [0, unit === "0-1" || unit.startsWith("share") ? 1 : Number.POSITIVE_INFINITY];
