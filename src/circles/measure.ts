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
  const { workplace, groups: joined, homeBranch, workBranch } = residents.columns;
  const n = residents.rows;
  const workplaceSize = new Uint32Array(workplaces.rows);
  for (let i = 0; i < n; i++) if (workplace[i] >= 0) workplaceSize[workplace[i]]++;
  const byGroup = byKey(joined, n * 3, groups.rows); // of rows of joined
  const byHome = byKey(homeBranch, n, branches.rows);
  const byWork = byKey(workBranch, n, branches.rows);
  const sizeOf = ({ start }: typeof byGroup, k: number) => start[k + 1] - start[k];
  const inGroup = (g: number) => Math.min(1, MEET_IN_GROUP / Math.max(1, sizeOf(byGroup, g) - 1));
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
  for (let g = 0; g < groups.rows; g++) {
    const size = sizeOf(byGroup, g);
    interest += (size * Math.min(Math.max(0, size - 1), MEET_IN_GROUP)) / 2;
  }
  for (let u = 0; u < workplaces.rows; u++) industry += (workplaceSize[u] * Math.min(Math.max(0, workplaceSize[u] - 1), MEET_AT_WORK)) / 2;
  for (let b = 0; b < branches.rows; b++) {
    const size = sizeOf(byHome, b) + sizeOf(byWork, b);
    party += (size * (size - 1)) / 2;
  }
  const count = new Uint32Array(workplaces.rows);
  const pairsAtWork = (list: Uint32Array, weight: number): number => {
    let pairs = 0;
    for (const i of list) if (workplace[i] >= 0) pairs += count[workplace[i]]++ * weight;
    for (const i of list) if (workplace[i] >= 0) count[workplace[i]] = 0;
    return pairs;
  };
  const listed = ({ start, list }: typeof byGroup, k: number) => list.subarray(start[k], start[k + 1]);
  for (let b = 0; b < branches.rows; b++) partyIndustry += pairsAtWork(listed(byWork, b), 1);
  // Pairs of a branch who share an interest group, as far as people of that group meet.
  const shared = new Uint32Array(groups.rows);
  const partyInterest = [byHome, byWork].reduce((pairs, byBranch) => {
    let found = 0;
    for (let b = 0; b < branches.rows; b++) {
      const list = listed(byBranch, b);
      for (const i of list) for (let k = i * 3; k < i * 3 + 3; k++) if (joined[k] >= 0) found += shared[joined[k]]++ * inGroup(joined[k]);
      for (const i of list) for (let k = i * 3; k < i * 3 + 3; k++) if (joined[k] >= 0) shared[joined[k]] = 0;
    }
    return pairs + found;
  }, 0);
  for (let k = 0; k < 3; k++) {
    // Members by group, place by place: most have one group only.
    for (let g = 0; g < groups.rows; g++) {
      const places = listed(byGroup, g).filter((place) => place % 3 === k);
      const members = places.map((place) => (place - k) / 3);
      interestIndustry += pairsAtWork(members, inGroup(g));
    }
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
