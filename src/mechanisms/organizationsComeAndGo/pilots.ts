import { defineMechanism, ORGANIZATION } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** Pilots try a new model; it spreads to partners, or stays a potted plant [G6, Z04, Z07]. */
export const pilots = defineMechanism({
  id: "pilots",
  verb: "organizationsComeAndGo",
  title: { en: "Pilots", zh: "试点" },
  summary: {
    en: "Organizations of the pilot area take up a new model; partners adopt it the sooner, the stronger the role of model builder.",
    zh: "试点区组织采用新模式；模式建构角色越强，伙伴跟进越快。",
  },
  rows: ["G6", "Z04", "Z07", "Z19"],
  partyBuilding: true,
  sheet: {
    equation:
      "P(starts in a month) = 1 − e^(−r/13) in treated communities ; P(adopts in a month) = 1 − e^(−s Σ_partners role_1 / 0.1 / 13) ; pilots: q + u (1 − q) once ; abandoned at rate a",
    symbols: {
      r: "starts a year",
      s: "spread a year per partner of ordinary model building",
      role_1: "share of model building",
      u: "gain of quality",
      a: "abandonment a year",
    },
    source: "G6: a potted plant (盆景) that does not spread is its null; Z07 treated communities. Values are judgements.",
    departures: "One model.",
    draws: "agent = organization: 0 starts or adopts, 1 abandons.",
    placebo: "The pilot area gets the attention and no model.",
    harm: "none beyond what it costs those who abandon it (quality falls back).",
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
      help: { en: "From a partner of ordinary model building.", zh: "来自模式建构角色一般的伙伴。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",

      rows: ["G6", "Z04"],
      prior: [0, 1],
    }),
    gain: share({
      label: { en: "Gain of quality", zh: "质量增益" },
      help: { en: "When the model is taken up.", zh: "采用模式时的提升。" },
      default: 0.15,
      of: "the gap to full",
      rows: ["Z04"],
    }),
    abandon: quantity({
      label: { en: "Abandonment", zh: "放弃率" },
      help: { en: "Quality then falls back.", zh: "之后质量回落。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["Z19"],
    }),
  },
  reads: ["communities.treated", "exchangeTies", "organizations.role"],
  writes: ["organizations.pilot", "organizations.quality"],
  measures: ["org_quality_mean", "pilot_share"],
  step(world, context) {
    if (context.week % 4 !== 0) return;
    const { organizations, exchangeTies, communities } = world;
    const o = organizations.columns;
    const t = exchangeTies.columns;
    const seen = world.scratch("pilots/seen", Float64Array, organizations.rows).fill(0);
    for (let e = 0; e < exchangeTies.rows; e++) {
      if (t.kindA[e] !== ORGANIZATION || t.kindB[e] !== ORGANIZATION) continue;
      if (o.pilot[t.a[e]]) seen[t.b[e]] += o.role[t.a[e] * 4 + 1] / 0.1;
      if (o.pilot[t.b[e]]) seen[t.a[e]] += o.role[t.b[e] * 4 + 1] / 0.1;
    }
    for (let g = 0; g < organizations.rows; g++) {
      const c = o.community[g];
      if (!o.alive[g] || context.mode(c) !== "on") continue;
      const p = context.of(c);
      if (o.pilot[g]) {
        if (!context.draws.chance(g, chanceOf(p.abandon / 13), 1)) continue;
        o.pilot[g] = 0;
        o.quality[g] *= 1 - p.gain;
        continue;
      }
      const rate = (communities.columns.treated[c] ? p.start : 0) + p.spread * seen[g];
      if (!context.draws.chance(g, chanceOf(rate / 13), 0)) continue;
      o.pilot[g] = 1;
      o.quality[g] += p.gain * (1 - o.quality[g]);
    }
  },
});
