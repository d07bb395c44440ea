import type { CircleOfResident, RuleOfDecision } from "../mechanisms/index.ts";

/** How it stands with somebody in a circle: not there, there, there and took part lately. */
export const AWAY = 0;
export const THERE = 1;
export const CAME = 2;

/** One resident among those around them, week by week: enough to say in any week whether they would come, and what would change it. */
export interface RecordedDecision {
  seed: string;
  /** The first week that is told. */
  from: number;
  weeks: number;
  resident: number;
  age: number;
  /** Of the district: residents, and organizations at the end. */
  residents: number;
  organizations: number;
  rule: RuleOfDecision;
  /** Weeks within which having taken part counts. */
  memory: number;
  /** [week - from] share of contacts from which the resident comes. */
  bars: number[];
  circles: { circle: CircleOfResident; weight: number }[];
  /** Others, each with what they are in circles: [week, state, week, state ...], from week to week. */
  contacts: { resident: number; in: { circle: CircleOfResident; states: number[] }[] }[];
}
