import {
  ASKED_BY_BRANCH,
  ASKED_BY_COLLEAGUE,
  ASKED_BY_ORGANIZATION,
  bookTime,
  type Context,
  controls,
  governs,
  INVITATION,
  invites,
  minutesLeft,
  rewards,
  SENDERS,
  spendTime,
  supports,
  type World,
} from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import type { Participation } from "./participationParameters.ts";
import { chanceToJoin, exposure } from "./rules.ts";
import { activeAcquaintances, othersActive, sumOfRates, whoIsAsked } from "./takePart.kernel.ts";

/** Circles that count for one resident at most: acquaintances, three interest groups, the workplace, the branch. */
const AROUND = 6;

/** Memory that the kernel shares with the step. */
export function participationScratch(world: World) {
  const { residents, groups, workplaces, branches, communities } = world;
  return {
    /** [i] 1 if seen as active. */
    active: world.scratch("participation/active", Uint8Array, residents.rows),
    // [g], [u], [b] those seen as active in each group, workplace and branch; the first two have columns for their members.
    activeInGroup: world.scratch("participation/groups", Uint32Array, groups.rows),
    activeAtWork: world.scratch("participation/workplaces", Uint32Array, workplaces.rows),
    activeInBranch: world.scratch("participation/branches", Uint32Array, branches.rows),
    inBranch: world.scratch("participation/branchMembers", Uint32Array, branches.rows),
    /** [c] minutes given. */
    given: world.scratch("participation/given", Float64Array, communities.rows),
  };
}

type Seen = ReturnType<typeof participationScratch>;

/** Counts nobody yet, before the communities count. */
export function forgetActive(world: World): void {
  const { groups, workplaces, branches } = world;
  const { activeInGroup, activeAtWork, activeInBranch, inBranch } = participationScratch(world);
  activeInGroup.fill(0, 0, groups.rows);
  activeAtWork.fill(0, 0, workplaces.rows);
  activeInBranch.fill(0, 0, branches.rows);
  inBranch.fill(0, 0, branches.rows);
}

/**
 * Marks who of a community took part within memory, and counts them in each group, workplace and branch. These cross
 * communities: several threads may count in one place, and no count depends on their order.
 */
export function countActive(world: World, context: Context<Participation>, c: number): void {
  const { lastGovernance, lastVolunteering, groups: groupsOf, workplace, homeBranch, workBranch } = world.residents.columns;
  const { active, activeInGroup, activeAtWork, activeInBranch, inBranch } = participationScratch(world);
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
    if (workplace[i] >= 0) Atomics.add(activeAtWork, workplace[i], 1);
  }
}

/** Asks the adults of a community; those who join give their time. */
export function takePart(world: World, context: Context<Participation>, c: number): void {
  const seen = participationScratch(world);
  const { residents } = world;
  const { draws, observer, parameters: p } = context;
  const totals = world.weekTotals.communities.columns;
  const rates = ratesIn(world, p, c);
  const { asked, askedAt, around } = roomFor(world, c);
  const once = askedOf(world, context, seen, rates, c);
  let given = 0;
  let invitations = 0;
  let attendances = 0;
  for (let row = 0; row < once.rows; row++) {
    const i = asked[row];
    // Who asks: each kind of sender at its rate, one invitation a week at most.
    const rate = sumOfRates(askedAt, row);
    if (!once.draws.chance(i, 1 - exp(-rate))) continue;
    const sender = senderOf(askedAt, row, rate * draws.uniform(i, 4));
    invitations++;
    invites(world, i, sender);
    const share = exposureOf(world, seen, i, around[row], p, rates);
    const own = barOf(world, i, p);
    const close = sender <= ASKED_BY_COLLEAGUE ? p.closeness : 0;
    const pressed = sender === ASKED_BY_BRANCH ? totals.pressure[c] : 0;
    const heard = residents.columns.asked[i * SENDERS + sender] / INVITATION - 1;
    const bar = own - close - p.pressure * pressed * residents.columns.extrinsic[i] + p.habituation * heard * (1 + pressed);
    const joins = chanceToJoin(p, share, bar);
    const joined = draws.chance(i, joins, 1);
    if (observer?.watches("resident", i)) {
      observer.remark({ kind: "resident", index: i, what: "exposure", values: exposures(world, i, share, bar) });
    }
    if (pressed > 0) rewards(world, i, pressed);
    if (!joined) continue;
    attendances++;
    given += attend(world, context, i, sender, pressed, share >= own);
  }
  totals.invitations[c] += invitations;
  totals.attendances[c] += attendances;
  seen.given[c] = given;
}

