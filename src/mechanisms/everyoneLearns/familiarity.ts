import { defineMechanism } from "../../engine/index.ts";
import { probability } from "../../scenario/index.ts";

/** People come to know the director of their community by meeting, and forget who it is. */
export const familiarity = defineMechanism({
  id: "familiarity",
  verb: "everyoneLearns",
  title: { en: "Knowing the director", zh: "认识社区主任" },
  summary: {
    en: "Taking part in governance, or hearing from acquaintances who know, makes the director known; others forget.",
    zh: "参与治理或经熟人得知而认识社区主任，久不接触则遗忘。",
  },
  rows: ["F10", "L2"],
  sheet: {
    equation: "P(comes to know in a month) = g if governed in the last four weeks ; P(forgets in a month) = f if not in the last year",
    symbols: { g: "chance by taking part", f: "chance to forget" },
    source: "About 70% do not know the director of their residents' committee [S77].",
    departures: "none",
    draws: "agent = resident: 0.",
    harm: "none",
  },
  chances: {
    "": {
      0: { of: "resident", en: "gets to know the director, or forgets", zh: "认识或淡忘社区主任" },
    },
  },
  parameters: {
    byGovernance: probability({ default: 0.15, per: "month", en: "Chance by taking part, g.", zh: "参与带来的认识概率。", rows: ["F10"] }),
    forgetting: probability({ default: 0.1, per: "month", en: "Chance to forget, f.", zh: "遗忘概率。" }),
  },
  reads: ["residents.lastGovernance"],
  writes: ["residents.directorKnown"],
  measures: ["director_known_share"],
  kernels: {
    meet(world, context, c) {
      if (context.mode(c) === "off") return;
      const { directorKnown, lastGovernance, age } = world.residents.columns;
      const { forgetting, byGovernance } = context.of(c);
      const { draws, week } = context;
      const from = world.communities.columns.firstResident[c];
      const to = from + world.communities.columns.residents[c];
      for (let i = from; i < to; i++) {
        if (age[i] < 18) continue;
        if (directorKnown[i]) {
          if (lastGovernance[i] <= week - 52 && draws.chance(i, forgetting, 0)) directorKnown[i] = 0;
        } else if (lastGovernance[i] > week - 4 && draws.chance(i, byGovernance, 0)) directorKnown[i] = 1;
      }
    },
  },
  step(_world, context) {
    if (context.week % 4 === 0) context.everywhere("meet");
  },
});
