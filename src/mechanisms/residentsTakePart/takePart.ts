import { bookTime, type Context, type World } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import type { Participation } from "./participationParameters.ts";
import { joinsByLogit, joinsByThreshold, joinsConditionally } from "./rules.ts";

const KINDS = 16;

/** Memory that the kernel shares with the step. */
export function participationScratch(world: World) {
  const { residents, groups, units, branches, communities } = world;
  return {
    /** [i] 1 if seen as active. */
    active: world.scratch("participation/active", Uint8Array, residents.rows),
    // [g], [u], [b] those seen as active in each group, unit and branch; the first two have columns for their members.
    activeInGroup: world.scratch("participation/groups", Uint32Array, groups.rows),
    activeInUnit: world.scratch("participation/units", Uint32Array, units.rows),
    activeInBranch: world.scratch("participation/branches", Uint32Array, branches.rows),
    inBranch: world.scratch("participation/branchMembers", Uint32Array, branches.rows),
    /** [c] minutes given. */
    given: world.scratch("participation/given", Float64Array, communities.rows),
  };
}

/** Counts nobody yet, before the communities count. */
export function forgetActive(world: World): void {
  const { groups, units, branches } = world;
  const { activeInGroup, activeInUnit, activeInBranch, inBranch } = participationScratch(world);
  activeInGroup.fill(0, 0, groups.rows);
  activeInUnit.fill(0, 0, units.rows);
  activeInBranch.fill(0, 0, branches.rows);
  inBranch.fill(0, 0, branches.rows);
}

/**
 * Marks who of a community took part within memory, and counts them in each group, unit and branch. These cross
 * communities: several threads may count in one place, and no count depends on their order.
 */
export function countActive(world: World, context: Context<Participation>, c: number): void {
  const { lastGovernance, lastVolunteering, groups: groupsOf, unit, homeBranch, workBranch } = world.residents.columns;
  const { active, activeInGroup, activeInUnit, activeInBranch, inBranch } = participationScratch(world);
  const { firstResident, residents } = world.communities.columns;
  const since = context.week - context.parameters.memory;
  const from = firstResident[c];
  const to = from + residents[c];
  for (let i = from; i < to; i++) {
    const a = lastGovernance[i] >= since || lastVolunteering[i] >= since ? 1 : 0;
    active[i] = a;
    const home = homeBranch[i];
    const work = workBranch[i];
    if (home >= 0) {
      Atomics.add(inBranch, home, 1);
      if (a === 1) Atomics.add(activeInBranch, home, 1);
    }
    if (work >= 0 && work !== home) {
      Atomics.add(inBranch, work, 1);
      if (a === 1) Atomics.add(activeInBranch, work, 1);
    }
    if (a === 0) continue;
    for (let k = i * 3; k < i * 3 + 3; k++) if (groupsOf[k] >= 0) Atomics.add(activeInGroup, groupsOf[k], 1);
    if (unit[i] >= 0) Atomics.add(activeInUnit, unit[i], 1);
  }
}

