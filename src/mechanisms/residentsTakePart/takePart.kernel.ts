import {
  ASKED_BY_ACQUAINTANCE,
  ASKED_BY_BRANCH,
  ASKED_BY_COLLEAGUE,
  ASKED_BY_COMMITTEE,
  ASKED_BY_GROUP,
  ASKED_BY_ORGANIZATION,
  SENDERS,
} from "../../engine/senders.kernel.ts";
import type { F64s, f64, I32s, i32, U8s, U16s, U32s, Words } from "../../kernels/index.ts";
import { exp } from "../../numeric/index.ts";

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
    const near: f64 = activeAcquaintances(active, offsets, degree, neighbors, i);
    const first: i32 = row * SENDERS;
    rates[first + ASKED_BY_ACQUAINTANCE] = close * near;
    rates[first + ASKED_BY_GROUP] = group;
    rates[first + ASKED_BY_COLLEAGUE] = colleague;
    rates[first + ASKED_BY_BRANCH] = branch;
    rates[first + ASKED_BY_COMMITTEE] = committee;
    rates[first + ASKED_BY_ORGANIZATION] = organization;
    if (everyone === 0 && u >= 1 - exp(-sumOfRates(rates, row))) continue;
    around[row] = near;
    asked[row] = i;
    row++;
  }
  return row;
}
