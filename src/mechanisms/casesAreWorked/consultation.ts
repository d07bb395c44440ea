import {
  ACCEPTS,
  BY_COMMITTEE,
  BY_ORGANIZATION,
  CLOSED,
  CONSENT,
  type Context,
  concernedBy,
  DECIDED,
  DELIBERATED,
  defineMechanism,
  experience,
  IN_SERVICE,
  MOST_CONCERNED,
  NO_VOTE,
  OF_COMMUNITY,
  PRESSED,
  PRESSURE,
  TAKEN_UP,
  VOICE,
  type World,
} from "../../engine/index.ts";
import { type Consulting, consultationParameters } from "./consultationParameters.ts";
import { consultants, convenerOf, convenersTime, findConsultants } from "./convene.ts";
import { change, comesBack, drop, handTo, rowOf, tell } from "./endings.ts";
import { meet, type Outcome, reaches } from "./meeting.ts";
import { opinionOf } from "./opinion.ts";

/** Matters that need consent are consulted upon by those whom they concern (eq. 4.11, 4.12) [Z20, G1-G6]. */
export const consultation = defineMechanism({
  id: "consultation",
  phase: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Consultation", zh: "议事协商" },
  summary: {
    en: "Those concerned come or not, talk with those who think alike, and vote; whoever convenes decides how many meetings, how open and how pressing.",
    zh: "相关居民自愿到会，与看法相近者交谈后表决；召集者决定会议次数、倾听范围与施压力度。",
  },
  rows: ["Z20", "I02", "I03", "I08", "I09", "I11", "V4d", "H01"],
  specification: {
    equation: [
      "x_i(0) = logistic(g − s · severity + stakes of the type (floor, owner, age, car) + τ (T_i − ½) + a (aware_i / 3 − 0.2) + z_qi)",
      "P(comes) = logistic(r + p |2x − 1| + k close + m (m_i − 0.4)(1 − fatigue)) if the week has time for a meeting",
      "two who meet with |x_i − x_j| ≤ ε_conv (0.8 + mean self-education) move by μ of the gap, first those tied",
      "accepts if x ≥ aspiration ; signs under pressure if aspiration − x ≤ 2 e_i · pressure (a branch's times 2 rigidity)",
      "consent if voted ≥ 2/3 of those concerned and accepted ≥ c of those who voted ; else the next meeting, at most R ; P(comes back in a week) = ρ · pressed share",
    ].join("\n"),
    symbols: {
      x: "opinion of a resident on this matter, 0-1; lasts until the matter leaves the books",
      z: "standard normal, of this matter and this resident",
      T: "trust in the community",
      close: "1 if the resident knows whoever convenes",
      "ε_conv, R, pressure": "confidence bound, meetings and pressure of who convenes: committee, branch, organization, residents",
      e: "extrinsic motive: how far one answers to duty",
      c: "share needed, 3/4 or 1/2 (engine/matterKinds)",
      ρ: "chance that consent given wholly under pressure comes back",
    },
    source:
      "eq. 4.11 (Deffuant et al. 2000; Hegselmann & Krause 2002), 4.12 (Choi & Robertson 2014; who to invite: Scott, Thomas & Magallanes 2019); Civil Code art. 278 [M].",
    departures:
      "Owners' area is not modelled: flats count alike, tenants speak for theirs. Opinions form when the consultation opens, within weeks of the raising. Of an estate or community a panel of 24 flats stands for all.",
    draws:
      "agent = serial: 1 able to convene, 2 comes back; stream seats, week 0, agent = serial: panel; stream opinion, week 0, agent = serial, draw 1 + resident in community: z; stream meeting, agent = serial * 64 + flat: 0 comes; serial * 64 + 63: who talks with whom.",
    harm: "Pressed consent is recorded and comes back (pressing, retraction); who convenes decides who is heard.",
  },
  rivals: ["mechanisms.consultation.rule=hegselmannKrause"],
  chances: {
    "": {
      1: { of: "matter", en: "those who raised it convene", zh: "由提出者召集" },
      2: { of: "matter", en: "pressed consent comes back", zh: "受压同意被反悔" },
    },
    meeting: { 0: { of: "resident", en: "comes to a consultation", zh: "参加协商会" } },
  },
  parameters: consultationParameters,
  reads: [
    "matters.building",
    "matters.class",
    "matters.community",
    "matters.initiated",
    "matters.other",
    "matters.resident",
    "matters.route",
    "matters.serial",
    "matters.settled",
    "matters.severity",
    "matters.type",
    "organizations.alive",
    "organizations.community",
    "organizations.type",
    "residents.ability",
    "residents.awareness",
    "residents.directorKnown",
    "residents.extrinsic",
    "residents.fatigue",
    "residents.homeBranch",
    "residents.lastVolunteering",
    "residents.motivation",
    "residents.trustCommunity",
    "weekTotals.communities.branchDoors",
    "ties",
  ],
  writes: [
    "experiences",
    "ledger",
    "matters.acceptability",
    "matters.calls",
    "matters.changed",
    "matters.convener",
    "matters.handler",
    "matters.handlerKind",
    "matters.parties",
    "matters.pressed",
    "matters.recorded",
    "matters.reopenings",
    "matters.rounds",
    "matters.state",
    "matters.support",
    "organizations.hoursUsed",
    "residents.lastGovernance",
    "residents.minutesWeek",
    "seats",
    "weekTotals.communities.acceptability",
    "weekTotals.communities.acceptabilitySquares",
    "weekTotals.matters.accepted",
    "weekTotals.matters.attended",
    "weekTotals.matters.consented",
    "weekTotals.matters.decided",
    "weekTotals.matters.deliberated",
    "weekTotals.matters.dropped",
    "weekTotals.matters.invited",
    "weekTotals.matters.left",
    "weekTotals.matters.leftRecorded",
    "weekTotals.matters.leftSettled",
    "weekTotals.matters.pressed",
    "weekTotals.matters.reopened",
    "weekTotals.matters.retracted",
    "weekTotals.matters.voted",
  ],
  measures: [
    "consent_reached_share",
    "consultation_attendance",
    "consultation_pressed_share",
    "consent_retracted_share",
    "acceptability_mean",
    "deliberated_share",
    "participation_governance",
  ],
  begin(world) {
    freeSeats(world);
    findConsultants(world);
  },
  step(world, context, q) {
    const m = world.matters.columns;
    if (m.class[q] !== CONSENT || m.resident[q] < 0) return;
    const state = m.state[q];
    if (state === TAKEN_UP && m.changed[q] < context.week) open(world, context, q);
    else if (state === DELIBERATED && m.changed[q] < context.week) hold(world, context, q);
    else if (m.pressed[q] > 0 && (state === DECIDED || state === IN_SERVICE || state === CLOSED)) mayComeBack(world, context, q);
  },
});

