import { CREDITS, defineMechanism, OUTSIDE, RESIDENT, VOLUNTEER_TIME } from "../../engine/index.ts";
import { probability, quantity, whole } from "../../scenario/index.ts";

/** Members of the time bank give an hour and earn the right to one (eq. 4.19) [V2]. */
export const timeBank = defineMechanism({
  id: "timeBank",
  verb: "timeBankTrades",
  title: { en: "Time bank", zh: "时间银行" },
  summary: {
    en: "Members request and offer help for time credits, between a floor and a cap.",
    zh: "会员在下限与上限之间以时间积分求助与互助。",
  },
  rows: ["V2", "B4"],
  sheet: {
    equation: "tb_i(t+1) = tb_i + given − received ; asks if tb_i − d ≥ b_lo ; offers if tb_i + d ≤ b_hi",
    symbols: { tb: "balance, minutes", d: "length of a trade, minutes", b_lo: "floor", b_hi: "cap" },
    source: "eq. 4.19 (Sweeney & Sweeney 1977; Collom 2012); caps and floors [S57]-[S60].",
    departures: "One skill; pairs are drawn inside a community.",
    draws: "agent = resident: 0 asks this week; 1 partner.",
    harm: "A floor near zero freezes the bank.",
  },
  parameters: {
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
    minutes: whole({ default: 60, min: 15, max: 480, unit: "minutes", en: "Length of a trade.", zh: "每次互助时长。" }),
  },
  reads: ["residents.timeBankMember", "ledger"],
  writes: ["ledger", "residents.minutesWeek", "residents.minutesYear", "residents.minutesMonth", "tally.communities.trades"],
  measures: ["timebank_trades_per_member_year", "timebank_balance_gini"],
  step(world, context) {
    const { communities, residents, ledger } = world;
    const r = residents.columns;
    const month = Math.floor((context.week - 1) / 4) % 13;
    const members = world.scratch("timeBank/members", Uint32Array, residents.rows);
    for (let c = 0; c < communities.rows; c++) {
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
      const from = communities.columns.firstResident[c];
      const to = from + communities.columns.residents[c];
      let count = 0;
      for (let i = from; i < to; i++) if (r.timeBankMember[i]) members[count++] = i;
      for (let k = 0; k < count; k++) {
        const i = members[k];
        if (count < 2 || !context.draws.chance(i, p.requests, 0)) continue;
        if (ledger.balance(CREDITS, RESIDENT, i) - p.minutes < p.floor) continue;
        const j = members[(k + 1 + context.draws.below(i, count - 1, 1)) % count];
        if (ledger.balance(CREDITS, RESIDENT, j) + p.minutes > p.cap || r.freeMinutes[j] < r.minutesWeek[j] + p.minutes) continue;
        ledger.move(CREDITS, RESIDENT, i, RESIDENT, j, p.minutes);
        ledger.move(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, j, p.minutes);
        ledger.move(VOLUNTEER_TIME, RESIDENT, j, RESIDENT, i, p.minutes);
        r.minutesWeek[j] += p.minutes;
        r.minutesMonth[j * 13 + month] += p.minutes;
        r.minutesYear[j] += p.minutes;
        world.tally.communities.columns.trades[c]++;
      }
    }
  },
});
