import {
  CLOSED,
  CONSENT,
  type Context,
  DECIDED,
  DROPPED,
  DURATIONS,
  defineMechanism,
  ESCALATED,
  IN_SERVICE,
  matterTypes,
  ORGANIZATION,
  PUBLIC_GOOD,
  RAISED,
  REOPENED,
  SETTLED,
  TAKEN_UP,
  type World,
} from "../../engine/index.ts";
import { type Cases, caseParameters } from "./caseParameters.ts";
import { deliberate } from "./panel.ts";

const TYPES = matterTypes.length;
const BRANCH_ROUTE = 6; // and 7, the hotline
const FIRST_DISPUTE = matterTypes.indexOf("propertyDispute");
const PETITION = matterTypes.indexOf("petition");
const PASSES = 4; // in which matters are taken up
const ROOM_KEY = 0xffff0000; // of the draw on a part of a case, plus the community
const VOTES = 3; // on a matter at most, for each round of deliberation

/** Cases wait, are deliberated, served and closed; closed is not settled (eq. 4.11, 4.12, 4.20). */
export const caseQueue = defineMechanism({
  id: "caseQueue",
  verb: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Handling of matters", zh: "事项办理" },
  summary: {
    en: "Communities take matters up as workers allow, deliberate where consent is needed, and close them; some come back or become petitions.",
    zh: "社区按人力受理事项，须同意的先协商，办结后部分重新提出或转信访。",
  },
  rows: ["F12", "D01", "D02", "D03", "D04", "D05", "Z20", "Z21"],
  sheet: {
    equation: [
      "taken up: c servers in order of severity ; M/G/c",
      "x_i(t+1) = mean of x_j with |x_i − x_j| ≤ ε, rounds R ; passes if share(x ≥ aspiration) ≥ consent",
      "P(settled | closed) = s (½ + trust) (¾ + q/2) (1.2 − h severity) ; P(reopen) = ρ if not settled ; escalates at hazard e after the deadline",
    ].join("\n"),
    symbols: {
      c: "cases that the workers of a community can take up a week",
      ε: "bound of confidence",
      R: "rounds",
      "x_i(0)": "logistic(goodwill − stakes · severity + z), z standard normal",
      s: "true success",
      q: "quality of the organization that served, ½ for the community's own workers",
      h: "how far severity makes success rarer",
      ρ: "chance that an unsettled case comes back",
      e: "hazard of petition a week",
    },
    source: "eq. 4.20 (queue), 4.12 (consent, Choi & Robertson), 4.11 (Hegselmann & Krause 2002); true success 0.75 [J].",
    departures: "A panel of at most 24 drawn residents stands for those concerned.",
    draws:
      "agent = serial: 0 settled, 1 reopened, 2 escalates, 4 served last; stream panel, agent = serial * 32 + seat: opinion, serial * 32 + 31: meetings.",
    harm: "Closing without settling feeds petitions: suppression looks like resolution.",
  },
  rivals: ["mechanisms.caseQueue.deliberation=deffuant"],
  chances: {
    "": {
      0: { of: "matter", en: "is settled when closed", zh: "办结时得到解决" },
      1: { of: "matter", en: "comes back", zh: "重新提出" },
      2: { of: "matter", en: "becomes a petition", zh: "转信访" },
      4: { of: "matter", en: "is served last", zh: "最后受理" },
    },
  },
  parameters: caseParameters,
  reads: [
    "matters.class",
    "matters.community",
    "matters.consent",
    "matters.gotMoney",
    "matters.gotSite",
    "matters.gotStaff",
    "matters.gotVolunteer",
    "matters.handler",
    "matters.handlerKind",
    "matters.needMoney",
    "matters.needSite",
    "matters.needStaff",
    "matters.needVolunteer",
    "matters.outside",
    "matters.parties",
    "matters.raised",
    "matters.resident",
    "matters.route",
    "matters.serial",
    "matters.severity",
    "organizations.quality",
    "tally.communities.smart",
  ],
  writes: [
    "district.settleRate",
    "matters.acceptability",
    "matters.changed",
    "matters.level",
    "matters.recorded",
    "matters.reopenings",
    "matters.rounds",
    "matters.settled",
    "matters.state",
    "matters.support",
    "matters.type",
    "residents.satisfaction",
    "residents.trustCommunity",
    "tally.communities.acceptability",
    "tally.communities.acceptabilitySquares",
    "tally.communities.disputesMediated",
    "tally.durations.settled",
    "tally.matters.closed",
    "tally.matters.closedSettled",
    "tally.matters.consented",
    "tally.matters.decided",
    "tally.matters.deliberated",
    "tally.matters.dropped",
    "tally.matters.escalated",
    "tally.matters.reopened",
    "tally.matters.settled",
    "tally.matters.takenUp",
    "tally.matters.voted",
    "tally.organizations.settled",
    "tally.organizations.unsettled",
  ],
  measures: [
    "settlement_rate_recorded",
    "settlement_rate_true",
    "matters_open",
    "matters_escalated",
    "deliberated_share",
    "weeks_to_settle_median",
  ],
  begin(world, context) {
    endingsOf(world).fill(0);
    takeUp(world, context);
  },
  step(world, context, q) {
    const { state, changed } = world.matters.columns;
    const rested = changed[q] < context.week;
    if (state[q] === CLOSED) {
      waitAndSee(world, context, q);
      return;
    }
    if (state[q] === TAKEN_UP && rested) decide(world, context, q);
    else if (state[q] === DECIDED && rested) change(world, context, q, IN_SERVICE);
    else if (state[q] === IN_SERVICE && isServed(world, q)) close(world, context, q);
    if (isOpen(world, q)) grow(world, context, q);
  },
  end(world, { parameters }) {
    const endings = endingsOf(world);
    if (endings[ALL] === 0) return;
    const { settleRate } = world.district.columns;
    const now = endings[WELL] / endings[ALL];
    settleRate[0] = settleRate[0] === 0 ? now : settleRate[0] + parameters.expectation * (now - settleRate[0]);
  },
});

