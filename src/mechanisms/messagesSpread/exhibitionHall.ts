import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Visits to an exhibition hall raise identification with public value, for a while [N10]. */
export const exhibitionHall = defineMechanism({
  id: "exhibitionHall",
  verb: "messagesSpread",
  scope: "community",
  every: "week",
  title: { en: "Exhibition hall", zh: "展示馆" },
  summary: {
    en: "A visit to the hall on the origin of social organizations raises motivation, which fades again.",
    zh: "参观社会组织展示馆提升居民动机，之后效果减弱。",
  },
  rows: ["N10"],
  partyBuilding: true,
  sheet: {
    equation: "m ← m + g (1 − m) for each visitor ; it fades with the return to the set point (motivationCrowding)",
    symbols: { m: "intrinsic motivation, 0-1", g: "gain of a visit" },
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
    gain: share({
      label: { en: "Gain of a visit", zh: "参观增益" },
      help: { en: "Motivation moves this far towards full.", zh: "动机向满值靠近的幅度。" },
      default: 0.1,
      of: "the gap to full",
      rows: ["N10"],
    }),
    cost: quantity({
      label: { en: "Cost of a visit", zh: "每次参观成本" },
      help: { en: "The placebo spends as much on a hall about something else.", zh: "安慰剂花费同额，展示其他内容。" },
      default: 20,
      min: 0,
      max: 1000,
      unit: "yuan",
      rows: ["N10"],
    }),
  },
  reads: [],
  writes: ["ledger", "residents.motivation", "tally.communities.programmeMoney"],
  measures: ["motivation_mean", "money_spent_programme"],
  step(world, context, c) {
    const m = world.residents.columns.motivation;
    const { parameters: p, mode } = context;
    const visits = context.stream("number").poisson(c, (p.visits * world.communities.columns.residents[c]) / 52_000);
    spend(world, c, visits * p.cost);
    if (mode === "on") drawnAdults(world, context.draws, c, visits, (i) => (m[i] += p.gain * (1 - m[i])));
  },
});
