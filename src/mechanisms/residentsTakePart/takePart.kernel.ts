import {
  ASKED_BY_ACQUAINTANCE,
  ASKED_BY_BRANCH,
  ASKED_BY_COLLEAGUE,
  ASKED_BY_COMMITTEE,
  ASKED_BY_GROUP,
  ASKED_BY_ORGANIZATION,
  SENDERS,
} from "../../engine/senders.kernel.ts";
import {
  addShared,
  type F32s,
  type F64s,
  type f64,
  type I16s,
  type I32s,
  type i32,
  type U8s,
  type U16s,
  type U32s,
  type Words,
} from "../../kernels/index.ts";
import { exp } from "../../numeric/index.ts";

/**
 * Marks who of residents [from, to) took part since a week, and counts them in each group, workplace and branch. These
 * cross communities: several threads may count in one place, and no count depends on their order.
 *
 * @param active     [i] written
 * @param inBranch   [branch] members; the others count those who took part
 */
export function countWhoTookPart(
  lastGovernance: I16s,
  lastVolunteering: I16s,
  groups: I32s,
  workplace: I32s,
  homeBranch: I32s,
  workBranch: I32s,
  since: i32,
  from: i32,
  to: i32,
  active: U8s,
  activeInGroup: U32s,
  activeAtWork: U32s,
  activeInBranch: U32s,
  inBranch: U32s,
): void {
  for (let i: i32 = from; i < to; i++) {
    const a: i32 = lastGovernance[i] >= since || lastVolunteering[i] >= since ? 1 : 0;
    active[i] = a;
    const home: i32 = homeBranch[i];
    const work: i32 = workBranch[i];
    if (home >= 0) {
      addShared(inBranch, home, 1);
      if (a === 1) addShared(activeInBranch, home, 1);
    }
    if (work >= 0 && work !== home) {
      addShared(inBranch, work, 1);
      if (a === 1) addShared(activeInBranch, work, 1);
    }
    if (a === 0) continue;
    for (let k: i32 = i * 3; k < i * 3 + 3; k++) if (groups[k] >= 0) addShared(activeInGroup, groups[k], 1);
    if (workplace[i] >= 0) addShared(activeAtWork, workplace[i], 1);
  }
}

/** Share of the others in a group, workplace or branch who are active. */
export function othersActive(active: i32, members: i32, self: i32): f64 {
  return members > 1 ? ((active - self) as f64) / ((members - 1) as f64) : 0;
}

/** Share of the acquaintances of a resident who took part lately. */
export function activeAcquaintances(active: U8s, offsets: U32s, degree: U16s, neighbors: U32s, i: i32): f64 {
  const d: i32 = degree[i];
  const first: i32 = offsets[i];
  const end: i32 = first + d;
  let near: i32 = 0;
  for (let h: i32 = first; h < end; h++) near += active[neighbors[h]];
  return d > 0 ? (near as f64) / (d as f64) : 0;
}

/** Sum of a row of rates. */
export function sumOfRates(rates: F64s, row: i32): f64 {
  let sum: f64 = 0;
  for (let k: i32 = row * SENDERS; k < (row + 1) * SENDERS; k++) sum += rates[k];
  return sum;
}

/**
 * Who of the adults [from, to) is asked this week, by what makes them reachable.
 *
 * @param words     [i - from] drawn
 * @param most      chance that nobody exceeds
 * @param close     invitations a week of acquaintances, or of colleagues, if all of them took part
 * @param everyone  1 to list all adults, whatever they drew
 * @param asked     [row] written: who is asked
 * @param rates     [row * 6 + sender] written: invitations a week by kind of sender
 * @param around    [row] written: share of their acquaintances who took part lately
 * @returns rows written
 */
export function whoIsAsked(
  words: Words,
  age: U8s,
  groups: I32s,
  workplace: I32s,
  homeBranch: I32s,
  workBranch: I32s,
  registered: U8s,
  digital: U8s,
  active: U8s,
  activeAtWork: U32s,
  employees: U32s,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  most: f64,
  close: f64,
  byGroups: f64,
  byBranches: f64,
  byCommittee: f64,
  online: f64,
  byOrganizations: f64,
  everyone: i32,
  from: i32,
  to: i32,
  asked: U32s,
  rates: F64s,
  around: F64s,
): i32 {
  let row: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    if (age[i] < 18) continue;
    const u: f64 = (words[i - from] + 0.5) / 4294967296.0;
    if (everyone === 0 && u >= most) continue;
    // 1 − e^−x ≤ x, and acquaintances and colleagues ask at most as if all of them took part: whoever draws above needs no
    // closer look. What lies nearest is looked at first.
    const committee: f64 = byCommittee + (digital[i] !== 0 ? online : 0);
    const organization: f64 = registered[i] !== 0 ? byOrganizations : 0;
    let bound: f64 = 2 * close + byGroups + byBranches + committee + organization;
    if (everyone === 0 && u >= bound) continue;
    const w: i32 = workplace[i];
    const colleague: f64 = close > 0 && w >= 0 ? close * othersActive(activeAtWork[w], employees[w], active[i]) : 0;
    bound = close + colleague + byGroups + byBranches + committee + organization;
    if (everyone === 0 && u >= bound) continue;
    const group: f64 = groups[i * 3] >= 0 ? byGroups : 0;
    const branch: f64 = homeBranch[i] >= 0 || workBranch[i] >= 0 ? byBranches : 0;
    bound = close + colleague + group + branch + committee + organization;
    if (everyone === 0 && u >= bound) continue;
    const first: i32 = row * SENDERS;
    rates[first + ASKED_BY_GROUP] = group;
    rates[first + ASKED_BY_COLLEAGUE] = colleague;
    rates[first + ASKED_BY_BRANCH] = branch;
    rates[first + ASKED_BY_COMMITTEE] = committee;
    rates[first + ASKED_BY_ORGANIZATION] = organization;
    asked[row] = i;
    row++;
  }
  // Acquaintances lie far away: those of everybody who is left are looked at one right after the other.
  const looked: i32 = row;
  for (let k: i32 = 0; k < looked; k++) around[k] = activeAcquaintances(active, offsets, degree, neighbors, asked[k]);
  row = 0;
  for (let k: i32 = 0; k < looked; k++) {
    const i: i32 = asked[k];
    const near: f64 = around[k];
    rates[k * SENDERS + ASKED_BY_ACQUAINTANCE] = close * near;
    if (everyone === 0 && isAbove((words[i - from] + 0.5) / 4294967296.0, sumOfRates(rates, k))) continue;
    around[row] = near;
    asked[row] = i;
    for (let sender: i32 = 0; sender < SENDERS; sender++) rates[row * SENDERS + sender] = rates[k * SENDERS + sender];
    row++;
  }
  return row;
}

