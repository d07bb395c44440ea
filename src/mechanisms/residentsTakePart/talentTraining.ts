import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** The community trains its willing: a backbone, or an elite [V6, T05]. */
export const talentTraining = defineMechanism({
  id: "talentTraining",
  verb: "residentsTakePart",
  title: { en: "Training of talent", zh: "社区人才培养" },
  summary: {
    en: "Courses take residents of high motivation, or those already trained, raise their four abilities and make them a backbone who ask others.",
    zh: "培训选取动机高者（或已受训者），提升四种自我能力，使其成为动员他人的骨干。",
  },
  rows: ["V6", "T05", "T10", "G3", "Z06"],
  partyBuilding: true,
  sheet: {
    equation:
      "n places per 1,000 a year, for those with m ≥ c or, in a share κ, backbone already ; k + ℓ (1 − k) ; outreach + e · share of backbone",
    symbols: { n: "places", c: "motivation asked", κ: "capture by the elite", ℓ: "learning of a course", e: "invitations of a backbone" },
    source: "V6, T05; elite capture is its null. Values are judgements.",
    departures: "Nobody stops being backbone.",
    draws: "agent = community * 65536 + place: 0 who, 1 capture.",
    placebo: "Courses on other subjects.",
    harm: "κ: the same people are trained again and again.",
  },
  chances: {
    "": {
      1: { of: "resident", en: "the place goes to those trained before", zh: "名额被已受训者占用" },
    },
  },
  parameters: {
    places: quantity({
      default: 8,
      min: 0,
      max: 500,
      unit: "per 1,000 residents a year",
      en: "Places, n.",
      zh: "每千居民年培训名额。",
      rows: ["V6"],
    }),
    motivation: share({ default: 0.5, of: "full motivation", en: "Motivation asked, c.", zh: "要求的动机。", rows: ["V6"] }),
    capture: share({
      default: 0.2,
      of: "places",
      en: "Places that go to those trained before, κ.",
      zh: "被已受训者占用的名额。",
      rows: ["V6"],
    }),
    learning: share({
      default: 0.2,
      of: "the distance to full ability",
      en: "Learning of a course, ℓ.",
      zh: "一次培训的学习。",
      rows: ["V6"],
    }),
    invitations: quantity({
      default: 0.05,
      min: 0,
      max: 5,
      unit: "invitations a week",
      en: "Invitations to all if everyone were backbone, e.",
      zh: "若人人为骨干时的邀请率。",
      rows: ["T05"],
    }),
    cost: quantity({ default: 300, min: 0, max: 20_000, unit: "yuan a place", en: "Cost of a place.", zh: "每名额成本。", rows: ["V6"] }),
  },
  reads: ["residents.motivation"],
  writes: ["residents.ability", "residents.backbone", "tally.communities.outreach", "ledger"],
  measures: ["ability_management", "self_settled_share", "participation_rate"],
  step(world, context) {
    const { communities } = world;
    const r = world.residents.columns;
    const trained = r.backbone;
    const number = context.stream("number");
    for (let c = 0; c < communities.rows; c++) {
      const mode = context.mode(c);
      if (mode === "off") continue;
      const p = context.of(c);
      const places = number.poisson(c, (p.places * communities.columns.residents[c]) / 52_000);
      spend(world, c, places * p.cost);
      if (mode === "placebo") continue;
      const from = communities.columns.firstResident[c];
      const to = from + communities.columns.residents[c];
      // The place goes to the first from the drawn resident on who is fit for it.
      drawnAdults(world, context.draws, c, places, (start, key) => {
        const captured = context.draws.chance(key, p.capture, 1, start);
        for (let k = 0; k < 200 && start + k < to; k++) {
          const i = start + k;
          if (captured ? !r.backbone[i] : r.age[i] < 18 || r.motivation[i] < p.motivation) continue;
          r.backbone[i] = 1;
          for (let a = i * 4; a < i * 4 + 4; a++) r.ability[a] += p.learning * (1 - r.ability[a]);
          return;
        }
      });
      let backbone = 0;
      for (let i = from; i < to; i++) backbone += trained[i];
      world.tally.communities.columns.outreach[c] += (p.invitations * backbone) / Math.max(1, communities.columns.adults[c]);
    }
  },
});
