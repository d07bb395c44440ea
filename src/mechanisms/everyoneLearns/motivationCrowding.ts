import { defineMechanism } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** Intrinsic motivation rises with support, falls with control and returns to its set point (eq. 4.6) [H04]. */
export const motivationCrowding = defineMechanism({
  id: "motivationCrowding",
  verb: "everyoneLearns",
  scope: "community",
  every: "month",
  phase: 0,
  apart: true,
  title: { en: "Motivation and crowding out", zh: "动机与挤出" },
  summary: {
    en: "Taking part freely feeds intrinsic motivation; being made to take part crowds it out.",
    zh: "自愿参与增强内在动机，刚性要求下的被动参与将其挤出。",
  },
  rows: ["H04", "Z25"],
  sheet: {
    equation: "m(t+1) = m + λ_up support − λ_dn control − δ (m − m0), clipped to 0-1",
    symbols: {
      m: "intrinsic motivation, 0-1",
      m0: "set point, 0-1",
      support: "1 after taking part in the last four weeks of one's own accord, satisfaction otherwise counted half",
      control: "rigidity, after taking part because mobilized in the last four weeks",
      λ_up: "gain a month",
      λ_dn: "loss a month",
      δ: "return a month",
    },
    source: "eq. 4.6 (Frey 1997; Frey & Jegen 2001). Evidence is mixed: λ_dn / λ_up is to be tested over 0-3.",
    departures: "Runs every fourth week, 13 times a year.",
    draws: "none",
    harm: "λ_dn above λ_up: mobilization costs more motivation than participation gives.",
  },
  parameters: {
    support: quantity({
      label: { en: "Gain by free choice", zh: "自愿参与增益" },
      help: { en: "In a month of taking part of one's own accord.", zh: "当月有自愿参与时。" },
      default: 0.03,
      min: 0,
      max: 0.5,
      unit: "share of the scale, a month",

      rows: ["Z25"],
    }),
    control: quantity({
      label: { en: "Loss by control", zh: "被动参与损失" },
      help: { en: "In a month of mobilized participation at rigidity 1.", zh: "刚性为 1 且当月因动员而参与时。" },
      default: 0.03,
      min: 0,
      max: 0.5,
      unit: "share of the scale, a month",

      rows: ["H04"],
      prior: [0, 0.09],
    }),
    recovery: share({
      label: { en: "Return to set point", zh: "回归基准" },
      help: { en: "How fast a resident comes back to their own level.", zh: "居民回到个人基准的快慢。" },
      default: 0.1,
      of: "the gap, a month",

      evidence: "M",
      prior: [0.05, 0.2],
    }),
  },
  reads: ["residents.lastGovernance", "residents.lastMobilized", "residents.lastVolunteering", "residents.satisfaction"],
  writes: ["residents.motivation"],
  measures: ["motivation_mean", "participation_rate"],
  step(world, context, c) {
    const { motivation, motivationSetPoint, lastMobilized, lastGovernance, lastVolunteering, satisfaction } = world.residents.columns;
    const { recovery, support, control } = context.parameters;
    const loss = control * context.rigidity;
    const since = context.week - 3;
    const from = world.communities.columns.firstResident[c];
    const to = from + world.communities.columns.residents[c];
    for (let i = from; i < to; i++) {
      let m = motivation[i];
      m -= recovery * (m - motivationSetPoint[i]);
      if (lastMobilized[i] >= since) m -= loss;
      else if (lastGovernance[i] >= since || lastVolunteering[i] >= since) m += support * (0.5 + 0.5 * satisfaction[i]);
      motivation[i] = m < 0 ? 0 : Math.min(m, 1);
    }
  },
});