/** Room of a thread for those of a community who are asked: [row] who, [row * 6 + sender] invitations a week, [row] active share of acquaintances. */
const roomFor = (world: World, c: number) => ({
  asked: world.workspace("participation/asked", Uint32Array, world.communities.columns.residents[c]),
  askedAt: world.workspace("participation/askedAt", Float64Array, (world.communities.columns.residents[c] + 1) * SENDERS),
  around: world.workspace("participation/around", Float64Array, world.communities.columns.residents[c]),
});

/** Lists the adults of a community who are asked; all of them for whoever looks on at each decision. */
function askedOf(
  world: World,
  { draws, observer, parameters: p }: Context<Participation>,
  { active, activeAtWork }: Seen,
  rates: Rates,
  c: number,
) {
  const { communities, residents, ties, workplaces } = world;
  const { asked, askedAt, around } = roomFor(world, c);
  const r = residents.columns;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const once = draws.once(from, to);
  const rows = world.memory.kernel({ whoIsAsked })(
    once.words,
    r.age,
    r.groups,
    r.workplace,
    r.homeBranch,
    r.workBranch,
    r.registered,
    r.digital,
    active,
    activeAtWork,
    workplaces.columns.residentEmployees,
    ties.offsets,
    ties.degree,
    ties.neighbors,
    1 - exp(-rates.most),
    rates.close,
    p.groupInvitations,
    rates.branch,
    rates.committee,
    rates.digital,
    p.volunteerInvitations,
    observer ? 1 : 0,
    from,
    to,
    asked,
    askedAt,
    around,
  );
  return { rows, draws: once };
}

/** Invitations a week of a community, by what makes a resident reachable. */
interface Rates {
  /** Weights of the circles around a resident, and the active share of each: written for each anew. */
  readonly weights: Float64Array;
  readonly shares: Float64Array;
  /** Those of acquaintances, or of colleagues, if all of them took part. */
  readonly close: number;
  readonly branch: number;
  readonly committee: number;
  readonly digital: number;
  readonly partyWeight: number;
  /** What nobody exceeds. */
  readonly most: number;
}

function ratesIn(world: World, p: Participation, c: number): Rates {
  const totals = world.weekTotals.communities.columns;
  const contact = world.communities.columns.contact[c];
  const branch = totals.branchInvitations[c] + totals.outreachMembers[c];
  const committee = p.invitations * contact + totals.outreach[c];
  const digital = totals.outreachDigital[c];
  const close = p.closeInvitations * contact;
  return {
    weights: world.workspace("participation/weights", Float64Array, AROUND),
    shares: world.workspace("participation/shares", Float64Array, AROUND),
    close,
    branch,
    committee,
    digital,
    partyWeight: totals.partyWeight[c],
    most: 2 * close + p.groupInvitations + branch + committee + digital + p.volunteerInvitations,
  };
}

/** The kind of sender at a place in the sum of a row of rates. */
function senderOf(rates: Float64Array, row: number, at: number): number {
  let left = at;
  for (let k = 0; k < SENDERS - 1; k++) {
    left -= rates[row * SENDERS + k];
    if (left < 0) return k;
  }
  return ASKED_BY_ORGANIZATION;
}

/** Share of the acquaintances of a resident who took part lately. */
const activeAround = ({ ties }: World, active: Uint8Array, i: number): number =>
  activeAcquaintances(active, ties.offsets, ties.degree, ties.neighbors, i);

