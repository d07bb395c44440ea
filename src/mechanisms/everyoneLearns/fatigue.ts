import { defineMechanism } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** Civic work tires, rest restores. */
export const fatigue = defineMechanism({
  id: "fatigue",
  phase: "everyoneLearns",
  scope: "community",
  every: "week",
  apart: true,
  title: { en: "Fatigue", zh: "疲劳" },
  summary: {
    en: "The more of their free time people give, the more fatigue; each week part of it goes.",
    zh: "付出占闲暇越多越疲劳，每周恢复一部分。",
  },
  rows: ["H04"],
  specification: {
    equation: "f(t+1) = f (1 − ρ) + a · minutes / (free minutes + 60) + o, clipped to 0-1",
    symbols: {
      f: "fatigue, 0-1",
      ρ: "recovery a week",
      a: "fatigue from giving all free time in a week",
      o: "messages beyond what residents can bear (awareness)",
    },
    source: "Havlik's rule of effort and rest [S130], in form only; values are judgements.",
    departures: "none",
    draws: "none",
    harm: "The same few who give most tire most.",
  },
  parameters: {
    weeklyFatigue: quantity({
      label: { en: "Fatigue from giving", zh: "付出疲劳" },
      help: { en: "If all free time of a week is given.", zh: "一周闲暇全部付出时。" },
      default: 0.15,
      min: 0,
      max: 1,
      unit: "0-1",

      rows: ["H04"],
    }),
    recovery: share({
      label: { en: "Recovery", zh: "恢复率" },
      help: { en: "The slower, the longer the most active stay tired.", zh: "越慢，经常付出的人疲劳越久。" },
      default: 0.08,
      of: "fatigue, a week",
    }),
  },
  reads: ["residents.minutesWeek", "weekTotals.communities.overload"],
  writes: ["residents.fatigue"],
  measures: ["fatigue_mean", "participation_rate"],
  step(world, context, c) {
    const { fatigue: f, minutesWeek, freeMinutes } = world.residents.columns;
    const { weeklyFatigue, recovery } = context.parameters;
    const kept = 1 - recovery;
    const overload = world.weekTotals.communities.columns.overload[c];
    const from = world.communities.columns.firstResident[c];
    const to = from + world.communities.columns.residents[c];
    for (let i = from; i < to; i++) {
      if (minutesWeek[i] === 0 && f[i] === 0 && overload === 0) continue;
      const next = f[i] * kept + (weeklyFatigue * minutesWeek[i]) / (freeMinutes[i] + 60) + overload;
      f[i] = next > 1 ? 1 : next < 1e-4 ? 0 : next;
    }
  },
});
