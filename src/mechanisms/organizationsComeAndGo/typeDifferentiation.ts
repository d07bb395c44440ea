import { defineMechanism, ELSEWHERE, MONTHS, OWN_FIELD, offerPaidCourse, type World } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const TYPES = 11;
const ALL = TYPES;
const FIRST_NEW = 4;

/** Organizations leave crowded trades for rare ones, some in name only [Z08, Z09]. */
export const typeDifferentiation = defineMechanism({
  id: "typeDifferentiation",
  phase: "organizationsComeAndGo",
  scope: "organization",
  every: "month",
  inWeek: 2,
  title: { en: "Differentiation of types", zh: "类型分化" },
  summary: {
    en: "Organizations of crowded traditional types move to new ones; one in name only does without retraining.",
    zh: "拥挤的传统类型组织转向新型；仅改名的不经再培训。",
  },
  rows: ["Z08", "Z09"],
  partyBuilding: true,
  specification: {
    equation:
      "P(moves in a month) = 1 − e^(−r share of its type · (1 − aut/2) / 13) to one of the seven new types ; unless in name only, with chance λ: a course of 60 h minutes in the new field, by a teacher paid by the hour (prices)",
    symbols: {
      r: "rate a year where all are of one type",
      aut: "autonomy: who follows the plan of others moves more",
      λ: "label only",
      h: "hours of retraining",
    },
    source: "Z09: differentiation by label only is its null. Values are judgements.",
    departures: "Traditional types move, new ones stay. Skill of the old field counts little in the new one (organizationLearning).",
    draws: "agent = organization: 0 moves, 1 type, 2 in name only.",
    placebo: "The same workshops, as long and as dear, for organizations that stay what they are.",
    harm: "Traditional service thins out.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "moves to a new type", zh: "转为新类型" },
      2: { of: "organization", en: "moves in name only", zh: "仅改名转型" },
    },
  },
  parameters: {
    rate: quantity({
      label: { en: "Moves", zh: "转型率" },
      help: { en: "If all organizations were of one type; less in rarer types.", zh: "所有组织同属一类时的水平；类型越少见越低。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["Z09"],
    }),
    labelOnly: share({
      label: { en: "In name only", zh: "仅改名占比" },
      help: { en: "They keep the skills of the old type.", zh: "保留原类型的技能。" },
      default: 0.4,
      of: "moves",
      rows: ["Z09"],
    }),
    retraining: quantity({
      label: { en: "Retraining", zh: "转型培训" },
      help: { en: "By a move that is more than a name.", zh: "不只是改名时。" },
      default: 40,
      min: 0,
      max: 400,
      unit: "hours",
      rows: ["Z09"],
      prior: [8, 160],
      evidence: "M",
      source: "A week of training, for which an effect is measured: De Grip & Sauermann 2012.",
    }),
  },
  reads: ["organizations.alive", "organizations.autonomy", "organizations.community"],
  writes: ["ledger", "organizations.courses", "organizations.type", "weekTotals.communities.programmeMoney"],
  measures: ["org_type_entropy", "matched_share", "money_spent_programme"],
  begin(world) {
    const { alive, type } = world.organizations.columns;
    const counts = countsOf(world).fill(0);
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!alive[g]) continue;
      counts[type[g]]++;
      counts[ALL]++;
    }
  },
  step(world, { parameters: p, mode, draws }, g) {
    const o = world.organizations.columns;
    const counts = countsOf(world);
    if (o.type[g] >= FIRST_NEW) return;
    if (!draws.chance(g, chanceOf((p.rate * (counts[o.type[g]] / counts[ALL]) * (1 - o.autonomy[g] / 2)) / MONTHS), 0)) return;
    if (mode === "on") o.type[g] = FIRST_NEW + draws.below(g, TYPES - FIRST_NEW, 1);
    if (!draws.chance(g, p.labelOnly, 2)) offerPaidCourse(world, g, mode === "on" ? OWN_FIELD : ELSEWHERE, 60 * p.retraining);
  },
});

/** [type] organizations at the start of the month; [ALL] their sum. */
const countsOf = (world: World) => world.scratch("typeDifferentiation/counts", Float64Array, TYPES + 1);
