import {
  type Context,
  CREDITS,
  defineMechanism,
  giveTime,
  MONEY,
  minutesLeft,
  OUTSIDE,
  type ParametersOf,
  RESIDENT,
  type World,
} from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { choice, probability, quantity, share, toggle, whole } from "../../scenario/index.ts";

const NOBODY = -1;
const ASKED = 8; // members at most

const parameters = {
  redemption: choice(["credit", "material", "recognition"], {
    default: "credit",
    en: "What a trade earns.",
    zh: "互助的回报方式。",
    rows: ["V2"],
    evidence: "S",
  }),
  requests: probability({
    default: 0.058,
    per: "member and week",
    en: "Chance that a member needs help; 3 a year.",
    zh: "会员每周求助概率（每年约三次）。",
    rows: ["V2"],
    prior: [0.02, 0.15],
  }),
  floor: quantity({
    default: -300,
    min: -6000,
    max: 0,
    unit: "minutes",
    en: "Lowest balance.",
    zh: "最低余额。",
    rows: ["V2"],
    evidence: "S",
  }),
  cap: quantity({
    default: 90_000,
    min: 60,
    max: 1_000_000,
    unit: "minutes",
    en: "Highest balance.",
    zh: "最高余额。",
    rows: ["V2"],
    evidence: "S",
  }),
  starter: whole({
    default: 60,
    min: 0,
    max: 6000,
    unit: "minutes",
    en: "Credits of a newcomer.",
    zh: "新会员起始积分。",
    rows: ["V2"],
    evidence: "S",
    prior: [0, 300],
  }),
  minutes: whole({ default: 60, min: 15, max: 480, unit: "minutes", en: "Length of a trade.", zh: "每次互助时长。" }),
  skills: whole({
    default: 4,
    min: 1,
    max: 40,
    unit: "skills",
    en: "Skills asked for; a member has each with chance one over this.",
    zh: "所需技能种类；会员具备某一技能的概率为其倒数。",
    rows: ["V2"],
    prior: [1, 10],
  }),
  joining: probability({
    default: 0.002,
    per: "year",
    max: 0.5,
    en: "Chance that an adult joins.",
    zh: "成人年入会率。",
    rows: ["V2"],
  }),
  leaving: probability({ default: 0.1, per: "year", max: 0.9, en: "Chance that a member leaves.", zh: "会员年退出率。", rows: ["V2"] }),
  gift: quantity({
    default: 1.25,
    min: 0,
    max: 200,
    unit: "yuan an hour",
    en: "Value of what an hour earns under material redemption.",
    zh: "实物兑换下每小时的价值。",
    rows: ["V2"],
    evidence: "S",
    source: "4 hours for a coupon of 5 yuan [S48].",
  }),
  crowding: share({
    default: 0.02,
    of: "motivation a trade",
    en: "Intrinsic motivation lost by a gift, c.",
    zh: "实物回报挤出的内在动机。",
    rows: ["V2", "H04"],
    prior: [0, 0.1],
  }),
  recognition: share({
    default: 0.02,
    of: "the distance to full motivation, a trade",
    en: "Motivation gained by recognition, v.",
    zh: "表彰带来的动机。",
    rows: ["V2"],
  }),
  careFirst: toggle({
    default: true,
    en: "Whether help goes to unmet home care of the one who asks, if any.",
    zh: "求助者有未满足照护时是否优先用于照护。",
    rows: ["B4", "I06"],
  }),
};

/** Members of the time bank give an hour and earn the right to one, a gift, or thanks (eq. 4.19) [V2]. */
export const timeBank = defineMechanism({
  id: "timeBank",
  verb: "timeBankTrades",
  scope: "community",
  every: "week",
  apart: true,
  title: { en: "Time bank", zh: "时间银行" },
  summary: {
    en: "Members ask each other for help; the helper earns time credits, gifts or recognition; balances have a floor and a cap.",
    zh: "会员互助，助人者获得时间币、礼品或表彰；余额有上下限。",
  },
  rows: ["V2", "B4", "I06"],
  rivals: ["mechanisms.timeBank.redemption=material", "mechanisms.timeBank.redemption=recognition"],
  sheet: {
    equation: [
      "tb_i(t+1) = tb_i + given − received ; asks if tb_i − d ≥ b_lo ; offers if tb_i + d ≤ b_hi ; found with chance 1 − (1 − s)^8",
      "credit: as above, newcomers get a starter ; material: no credits, each trade e + r, m − c e ; recognition: no credits, m + v (1 − m)",
    ].join("\n"),
    symbols: {
      tb: "balance, minutes",
      d: "length of a trade, minutes",
      "b_lo, b_hi": "floor and cap",
      s: "chance that a member asked has the skill, 1 / skills",
      "r, c": "extrinsic motive gained and intrinsic motive lost by a gift",
      v: "motivation gained by recognition",
    },
    source: "eq. 4.19 (Sweeney & Sweeney 1977; Collom 2012), caps, floors and starters [S57]-[S60]; crowding eq. 4.6.",
    departures: "Pairs are found inside a community. Starter credits are issued by the outside world.",
    draws: "agent = resident: 0 asks this week; 1-8 members asked; 9-16 skill; stream enrolment, agent = resident: 0 joins, 1 leaves.",
    harm: "A floor near zero freezes the bank; material redemption can crowd motivation out (c).",
  },
  chances: {
    "": {
      0: { of: "resident", en: "asks the time bank for help", zh: "向时间银行求助" },
      9: { of: "resident", en: "the member asked has the skill", zh: "被询问的会员具备所需技能" },
    },
    enrolment: {
      0: { of: "resident", en: "joins the time bank", zh: "加入时间银行" },
      1: { of: "resident", en: "leaves the time bank", zh: "退出时间银行" },
    },
  },
  parameters,
  reads: ["residents.timeBankMember", "ledger"],
  writes: [
    "ledger",
    "residents.timeBankMember",
    "residents.motivation",
    "residents.extrinsic",
    "residents.careUnmet",
    "residents.minutesWeek",
    "residents.minutesYear",
    "residents.minutesMonth",
    "residents.tradesYear",
    "tally.communities.trades",
  ],
  measures: [
    "timebank_member_share",
    "timebank_trades_per_member_year",
    "timebank_idle_share",
    "timebank_balance_gini",
    "timebank_top_fifth_trade_share",
    "volunteer_hours_per_adult",
  ],
  step(world, context, c) {
    if (context.weekOfMonth === 0) enrol(world, context, c);
    const { communities, residents } = world;
    const { timeBankMember } = residents.columns;
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    const members = world.workspace("timeBank/members", Uint32Array, residents.rows);
    let count = 0;
    for (let i = from; i < to; i++) if (timeBankMember[i]) members[count++] = i;
    if (count < 2) return;
    for (let k = 0; k < count; k++) {
      const i = members[k];
      if (!context.draws.chance(i, context.parameters.requests, 0) || !mayAsk(world, context, i)) continue;
      const j = helperOf(world, context, members, count, k);
      if (j !== NOBODY) trade(world, context, c, i, j);
    }
  },
  leave({ communities, residents, ledger }, _context, c) {
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    for (let i = from; i < to; i++) if (residents.columns.timeBankMember[i]) closeAccount(residents, ledger, i);
  },
});