type Working = Context<Cases>;

// Counts of the week.
const ALL = 0; // matters that ended
const WELL = 1; // those truly settled

const endingsOf = (world: World) => world.scratch("caseQueue/endings", Float64Array, 2);

function change({ matters }: World, { week }: Working, q: number, state: number): void {
  matters.columns.state[q] = state;
  matters.columns.changed[q] = week;
}

const rowOf = ({ matters }: World, q: number): number => matters.columns.community[q] * TYPES + matters.columns.type[q];

/** Whether a matter has not ended: neither settled nor dropped nor closed. */
const isOpen = ({ matters }: World, q: number): boolean => {
  const state = matters.columns.state[q];
  return state !== CLOSED && state !== SETTLED && state !== DROPPED;
};

/** Workers take up as many matters as they have room for: the severe half first, then by the way in which they came. */
function takeUp(world: World, context: Working): void {
  const { matters, communities } = world;
  const m = matters.columns;
  const room = world.scratch("caseQueue/room", Float64Array, communities.rows);
  for (let c = 0; c < communities.rows; c++) {
    const here = context.at(c);
    room[c] = 0;
    if (here === undefined) continue;
    // A part of a case is taken up by chance.
    const part = context.draws.uniform(ROOM_KEY + c, 0) - 0.5;
    room[c] = Math.round((here.parameters.capacity * communities.columns.residents[c]) / 1000 + part);
  }
  for (let pass = 0; pass < PASSES; pass++) {
    for (let q = 0; q < matters.rows; q++) {
      const c = m.community[q];
      const waits = m.state[q] === RAISED || m.state[q] === REOPENED || m.state[q] === ESCALATED;
      if (room[c] < 1 || !waits || passOf(world, context, q) !== pass) continue;
      room[c]--;
      change(world, context, q, TAKEN_UP);
      m.level[q] = Math.max(1, m.level[q]);
      world.tally.matters.columns.takenUp[rowOf(world, q)]++;
    }
  }
}

/** 0 the severe half, 1 what came by branch or hotline, 2 the others; where services are smart, those offline come last. */
function passOf({ matters, residents, tally }: World, context: Working, q: number): number {
  const m = matters.columns;
  if (m.severity[q] >= 0.5) return 0;
  const i = m.resident[q];
  const smart = tally.communities.columns.smart[m.community[q]];
  if (i >= 0 && !residents.columns.digital[i] && context.draws.chance(m.serial[q], smart, 4)) return 3;
  return m.route[q] >= BRANCH_ROUTE ? 1 : 2;
}

