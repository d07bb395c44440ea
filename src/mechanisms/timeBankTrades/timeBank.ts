import {
  type Context,
  CREDITS,
  careFor,
  defineMechanism,
  giveTime,
  MONEY,
  minutesLeft,
  OUTSIDE,
  type ParametersOf,
  RESIDENT,
  rewards,
  supports,
  type World,
} from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { choice, level, probability, quantity, toggle, whole } from "../../scenario/index.ts";

const NOBODY = -1;
const ASKED = 8; // members at most

const parameters = {
  redemption: choice(["credit", "material", "recognition"], {
    label: { en: "Reward", zh: "互助回报" },
    help: { en: "Gifts can crowd motivation out, recognition raises it.", zh: "礼品可能挤出动机，表彰增强动机。" },
    default: "credit",

    rows: ["V2"],
    evidence: "S",
  }),
  requests: probability({
    label: { en: "Requests", zh: "求助率" },
    help: { en: "By default about three a year for each member.", zh: "默认约为每位会员每年三次。" },
    default: 0.058,
    per: "member and week",

    rows: ["V2"],
    prior: [0.02, 0.15],
  }),
  floor: quantity({
    label: { en: "Lowest balance", zh: "最低余额" },
    help: { en: "Near zero nobody can pay, and the bank freezes.", zh: "接近 0 时无人能支付，互助停滞。" },
    default: -300,
    min: -6000,
    max: 0,
    unit: "minutes",

    rows: ["V2"],
    evidence: "S",
    source: "eq. 4.19: floors of -5 to 0 hours.",
  }),
  cap: quantity({
    label: { en: "Highest balance", zh: "最高余额" },
    help: { en: "Members who reach it offer no more help.", zh: "达到上限的会员不再提供帮助。" },
    default: 90_000,
    min: 60,
    max: 1_000_000,
    unit: "minutes",

    rows: ["V2"],
    evidence: "S",
    source: "1,500 hours in Nanjing and Guangzhou [S57], [S58].",
  }),
  starter: whole({
    label: { en: "Starting credit", zh: "起始时间币" },
    help: { en: "For newcomers, where time credits are the reward.", zh: "以时间币为回报时发给新会员。" },
    default: 60,
    min: 0,
    max: 6000,
    unit: "minutes",

    rows: ["V2"],
    evidence: "S",
    prior: [0, 300],
    source: "Five starter credits, one a service, in Xihu [S59].",
  }),
  minutes: whole({
    label: { en: "Length of an exchange", zh: "互助时长" },
    help: { en: "Time credits are paid minute for minute.", zh: "按时长一比一计时间币。" },
    default: 60,
    min: 15,
    max: 480,
    unit: "minutes",
  }),
  skills: whole({
    label: { en: "Variety of requests", zh: "所需技能" },
    help: { en: "A member has each with a chance of one over this number.", zh: "会员具备每种技能的概率为其倒数。" },
    default: 5,
    min: 1,
    max: 40,
    unit: "skills",

    rows: ["V2"],
    prior: [5, 10],
    evidence: "M",
    source: "eq. 4.19: 5-10 types of skill.",
  }),
  leaving: probability({
    label: { en: "Leaving", zh: "退会率" },
    help: { en: "At random among members.", zh: "在会员中随机发生。" },
    default: 0.1,
    per: "year",
    max: 0.9,
    rows: ["V2"],
  }),
  gift: quantity({
    label: { en: "Value of gifts", zh: "礼品价值" },
    help: { en: "Only where gifts are the reward.", zh: "仅用于礼品回报。" },
    default: 1.25,
    min: 0,
    max: 200,
    unit: "yuan an hour",

    rows: ["V2"],
    evidence: "S",
    source: "4 hours for a coupon of 5 yuan [S48].",
  }),
  thanks: level({
    label: { en: "Weight of thanks", zh: "答谢分量" },
    help: {
      en: "Of a gift as a reward, or of recognition as support for the helper; 1 is all that a month can hold.",
      zh: "礼品作为奖励、表彰作为支持的分量；1 为一个月所能容纳的全部。",
    },
    default: 0.3,
    rows: ["V2", "H04"],
    prior: [0, 1],
  }),
  careFirst: toggle({
    label: { en: "Care first", zh: "照护优先" },
    help: { en: "Help goes to the unmet home care of the member who asks, if any.", zh: "求助者有照护缺口时，先用于照护。" },
    default: true,

    rows: ["B4", "I06"],
  }),
};

/** Members of the time bank give an hour and earn the right to one, a gift, or thanks (eq. 4.19) [V2]. */
export const timeBank = defineMechanism({
  id: "timeBank",
  phase: "timeBankTrades",
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
  specification: {
    equation: [
      "tb_i(t+1) = tb_i + given − received ; asks if tb_i − d ≥ b_lo ; offers if tb_i + d ≤ b_hi ; found with chance 1 − (1 − s)^8",
      "credit: as above, newcomers get a starter ; material: no credits, each trade a reward of r ; recognition: no credits, each trade a support of r",
    ].join("\n"),
    symbols: {
      tb: "balance, minutes",
      d: "length of a trade, minutes",
      "b_lo, b_hi": "floor and cap",
      s: "chance that a member asked has the skill, 1 / skills",
      r: "weight of thanks: of a gift as reward, of recognition as support",
    },
    source: "eq. 4.19 (Sweeney & Sweeney 1977; Collom 2012), caps, floors and starters [S57]-[S60]; crowding eq. 4.6.",
    departures: "Pairs are found inside a community. Starter credits are issued by the outside world.",
    draws: "agent = resident: 0 asks this week; 1-8 members asked; 9-16 skill; stream enrolment, agent = resident: 0 joins, 1 leaves.",
    harm: "A floor near zero freezes the bank; gifts that stop take motivation along (extrinsicMotive).",
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
  reads: [],
  writes: [
    "ledger",
    "residents.careUnmet",
    "residents.minutesMonth",
    "residents.minutesWeek",
    "residents.minutesYear",
    "residents.rewardMet",
    "residents.supportMet",
    "residents.timeBankMember",
    "residents.tradesYear",
    "weekTotals.communities.careMinutes",
    "weekTotals.communities.trades",
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
function enrol(world: World, context: Bank, c: number): void {
  const { communities, residents, ledger } = world;
  const { parameters: p } = context;
  const { age, timeBankMember } = residents.columns;
  const enrolment = context.stream("enrolment");
  // As many join as leave while the share of the start are members.
  const { timeBankMembers } = world.scenario.population;
  const leave = monthly(p.leaving);
  const join = timeBankMembers < 1 ? Math.min(1, (leave * timeBankMembers) / (1 - timeBankMembers)) : 1;
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
  const t = world.weekTotals.communities.columns;
  if (p.redemption === "credit") ledger.move(CREDITS, RESIDENT, i, RESIDENT, j, p.minutes);
  else if (p.redemption === "material") {
    const yuan = Math.round((p.gift * p.minutes) / 60);
    ledger.move(MONEY, OUTSIDE, 0, RESIDENT, j, yuan);
    ledger.move(MONEY, RESIDENT, j, OUTSIDE, 0, yuan);
    rewards(world, j, p.thanks);
  } else supports(world, j, p.thanks);
  giveTime(world, j, RESIDENT, i, p.minutes);
  if (p.careFirst && r.careUnmet[i] > 0) careFor(world, i, Math.min(p.minutes, r.careUnmet[i]));
  for (const member of [i, j]) if (r.tradesYear[member] < 65_535) r.tradesYear[member]++;
  t.trades[c]++;
}