/** [q] first seat of a matter; -1 if it has none. */
const firstSeats = (world: World) => world.scratch("consultation/firstSeat", Int32Array, world.matters.rows);

/** Frees the seats of matters that have left the books, and finds those of the others. */
function freeSeats(world: World): void {
  const { matters, seats } = world;
  const row = new Map<number, number>();
  for (let q = 0; q < matters.rows; q++) if (matters.columns.class[q] === CONSENT) row.set(matters.columns.serial[q], q);
  const first = firstSeats(world).fill(-1, 0, matters.rows);
  const keep = world.scratch("consultation/keep", Uint8Array, seats.rows);
  const { serial } = seats.columns;
  let kept = 0;
  // Seats of a matter stand together: it is looked up once for all of them.
  for (let s = 0, n = seats.rows; s < n; ) {
    const matter = serial[s];
    const q = row.get(matter);
    if (q !== undefined && first[q] < 0) first[q] = kept;
    for (; s < n && serial[s] === matter; s++) {
      keep[s] = q === undefined ? 0 : 1;
      kept += keep[s];
    }
  }
  seats.retain(keep);
}

/** A consultation is called: those concerned are found and form an opinion; at a second one they have theirs already. */
function open(world: World, context: Context<Consulting>, q: number): void {
  const { seats } = world;
  const m = world.matters.columns;
  const first = firstSeats(world);
  if (first[q] < 0) seat(world, context, q);
  else for (let s = first[q]; s < first[q] + m.parties[q]; s++) seats.columns.vote[s] = NO_VOTE;
  m.rounds[q] = 0;
  m.pressed[q] = 0;
  m.convener[q] = convenerOf(world, q, first[q], context.draws.uniform(m.serial[q], 1));
  if (m.convener[q] === BY_ORGANIZATION) {
    handTo(world, q, consultants(world)[m.community[q]]);
  }
  call(world, context, q, m.parties[q]);
  change(world, context.week, q, DELIBERATED);
}