/** What needs consent is deliberated and voted on, again and again until it is dropped; the rest goes into service. */
function decide(world: World, context: Working, q: number): void {
  const m = world.matters.columns;
  if (m.class[q] !== CONSENT) {
    change(world, context, q, IN_SERVICE);
    return;
  }
  const { rounds } = context.parameters;
  const t = world.tally.matters.columns;
  const tc = world.tally.communities.columns;
  const row = rowOf(world, q);
  const c = m.community[q];
  deliberate(world, context, q);
  t.voted[row]++;
  tc.acceptability[c] += m.acceptability[q];
  tc.acceptabilitySquares[c] += m.acceptability[q] * m.acceptability[q];
  if (m.support[q] >= m.consent[q]) {
    t.consented[row]++;
    t.decided[row]++;
    if (rounds > 0) t.deliberated[row]++;
    change(world, context, q, DECIDED);
  } else if (m.rounds[q] >= VOTES * Math.max(1, rounds)) drop(world, context, q);
  else m.changed[q] = context.week;
}

/** Whether a matter in service has all that it takes. */
function isServed({ matters }: World, q: number): boolean {
  const m = matters.columns;
  const served = m.gotStaff[q] >= m.needStaff[q] && m.gotMoney[q] >= m.needMoney[q] && m.gotSite[q] >= m.needSite[q];
  return served && (m.class[q] !== PUBLIC_GOOD || m.gotVolunteer[q] >= m.needVolunteer[q]);
}

/** A matter is recorded as closed; truly settled or not, whoever raised it draws conclusions. */
function close(world: World, context: Working, q: number): void {
  const { parameters: p, draws, week } = context;
  const m = world.matters.columns;
  const { trustCommunity, satisfaction } = world.residents.columns;
  const { quality: qualityOf } = world.organizations.columns;
  const t = world.tally.matters.columns;
  const row = rowOf(world, q);
  const endings = endingsOf(world);
  const i = m.resident[q];
  const a = trustCommunity[i * 2];
  const b = trustCommunity[i * 2 + 1];
  // Those who gave the time count: 0.5 stands for the workers of the community.
  const g = m.handlerKind[q] === ORGANIZATION ? m.handler[q] : -1;
  const quality = g >= 0 ? qualityOf[g] : 0.5;
  const odds = p.success * (0.5 + (a + 1) / (a + b + 2)) * (0.75 + quality / 2) * (1.2 - p.hardship * m.severity[q]);
  const settled = draws.chance(m.serial[q], odds, 0);
  if (g >= 0) world.tally.organizations.columns[settled ? "settled" : "unsettled"][g]++;
  if (m.type[q] >= FIRST_DISPUTE) world.tally.communities.columns.disputesMediated[m.community[q]]++;
  m.recorded[q] = 1;
  t.closed[row]++;
  endings[ALL]++;
  if (!settled) {
    trustCommunity[i * 2 + 1] = b + 1;
    satisfaction[i] -= 0.2 * satisfaction[i];
    change(world, context, q, CLOSED);
    return;
  }
  endings[WELL]++;
  m.settled[q] = 1;
  t.closedSettled[row]++;
  t.settled[row]++;
  if (!m.outside[q]) t.selfSettled[row]++;
  world.tally.durations.columns.settled[Math.min(DURATIONS - 1, week - m.raised[q])]++;
  trustCommunity[i * 2] = a + 1;
  satisfaction[i] += 0.2 * (1 - satisfaction[i]);
  change(world, context, q, SETTLED);
}

/** What was closed and not settled may come back, until it is given up. */
function waitAndSee(world: World, context: Working, q: number): void {
  const { parameters: p, draws, week } = context;
  const m = world.matters.columns;
  const t = world.tally.matters.columns;
  if (draws.chance(m.serial[q], p.reopen, 1)) {
    m.reopenings[q]++;
    m.recorded[q] = 0;
    t.reopened[rowOf(world, q)]++;
    change(world, context, q, REOPENED);
  } else if (week - m.changed[q] > p.giveUp) {
    t.dropped[rowOf(world, q)]++;
    change(world, context, q, DROPPED);
  }
}

/** What stays open past the deadline may become a petition; what stays open too long is dropped. */
function grow(world: World, context: Working, q: number): void {
  const { parameters: p, draws, week } = context;
  const m = world.matters.columns;
  const age = week - m.raised[q];
  if (m.type[q] !== PETITION && age > p.deadline && draws.chance(m.serial[q], p.escalate, 2)) {
    world.tally.matters.columns.escalated[rowOf(world, q)]++;
    m.type[q] = PETITION;
    m.level[q] = 3;
    change(world, context, q, ESCALATED);
  } else if (age > p.giveUp) drop(world, context, q);
}

function drop(world: World, context: Working, q: number): void {
  world.tally.matters.columns.dropped[rowOf(world, q)]++;
  endingsOf(world)[ALL]++;
  change(world, context, q, DROPPED);
}
