import {
  amountsByType,
  CLOSED,
  CONFLICT,
  CONSENT,
  type Context,
  DECIDED,
  DELIBERATED,
  DROPPED,
  defineMechanism,
  ESCALATED,
  IN_SERVICE,
  isAmongPeople,
  isOpen,
  matterTypes,
  ORGANIZATION,
  PUBLIC_GOOD,
  RAISED,
  REOPENED,
  SETTLED,
  TAKEN_UP,
  type World,
} from "../../engine/index.ts";
import { freeShare } from "../organizationsDivideHours/workerLoad.ts";
import { type Cases, caseParameters } from "./caseParameters.ts";
import { change, comesBack, drop, rowOf, settle, tell } from "./endings.ts";

const BRANCH_ROUTE = 6; // and 7, the hotline
const FIRST_DISPUTE = matterTypes.indexOf("propertyDispute");
const PETITION = matterTypes.indexOf("petition");
const PASSES = 4; // in which matters are taken up
const NOT_YET = -1;

/** Cases wait, are served and closed; closed is not settled (eq. 4.20). */
export const caseQueue = defineMechanism({
  id: "caseQueue",
  phase: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Handling of matters", zh: "事项办理" },
  summary: {
    en: "Workers take matters up as their caseload allows, the gravest first; served matters are closed, and some come back or become petitions.",
    zh: "社区工作者按在办上限受理事项，严重的优先；办完即办结，部分重新提出或转信访。",
  },
  rows: ["F12", "D01", "D02", "D03", "D04", "D05", "Z21"],
  specification: {
    equation: [
      "taken up: round(c · staff · free share of their week) − matters in hand, in order of severity ; M/G/c, with the service that hours make (matching)",
      "a matter among people waits n weeks, unless a branch or idle workers take it over with chance v",
      "P(settled | closed) = s (½ + trust) (¾ + q/2) (1.2 − h severity)(1 − pressed) ; P(reopen) = ρ if not settled ; escalates at hazard e x_q after the deadline ; fades at hazard f (1 − severity)",
    ].join("\n"),
    symbols: {
      c: "matters that a worker can hold if nothing else takes from the week",
      n: "weeks that neighbours have first",
      s: "true success",
      q: "quality of the organization or property firm that it hung on, ½ for the community's own workers",
      h: "how far severity makes success rarer",
      ρ: "chance that an unsettled case comes back",
      e: "hazard of petition a week",
      x_q: "1 with an opponent outside the home, less without (matters.withoutOpponent)",
      f: "share of trifles that fade in a week (matters.fading)",
    },
    source: "eq. 4.20 (queue); true success 0.75 [J].",
    departures:
      "Nobody's record is false by decree: a case is recorded as closed when what it took was given, whether or not that settled it. A matter whose raiser died or moved away is dropped.",
    draws: "agent = serial: 0 settled, 1 reopened, 2 escalates, 3 taken over, 4 served last, 5 fades.",
    harm: "Closing without settling feeds petitions: suppression looks like resolution. Taking over from neighbours leaves them unpractised (takeOver).",
  },
  chances: {
    "": {
      0: { of: "matter", en: "is settled when closed", zh: "办结时得到解决" },
      1: { of: "matter", en: "comes back", zh: "重新提出" },
      2: { of: "matter", en: "becomes a petition", zh: "转信访" },
      3: { of: "matter", en: "is taken over from neighbours", zh: "被提前接手" },
      4: { of: "matter", en: "is served last", zh: "最后受理" },
      5: { of: "matter", en: "fades away", zh: "自行淡化" },
    },
  },
  parameters: caseParameters,
  reads: [
    "communities.paperwork",
    "matters.community",
    "matters.firm",
    "matters.gotExpert",
    "matters.gotMoney",
    "matters.gotSite",
    "matters.gotStaff",
    "matters.gotVolunteer",
    "matters.handler",
    "matters.handlerKind",
    "matters.needSite",
    "matters.needVolunteer",
    "matters.other",
    "matters.pressed",
    "matters.raised",
    "matters.resident",
    "matters.route",
    "matters.serial",
    "matters.severity",
    "organizations.quality",
    "residents.trustCommunity",
    "weekTotals.communities.branchDoors",
    "weekTotals.communities.coordinationMinutes",
    "weekTotals.communities.smart",
  ],
  writes: [
    "experiences",
    "matters.changed",
    "matters.class",
    "matters.consent",
    "matters.level",
    "matters.needExpert",
    "matters.needMoney",
    "matters.needStaff",
    "matters.recorded",
    "matters.reopenings",
    "matters.settled",
    "matters.state",
    "matters.type",
    "weekTotals.communities.disputesMediated",
    "weekTotals.durations.settled",
    "weekTotals.matters.closed",
    "weekTotals.matters.dropped",
    "weekTotals.matters.escalated",
    "weekTotals.matters.left",
    "weekTotals.matters.leftRecorded",
    "weekTotals.matters.leftSettled",
    "weekTotals.matters.reopened",
    "weekTotals.matters.settled",
    "weekTotals.matters.takenUp",
    "weekTotals.organizations.settled",
    "weekTotals.organizations.unsettled",
  ],
  measures: ["settlement_rate_recorded", "settlement_rate_true", "matters_open", "matters_escalated", "weeks_to_settle_median"],
  step(world, context, q) {
    const { state, changed, class: kind } = world.matters.columns;
    if (isOrphaned(world, q)) {
      drop(world, context.week, q);
      return;
    }
    if (state[q] === CLOSED) {
      waitAndSee(world, context, q);
      return;
    }
    const rested = changed[q] < context.week;
    if (rested && (state[q] === DECIDED || (state[q] === TAKEN_UP && kind[q] !== CONSENT))) change(world, context.week, q, IN_SERVICE);
    if (state[q] === IN_SERVICE && hasAll(world, q)) close(world, context, q);
    else if (isOpen(state[q])) grow(world, context, q);
  },
  end: takeUp,
});

