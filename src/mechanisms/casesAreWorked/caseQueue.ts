import {
  CLOSED,
  CONSENT,
  DECIDED,
  DROPPED,
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
} from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { choice, probability, quantity, share, whole } from "../../scenario/index.ts";
import { deffuantRound, hegselmannKrauseRound } from "./deliberation.ts";

const TYPES = matterTypes.length;
const BRANCH_ROUTE = 6; // and 7, the hotline
interface Deliberation {
  deliberation: "hegselmannKrause" | "deffuant";
  epsilon: number;
  mu: number;
  rounds: number;
  aspiration: number;
  goodwill: number;
  stakes: number;
}

const SEATS = 24;
const FIRST_DISPUTE = matterTypes.indexOf("propertyDispute");
const PETITION = matterTypes.indexOf("petition");

/** Cases wait, are deliberated, served and closed; closed is not settled (eq. 4.11, 4.12, 4.20). */
export const caseQueue = defineMechanism({
  id: "caseQueue",
  verb: "casesAreWorked",
  title: { en: "Case queue", zh: "事项办理" },
  summary: {
    en: "Communities take cases up as their workers allow, deliberate where consent is needed, close them, and some come back.",
    zh: "社区依人手受理事项，需同意者先协商，办结后部分重现。",
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
      0: { of: "matter", en: "is truly settled when closed", zh: "办结时真正解决" },
      1: { of: "matter", en: "comes back", zh: "重现" },
      2: { of: "matter", en: "becomes a petition", zh: "升级为信访" },
      4: { of: "matter", en: "is served last", zh: "最后受理" },
    },
  },
  parameters: {
    capacity: quantity({
      default: 3.5,
      min: 0,
      max: 20,
      unit: "cases per 1,000 residents a week",
      en: "New cases that the workers of a community take up.",
      zh: "社区每周可受理的新事项。",
      rows: ["F12"],
    }),
    epsilon: share({
      default: 0.25,
      of: "the scale of opinion",
      en: "Bound of confidence.",
      zh: "有界信任。",
      rows: ["Z20"],
      evidence: "M",
      prior: [0.1, 0.5],
    }),
    deliberation: choice(["hegselmannKrause", "deffuant"], {
      default: "hegselmannKrause",
      en: "How opinions move in a round: all at once, or pair by pair.",
      zh: "协商中意见如何变动：同时或两两。",
      rows: ["Z20"],
      evidence: "M",
    }),
    mu: quantity({
      default: 0.3,
      min: 0,
      max: 0.5,
      unit: "share of the gap",
      en: "How far two who meet move towards each other (pair by pair only).",
      zh: "两人相遇时彼此靠近的程度。",
      rows: ["Z20"],
      evidence: "M",
      prior: [0.1, 0.5],
    }),
    rounds: whole({
      default: 3,
      min: 0,
      max: 20,
      unit: "rounds",
      en: "Rounds of deliberation before a vote.",
      zh: "表决前协商轮数。",
      rows: ["Z20"],
    }),
    aspiration: share({
      default: 0.5,
      of: "the scale of opinion",
      en: "Opinion from which on a resident accepts.",
      zh: "居民接受的意见门槛。",
      rows: ["Z20"],
    }),
    goodwill: quantity({
      default: 1,
      min: -3,
      max: 3,
      unit: "logit",
      en: "Mean opinion on a matter at which nothing is at stake.",
      zh: "无利害时的平均意见。",
      rows: ["Z20"],
    }),
    stakes: quantity({
      default: 1.2,
      min: 0,
      max: 6,
      unit: "logit per unit of severity",
      en: "How far severity divides those concerned.",
      zh: "严重度对意见的影响。",
      rows: ["Z20", "I02"],
    }),
    success: probability({
      default: 0.75,
      per: "closed case",
      en: "Chance that a closed case is truly settled, at a trust of one half.",
      zh: "办结事项真正解决的概率。",
      rows: ["D05"],
      prior: [0.6, 0.95],
    }),
    hardship: share({
      default: 0.4,
      of: "success",
      en: "How far full severity makes true success rarer, h.",
      zh: "严重度降低真实成功率的程度。",
      rows: ["D05"],
    }),
    reopen: probability({
      default: 0.03,
      per: "week",
      en: "Chance that a case closed but not settled comes back.",
      zh: "未真正解决事项重现的周概率。",
      rows: ["D01"],
      prior: [0.01, 0.1],
    }),
    escalate: probability({
      default: 0.02,
      per: "week",
      en: "Hazard that a case past its deadline becomes a petition.",
      zh: "逾期事项升级为信访的周概率。",
      rows: ["D04"],
      prior: [0.01, 0.05],
    }),
    deadline: whole({
      default: 12,
      min: 1,
      max: 104,
      unit: "weeks",
      en: "Weeks after which an open case may escalate.",
      zh: "可能升级的周数。",
      rows: ["D04"],
    }),
    giveUp: whole({ default: 52, min: 2, max: 520, unit: "weeks", en: "Weeks after which a case is dropped.", zh: "放弃事项的周数。" }),
    expectation: share({
      default: 0.02,
      of: "the gap a week",
      en: "Speed at which people learn the settlement rate.",
      zh: "居民对解决率预期的调整速度。",
      rows: ["D04"],
    }),
  },
  reads: ["matters", "residents.trustCommunity", "communities.residents"],
  writes: [
    "matters",
    "tally.matters",
    "tally.communities",
    "tally.durations",
    "residents.trustCommunity",
    "residents.satisfaction",
    "organizations.reputation",
    "district.settleRate",
  ],
  measures: [
    "settlement_rate_recorded",
    "settlement_rate_true",
    "matters_open",
    "matters_escalated",
    "deliberated_share",
    "weeks_to_settle_median",
  ],
  step(world, context) {
    const { matters, communities, residents } = world;
    const m = matters.columns;
    const t = world.tally.matters.columns;
    const tc = world.tally.communities.columns;
    const week = context.week;
    const n = matters.rows;
    const room = world.scratch("caseQueue/room", Float64Array, communities.rows);
    for (let c = 0; c < communities.rows; c++)
      room[c] = Math.round(
        (context.of(c).capacity * communities.columns.residents[c]) / 1000 + context.draws.uniform(0xffff0000 + c, 0) - 0.5,
      );
    const panel = context.stream("panel");
    const o = world.organizations.columns;
    let ended = 0;
    let well = 0;

    // The severe half first, then what came by branch or hotline, then the others, each in the order in which they
    // arose; where services are smart, those offline come last.
    for (let pass = 0; pass < 4; pass++) {
      for (let q = 0; q < n; q++) {
        const c = m.community[q];
        if ((m.state[q] !== RAISED && m.state[q] !== REOPENED && m.state[q] !== ESCALATED) || passOf(q) !== pass) continue;
        if (context.mode(c) === "off" || room[c] < 1) continue;
        room[c]--;
        change(q, TAKEN_UP);
        m.level[q] = Math.max(1, m.level[q]);
        t.takenUp[c * TYPES + m.type[q]]++;
      }
    }
    for (let q = 0; q < n; q++) {
      const c = m.community[q];
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
      const row = c * TYPES + m.type[q];
      const s = m.serial[q];
      if (m.state[q] === TAKEN_UP && m.changed[q] < week) {
        if (m.class[q] === CONSENT) {
          deliberate(q, p);
          t.voted[row]++;
          tc.acceptability[c] += m.acceptability[q];
          tc.acceptabilitySquares[c] += m.acceptability[q] * m.acceptability[q];
          if (m.support[q] >= m.consent[q]) {
            t.consented[row]++;
            t.decided[row]++;
            if (p.rounds > 0) t.deliberated[row]++;
            change(q, DECIDED);
          } else if (m.rounds[q] >= 3 * Math.max(1, p.rounds)) {
            t.dropped[row]++;
            change(q, DROPPED);
            ended++;
            continue;
          } else m.changed[q] = week;
        } else change(q, IN_SERVICE);
      } else if (m.state[q] === DECIDED && m.changed[q] < week) change(q, IN_SERVICE);
      else if (m.state[q] === IN_SERVICE) {
        const served = m.gotStaff[q] >= m.needStaff[q] && m.gotMoney[q] >= m.needMoney[q] && m.gotSite[q] >= m.needSite[q];
        const helped = m.class[q] !== PUBLIC_GOOD || m.gotVolunteer[q] >= m.needVolunteer[q];
        if (served && helped) {
          const i = m.resident[q];
          const a = residents.columns.trustCommunity[i * 2];
          const b = residents.columns.trustCommunity[i * 2 + 1];
          // Those who gave the time count: 0.5 stands for the workers of the community.
          const g = m.handlerKind[q] === ORGANIZATION ? m.handler[q] : -1;
          const quality = g >= 0 ? o.quality[g] : 0.5;
          const odds = p.success * (0.5 + (a + 1) / (a + b + 2)) * (0.75 + quality / 2) * (1.2 - p.hardship * m.severity[q]);
          const settled = context.draws.chance(s, odds, 0);
          if (g >= 0) o.reputation[g * 2 + (settled ? 0 : 1)]++;
          if (m.type[q] >= FIRST_DISPUTE) tc.disputesMediated[c]++;
          m.recorded[q] = 1;
          t.closed[row]++;
          ended++;
          if (settled) {
            well++;
            m.settled[q] = 1;
            t.closedSettled[row]++;
            t.settled[row]++;
            if (!m.outside[q]) t.selfSettled[row]++;
            world.tally.durations.columns.settled[Math.min(127, week - m.raised[q])]++;
            residents.columns.trustCommunity[i * 2] = a + 1;
            residents.columns.satisfaction[i] += 0.2 * (1 - residents.columns.satisfaction[i]);
            change(q, SETTLED);
          } else {
            residents.columns.trustCommunity[i * 2 + 1] = b + 1;
            residents.columns.satisfaction[i] -= 0.2 * residents.columns.satisfaction[i];
            change(q, CLOSED);
          }
          continue;
        }
      } else if (m.state[q] === CLOSED) {
        if (context.draws.chance(s, p.reopen, 1)) {
          m.reopenings[q]++;
          m.recorded[q] = 0;
          t.reopened[row]++;
          change(q, REOPENED);
        } else if (week - m.changed[q] > p.giveUp) {
          t.dropped[row]++;
          change(q, DROPPED);
        }
        continue;
      }
      const age = week - m.raised[q];
      if (m.type[q] !== PETITION && age > p.deadline && context.draws.chance(s, p.escalate, 2)) {
        t.escalated[row]++;
        m.type[q] = PETITION;
        m.level[q] = 3;
        change(q, ESCALATED);
      } else if (age > p.giveUp) {
        t.dropped[row]++;
        ended++;
        change(q, DROPPED);
      }
    }
    if (ended > 0) {
      const rate = world.district.columns.settleRate;
      rate[0] = rate[0] === 0 ? well / ended : rate[0] + context.district.expectation * (well / ended - rate[0]);
    }

    function passOf(q: number): number {
      if (m.severity[q] >= 0.5) return 0;
      const i = m.resident[q];
      if (i >= 0 && !residents.columns.digital[i] && context.draws.chance(m.serial[q], tc.smart[m.community[q]], 4)) return 3;
      return m.route[q] >= BRANCH_ROUTE ? 1 : 2;
    }

    function change(q: number, state: number): void {
      m.state[q] = state;
      m.changed[q] = week;
    }

    /** Rounds of bounded confidence in a panel of those concerned, then a vote. */
    function deliberate(q: number, p: Deliberation): void {
      const seats = Math.max(1, Math.min(SEATS, m.parties[q]));
      const x = world.scratch("caseQueue/opinion", Float64Array, 32);
      const y = world.scratch("caseQueue/next", Float64Array, 32);
      for (let k = 0; k < seats; k++) {
        const z = panel.normal(m.serial[q] * 32 + k, m.rounds[q] & 3);
        x[k] = 1 / (1 + exp(-(p.goodwill - p.stakes * m.severity[q] + z)));
      }
      for (let round = 0; round < p.rounds; round++) {
        if (p.deliberation === "hegselmannKrause") hegselmannKrauseRound(x, seats, p.epsilon, y);
        else {
          const first = (m.rounds[q] + round) * 2 * SEATS;
          deffuantRound(x, seats, p.epsilon, p.mu, (n) => panel.below(m.serial[q] * 32 + 31, seats, 8 + first + n));
        }
      }
      let accepting = 0;
      let mean = 0;
      for (let k = 0; k < seats; k++) {
        if (x[k] >= p.aspiration) accepting++;
        mean += x[k] / seats;
      }
      m.rounds[q] = Math.min(255, m.rounds[q] + Math.max(1, p.rounds));
      m.support[q] = accepting / seats;
      m.acceptability[q] = mean;
      context.onlooker?.remark({
        kind: "matter",
        index: m.serial[q],
        what: "votes",
        values: { seats, accepting, rounds: p.rounds, needed: Math.ceil(m.consent[q] * seats - 1e-9) },
      });
    }
  },
});
