import { defineMechanism } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";

/** An epidemic comes, limits contact and asks for volunteers, and fades [F14]. */
export const epidemic = defineMechanism({
  id: "epidemic",
  phase: "turnCalendar",
  scope: "community",
  every: "week",
  title: { en: "Epidemic", zh: "疫情冲击" },
  summary: {
    en: "From a week on, an epidemic raises matters of prevention and calls for volunteers and limits contact; then it fades.",
    zh: "自某周起，疫情使防疫事项与志愿需求增加、接触减少，随后消退。",
  },
  rows: ["F14"],
  mode: "off",
  specification: {
    equation: "E(t) = 1 for t0 ≤ t < t0 + L, then 2^(−(t − t0 − L) / h) ; contact = 1 − c E ; outreach = g E",
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
    startWeek: whole({
      label: { en: "Start", zh: "开始时间" },
      help: { en: "Until then nothing of it is felt.", zh: "此前没有影响。" },
      default: 208,
      min: 1,
      max: 3650,
      unit: "week",
      rows: ["F14"],
      calendar: true,
    }),
    length: whole({
      label: { en: "Length of the peak", zh: "高峰时长" },
      help: { en: "Time at full strength; then it halves with every half-life.", zh: "疫情最强的时长；之后按半衰期减弱。" },
      default: 11,
      min: 1,
      max: 520,
      unit: "weeks",
      rows: ["F14"],
      evidence: "M",
      prior: [6, 24],
      source: "76 days in Wuhan, 23 January to 8 April 2020.",
    }),
    halfLife: quantity({
      label: { en: "Half-life", zh: "半衰期" },
      help: { en: "After the peak, each time it passes half of the strength is left.", zh: "高峰过后，每经过这段时间强度减半。" },
      default: 13,
      min: 1,
      max: 520,
      unit: "weeks",
      rows: ["F14"],
    }),
    contactLost: share({
      label: { en: "Contact lost", zh: "接触损失" },
      help: { en: "At full strength; invitations fall with it.", zh: "疫情最强时的损失；邀请随之减少。" },
      default: 0.86,
      of: "contact",
      rows: ["F14"],
      evidence: "M",
      prior: [0.5, 1],
      source: "Daily contacts fell sevenfold to eightfold in Wuhan and Shanghai: Zhang et al. 2020.",
    }),
    guidance: quantity({
      label: { en: "Call for volunteers", zh: "志愿动员" },
      help: { en: "Further invitations to every adult at full strength.", zh: "疫情最强时每位成年人额外收到的邀请。" },
      default: 0.05,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["F14"],
    }),
  },
  reads: [],
  writes: ["communities.contact", "communities.epidemic", "weekTotals.communities.outreach"],
  measures: ["matters_raised", "participation_rate", "fatigue_mean"],
  step(world, { week, parameters: p }, c) {
    const { epidemic, contact } = world.communities.columns;
    const age = week - p.startWeek;
    const fading = exp((-Math.LN2 * (age - p.length)) / p.halfLife);
    epidemic[c] = age < 0 ? 0 : age < p.length ? 1 : fading;
    contact[c] = 1 - p.contactLost * epidemic[c];
    world.weekTotals.communities.columns.outreach[c] += p.guidance * epidemic[c];
  },
  leave(world, _context, c) {
    world.communities.columns.epidemic[c] = 0;
    world.communities.columns.contact[c] = 1;
  },
});
