import { controls, defineMechanism, shareOfMonth } from "../../engine/index.ts";
import { level, share } from "../../scenario/index.ts";

/** Extrinsic motive: rewards and duties feed it; where they stop it falls, and takes intrinsic motivation along (eq. 4.6). */
export const extrinsicMotive = defineMechanism({
  id: "extrinsicMotive",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Extrinsic motive", zh: "外在动机" },
  summary: {
    en: "Gifts, credits and what a branch expects feed the extrinsic motive; without them it falls back, and some intrinsic motivation goes with it.",
    zh: "礼品、时间币与支部期望增强外在动机；停止后外在动机回落，并带走部分内在动机。",
  },
  rows: ["H04", "V2"],
  specification: {
    equation: "f = e + a r (1 − e) ; e(t+1) = f − b (f − e0) ; where nothing was given and e > e0: control += κ b (e − e0)",
    symbols: {
      e: "extrinsic motive, 0-1",
      e0: "level without rewards",
      f: "extrinsic motive after the rewards of the month, 0-1",
      r: "rewards and duties of the month, 0-1",
      a: "gain by a full month of rewards",
      b: "return a month",
      κ: "crowding: control that a loss of rewards is felt as (motivationCrowding)",
    },
    source: "eq. 4.6 (Frey & Jegen 2001). Evidence is mixed [S101], [S102], [S104]: κ is to be swept from 0.",
    departures: "One level without rewards for all.",
    draws: "none",
    harm: "Rewards that stop leave less motivation than there was before them.",
  },
  parameters: {
    gain: share({
      label: { en: "Gain by rewards", zh: "奖励增益" },
      help: { en: "Of the extrinsic motive in a month full of rewards.", zh: "奖励充足的一个月中外在动机的增幅。" },
      default: 0.2,
      of: "the gap to full",
      rows: ["V2"],
      prior: [0, 0.5],
    }),
    base: level({
      label: { en: "Without rewards", zh: "无奖励时水平" },
      help: { en: "The level to which the extrinsic motive returns.", zh: "外在动机回落到的水平。" },
      default: 0.3,
      rows: ["H04"],
      prior: [0.1, 0.4],
    }),
    recovery: share({
      label: { en: "Return to base", zh: "回落速度" },
      help: { en: "How fast the extrinsic motive comes back to it.", zh: "外在动机回到该水平的快慢。" },
      default: 0.1,
      of: "the gap, a month",
      rows: ["H04"],
      prior: [0.05, 0.2],
      evidence: "M",
      source: "eq. 4.6: motives come back by 0.05-0.2 a month.",
    }),
    crowding: level({
      label: { en: "Felt as control", zh: "挤出强度" },
      help: { en: "How far a month without the usual rewards is felt as control.", zh: "没有惯常奖励的一个月在多大程度上如同受控。" },
      default: 1,
      rows: ["H04", "V2"],
      prior: [0, 1],
    }),
  },
  reads: [],
  writes: ["residents.controlMet", "residents.extrinsic", "residents.rewardMet"],
  measures: ["extrinsic_mean", "motivation_mean"],
  step(world, context, c) {
    const { extrinsic: e, rewardMet: reward, age } = world.residents.columns;
    const { gain, base, recovery, crowding } = context.parameters;
    const { firstResident, residents } = world.communities.columns;
    for (let i = firstResident[c]; i < firstResident[c] + residents[c]; i++) {
      if (age[i] < 18) continue;
      const given = shareOfMonth(reward[i]);
      const fed = e[i] + gain * given * (1 - e[i]);
      const above = fed - base;
      if (given > 0) reward[i] = 0;
      else if (above > 0) controls(world, i, crowding * recovery * above);
      e[i] = fed - recovery * above;
    }
  },
});
