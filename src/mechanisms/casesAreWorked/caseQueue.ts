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
import { choice, level, probability, quantity, share, whole } from "../../scenario/index.ts";
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
  parameters: {
    capacity: quantity({
      label: { en: "Matters taken up", zh: "受理能力" },
      help: { en: "By the workers of a community, the gravest first.", zh: "由社区工作者受理，严重的优先。" },
      default: 3.5,
      min: 0,
      max: 20,
      unit: "per 1,000 residents a week",

      rows: ["F12"],
    }),
    epsilon: level({
      label: { en: "Confidence bound", zh: "置信阈值" },
      help: { en: "Only opinions this close move each other.", zh: "只有差距在此之内的意见才相互影响。" },
      default: 0.25,

      rows: ["Z20"],
      evidence: "M",
      prior: [0.1, 0.5],
    }),
    deliberation: choice(["hegselmannKrause", "deffuant"], {
      label: { en: "Rule of deliberation", zh: "协商方式" },
      help: { en: "Opinions move all at once, or where two meet.", zh: "意见同时变动，或两两相遇时变动。" },
      default: "hegselmannKrause",

      rows: ["Z20"],
      evidence: "M",
    }),
    mu: quantity({
      label: { en: "Step size", zh: "靠近步长" },
      help: { en: "How far two who meet move together; in pairs only.", zh: "两人相遇时彼此靠近的程度；仅用于两两变动。" },
      default: 0.3,
      min: 0,
      max: 0.5,
      unit: "share of the gap of opinions",

      rows: ["Z20"],
      evidence: "M",
      prior: [0.1, 0.5],
    }),
    rounds: whole({
      label: { en: "Length of deliberation", zh: "协商轮次" },
      help: { en: "Then a vote is taken.", zh: "之后表决。" },
      default: 3,
      min: 0,
      max: 20,
      unit: "rounds",

      rows: ["Z20"],
    }),
    aspiration: level({
      label: { en: "Acceptance threshold", zh: "接受阈值" },
      help: { en: "From this opinion on a resident votes in favour.", zh: "意见达到此值即投赞成。" },
      default: 0.5,

      rows: ["Z20"],
    }),
    goodwill: quantity({
      label: { en: "Initial goodwill", zh: "初始善意" },
      help: { en: "With nothing at stake, 0 means a mean opinion of 0.5.", zh: "没有利害时，0 表示平均意见为 0.5。" },
      default: 1,
      min: -3,
      max: 3,
      unit: "logit",

      rows: ["Z20"],
    }),
    stakes: quantity({
      label: { en: "Effect of severity", zh: "严重度影响" },
      help: { en: "The larger, the lower opinions begin on grave matters.", zh: "越大，严重事项的初始意见越低。" },
      default: 1.2,
      min: 0,
      max: 6,
      unit: "logit",

      rows: ["Z20", "I02"],
    }),
    success: probability({
      label: { en: "Success of closing", zh: "办结解决率" },
      help: { en: "At a trust and a quality of 0.5, for minor matters.", zh: "信任与质量均为 0.5 时的小事。" },
      default: 0.75,
      per: "closed matter",

      rows: ["D05"],
      prior: [0.6, 0.95],
    }),
    hardship: share({
      label: { en: "Difficulty", zh: "难度影响" },
      help: { en: "How much rarer full severity makes settlement.", zh: "最严重时解决概率降低的程度。" },
      default: 0.4,
      of: "the chance of settlement",

      rows: ["D05"],
    }),
    reopen: probability({
      label: { en: "Reopening", zh: "重新提出率" },
      help: { en: "Of matters closed but not settled.", zh: "办结但未解决的事项。" },
      default: 0.03,
      per: "week",

      rows: ["D01"],
      prior: [0.01, 0.1],
    }),
    escalate: probability({
      label: { en: "Escalation to petition", zh: "转信访率" },
      help: { en: "Of open matters past the deadline.", zh: "超过期限仍未办结的事项。" },
      default: 0.02,
      per: "week",

      rows: ["D04"],
      prior: [0.01, 0.05],
    }),
    deadline: whole({
      label: { en: "Deadline", zh: "办理期限" },
      help: { en: "After it an open matter may become a petition.", zh: "超过后，未结事项可能转信访。" },
      default: 12,
      min: 1,
      max: 104,
      unit: "weeks",

      rows: ["D04"],
    }),
    giveUp: whole({
      label: { en: "Time until dropped", zh: "搁置期限" },
      help: { en: "An open matter is then given up.", zh: "到期未结即搁置。" },
      default: 52,
      min: 2,
      max: 520,
      unit: "weeks",
    }),
    expectation: share({
      label: { en: "Speed of expectation", zh: "预期调整速度" },
      help: { en: "How fast residents learn the settlement rate of their community.", zh: "居民了解本社区解决率的快慢。" },
      default: 0.02,
      of: "the gap, a week",

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
      room[c] =
        context.mode(c) === "off"
          ? 0
          : Math.round((context.of(c).capacity * communities.columns.residents[c]) / 1000 + context.draws.uniform(0xffff0000 + c, 0) - 0.5);
    const panel = context.stream("panel");
    const o = world.organizations.columns;
    let ended = 0;
    let well = 0;

    // The severe half first, then what came by branch or hotline, then the others, each in the order in which they
    // arose; where services are smart, those offline come last.
    for (let pass = 0; pass < 4; pass++) {
      for (let q = 0; q < n; q++) {
        const c = m.community[q];
        if (room[c] < 1 || (m.state[q] !== RAISED && m.state[q] !== REOPENED && m.state[q] !== ESCALATED) || passOf(q) !== pass) continue;
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