/** 1 if u lies above the chance of an invitation at so many a week, 1 − e^−x: x − x²/2 and x are its bounds. */
function isAbove(u: f64, x: f64): boolean {
  if (u > x + ROUNDING) return true;
  if (u < x - 0.5 * x * x - ROUNDING) return false;
  return u >= 1 - exp(-x);
}

/** Far above what a rounding can be. */
const ROUNDING: f64 = 1e-12;

/** The bar of a resident, whoever asks: share of contacts. Parameters are those of the mechanism. */
export function barOfResident(
  propensity: F32s,
  age: U8s,
  member: U8s,
  motivation: F32s,
  extrinsic: F32s,
  fatigue: F32s,
  mean: f64,
  sd: f64,
  ofAge: f64,
  ofMembership: f64,
  ofMotivation: f64,
  ofFatigue: f64,
  i: i32,
): f64 {
  return (
    mean +
    sd * propensity[i] -
    (ofAge * ((age[i] - 45) as f64)) / 10 -
    ofMembership * (member[i] as f64) -
    ofMotivation * (motivation[i] - 0.4) -
    ofMotivation * (extrinsic[i] - 0.3) +
    ofFatigue * fatigue[i]
  );
}

/** The bars of those who are asked. @param bars  [row] written */
export function barsOfAsked(
  asked: U32s,
  rows: i32,
  propensity: F32s,
  age: U8s,
  member: U8s,
  motivation: F32s,
  extrinsic: F32s,
  fatigue: F32s,
  mean: f64,
  sd: f64,
  ofAge: f64,
  ofMembership: f64,
  ofMotivation: f64,
  ofFatigue: f64,
  bars: F64s,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    const i: i32 = asked[row];
    bars[row] = barOfResident(
      propensity,
      age,
      member,
      motivation,
      extrinsic,
      fatigue,
      mean,
      sd,
      ofAge,
      ofMembership,
      ofMotivation,
      ofFatigue,
      i,
    );
  }
}

/**
 * Active share of the contacts of those who are asked, by the weights of the circles: r = Σ w share / Σ w; 0 with nobody
 * around.
 *
 * @param around       [row] share of acquaintances
 * @param members, employees, inBranch  of each group, workplace and branch
 * @param shares       [row] written
 */
export function whatTheySee(
  asked: U32s,
  rows: i32,
  around: F64s,
  active: U8s,
  degree: U16s,
  groups: I32s,
  workplace: I32s,
  homeBranch: I32s,
  workBranch: I32s,
  activeInGroup: U32s,
  members: U16s,
  activeAtWork: U32s,
  employees: U32s,
  activeInBranch: U32s,
  inBranch: U32s,
  ofAcquaintances: f64,
  ofInterest: f64,
  ofIndustry: f64,
  ofParty: f64,
  shares: F64s,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    const i: i32 = asked[row];
    const self: i32 = active[i];
    let weight: f64 = 0;
    let sum: f64 = 0;
    if (degree[i] > 0 && ofAcquaintances > 0) {
      weight += ofAcquaintances;
      sum += ofAcquaintances * around[row];
    }
    for (let k: i32 = i * 3; k < i * 3 + 3; k++) {
      const g: i32 = groups[k];
      if (g < 0) continue;
      weight += ofInterest;
      sum += ofInterest * othersActive(activeInGroup[g], members[g], self);
    }
    const w: i32 = workplace[i];
    if (w >= 0) {
      weight += ofIndustry;
      sum += ofIndustry * othersActive(activeAtWork[w], employees[w], self);
    }
    const b: i32 = homeBranch[i] >= 0 ? homeBranch[i] : workBranch[i];
    if (b >= 0 && ofParty > 0) {
      weight += ofParty;
      sum += ofParty * othersActive(activeInBranch[b], inBranch[b], self);
    }
    shares[row] = weight > 0 ? sum / weight : 0;
  }
}
