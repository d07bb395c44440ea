import { defineMechanism } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity, whole } from "../../scenario/index.ts";

/** A campaign year begins and fades [F13]. */
export const campaign = defineMechanism({
  id: "campaign",
  phase: "turnCalendar",
  scope: "community",
  every: "week",
  title: { en: "Campaign", zh: "专项行动" },
  summary: {
    en: "From a week on, a campaign raises target pressure and messages; then it fades.",
    zh: "自某周起，专项行动加大指标压力与宣传力度，随后减弱。",
  },
  rows: ["F13"],
  partyBuilding: true,
  specification: {
    equation: "c(t) = s · 2^(−(t − t0) / h) for t ≥ t0, else 0",
    symbols: { c: "strength of the campaign, 0-1", s: "strength at its start", t0: "first week", h: "half-life, weeks" },
    source: "F13: the campaign pulse of 2021 decays; half-life 1-8 weeks of eq. 4.17, longer for a campaign year.",
    departures: "none",
    draws: "none",
    placebo: "The same pulse in messages of any content: nothing else hangs on it.",
    harm: "More pressure means more reporting beyond truth (administrativeDrive, divideHours).",
  },
  parameters: {
    startWeek: whole({
      label: { en: "Start", zh: "开始时间" },
      help: { en: "The campaign is strongest in this week.", zh: "专项行动在该周最强。" },
      default: 156,
      min: 0,
      max: 3650,
      unit: "week",

      rows: ["F13"],
      calendar: true,
    }),
    strength: quantity({
      label: { en: "Initial strength", zh: "初始强度" },
      help: { en: "At 0.5, target pressure and messages begin half as high again.", zh: "0.5 时，指标压力与信息量起初增加一半。" },
      default: 0.5,
      min: 0,
      max: 1,
      unit: "0-1",
      rows: ["F13"],
    }),
    halfLife: quantity({
      label: { en: "Half-life", zh: "半衰期" },
      help: { en: "Each time it passes, half of the strength is left.", zh: "每经过这段时间，强度减半。" },
      default: 26,
      min: 1,
      max: 520,
      unit: "weeks",

      rows: ["F13"],
    }),
  },
  reads: [],
  writes: ["communities.campaign"],
  measures: ["branch_activity_reported", "messages_per_resident"],
  step(world, { week, parameters: p }, c) {
    const age = week - p.startWeek;
    world.communities.columns.campaign[c] = age < 0 ? 0 : p.strength * exp((-Math.LN2 * age) / p.halfLife);
  },
  leave(world, _context, c) {
    world.communities.columns.campaign[c] = 0;
  },
});
