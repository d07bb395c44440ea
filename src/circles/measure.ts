import { byKey, type Population } from "../population/index.ts";
import { addTieSums, sumTiesOf, TIE_SUMS, type TieSums } from "./tieSums.ts";
import type { Ties } from "./ties.ts";

/** People who actually meet in a large group, and at a large workplace: projected degrees are capped there (references: networks). */
const MEET_IN_GROUP = 20;
const MEET_AT_WORK = 10;

export interface CircleMeasures {
  degreeMean: number;
  degreeVarianceRatio: number;
  coreMean: number;
  /** Adults without a core tie inside their community. */
  noActiveContact: number;
  clustering: number;
  insideCommunity: number;
  /** Odds of a tie with someone of the same building over someone else of the community. */
  sameBuildingOdds: number;
  /** Correlation of the ages of tied adults. */
  ageAssortativity: number;
  groupMembersShare: number;
  groupsPerMember: number;
  /** Mean fellow members of those who have a group, as many as meet. */
  groupDegree: number;
  overlapAcquaintanceInterest: number;
  overlapAcquaintanceIndustry: number;
  overlapPartyAcquaintance: number;
  overlapPartyIndustry: number;
  overlapInterestIndustry: number;
  overlapPartyInterest: number;
}

/** Target ranges for the start (references: networks). */
export const circleTargets: Readonly<Partial<Record<keyof CircleMeasures, readonly [number, number]>>> = {
  degreeMean: [8, 20],
  degreeVarianceRatio: [3, 10],
  coreMean: [3, 5],
  noActiveContact: [0.24, 0.28],
  clustering: [0.25, 0.5],
  insideCommunity: [0.7, 0.85],
  sameBuildingOdds: [5, 20],
  ageAssortativity: [0.2, 0.4],
  groupMembersShare: [0.1, 0.3],
  overlapAcquaintanceInterest: [0.05, 0.2],
  overlapAcquaintanceIndustry: [0.01, 0.05],
  overlapPartyAcquaintance: [0.02, 0.1],
  overlapPartyIndustry: [0.05, 0.25],
  overlapInterestIndustry: [0.01, 0.05],
};

/**
 * Share of the ties of two circles that stand in both, 0-1. Fellows in a large group or workplace count as far as they
 * meet there; those whom another circle brings together do meet, so that a circle has at least the ties that it shares.
 */
function jaccard(both: number, a: number, b: number): number {
  const either = Math.max(a, both) + Math.max(b, both) - both;
  return either > 0 ? both / either : 0;
}

/** Sums over the ties of all communities, one after the other. */
function sumAllTies(population: Population, ties: Ties): TieSums {
  const { residents, communities } = population;
  const mark = new Uint8Array(residents.rows);
  const rows = new Float64Array(communities.rows * TIE_SUMS);
  for (let c = 0; c < communities.rows; c++) sumTiesOf(population, ties, c, 1, mark, rows);
  return addTieSums(rows, communities.rows);
}

/**
 * Measures the circles. Changes nothing, draws nothing.
 *
 * @param sums  sums over the ties of all communities, where they are known already
 */
