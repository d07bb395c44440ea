import { defineMechanism, shareOfMonth } from "../../engine/index.ts";
import { share } from "../../scenario/index.ts";

/** Intrinsic motivation rises with support, falls with control and returns to its set point (eq. 4.6) [H04]. */
export const motivationCrowding = defineMechanism({
  id: "motivationCrowding",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Motivation and crowding out", zh: "动机与挤出" },
  summary: {
    en: "Taking part freely feeds intrinsic motivation; being made to take part crowds it out.",
    zh: "自愿参与增强内在动机，刚性要求下的被动参与将其挤出。",
  },
  rows: ["H04", "Z25"],
  specification: {
    equation: "m(t+1) = m + λ_up s (1 − m) − λ_dn c m − δ (m − m0)",
    symbols: {
      m: "intrinsic motivation, 0-1",
      m0: "set point, 0-1",
      s: "support met since last month, 0-1: taking part freely, a voice that counted, recognition, a matter that got settled",
      c: "control met since last month, 0-1: pressure by strictness where one would not have come, rewards that stopped",
      λ_up: "gain a month",
      λ_dn: "loss a month",
      δ: "return a month",
    },
    source: "eq. 4.6 (Frey 1997; Frey & Jegen 2001). Evidence is mixed: λ_dn / λ_up is to be swept over 0-3.",
    departures:
      "Runs every fourth week, 13 times a year; contacts of a month add up to 1 at most. What would go beyond 0 or 1, as it can where λ_up, λ_dn and δ are more than 1 together, stays there.",
    draws: "none",
    harm: "λ_dn above λ_up: mobilization costs more motivation than participation gives.",
  },
  parameters: {
    support: share({
      label: { en: "Gain by support", zh: "支持增益" },
      help: {
        en: "In a month full of support: free choice, recognition, matters settled.",
        zh: "支持充足的一个月：自愿参与、获得认可、事项解决。",
      },
      default: 0.05,
      max: 0.5,
      of: "the gap to full, a month",

      rows: ["Z25"],
      prior: [0, 0.1],
    }),
    control: share({
      label: { en: "Loss by control", zh: "控制损失" },
      help: {
        en: "In a month full of control: pressure at rigidity 1, rewards that stopped.",
        zh: "控制充足的一个月：刚性为 1 时的施压、奖励停止。",
      },
      default: 0.05,
      max: 0.5,
      of: "motivation, a month",

      rows: ["H04"],
      prior: [0, 0.1],
    }),
    recovery: share({
      label: { en: "Return to set point", zh: "回归基准" },
      help: { en: "How fast a resident comes back to their own level.", zh: "居民回到个人基准的快慢。" },
      default: 0.1,
      of: "the gap, a month",

      evidence: "M",
      prior: [0.05, 0.2],
      source: "eq. 4.6: 0.05-0.2 a month.",
    }),
  },
  reads: [],
  writes: ["residents.controlMet", "residents.motivation", "residents.supportMet"],
  measures: ["motivation_mean", "participation_rate"],
  step(world, context, c) {
    const { motivation, motivationSetPoint, supportMet: supported, controlMet: controlled } = world.residents.columns;
    const { recovery, support, control } = context.parameters;
    const { firstResident, residents } = world.communities.columns;
    for (let i = firstResident[c]; i < firstResident[c] + residents[c]; i++) {
      const m = motivation[i];
      const next =
        m +
        support * shareOfMonth(supported[i]) * (1 - m) -
        control * shareOfMonth(controlled[i]) * m -
        recovery * (m - motivationSetPoint[i]);
      motivation[i] = Math.min(1, Math.max(0, next));
      if (supported[i] > 0) supported[i] = 0;
      if (controlled[i] > 0) controlled[i] = 0;
    }
  },
});