type Working = Context<Cases>;

/** Whoever raised it died or moved away, and nobody presses for it any more. */
const isOrphaned = ({ matters }: World, q: number): boolean => {
  const { resident, state } = matters.columns;
  return resident[q] < 0 && state[q] !== SETTLED && state[q] !== DROPPED;
};

/** Workers take up as many matters as they have hands free for: the severe half first, then by the way in which they came. */
function takeUp(world: World, context: Working): void {
  const { matters, communities } = world;
  const m = matters.columns;
  const room = world.scratch("caseQueue/room", Float64Array, communities.rows);
  const hands = world.scratch("caseQueue/hands", Float64Array, communities.rows);
  for (let c = 0; c < communities.rows; c++) {
    hands[c] = Math.round((context.at(c)?.parameters.caseload ?? 0) * communities.columns.staff[c] * freeShare(world, c));
    room[c] = hands[c];
  }
  for (let q = 0; q < matters.rows; q++) if (isInHand(world, q)) room[m.community[q]]--;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let q = 0; q < matters.rows; q++) {
      const c = m.community[q];
      if (room[c] < 1 || !waits(m.state[q]) || passOf(world, context, q, room[c] / hands[c]) !== pass) continue;
      room[c]--;
      change(world, context.week, q, TAKEN_UP);
      m.level[q] = Math.max(1, m.level[q]);
      world.weekTotals.matters.columns.takenUp[rowOf(world, q)]++;
    }
  }
}

const waits = (state: number): boolean => state === RAISED || state === REOPENED || state === ESCALATED;

/** Whether a matter keeps a worker's hands busy: it was taken up, and staff have work left on it. */
function isInHand({ matters }: World, q: number): boolean {
  const { state, gotStaff, needStaff } = matters.columns;
  if (state[q] === TAKEN_UP || state[q] === DELIBERATED) return true;
  return (state[q] === DECIDED || state[q] === IN_SERVICE) && gotStaff[q] < needStaff[q];
}

/**
 * 0 petitions and the severe half, 1 what came by branch or hotline, 2 the others; where services are smart, those offline come last.
 * What people try to settle themselves is not yet anybody else's.
 *
 * @param idle  share of the hands of workers that are free
 */
function passOf({ matters, residents, weekTotals }: World, context: Working, q: number, idle: number): number {
  const m = matters.columns;
  const c = m.community[q];
  const here = context.at(c)?.parameters as Cases;
  if (m.state[q] === RAISED && isAmongPeople(m.route[q]) && context.week - m.raised[q] < here.neighboursFirst) {
    const others = Math.min(1, weekTotals.communities.columns.branchDoors[c] + idle);
    if (!context.draws.chance(m.serial[q], here.takeOver * others, 3)) return NOT_YET;
  }
  if (m.severity[q] >= 0.5 || m.state[q] === ESCALATED) return 0;
  const smart = weekTotals.communities.columns.smart[c];
  if (smart > 0 && !residents.columns.digital[m.resident[q]] && context.draws.chance(m.serial[q], smart, 4)) return PASSES - 1;
  return m.route[q] >= BRANCH_ROUTE ? 1 : 2;
}

