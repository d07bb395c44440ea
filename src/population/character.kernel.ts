import type { F32s, F64s, f64, i32, U8s, U16s } from "../kernels/index.ts";
import { exp } from "../numeric/index.ts";
import { drawBeta, drawNext, drawNormal } from "../random/setupDraws.kernel.ts";

const FREE_SIGMA: f64 = 0.8;

/** Chance to be reached by new media and smart services at an age. */
export function digitalAt(years: i32): f64 {
  return years < 12 ? 0 : years < 60 ? 0.97 : years < 70 ? 0.6 : 0.35;
}

/** Chance to need home care at an age. */
export function careAt(years: i32): f64 {
  return years < 60 ? 0.002 : years < 80 ? 0.04 : 0.2;
}

/** Hours of home care that somebody in need needs. @param u  a number in [0, 1) */
export function careHours(u: f64): i32 {
  return 2 + (Math.floor(u * 13) as i32);
}

/** Minutes a week that an adult has for civic life, lognormal. @param normal  standard normal */
export function freeMinutesOf(mean: f64, normal: f64): f64 {
  return Math.min(1200, Math.round((mean / exp((FREE_SIGMA * FREE_SIGMA) / 2)) * exp(FREE_SIGMA * normal)));
}

/** Education where such shares have primary or less, lower and upper secondary. */
function educated(u: f64, primary: f64, lower: f64, upper: f64): i32 {
  return u < primary ? 0 : u < primary + lower ? 1 : u < primary + lower + upper ? 2 : 3;
}

/**
 * Education of an age: 0 primary or less, 1 lower secondary, 2 upper secondary, 3 college or more; shares to 34, 35-49,
 * 50-64 and over 64 [J].
 *
 * @param u  a number from 0 on, larger for the more educated
 */
export function educationAt(years: i32, u: f64): i32 {
  if (years < 15) return 0;
  if (years < 35) return educated(u, 0.05, 0.2, 0.3);
  if (years < 50) return educated(u, 0.1, 0.35, 0.28);
  return years < 65 ? educated(u, 0.3, 0.42, 0.18) : educated(u, 0.55, 0.28, 0.1);
}

/** Draws what differs between residents [from, to) beyond age, sex and membership. @param alea  where the stream stands */
export function drawCharacters(
  alea: F64s,
  from: i32,
  to: i32,
  meanFreeMinutes: f64,
  registeredVolunteers: f64,
  timeBankMembers: f64,
  age: U8s,
  member: U8s,
  digital: U8s,
  propensity: F32s,
  freeMinutes: U16s,
  ability: F32s,
  motivationSetPoint: F32s,
  motivation: F32s,
  extrinsic: F32s,
  awareness: U8s,
  compliance: F32s,
  registered: U8s,
  timeBankMember: U8s,
  careNeed: U8s,
  directorKnown: U8s,
): void {
  for (let i: i32 = from; i < to; i++) {
    const years: i32 = age[i];
    const isMember: i32 = member[i];
    const education: i32 = educationAt(years, drawNext(alea) + (isMember !== 0 ? 0.2 : 0));
    digital[i] = drawNext(alea) < digitalAt(years) ? 1 : 0;
    propensity[i] = drawNormal(alea);
    if (years < 18) freeMinutes[i] = 0;
    else freeMinutes[i] = freeMinutesOf(meanFreeMinutes, drawNormal(alea)) as i32;
    for (let a: i32 = i * 4; a < i * 4 + 4; a++) {
      const first: f64 = drawNext(alea);
      ability[a] = 0.02 + 0.12 * (first + drawNext(alea)) + 0.03 * (education as f64);
    }
    const set: f64 = drawBeta(alea, 2, 3);
    motivationSetPoint[i] = set;
    motivation[i] = set;
    extrinsic[i] = 0.2 + drawNext(alea) * (0.4 - 0.2);
    const aware: f64 = drawNext(alea);
    awareness[i] = years < 18 ? 0 : aware < 0.55 ? 0 : aware < 0.85 ? 1 : aware < 0.95 ? 2 : 3;
    compliance[i] = drawBeta(alea, 5, 3);
    const volunteers: f64 = drawNext(alea);
    const banked: f64 = drawNext(alea);
    const care: f64 = drawNext(alea);
    const acquainted: f64 = drawNext(alea);
    if (years >= 18) {
      // Members register more often than others, people of 50-75 join time banks more often: both at fixed shares.
      registered[i] = volunteers < registeredVolunteers * (isMember !== 0 ? 2 : 0.92) ? 1 : 0;
      timeBankMember[i] = banked < timeBankMembers * (years >= 50 && years <= 75 ? 1.8 : 0.55) ? 1 : 0;
    }
    if (care < careAt(years)) careNeed[i] = careHours(drawNext(alea));
    else careNeed[i] = 0;
    directorKnown[i] = years >= 18 && acquainted < 0.3 ? 1 : 0; // about 70% do not [S77]
  }
}
