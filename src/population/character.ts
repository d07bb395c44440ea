import { exp } from "../numeric/index.ts";
import type { SetupStream } from "../random/index.ts";
import type { PopulationParameters } from "../scenario/index.ts";
import { AGES, ageShares } from "./ages.ts";
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
/** Share with (lower secondary or less, upper secondary, college) by age: to 34, 35-49, 50-64, over 64 [J]. */
const EDUCATION = [
  [0.05, 0.2, 0.3],
  [0.1, 0.35, 0.28],
  [0.3, 0.42, 0.18],
  [0.55, 0.28, 0.1],
];
const FREE_SIGMA = 0.8;
/** Where satisfaction and expectation come to rest in the default district, so that demand starts at rest. */
export const USUAL_SATISFACTION = 0.62;
const USUAL_EXPECTATION = 0.74;

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

/** Chance to be reached by new media and smart services at an age. */
export const digitalAt = (age: number): number => (age < 12 ? 0 : age < 60 ? 0.97 : age < 70 ? 0.6 : 0.35);

/** Chance to need home care at an age. */
export const careAt = (age: number): number => (age < 60 ? 0.002 : age < 80 ? 0.04 : 0.2);

/** Education of an age: 0 primary or less, 1 lower secondary, 2 upper secondary, 3 college or more. @param u  a number in [0, 1), larger for the more educated */
function educationAt(age: number, u: number): number {
  const [primary, lower, upper] = EDUCATION[age < 35 ? 0 : age < 50 ? 1 : age < 65 ? 2 : 3];
  return age < 15 ? 0 : u < primary ? 0 : u < primary + lower ? 1 : u < primary + lower + upper ? 2 : 3;
}

/** Minutes a week that an adult has for civic life, lognormal. @param normal  standard normal */
export const freeMinutesOf = (p: PopulationParameters, normal: number): number =>
  Math.min(1200, Math.round((p.freeMinutes / exp((FREE_SIGMA * FREE_SIGMA) / 2)) * exp(FREE_SIGMA * normal)));

/** Hours of home care that somebody in need needs. @param u  a number in [0, 1) */
export const careHours = (u: number): number => 2 + Math.floor(u * 13);

/** What differs between residents beyond age and place; the age, the sex and membership are known. */
export function giveCharacter({ columns: r }: Pick<Residents, "columns">, i: number, p: PopulationParameters, stream: SetupStream): void {
  const age = r.age[i];
  const education = educationAt(age, stream.next() + (r.member[i] ? 0.2 : 0));
  r.digital[i] = stream.next() < digitalAt(age) ? 1 : 0;
  r.propensity[i] = stream.normal();
  r.freeMinutes[i] = age < 18 ? 0 : freeMinutesOf(p, stream.normal());
  for (let a = 0; a < 4; a++) r.ability[i * 4 + a] = 0.02 + 0.12 * (stream.next() + stream.next()) + 0.03 * education;
  const set = stream.beta(2, 3);
  r.motivationSetPoint[i] = set;
  r.motivation[i] = set;
  r.extrinsic[i] = stream.range(0.2, 0.4);
  const aware = stream.next();
  r.awareness[i] = age < 18 ? 0 : aware < 0.55 ? 0 : aware < 0.85 ? 1 : aware < 0.95 ? 2 : 3;
  r.compliance[i] = stream.beta(5, 3);
  const registered = stream.next();
  const banked = stream.next();
  const care = stream.next();
  const acquainted = stream.next();
  if (age >= 18) {
    // Members register more often than others, people of 50-75 join time banks more often: both at fixed shares.
    r.registered[i] = registered < p.registeredVolunteers * (r.member[i] ? 2 : 0.92) ? 1 : 0;
    r.timeBankMember[i] = banked < p.timeBankMembers * (age >= 50 && age <= 75 ? 1.8 : 0.55) ? 1 : 0;
  }
  r.careNeed[i] = care < careAt(age) ? careHours(stream.next()) : 0;
  r.directorKnown[i] = age >= 18 && acquainted < 0.3 ? 1 : 0; // about 70% do not [S77]
  r.satisfaction[i] = USUAL_SATISFACTION;
  r.expectation[i] = USUAL_EXPECTATION;
  for (let k = i * 2; k < i * 2 + 2; k++) {
    r.trustNeighbours[k] = 2;
    r.trustCommunity[k] = 2;
    r.trustOrganizations[k] = 2;
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