/** Whether a matter in service has all that it takes. */
function hasAll({ matters }: World, q: number): boolean {
  const m = matters.columns;
  return (
    m.gotStaff[q] >= m.needStaff[q] &&
    m.gotMoney[q] >= m.needMoney[q] &&
    m.gotSite[q] >= m.needSite[q] &&
    m.gotExpert[q] >= m.needExpert[q] &&
    (m.class[q] !== PUBLIC_GOOD || m.gotVolunteer[q] >= m.needVolunteer[q])
  );
}

/** A matter is recorded as closed; truly settled or not, those concerned learn it. */
function close(world: World, context: Working, q: number): void {
  const { parameters: p, draws, week } = context;
  const m = world.matters.columns;
  const { trustCommunity } = world.residents.columns;
  const row = rowOf(world, q);
  const i = m.resident[q];
  const trust = (trustCommunity[i * 2] + 1) / (trustCommunity[i * 2] + trustCommunity[i * 2 + 1] + 2);
  const odds = p.success * (0.5 + trust) * (0.75 + qualityBehind(world, q) / 2) * (1.2 - p.hardship * m.severity[q]) * (1 - m.pressed[q]);
  const settled = draws.chance(m.serial[q], odds, 0);
  if (m.handlerKind[q] === ORGANIZATION) world.weekTotals.organizations.columns[settled ? "settled" : "unsettled"][m.handler[q]]++;
  if (m.type[q] >= FIRST_DISPUTE) world.weekTotals.communities.columns.disputesMediated[m.community[q]]++;
  m.recorded[q] = 1;
  world.weekTotals.matters.columns.closed[row]++;
  tell(world, q, settled ? 1 : 0);
  if (settled) settle(world, week, q);
  else change(world, week, q, CLOSED);
}

/** Quality of what the matter hung on: who gave the time, and the property firm where that is the other party. */
function qualityBehind({ matters, organizations, workplaces }: World, q: number): number {
  const m = matters.columns;
  const served = m.handlerKind[q] === ORGANIZATION ? organizations.columns.quality[m.handler[q]] : 0.5;
  return m.firm[q] >= 0 ? (served + workplaces.columns.quality[m.firm[q]]) / 2 : served;
}

/** What was closed and not settled may come back, until it leaves the books. */
function waitAndSee(world: World, context: Working, q: number): void {
  const { parameters: p, draws, week } = context;
  const m = world.matters.columns;
  if (draws.chance(m.serial[q], p.reopen, 1)) {
    comesBack(world, week, q);
  } else if (week - m.changed[q] > p.giveUp) drop(world, week, q);
}

/** What stays open may fade, past the deadline become a petition, and in the end be given up. */
function grow(world: World, context: Working, q: number): void {
  const { parameters: p, draws, week } = context;
  const m = world.matters.columns;
  const { escalates } = amountsByType(world.scenario.matters)[m.type[q]];
  const fades = world.scenario.matters.fading * (1 - m.severity[q]);
  const age = week - m.raised[q];
  if (age > p.deadline && draws.chance(m.serial[q], Math.min(1, p.escalate * escalates), 2)) becomePetition(world, week, q);
  else if (waits(m.state[q]) && draws.chance(m.serial[q], fades, 5)) drop(world, week, q);
  else if (age > p.giveUp) {
    tell(world, q, 0);
    drop(world, week, q);
  }
}

/** Residents take it to the government, which owes an answer and no longer their consent. */
function becomePetition(world: World, week: number, q: number): void {
  const m = world.matters.columns;
  const { staff, experts } = amountsByType(world.scenario.matters)[PETITION];
  world.weekTotals.matters.columns.escalated[rowOf(world, q)]++;
  m.type[q] = PETITION;
  m.class[q] = CONFLICT;
  m.consent[q] = 0;
  m.needStaff[q] = m.gotStaff[q] + staff;
  m.needExpert[q] = m.gotExpert[q] + experts;
  m.needMoney[q] = m.gotMoney[q];
  m.level[q] = 3;
  change(world, week, q, ESCALATED);
}