export function measureCircles(population: Population, ties: Ties, sums = sumAllTies(population, ties)): CircleMeasures {
  const { residents, communities, buildings, groups, workplaces, branches } = population;
  const r = residents.columns;
  const n = residents.rows;
  const workplaceSize = new Uint32Array(workplaces.rows);
  const groupSize = new Uint32Array(groups.rows);
  const branchSize = new Uint32Array(branches.rows);
  for (let i = 0; i < n; i++) {
    if (r.workplace[i] >= 0) workplaceSize[r.workplace[i]]++;
    for (let k = 0; k < 3; k++) if (r.groups[i * 3 + k] >= 0) groupSize[r.groups[i * 3 + k]]++;
    if (r.homeBranch[i] >= 0) branchSize[r.homeBranch[i]]++;
    if (r.workBranch[i] >= 0) branchSize[r.workBranch[i]]++;
  }
  const inGroup = (g: number) => Math.min(1, MEET_IN_GROUP / Math.max(1, groupSize[g] - 1));
  // Pairs who could know each other in the same building, and in the same community.
  let pairsBuilding = 0;
  let pairsCommunity = 0;
  for (let b = 0; b < buildings.rows; b++) pairsBuilding += buildings.columns.residents[b] * (buildings.columns.residents[b] - 1);
  for (let c = 0; c < communities.rows; c++) pairsCommunity += communities.columns.residents[c] * (communities.columns.residents[c] - 1);
  const { inside, sameBuilding } = sums;
  const p = sameBuilding / Math.max(1, pairsBuilding);
  const q = (inside - sameBuilding) / Math.max(1, pairsCommunity - pairsBuilding);

  let interest = 0;
  let industry = 0;
  let party = 0;
  let partyIndustry = 0;
  let interestIndustry = 0;
  for (let g = 0; g < groups.rows; g++) interest += (groupSize[g] * Math.min(Math.max(0, groupSize[g] - 1), MEET_IN_GROUP)) / 2;
  for (let u = 0; u < workplaces.rows; u++) industry += (workplaceSize[u] * Math.min(Math.max(0, workplaceSize[u] - 1), MEET_AT_WORK)) / 2;
  for (let b = 0; b < branches.rows; b++) party += (branchSize[b] * (branchSize[b] - 1)) / 2;
  const byBranch = byKey(r.workBranch, n, branches.rows);
  const count = new Uint32Array(workplaces.rows);
  const pairsAtWork = (list: Uint32Array, from: number, to: number, weight: number): number => {
    let pairs = 0;
    for (let k = from; k < to; k++) {
      const u = r.workplace[list[k]];
      if (u >= 0) pairs += count[u]++ * weight;
    }
    for (let k = from; k < to; k++) if (r.workplace[list[k]] >= 0) count[r.workplace[list[k]]] = 0;
    return pairs;
  };
  for (let b = 0; b < branches.rows; b++) partyIndustry += pairsAtWork(byBranch.list, byBranch.start[b], byBranch.start[b + 1], 1);
  // Pairs of a branch who share an interest group, as far as people of that group meet.
  const shared = new Uint32Array(groups.rows);
  const partyInterest = [r.homeBranch, r.workBranch].reduce((pairs, branchOf) => {
    const members = byKey(branchOf, n, branches.rows);
    let found = 0;
    for (let b = 0; b < branches.rows; b++) {
      const list = members.list.subarray(members.start[b], members.start[b + 1]);
      for (const i of list)
        for (let k = i * 3; k < i * 3 + 3; k++) if (r.groups[k] >= 0) found += shared[r.groups[k]]++ * inGroup(r.groups[k]);
      for (const i of list) for (let k = i * 3; k < i * 3 + 3; k++) if (r.groups[k] >= 0) shared[r.groups[k]] = 0;
    }
    return pairs + found;
  }, 0);
  for (let k = 0; k < 3; k++) {
    // Members by group, place by place: most have one group only.
    const place = new Int32Array(n);
    for (let i = 0; i < n; i++) place[i] = r.groups[i * 3 + k];
    const members = byKey(place, n, groups.rows);
    for (let g = 0; g < groups.rows; g++) interestIndustry += pairsAtWork(members.list, members.start[g], members.start[g + 1], inGroup(g));
  }
  const acquaintance = sums.ties / 2;
  const mean = sums.ties / n;
  const ageMean = sums.ages / Math.max(1, sums.agePairs);
  const ageVariance = sums.ageSquares / Math.max(1, sums.agePairs) - ageMean * ageMean;
  return {
    degreeMean: mean,
    degreeVarianceRatio: mean > 0 ? (sums.squares / n - mean * mean) / mean : 0,
    coreMean: sums.core / n,
    noActiveContact: sums.withoutActive / Math.max(1, sums.adults),
    clustering: sums.clustering / Math.max(1, sums.clustered),
    insideCommunity: inside / Math.max(1, sums.ties),
    sameBuildingOdds: q > 0 ? (p * (1 - q)) / (q * (1 - p)) : 0,
    ageAssortativity: (sums.ageProducts / Math.max(1, sums.agePairs) - ageMean * ageMean) / Math.max(1e-9, ageVariance),
    groupMembersShare: sums.grouped / Math.max(1, sums.adults),
    groupsPerMember: sums.memberships / Math.max(1, sums.grouped),
    groupDegree: (2 * interest) / Math.max(1, sums.grouped),
    overlapAcquaintanceInterest: jaccard(sums.withInterest, acquaintance, interest),
    overlapAcquaintanceIndustry: jaccard(sums.withIndustry, acquaintance, industry),
    overlapPartyAcquaintance: jaccard(sums.withParty, party, acquaintance),
    overlapPartyIndustry: jaccard(partyIndustry, party, industry),
    overlapInterestIndustry: jaccard(interestIndustry, interest, industry),
    overlapPartyInterest: jaccard(partyInterest, party, interest),
  };
}
