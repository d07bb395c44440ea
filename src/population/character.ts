import { apart } from "../kernels/index.ts";
import type { PopulationParameters } from "../scenario/index.ts";
import { AGES, ageShares } from "./ages.ts";
import { drawCharacters } from "./character.kernel.ts";
import type { Residents } from "./residents.ts";

export const FEMALE = 0.4862; // 51.38% male, Changzhou census 2020 [S17]
/** Households that own their home. */
export const OWNERS = 0.72;
/** Age from which nobody is employed. */
export const RETIRED = 70;
/** Share of those of 60 to 69 who are employed: 15% of all of 60 and over, of whom 48% are so young (ages). */
const SIXTIES_EMPLOYED = 0.313;
/** Share of adults of an age who are employed. @param working  the share of those under 60 */
export const employedAt = (age: number, working: number): number => (age < 60 ? working : age < RETIRED ? SIXTIES_EMPLOYED : 0);
/** Party members, Jiangsu, end of 2021 [S20]: share by age (to 35, 36-60, over 60) and share of women. */
const MEMBERS_BY_AGE = [0.244, 0.428, 0.328];
const MEMBERS_FEMALE = 0.29;
/** Where satisfaction and expectation come to rest in the default district, so that demand starts at rest. */
export const USUAL_SATISFACTION = 0.62;
const USUAL_EXPECTATION = 0.74;
const FIRST_TRUST = 2; // good and bad experience

/** Cell of a table by age (to 35, 36-60, over 60) and sex. */
export const memberCell = (age: number, female: number): number => (age <= 35 ? 0 : age <= 60 ? 1 : 2) * 2 + female;

/**
 * Share of party members among residents of each age and sex.
 *
 * @param members  in all
 * @param adults   [memberCell] residents of 18 and over
 */
export const memberShares = (members: number, adults: ArrayLike<number>): number[] =>
  Array.from(adults, (count, k) => {
    const bySex = k % 2 === 1 ? MEMBERS_FEMALE : 1 - MEMBERS_FEMALE;
    return count === 0 ? 0 : Math.min(0.95, (members * MEMBERS_BY_AGE[k >> 1] * bySex) / count);
  });

/** What differs between residents [from, to) beyond age and place; the age, the sex and membership are known. */
export function giveCharacter(
  { columns: r }: Pick<Residents, "columns">,
  from: number,
  to: number,
  p: PopulationParameters,
  alea: Float64Array,
  memory = apart,
): void {
  memory.kernel({ drawCharacters })(
    alea,
    from,
    to,
    p.freeMinutes,
    p.registeredVolunteers,
    p.timeBankMembers,
    r.age,
    r.member,
    r.digital,
    r.propensity,
    r.freeMinutes,
    r.ability,
    r.motivationSetPoint,
    r.motivation,
    r.extrinsic,
    r.awareness,
    r.compliance,
    r.registered,
    r.timeBankMember,
    r.careNeed,
    r.directorKnown,
  );
  for (let i = from; i < to; i++) {
    r.satisfaction[i] = USUAL_SATISFACTION;
    r.expectation[i] = USUAL_EXPECTATION;
    for (let k = i * 2; k < i * 2 + 2; k++) {
      r.trustNeighbours[k] = FIRST_TRUST;
      r.trustCommunity[k] = FIRST_TRUST;
      r.trustOrganizations[k] = FIRST_TRUST;
    }
  }
}

/** Shares of employed adults under 60, and of party members by age and sex (memberCell), in a district of these ages. */
export function sharesOf(p: PopulationParameters): { employed: number; members: number[] } {
  const ages = ageShares(p);
  const adults = [0, 0, 0, 0, 0, 0];
  let working = 0;
  let sixties = 0;
  for (let a = 18; a < AGES; a++) {
    if (a < 60) working += ages[a];
    else if (a < RETIRED) sixties += ages[a];
    adults[memberCell(a, 1)] += ages[a] * FEMALE;
    adults[memberCell(a, 0)] += ages[a] * (1 - FEMALE);
  }
  return { employed: employedShare(p.employed, working, sixties), members: memberShares(p.members, adults) };
}

/** Share of the adults under 60 who are employed, where so many residents are in all, and so many from 60 to 69. */
export const employedShare = (employed: number, working: number, sixties: number): number =>
  working === 0 ? 0 : Math.max(0, Math.min(0.97, (employed - SIXTIES_EMPLOYED * sixties) / working));
