import { type World, weekOfYear, YEAR } from "../../engine/index.ts";
import { gini, topShare } from "../statistics.ts";
import { measuresTaken } from "./measure.ts";

/** Earlier in the year too few exchanges have been possible to call a member idle. */
const isLate = ({ week }: World) => weekOfYear(week) > YEAR / 2;

/** The time bank. */
export const timeBank = [
  ...measuresTaken(1, "timebank", [
    {
      id: "timebank_member_share",
      unit: "share of adults",
      label: { en: "Time-bank members", zh: "时间银行会员占比" },
      help: { en: "At the end of the week.", zh: "以当周末为准。" },
      formula: ({ residents }) => residents.banked / residents.adults,
    },
    {
      id: "timebank_trades_per_member_year",
      unit: "exchanges a year",
      label: { en: "Exchanges of help per member", zh: "会员年均互助次数" },
      help: { en: "In the last 52 weeks.", zh: "近 52 周合计。" },
      formula: ({ year, residents }) => (year.communities.trades / residents.banked) * (YEAR / year.weeks),
    },
  ]),
  ...measuresTaken(4, "timebank", [
    {
      id: "timebank_idle_share",
      unit: "share of time-bank members",
      label: { en: "Idle time-bank members", zh: "会员闲置率" },
      help: {
        en: "Without an exchange of help in the running year; before its 26th week the last value stands.",
        zh: "今年未参与互助；第 26 周之前沿用上次数值。",
      },
      formula: ({ timeBank, world }) => (isLate(world) ? timeBank.idle / timeBank.members : undefined),
    },
    {
      id: "timebank_balance_gini",
      unit: "0-1",
      label: { en: "Inequality of balances", zh: "余额基尼系数" },
      help: { en: "Gini coefficient of members' balances above the lowest of them.", zh: "按会员余额高出最低余额的部分计算。" },
      formula: ({ timeBank }) => gini(timeBank.balances.map((balance) => balance - timeBank.balances[0])),
    },
    {
      id: "timebank_top_fifth_trade_share",
      unit: "share of exchanges",
      label: { en: "Exchanges of the top fifth", zh: "前五分之一会员互助占比" },
      help: { en: "The most active members in the running year.", zh: "今年最活跃的会员。" },
      formula: ({ timeBank, world }) => (isLate(world) ? topShare(timeBank.trades, 0.2) : undefined),
    },
  ]),
];