/** Asks the adults of a community; those who join give their time. */
export function takePart(world: World, context: Context<Participation>, c: number): void {
  const { given: givenIn, active, activeInGroup, activeInUnit, activeInBranch, inBranch } = participationScratch(world);
  const { communities, residents, ties, units, groups } = world;
  const { age, groups: groupsOf, unit, homeBranch, workBranch, registered, digital, member } = residents.columns;
  const { propensity, motivation, fatigue, freeMinutes } = residents.columns;
  const { lastGovernance, lastVolunteering, lastMobilized } = residents.columns;
  const { members } = groups.columns;
  const { residentEmployees } = units.columns;
  const { offsets, degree, neighbors } = ties;
  const { draws, onlooker, week, parameters: p } = context;
  const tally = world.tally.communities.columns;
  const contact = communities.columns.contact[c];
  const partyWeight = tally.partyWeight[c];

  // Chance to be asked: [registered + 2 grouped + 4 reached by new media + 8 branched].
  const asked = world.workspace("participation/asked", Float64Array, KINDS);
  let most = 0;
  const byBranch = tally.branchInvitations[c] + tally.outreachMembers[c];
  for (let k = 0; k < KINDS; k++) {
    const rate =
      p.invitations * contact +
      tally.outreach[c] +
      (k & 1 ? p.volunteerInvitations : 0) +
      (k & 2 ? p.groupInvitations : 0) +
      (k & 4 ? tally.outreachDigital[c] : 0) +
      (k & 8 ? byBranch : 0);
    asked[k] = 1 - exp(-rate);
    most = Math.max(most, asked[k]);
  }
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const once = draws.once(from, to);
  let given = 0;
  let invitations = 0;
  let attendances = 0;
  for (let i = from; i < to; i++) {
    if (age[i] < 18 || (!onlooker && once.uniform(i) >= most)) continue;
    const branched = homeBranch[i] >= 0 || workBranch[i] >= 0;
    const others = registered[i] + (groupsOf[i * 3] >= 0 ? 2 : 0) + (digital[i] ? 4 : 0);
    if (!once.chance(i, asked[others + (branched ? 8 : 0)])) continue;
    invitations++;
    const self = active[i];
    let weight = 0;
    let sum = 0;
    if (degree[i] > 0 && p.acquaintanceWeight > 0) {
      let near = 0;
      const end = offsets[i] + degree[i];
      for (let h = offsets[i]; h < end; h++) near += active[neighbors[h]];
      weight += p.acquaintanceWeight;
      sum += (p.acquaintanceWeight * near) / degree[i];
    }
    for (let k = i * 3; k < i * 3 + 3; k++) {
      const g = groupsOf[k];
      if (g < 0) continue;
      weight += p.interestWeight;
      sum += p.interestWeight * othersActive(activeInGroup[g], members[g], self);
    }
    if (unit[i] >= 0) {
      weight += p.industryWeight;
      sum += p.industryWeight * othersActive(activeInUnit[unit[i]], residentEmployees[unit[i]], self);
    }
    if (branched && partyWeight > 0) {
      const b = homeBranch[i] >= 0 ? homeBranch[i] : workBranch[i];
      weight += partyWeight;
      sum += partyWeight * othersActive(activeInBranch[b], inBranch[b], self);
    }
    const exposure = weight > 0 ? sum / weight : 0;
    const bar =
      p.mean +
      p.sd * propensity[i] -
      (p.age * (age[i] - 45)) / 10 -
      p.member * member[i] -
      p.motivation * (motivation[i] - 0.4) +
      p.fatigue * fatigue[i];
    const joins =
      p.rule === "threshold"
        ? joinsByThreshold(exposure, bar, p.noise)
        : p.rule === "logit"
          ? joinsByLogit(exposure, bar, p.steepness)
          : joinsConditionally(exposure, p.sd > 0 ? (p.mean - bar) / p.sd : 0, p.alpha, p.beta);
    const joined = draws.chance(i, joins, 1);
    if (onlooker?.watches("resident", i)) {
      onlooker.remark({ kind: "resident", index: i, what: "exposure", values: exposures(world, i, exposure, bar) });
    }
    if (!joined) continue;

    attendances++;
    // An invitation that came through the branch alone is mobilization.
    if (branched && once.uniform(i) >= asked[others]) lastMobilized[i] = week;
    if (registered[i] && draws.chance(i, p.volunteerShare, 2)) lastVolunteering[i] = week;
    else lastGovernance[i] = week;
    const minutes = Math.min(freeMinutes[i], Math.round(p.minutes * (0.5 + draws.uniform(i, 3))));
    if (lastVolunteering[i] === week && minutes > 0) {
      bookTime(world, i, minutes);
      given += minutes;
    }
  }
  tally.invitations[c] += invitations;
  tally.attendances[c] += attendances;
  givenIn[c] = given;
}

/** Share of each circle who took part lately, for whoever looks on. */
function exposures(world: World, i: number, share: number, threshold: number): Record<string, number> {
  const { groups, unit, homeBranch, workBranch } = world.residents.columns;
  const { offsets, degree, neighbors } = world.ties;
  const { active, activeInGroup, activeInUnit, activeInBranch, inBranch } = participationScratch(world);
  const values: Record<string, number> = { share, threshold };
  if (degree[i] > 0) {
    let near = 0;
    for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) near += active[neighbors[h]];
    values.acquaintance = near / degree[i];
  }
  const [group, work, branch] = [groups[i * 3], unit[i], homeBranch[i] >= 0 ? homeBranch[i] : workBranch[i]];
  if (group >= 0) values.interest = othersActive(activeInGroup[group], world.groups.columns.members[group], active[i]);
  if (work >= 0) values.industry = othersActive(activeInUnit[work], world.units.columns.residentEmployees[work], active[i]);
  if (branch >= 0) values.party = othersActive(activeInBranch[branch], inBranch[branch], active[i]);
  return values;
}

/** Share of the others in a group, unit or branch who are active. */
function othersActive(active: number, members: number, self: number): number {
  return members > 1 ? (active - self) / (members - 1) : 0;
}
