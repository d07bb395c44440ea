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
import type { Listed } from "../../random/index.ts";
import type { Participation } from "./participationParameters.ts";
import { chanceToJoin } from "./rules.ts";
import {
  activeAcquaintances,
  barOfResident,
  barsOfAsked,
  countWhoTookPart,
  othersActive,
  sumOfRates,
  whatTheySee,
  whoIsAsked,
} from "./takePart.kernel.ts";

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

/** Marks who of a community took part within memory, and counts them in each group, workplace and branch. */
export function countActive(world: World, context: Context<Participation>, c: number): void {
  const { lastGovernance, lastVolunteering, groups, workplace, homeBranch, workBranch } = world.residents.columns;
  const { active, activeInGroup, activeAtWork, activeInBranch, inBranch } = participationScratch(world);
  const { firstResident, residents } = world.communities.columns;
  const from = firstResident[c];
  world.memory.kernel({ countWhoTookPart })(
    lastGovernance,
    lastVolunteering,
    groups,
    workplace,
    homeBranch,
    workBranch,
    context.week - context.parameters.memory,
    from,
    from + residents[c],
    active,
    activeInGroup,
    activeAtWork,
    activeInBranch,
    inBranch,
  );
}

/** Asks the adults of a community; those who join give their time. */
export function takePart(world: World, context: Context<Participation>, c: number): void {
  const seen = participationScratch(world);
  const { residents } = world;
  const { draws, observer, parameters: p } = context;
  const totals = world.weekTotals.communities.columns;
  const rates = ratesIn(world, p, c);
  const { asked, askedAt, shares, bars } = roomFor(world, c);
  const once = askedOf(world, context, seen, rates, c);
  const drawn = draws.listed(asked, once.rows, 0, 2);
  let given = 0;
  let invitations = 0;
  let attendances = 0;
  for (let row = 0; row < once.rows; row++) {
    const i = asked[row];
    // Who asks: each kind of sender at its rate, one invitation a week at most.
    const rate = sumOfRates(askedAt, row);
    // Whoever looks on has everybody listed, and is told.
    if (observer && !once.draws.chance(i, 1 - exp(-rate))) continue;
    const sender = senderOf(askedAt, row, rate * drawn.uniform(row, 4));
    invitations++;
    invites(world, i, sender);
    const share = shares[row];
    const own = bars[row];
    const close = sender <= ASKED_BY_COLLEAGUE ? p.closeness : 0;
    const pressed = sender === ASKED_BY_BRANCH ? totals.pressure[c] : 0;
    const heard = residents.columns.asked[i * SENDERS + sender] / INVITATION - 1;
    const bar = own - close - p.pressure * pressed * residents.columns.extrinsic[i] + p.habituation * heard * (1 + pressed);
    const joins = chanceToJoin(p, share, bar);
    const joined = drawn.chance(row, i, joins, 1);
    if (observer?.watches("resident", i)) {
      observer.remark({ kind: "resident", index: i, what: "exposure", values: exposures(world, i, share, bar) });
    }
    if (pressed > 0) rewards(world, i, pressed);
    if (!joined) continue;
    attendances++;
    given += attend(world, context, drawn, row, i, sender, pressed, share >= own);
  }
  totals.invitations[c] += invitations;
  totals.attendances[c] += attendances;
  seen.given[c] = given;
}

/** Room of a thread for those of a community who are asked. */
function roomFor(world: World, c: number) {
  const room = world.communities.columns.residents[c];
  return {
    /** [row] who. */
    asked: world.workspace("participation/asked", Uint32Array, room),
    /** [row * 6 + sender] invitations a week. */
    askedAt: world.workspace("participation/askedAt", Float64Array, room * SENDERS),
    // [row] active share of acquaintances, and of all contacts; the bar of each.
    around: world.workspace("participation/around", Float64Array, room),
    shares: world.workspace("participation/shares", Float64Array, room),
    bars: world.workspace("participation/bars", Float64Array, room),
  };
}

/** Lists the adults of a community who are asked, what they see and their bars; all of them for whoever looks on at each decision. */
function askedOf(
  world: World,
  { draws, observer, parameters: p }: Context<Participation>,
  { active, activeInGroup, activeAtWork, activeInBranch, inBranch }: Seen,
  rates: Rates,
  c: number,
) {
  const { communities, residents, ties, groups, workplaces } = world;
  const { asked, askedAt, around, shares, bars } = roomFor(world, c);
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
  world.memory.kernel({ whatTheySee })(
    asked,
    rows,
    around,
    active,
    ties.degree,
    r.groups,
    r.workplace,
    r.homeBranch,
    r.workBranch,
    activeInGroup,
    groups.columns.members,
    activeAtWork,
    workplaces.columns.residentEmployees,
    activeInBranch,
    inBranch,
    p.acquaintanceWeight,
    p.interestWeight,
    p.industryWeight,
    rates.partyWeight,
    shares,
  );
  world.memory.kernel({ barsOfAsked })(
    asked,
    rows,
    r.propensity,
    r.age,
    r.member,
    r.motivation,
    r.extrinsic,
    r.fatigue,
    p.mean,
    p.sd,
    p.age,
    p.member,
    p.motivation,
    p.fatigue,
    bars,
  );
  return { rows, draws: once };
}

/** Invitations a week of a community, by what makes a resident reachable. */
interface Rates {
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

/** The bar of a resident, whoever asks: share of contacts. */
export function barOf({ residents }: World, i: number, p: Participation): number {
  const { propensity, age, member, motivation, extrinsic, fatigue } = residents.columns;
  const { mean, sd } = p;
  return barOfResident(propensity, age, member, motivation, extrinsic, fatigue, mean, sd, p.age, p.member, p.motivation, p.fatigue, i);
}

/**
 * Somebody takes part, with what is left of the week's free time; who comes freely is supported by it, who was pressed
 * is controlled.
 *
 * @param drawn, row  draws of those who are asked, and which of them i is
 * @param pressed  strictness of the requirement with which a branch asked; 0 for an invitation
 * @param willing  whether the resident would have come, had anybody else asked
 * @returns minutes given to the community
 */
function attend(
  world: World,
  { week, parameters: p }: Context<Participation>,
  drawn: Listed,
  row: number,
  i: number,
  sender: number,
  pressed: number,
  willing: boolean,
): number {
  const { registered, satisfaction, lastVolunteering, lastMobilized } = world.residents.columns;
  if (sender === ASKED_BY_BRANCH) lastMobilized[i] = week;
  if (pressed > 0 && !willing) controls(world, i, pressed);
  else supports(world, i, 0.5 + 0.5 * satisfaction[i]);
  const volunteers = registered[i] === 1 && drawn.chance(row, i, p.volunteerShare, 2);
  const length = (volunteers ? p.minutes : p.meeting) * (0.5 + drawn.uniform(row, 3));
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
