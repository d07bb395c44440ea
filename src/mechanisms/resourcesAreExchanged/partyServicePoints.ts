import { COMMUNITY, defineMechanism, EXPERT_TIME, OUTSIDE, spend } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Line 5, party building and service: service points with staff of their own, beside what there is [B5]. */
export const partyServicePoints = defineMechanism({
  id: "partyServicePoints",
  phase: "resourcesAreExchanged",
  scope: "community",
  every: "week",
  title: { en: "“Party building + service”", zh: "“党建+服务”" },
  summary: {
    en: "Service points give every community expert hours for matters, whether or not others would have given them.",
    zh: "服务点为每个社区的事项提供专业工时，可能与已有供给重复。",
  },
  rows: ["B5"],
  partyBuilding: true,
  specification: {
    equation: "expert minutes of community c + 60 h n_c / 1000 a week",
    symbols: { h: "hours per 1,000 residents a week", n: "residents" },
    source: "B5; it may duplicate existing supply. Values are judgements.",
    departures: "none",
    draws: "none",
    placebo: "The points are open and serve other purposes.",
    harm: "Hours that nobody needs are paid for all the same.",
  },
  parameters: {
    hours: quantity({
      label: { en: "Time offered", zh: "服务点工时" },
      help: { en: "For matters that need an expert; hours not needed lapse.", zh: "用于需要专业支持的事项；用不上的作废。" },
      default: 0.1,
      min: 0,
      max: 40,
      unit: "hours per 1,000 residents a week",

      rows: ["B5"],
    }),
  },
  reads: [],
  writes: ["ledger", "weekTotals.communities.programmeMoney"],
  measures: ["matters_open", "settlement_rate_true", "weeks_to_settle_median", "money_spent_programme"],
  step(world, { parameters: p, mode }, c) {
    const hours = (p.hours * world.communities.columns.residents[c]) / 1000;
    spend(world, c, hours * world.scenario.prices.hour);
    if (mode === "on") world.ledger.move(EXPERT_TIME, OUTSIDE, 0, COMMUNITY, c, Math.round(60 * hours));
  },
});