function seat(world: World, context: Context<Consulting>, q: number): void {
  const { seats, communities } = world;
  const m = world.matters.columns;
  const who = world.workspace("consultation/concerned", Int32Array, MOST_CONCERNED);
  const panel = context.stream("seats");
  const thoughts = context.stream("opinion");
  panel.week = 0; // for good
  thoughts.week = 0;
  const parties = concernedBy(world, q, panel, who);
  const from = communities.columns.firstResident[m.community[q]];
  firstSeats(world)[q] = seats.rows;
  m.parties[q] = parties;
  for (let k = 0; k < parties; k++) {
    const s = seats.add();
    seats.columns.serial[s] = m.serial[q];
    seats.columns.resident[s] = who[k];
    const z = thoughts.normal(m.serial[q], 1 + who[k] - from);
    seats.columns.opinion[s] = opinionOf(world, q, who[k], context.parameters, z);
  }
}

/** What the committee needs next week is kept free for it (matching). */
function call(world: World, { parameters: p }: Context<Consulting>, q: number, absent: number): void {
  const m = world.matters.columns;
  m.calls[q] = m.convener[q] === BY_COMMITTEE ? p.length + p.visit * absent : 0;
}

/** A meeting is held if its convener has the time; the committee takes over from others who have none. */
function hold(world: World, context: Context<Consulting>, q: number): void {
  const { parameters: p, week } = context;
  const m = world.matters.columns;
  const t = world.weekTotals.matters.columns;
  const row = rowOf(world, q);
  const first = firstSeats(world)[q];
  if (convenersTime(world, q, first) < p.length) {
    m.convener[q] = BY_COMMITTEE;
    call(world, context, q, m.parties[q]);
    return;
  }
  const meetings = p.meetings;
  if (m.rounds[q] < meetings) {
    const outcome = meet(world, context, q, first);
    m.rounds[q]++;
    m.support[q] = outcome.voted > 0 ? outcome.accepting / outcome.voted : 0;
    m.acceptability[q] = outcome.acceptability;
    t.invited[row] += outcome.invited;
    t.attended[row] += outcome.came;
    remark(context, q, world, outcome);
    if (reaches(outcome, m.type[q])) {
      conclude(world, q, true);
      m.pressed[q] = outcome.pressed / outcome.accepting;
      t.accepted[row] += outcome.accepting;
      t.pressed[row] += outcome.pressed;
      t.deliberated[row]++;
      t.decided[row]++;
      t.consented[row]++;
      change(world, week, q, DECIDED);
      return;
    }
    if (m.rounds[q] < meetings) {
      call(world, context, q, outcome.invited - outcome.voted);
      change(world, week, q, DELIBERATED);
      return;
    }
  }
  conclude(world, q, false);
  tell(world, q, 0);
  drop(world, week, q);
}

/** The vote stands: whoever came learns whether their voice counted, and who was pressed does not forget it. */
function conclude(world: World, q: number, reached: boolean): void {
  const m = world.matters.columns;
  const { resident, came, vote } = world.seats.columns;
  const first = firstSeats(world)[q];
  m.calls[q] = 0;
  world.weekTotals.matters.columns.voted[rowOf(world, q)]++;
  const totals = world.weekTotals.communities.columns;
  totals.acceptability[m.community[q]] += m.acceptability[q];
  totals.acceptabilitySquares[m.community[q]] += m.acceptability[q] * m.acceptability[q];
  for (let s = first; s < first + m.parties[q]; s++) {
    if (vote[s] === PRESSED) experience(world, resident[s], OF_COMMUNITY, PRESSURE, 0);
    else if (came[s] > 0) experience(world, resident[s], OF_COMMUNITY, VOICE, (vote[s] === ACCEPTS) === reached ? 1 : 0);
  }
}

/** Consent that was recorded and not given comes back. */
function mayComeBack(world: World, { parameters: p, draws, week }: Context<Consulting>, q: number): void {
  const m = world.matters.columns;
  const t = world.weekTotals.matters.columns;
  if (!draws.chance(m.serial[q], p.retraction * m.pressed[q], 2)) return;
  m.pressed[q] = 0;
  t.retracted[rowOf(world, q)]++;
  comesBack(world, week, q);
}

function remark(context: Context<Consulting>, q: number, world: World, { voted, accepting, came }: Outcome): void {
  const m = world.matters.columns;
  context.observer?.remark({
    kind: "matter",
    index: m.serial[q],
    what: "votes",
    values: { seats: voted, accepting, rounds: m.rounds[q], came, needed: Math.ceil(m.consent[q] * voted - 1e-9) },
  });
}
