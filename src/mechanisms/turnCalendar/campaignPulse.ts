import { defineMechanism } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity, whole } from "../../scenario/index.ts";

/** A campaign year begins and fades [F13]. */
export const campaignPulse = defineMechanism({
  id: "campaignPulse",
  verb: "turnCalendar",
  title: { en: "Campaign pulse", zh: "运动脉冲" },
  summary: {
    en: "A campaign raises target pressure and messages from a week on and fades.",
    zh: "某周起的运动提高指标压力与宣传强度，随后衰减。",
  },
  rows: ["F13"],
  partyBuilding: true,
  sheet: {
    equation: "c(t) = s · 2^(−(t − t0) / h) for t ≥ t0, else 0",
    symbols: { c: "strength of the campaign, 0-1", s: "strength at its start", t0: "first week", h: "half-life, weeks" },
    source: "F13: the campaign pulse of 2021 decays; half-life 1-8 weeks of eq. 4.17, longer for a campaign year.",
    departures: "none",
    draws: "none",
    placebo: "The same pulse in messages of any content: nothing else hangs on it.",
    harm: "More pressure means more reporting beyond truth (administrativePromotion, divideHours).",
  },
  parameters: {
    startWeek: whole({
      default: 156,
      min: 0,
      max: 3650,
      unit: "week",
      en: "First week of the campaign.",
      zh: "运动开始的周。",
      rows: ["F13"],
    }),
    strength: quantity({ default: 0.5, min: 0, max: 1, unit: "0-1", en: "Strength at its start.", zh: "开始时的强度。", rows: ["F13"] }),
    halfLife: quantity({
      default: 26,
      min: 1,
      max: 520,
      unit: "weeks",
      en: "Weeks after which half of it is left.",
      zh: "衰减一半所需的周数。",
      rows: ["F13"],
    }),
  },
  reads: [],
  writes: ["district.campaign"],
  measures: ["branch_activity_reported", "messages_per_resident"],
  step(world, { week, district: p, districtMode }) {
    const age = week - p.startWeek;
    world.district.columns.campaign[0] = districtMode === "off" || age < 0 ? 0 : p.strength * exp((-Math.LN2 * age) / p.halfLife);
  },
});
