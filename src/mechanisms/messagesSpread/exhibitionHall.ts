import { defineMechanism, spend, tells } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Visits to an exhibition hall tell residents of policy in person [N10]. */
export const exhibitionHall = defineMechanism({
  id: "exhibitionHall",
  phase: "messagesSpread",
  scope: "community",
  every: "week",
  title: { en: "Exhibition hall", zh: "展示馆" },
  summary: {
    en: "Visitors to the hall on the origin of social organizations are told of policy in person.",
    zh: "参观社会组织展示馆的居民当面得知政策。",
  },
  rows: ["N10"],
  partyBuilding: true,
  specification: {
    equation: "told(i) + 1 for each visitor, an input of awareness",
    symbols: { told: "told of policy in person since last week" },
    source: "N10; no durable effect is the null of the register. Values are judgements.",
    departures: "none",
    draws: "stream number, agent = community: 0 visits; agent = community * 65536 + visit: 0 who.",
    placebo: "The same visits to a hall on another subject: the money is spent, nothing changes.",
    harm: "Money that could have gone to service.",
  },
  parameters: {
    visits: quantity({
      label: { en: "Visits", zh: "参观人次" },
      help: { en: "By adults drawn at random, spread over the year.", zh: "成年人随机前往，全年分布。" },
      default: 40,
      min: 0,
      max: 2000,
      unit: "per 1,000 residents a year",

      rows: ["N10"],
    }),
  },
  reads: [],
  writes: ["ledger", "residents.told", "weekTotals.communities.programmeMoney"],
  measures: ["awareness_knows", "money_spent_programme"],
  step(world, context, c) {
    const { parameters: p, mode } = context;
    const visits = context.stream("number").poisson(c, (p.visits * world.communities.columns.residents[c]) / 52_000);
    spend(world, c, visits * world.scenario.prices.hour);
    if (mode === "on")
      drawnAdults(world, context.draws, c, visits, (i) => {
        tells(world, i);
      });
  },
});
