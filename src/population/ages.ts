import type { PopulationParameters } from "../scenario/index.ts";

/** Share of residents of 15-17: 3 of the 45 years of 15-59 (63.0%), a little less for shrinking cohorts. */
const TEENS = 0.035;
const ADULT = 18;
const ELDER = 60;
const ELDER_YEARS = 36;
/** Ages that occur: 0 to 95. */
export const AGES = ELDER + ELDER_YEARS;

/** Ages of a household: of its first member, an adult, and of each other one. */
export interface AgeDraws {
  /** Chance that a first member is 60 or over. */
  readonly firstElder: number;
  /** Chances that another member is a child, of 15-17, or 60 and over. */
  readonly child: number;
  readonly teen: number;
  readonly elder: number;
}

/** @param heads  households per resident */
export const ageDraws = ({ children, elders }: PopulationParameters, heads: number): AgeDraws => ({
  firstElder: elders / (1 - children - TEENS),
  child: children / (1 - heads),
  teen: TEENS / (1 - heads),
  elder: (elders - heads * (elders / (1 - children - TEENS))) / (1 - heads),
});

/** Age of an adult. @param next  a number in [0, 1) at each call */
export const adultAge = (next: () => number, elder: boolean): number =>
  elder ? ELDER + Math.floor(ELDER_YEARS * (1 - Math.sqrt(next()))) : ADULT + Math.floor(next() * (ELDER - ADULT));

/** [age] share of residents of each age in the district as it is built, summing to 1. */
export function ageShares({ children, elders }: PopulationParameters): Float64Array {
  const shares = new Float64Array(AGES);
  const working = 1 - children - TEENS - elders;
  for (let a = 0; a < AGES; a++) {
    if (a < 15) shares[a] = children / 15;
    else if (a < ADULT) shares[a] = TEENS / 3;
    else if (a < ELDER) shares[a] = working / (ELDER - ADULT);
    else {
      // 1 - sqrt(u) falls below k / 36 with chance 1 - (1 - k / 36)².
      const [from, to] = [1 - (a - ELDER) / ELDER_YEARS, 1 - (a + 1 - ELDER) / ELDER_YEARS];
      shares[a] = elders * (from * from - to * to);
    }
  }
  return shares;
}