type Bank = Context<ParametersOf<typeof parameters>>;

/** Adults of a community join the bank, and members leave it. */
function enrol({ communities, residents, ledger }: World, context: Bank, c: number): void {
  const { parameters: p } = context;
  const { age, timeBankMember } = residents.columns;
  const enrolment = context.stream("enrolment");
  const [join, leave] = [monthly(p.joining), monthly(p.leaving)];
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  for (let i = from; i < to; i++) {
    if (age[i] < 18) continue;
    if (timeBankMember[i]) {
      if (!enrolment.chance(i, leave, 1)) continue;
      closeAccount(residents, ledger, i);
    } else if (enrolment.chance(i, join, 0)) {
      timeBankMember[i] = 1;
      if (p.redemption === "credit") ledger.move(CREDITS, OUTSIDE, 0, RESIDENT, i, p.starter);
    }
  }
}

/** A member leaves and settles the account with the outside world. */
function closeAccount({ columns }: World["residents"], ledger: World["ledger"], i: number): void {
  columns.timeBankMember[i] = 0;
  const balance = ledger.balance(CREDITS, RESIDENT, i);
  if (balance > 0) ledger.move(CREDITS, RESIDENT, i, OUTSIDE, 0, balance);
  else ledger.move(CREDITS, OUTSIDE, 0, RESIDENT, i, -balance);
}

/** Whether a member's balance allows to ask for help. */
const mayAsk = ({ ledger }: World, { parameters: p }: Bank, i: number): boolean =>
  p.redemption !== "credit" || ledger.balance(CREDITS, RESIDENT, i) - p.minutes >= p.floor;

/** Whether a member's balance and week allow to help. */
const mayHelp = (world: World, { parameters: p }: Bank, j: number): boolean =>
  (p.redemption !== "credit" || world.ledger.balance(CREDITS, RESIDENT, j) + p.minutes <= p.cap) && minutesLeft(world, j) >= p.minutes;

/** The first of up to eight members drawn who may help and has the skill; NOBODY if none has. */
function helperOf(world: World, context: Bank, members: Uint32Array, count: number, k: number): number {
  const i = members[k];
  for (let asked = 1; asked <= ASKED; asked++) {
    const other = members[(k + 1 + context.draws.below(i, count - 1, asked)) % count];
    if (mayHelp(world, context, other) && context.draws.chance(i, 1 / context.parameters.skills, ASKED + asked)) return other;
  }
  return NOBODY;
}

/** Member j helps member i and is rewarded as the bank does it. */
function trade(world: World, { parameters: p }: Bank, c: number, i: number, j: number): void {
  const { ledger } = world;
  const r = world.residents.columns;
  const t = world.tally.communities.columns;
  if (p.redemption === "credit") ledger.move(CREDITS, RESIDENT, i, RESIDENT, j, p.minutes);
  else if (p.redemption === "material") {
    const yuan = Math.round((p.gift * p.minutes) / 60);
    ledger.move(MONEY, OUTSIDE, 0, RESIDENT, j, yuan);
    ledger.move(MONEY, RESIDENT, j, OUTSIDE, 0, yuan);
    r.extrinsic[j] += 0.1 * (1 - r.extrinsic[j]);
    r.motivation[j] *= 1 - p.crowding;
  } else r.motivation[j] += p.recognition * (1 - r.motivation[j]);
  giveTime(world, j, RESIDENT, i, p.minutes);
  if (p.careFirst && r.careUnmet[i] > 0) {
    const minutes = Math.min(p.minutes, r.careUnmet[i]);
    r.careUnmet[i] -= minutes;
    t.careMinutes[c] += minutes;
  }
  for (const member of [i, j]) if (r.tradesYear[member] < 65_535) r.tradesYear[member]++;
  t.trades[c]++;
}
