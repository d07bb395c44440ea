import { defineMechanism } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";

/** An epidemic comes, limits contact and asks for volunteers, and fades [F14]. */
export const epidemicPulse = defineMechanism({
  id: "epidemicPulse",
  verb: "turnCalendar",
  title: { en: "Epidemic pulse", zh: "疫情脉冲" },
  summary: {
    en: "From a week on an epidemic raises matters of prevention and the call for volunteers, limits contact, and fades.",
    zh: "自某周起疫情增加防疫事项与志愿需求、限制接触，随后消退。",
  },
  rows: ["F14"],
  mode: "off",
  sheet: {
    equation: "E(t) = s for t0 ≤ t < t0 + L, then s · 2^(−(t − t0 − L) / h) ; contact = 1 − c E ; outreach = g E",
    symbols: {
      E: "strength, 0-1",
      L: "weeks at full strength",
      h: "half-life of what follows, weeks",
      c: "contact lost at full strength",
      g: "central call for volunteers, invitations a week",
    },
    source: "F14. Central guidance against self-organization: Shenzhen Pioneers [S132]. Values are judgements.",
    departures: "No infection is modelled: the pulse is a clock.",
    draws: "none",
    harm: "The call tires those who follow it: fatigue and attrition after the pulse.",
  },
  parameters: {
    startWeek: whole({ default: 208, min: 1, max: 3650, unit: "week", en: "First week.", zh: "开始的周。", rows: ["F14"] }),
    strength: share({ default: 0.8, of: "the worst", en: "Strength at its height.", zh: "高峰强度。", rows: ["F14"] }),
    length: whole({ default: 12, min: 1, max: 520, unit: "weeks", en: "Weeks at its height.", zh: "高峰持续周数。", rows: ["F14"] }),
    halfLife: quantity({ default: 13, min: 1, max: 520, unit: "weeks", en: "Half-life of its end.", zh: "消退半衰期。", rows: ["F14"] }),
    contactLost: share({ default: 0.6, of: "contact", en: "Contact lost at full strength.", zh: "满强度时损失的接触。", rows: ["F14"] }),
    guidance: quantity({
      default: 0.05,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Central call for volunteers at full strength.",
      zh: "满强度时统一动员的每周邀请数。",
      rows: ["F14"],
    }),
  },
  reads: [],
  writes: ["district.epidemic", "district.contact", "tally.communities.outreach"],
  measures: ["matters_raised", "participation_rate", "fatigue_mean"],
  step(world, { week, district: p, districtMode }) {
    const d = world.district.columns;
    const age = week - p.startWeek;
    const on = districtMode === "on" && age >= 0;
    const epidemic = !on ? 0 : age < p.length ? p.strength : p.strength * exp((-Math.LN2 * (age - p.length)) / p.halfLife);
    d.epidemic[0] = epidemic;
    d.contact[0] = 1 - p.contactLost * epidemic;
    const { outreach } = world.tally.communities.columns;
    for (let c = 0; c < world.communities.rows; c++) outreach[c] += p.guidance * epidemic;
  },
});