/** Active share of the contacts of a resident, by the weights of the circles. @param around  of acquaintances */
function exposureOf(
  world: World,
  seen: Seen,
  i: number,
  around: number,
  p: Participation,
  { weights, shares, partyWeight }: Rates,
): number {
  const { active, activeInGroup, activeAtWork, activeInBranch, inBranch } = seen;
  const { groups: groupsOf, workplace, homeBranch, workBranch } = world.residents.columns;
  const self = active[i];
  let count = 0;
  if (world.ties.degree[i] > 0 && p.acquaintanceWeight > 0) {
    weights[count] = p.acquaintanceWeight;
    shares[count++] = around;
  }
  for (let k = i * 3; k < i * 3 + 3; k++) {
    const g = groupsOf[k];
    if (g < 0) continue;
    weights[count] = p.interestWeight;
    shares[count++] = othersActive(activeInGroup[g], world.groups.columns.members[g], self);
  }
  if (workplace[i] >= 0) {
    weights[count] = p.industryWeight;
    shares[count++] = othersActive(activeAtWork[workplace[i]], world.workplaces.columns.residentEmployees[workplace[i]], self);
  }
  const b = homeBranch[i] >= 0 ? homeBranch[i] : workBranch[i];
  if (b >= 0 && partyWeight > 0) {
    weights[count] = partyWeight;
    shares[count++] = othersActive(activeInBranch[b], inBranch[b], self);
  }
  return exposure(weights, shares, count);
}

/** The bar of a resident, whoever asks: share of contacts. */
export function barOf({ residents }: World, i: number, p: Participation): number {
  const { propensity, age, member, motivation, extrinsic, fatigue } = residents.columns;
  return (
    p.mean +
    p.sd * propensity[i] -
    (p.age * (age[i] - 45)) / 10 -
    p.member * member[i] -
    p.motivation * (motivation[i] - 0.4) -
    p.motivation * (extrinsic[i] - 0.3) +
    p.fatigue * fatigue[i]
  );
}

/**
 * Somebody takes part, with what is left of the week's free time; who comes freely is supported by it, who was pressed
 * is controlled.
 *
 * @param pressed  strictness of the requirement with which a branch asked; 0 for an invitation
 * @param willing  whether the resident would have come, had anybody else asked
 * @returns minutes given to the community
 */
function attend(world: World, context: Context<Participation>, i: number, sender: number, pressed: number, willing: boolean): number {
  const { registered, satisfaction, lastVolunteering, lastMobilized } = world.residents.columns;
  const { draws, week, parameters: p } = context;
  if (sender === ASKED_BY_BRANCH) lastMobilized[i] = week;
  if (pressed > 0 && !willing) controls(world, i, pressed);
  else supports(world, i, 0.5 + 0.5 * satisfaction[i]);
  const volunteers = registered[i] === 1 && draws.chance(i, p.volunteerShare, 2);
  const length = (volunteers ? p.minutes : p.meeting) * (0.5 + draws.uniform(i, 3));
  const minutes = Math.min(minutesLeft(world, i), Math.round(length));
  if (!volunteers) {
    governs(world, i, week);
    spendTime(world, i, minutes);
    return 0;
  }
  lastVolunteering[i] = week;
  if (minutes > 0) bookTime(world, i, minutes);
  return minutes;
}

/** Share of each circle who took part lately, for whoever looks on. */
function exposures(world: World, i: number, share: number, threshold: number): Record<string, number> {
  const { groups, workplace, homeBranch, workBranch } = world.residents.columns;
  const { active, activeInGroup, activeAtWork, activeInBranch, inBranch } = participationScratch(world);
  const values: Record<string, number> = { share, threshold };
  if (world.ties.degree[i] > 0) values.acquaintance = activeAround(world, active, i);
  const [group, work, branch] = [groups[i * 3], workplace[i], homeBranch[i] >= 0 ? homeBranch[i] : workBranch[i]];
  if (group >= 0) values.interest = othersActive(activeInGroup[group], world.groups.columns.members[group], active[i]);
  if (work >= 0) values.industry = othersActive(activeAtWork[work], world.workplaces.columns.residentEmployees[work], active[i]);
  if (branch >= 0) values.party = othersActive(activeInBranch[branch], inBranch[branch], active[i]);
  return values;
}
