import { pow } from "../numeric/index.ts";
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

/** What keeps the ages of a district as they are while its people age, die, move and are born. Chances are of a year. */
export interface AgeFlows {
  /** [age] chance to die. */
  readonly dies: Float64Array;
  /** [age] chance to go for good beside deaths and moves of whole households: what the shares of ages require. */
  readonly goes: Float64Array;
  /** [age] those who come at this age, as a share of all residents; at 0 they are born. */
  readonly comes: Float64Array;
}

/**
 * Flows under which shares of ages stand. Deaths follow Gompertz; who comes closes the balance of each age, and where
 * fewer are wanted at the next age than would be left, the others go.
 *
 * @param shares    [age] share of residents
 * @param deathAt60 chance to die within a year at 60
 * @param doubling  years in which that chance doubles
 * @param moving    chance that a household moves away within a year
 */
export function ageFlows(shares: Float64Array, deathAt60: number, doubling: number, moving: number): AgeFlows {
  const dies = new Float64Array(AGES);
  const goes = new Float64Array(AGES);
  const comes = new Float64Array(AGES);
  let staying = 0; // of the age before, who are left after a year
  for (let a = 0; a < AGES; a++) {
    dies[a] = Math.min(MOST, deathAt60 * pow(2, (a - ELDER) / doubling));
    const left = shares[a] * (1 - dies[a]) * (1 - moving);
    const wanted = a + 1 < AGES ? shares[a + 1] : 0;
    goes[a] = left > wanted ? Math.min(MOST, 1 - wanted / left) : 0;
    comes[a] = Math.max(0, shares[a] - staying);
    staying = left * (1 - goes[a]);
  }
  return { dies, goes, comes };
}

const MOST = 0.95;
