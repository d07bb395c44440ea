import { defineMechanism, MONTHS, ORGANIZATION, OWN_FIELD, offerPaidCourse, type World } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

const TAKEN_UP = 1;
const ATTENDED = 2; // the placebo: the course without the model
const WAYS = 2;

/** Pilots try a new model; it spreads to partners, or stays a potted plant [G6, Z04, Z07]. */
export const pilots = defineMechanism({
  id: "pilots",
  phase: "organizationsComeAndGo",
  scope: "organization",
  every: "month",
  inWeek: 0,
  title: { en: "Pilots", zh: "试点" },
  summary: {
    en: "Organizations of the pilot area take up a new model; partners adopt it the sooner, the stronger the role of model builder.",
    zh: "试点区组织采用新模式；模式建构角色越强，伙伴跟进越快。",
  },
  rows: ["G6", "Z04", "Z07", "Z19"],
  partyBuilding: true,
  specification: {
    equation:
      "P(starts in a month) = 1 − e^(−r/13) in treated communities ; P(adopts in a month) = 1 − e^(−s Σ_partners role_1 / 13) ; a course of 60 h minutes on the field once, by a teacher paid by the hour (prices) ; abandoned at rate a",
    symbols: {
      r: "starts a year",
      s: "spread a year from a partner that builds models all the time",
      role_1: "share of model building",
      h: "hours of the course by which it is taken up",
      a: "abandonment a year",
    },
    source: "G6: a model that does not spread is its null; Z07 treated communities. Values are judgements.",
    departures: "One model.",
    draws: "agent = organization: 0 starts or adopts, 1 abandons.",
    placebo: "The same course spreads by the same rule from the pilot area: without the model.",
    harm: "Hours of a course on a model that is abandoned.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "starts or adopts the pilot model", zh: "启动或采用试点模式" },
      1: { of: "organization", en: "abandons the pilot model", zh: "放弃试点模式" },
    },
  },
  parameters: {
    start: quantity({
      label: { en: "Starts", zh: "启动率" },
      help: { en: "Only in the pilot area.", zh: "仅限试点区。" },
      default: 0.3,
      min: 0,
      max: 12,
      unit: "a year",

      rows: ["G6"],
    }),
    spread: quantity({
      label: { en: "Spread", zh: "扩散率" },
      help: { en: "From a partner that spends all of its hours on building models.", zh: "伙伴全部工时用于模式建构时。" },
      default: 1,
      min: 0,
      max: 12,
      unit: "a year",

      rows: ["G6", "Z04"],
      prior: [0, 10],
    }),
    course: quantity({
      label: { en: "Course on the model", zh: "新模式培训" },
      help: { en: "Taken up by a course, on the organization's field.", zh: "采用新模式时的业务培训。" },
      default: 40,
      min: 0,
      max: 200,
      unit: "hours",
      rows: ["Z04", "G6"],
      prior: [8, 160],
      evidence: "M",
      source: "A week of training, for which an effect is measured: De Grip & Sauermann 2012.",
    }),
    abandon: quantity({
      label: { en: "Abandonment", zh: "放弃率" },
      help: { en: "What was learnt fades unless it is used.", zh: "所学不用则生疏。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["Z19"],
    }),
  },
  reads: ["exchangeTies.a", "exchangeTies.b", "exchangeTies.kindA", "exchangeTies.kindB", "organizations.community", "organizations.role"],
  writes: ["ledger", "organizations.courses", "organizations.pilot", "weekTotals.communities.programmeMoney"],
  measures: ["org_quality_mean", "pilot_share", "money_spent_programme"],
  begin(world) {
    const { organizations, exchangeTies } = world;
    const { pilot, role } = organizations.columns;
    const { kindA, kindB, a, b } = exchangeTies.columns;
    const seen = seenBy(world).fill(0);
    for (let e = 0; e < exchangeTies.rows; e++) {
      if (kindA[e] !== ORGANIZATION || kindB[e] !== ORGANIZATION) continue;
      if (pilot[a[e]]) seen[b[e] * WAYS + pilot[a[e]] - 1] += role[a[e] * 4 + 1];
      if (pilot[b[e]]) seen[a[e] * WAYS + pilot[b[e]] - 1] += role[b[e] * 4 + 1];
    }
  },
  step(world, { parameters: p, mode, draws }, g) {
    const o = world.organizations.columns;
    if (o.pilot[g]) {
      if (!draws.chance(g, chanceOf(p.abandon / MONTHS), 1)) return;
      o.pilot[g] = 0;
      return;
    }
    const code = mode === "on" ? TAKEN_UP : ATTENDED;
    const rate = (world.communities.columns.treated[o.community[g]] ? p.start : 0) + p.spread * seenBy(world)[g * WAYS + code - 1];
    if (!draws.chance(g, chanceOf(rate / MONTHS), 0)) return;
    o.pilot[g] = code;
    offerPaidCourse(world, g, OWN_FIELD, 60 * p.course);
  },
  leave(world, _context, c) {
    const { pilot, community } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) if (community[g] === c) pilot[g] = 0;
  },
});

/** [g * 2] model building of the partners that work by the model; [g * 2 + 1] of those that attended the course of the placebo. */
const seenBy = (world: World) => world.scratch("pilots/seen", Float64Array, WAYS * world.organizations.rows);
