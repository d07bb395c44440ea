import { byKey, type Population } from "../population/index.ts";
import type { Ties } from "./ties.ts";

/** People who actually meet in a large group, and at a large workplace: projected degrees are capped there (science.md 3.2). */
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

/** Bands of science.md 3.2 for the start. */
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

const jaccard = (both: number, a: number, b: number) => (a + b - both > 0 ? both / (a + b - both) : 0);

/**
 * Measures the circles. Changes nothing, draws nothing.
 *
 * @param sample  residents whose clustering is measured, spread evenly over the table; all others count elsewhere [all]
 */
export function measureCircles(
  { residents, communities, buildings, groups, units, branches }: Population,
  ties: Ties,
  sample = residents.rows,
): CircleMeasures {
  const r = residents.columns;
  const n = residents.rows;
  const { offsets, degree, neighbors, core } = ties;
  const apart = Math.max(1, Math.floor(n / sample));
  const mark = new Int32Array(n).fill(-1);
  const unitSize = new Uint32Array(units.rows);
  const groupSize = new Uint32Array(groups.rows);
  const branchSize = new Uint32Array(branches.rows);
  let sum = 0;
  let squares = 0;
  let cores = 0;
  let adults = 0;
  let withoutActive = 0;
  let inside = 0;
  let sameBuilding = 0;
  let clustering = 0;
  let clustered = 0;
  let ageX = 0;
  let ageXX = 0;
  let ageXY = 0;
  let ageN = 0;
  let grouped = 0;
  let memberships = 0;
  for (let i = 0; i < n; i++) {
    if (r.unit[i] >= 0) unitSize[r.unit[i]]++;
    for (let k = 0; k < 3; k++) if (r.groups[i * 3 + k] >= 0) groupSize[r.groups[i * 3 + k]]++;
    if (r.homeBranch[i] >= 0) branchSize[r.homeBranch[i]]++;
    if (r.workBranch[i] >= 0) branchSize[r.workBranch[i]]++;
  }
  const inGroup = (g: number) => Math.min(1, MEET_IN_GROUP / Math.max(1, groupSize[g] - 1));
  const sharesBranch = (i: number, j: number) =>
    (r.homeBranch[i] >= 0 && (r.homeBranch[i] === r.homeBranch[j] || r.homeBranch[i] === r.workBranch[j])) ||
    (r.workBranch[i] >= 0 && (r.workBranch[i] === r.workBranch[j] || r.workBranch[i] === r.homeBranch[j]));
  let withInterest = 0;
  let withIndustry = 0;
  let withParty = 0;
  const { age, groups: groupOf, unit } = r;
  const [town, house] = [communities.columns, buildings.columns];
  for (let i = 0; i < n; i++) {
    const d = degree[i];
    const end = offsets[i] + d;
    const sampled = i % apart === 0;
    const a = groupOf[i * 3];
    const b = groupOf[i * 3 + 1];
    const c = groupOf[i * 3 + 2];
    const joined = (a >= 0 ? 1 : 0) + (b >= 0 ? 1 : 0) + (c >= 0 ? 1 : 0);
    const inBranch = r.homeBranch[i] >= 0 || r.workBranch[i] >= 0;
    // Residents of a community, and of a building, stand one after the other.
    const townFrom = town.firstResident[r.community[i]];
    const houseFrom = house.firstResident[r.building[i]];
    const townTo = townFrom + town.residents[r.community[i]];
    const houseTo = houseFrom + house.residents[r.building[i]];
    sum += d;
    squares += d * d;
    let near = 0;
    for (let h = offsets[i]; h < end; h++) {
      const j = neighbors[h];
      if (sampled) mark[j] = i;
      cores += core[h];
      if (j >= townFrom && j < townTo) {
        inside++;
        near += core[h];
        if (j >= houseFrom && j < houseTo) sameBuilding++;
      }
      if (age[i] >= 18 && age[j] >= 18) {
        ageX += age[i];
        ageXX += age[i] * age[i];
        ageXY += age[i] * age[j];
        ageN++;
      }
      if (j < i) continue;
      // Acquaintances in a large group or workplace are counted as people who do meet there.
      if (joined > 0) {
        const x = groupOf[j * 3];
        const y = groupOf[j * 3 + 1];
        const z = groupOf[j * 3 + 2];
        const fellows = (g: number) => g >= 0 && (x === g || y === g || z === g);
        if (fellows(a) || fellows(b) || fellows(c)) withInterest++;
      }
      if (unit[i] >= 0 && unit[i] === unit[j]) withIndustry++;
      if (inBranch && sharesBranch(i, j)) withParty++;
    }
    if (age[i] >= 18) {
      adults++;
      if (near === 0) withoutActive++;
      if (joined > 0) grouped++;
      memberships += joined;
    }
    if (d >= 2 && sampled) {
      let closed = 0;
      for (let h = offsets[i]; h < end; h++) {
        const j = neighbors[h];
        for (let k = offsets[j]; k < offsets[j] + degree[j]; k++) closed += Number(mark[neighbors[k]] === i);
      }
      clustering += closed / (d * (d - 1));
      clustered++;
    }
  }
  // Pairs who could know each other in the same building, and in the same community.
  let pairsBuilding = 0;
  let pairsCommunity = 0;
  for (let b = 0; b < buildings.rows; b++) pairsBuilding += buildings.columns.residents[b] * (buildings.columns.residents[b] - 1);
  for (let c = 0; c < communities.rows; c++) pairsCommunity += communities.columns.residents[c] * (communities.columns.residents[c] - 1);
  const [p, q] = [sameBuilding / Math.max(1, pairsBuilding), (inside - sameBuilding) / Math.max(1, pairsCommunity - pairsBuilding)];

  let interest = 0;
  let industry = 0;
  let party = 0;
  let partyIndustry = 0;
  let interestIndustry = 0;
  for (let g = 0; g < groups.rows; g++) interest += (groupSize[g] * Math.min(Math.max(0, groupSize[g] - 1), MEET_IN_GROUP)) / 2;
  for (let u = 0; u < units.rows; u++) industry += (unitSize[u] * Math.min(Math.max(0, unitSize[u] - 1), MEET_AT_WORK)) / 2;
  for (let b = 0; b < branches.rows; b++) party += (branchSize[b] * (branchSize[b] - 1)) / 2;
  const byBranch = byKey(r.workBranch, n, branches.rows);
  const count = new Uint32Array(units.rows);
  const pairsAtWork = (list: Uint32Array, from: number, to: number, weight: number): number => {
    let pairs = 0;
    for (let k = from; k < to; k++) {
      const u = r.unit[list[k]];
      if (u >= 0) pairs += count[u]++ * weight;
    }
    for (let k = from; k < to; k++) if (r.unit[list[k]] >= 0) count[r.unit[list[k]]] = 0;
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
  const acquaintance = sum / 2;
  const mean = sum / n;
  const ageMean = ageX / Math.max(1, ageN);
  return {
    degreeMean: mean,
    degreeVarianceRatio: mean > 0 ? (squares / n - mean * mean) / mean : 0,
    coreMean: cores / n,
    noActiveContact: withoutActive / Math.max(1, adults),
    clustering: clustering / Math.max(1, clustered),
    insideCommunity: inside / Math.max(1, sum),
    sameBuildingOdds: q > 0 ? (p * (1 - q)) / (q * (1 - p)) : 0,
    ageAssortativity: (ageXY / Math.max(1, ageN) - ageMean * ageMean) / Math.max(1e-9, ageXX / Math.max(1, ageN) - ageMean * ageMean),
    groupMembersShare: grouped / Math.max(1, adults),
    groupsPerMember: memberships / Math.max(1, grouped),
    groupDegree: (2 * interest) / Math.max(1, grouped),
    overlapAcquaintanceInterest: jaccard(withInterest, acquaintance, interest),
    overlapAcquaintanceIndustry: jaccard(withIndustry, acquaintance, industry),
    overlapPartyAcquaintance: jaccard(withParty, party, acquaintance),
    overlapPartyIndustry: jaccard(partyIndustry, party, industry),
    overlapInterestIndustry: jaccard(interestIndustry, interest, industry),
    overlapPartyInterest: jaccard(partyInterest, party, interest),
  };
}
