import { defineMechanism } from "../../engine/index.ts";
import { probability } from "../../scenario/index.ts";

/** People come to know the director of their community by meeting, and forget who it is. */
export const familiarity = defineMechanism({
  id: "familiarity",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Knowing the director", zh: "认识社区主任" },
  summary: {
    en: "Taking part in governance makes the director of the community known; without it residents forget.",
    zh: "参与治理使居民认识社区主任，久不参与则淡忘。",
  },
  rows: ["F10", "L2"],
  specification: {
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
    byGovernance: probability({
      label: { en: "By taking part", zh: "参与后认识率" },
      help: { en: "In a month of governance participation.", zh: "当月参与治理时。" },
      default: 0.15,
      per: "month",
      rows: ["F10"],
    }),
    forgetting: probability({
      label: { en: "Forgetting", zh: "淡忘率" },
      help: { en: "After a year without governance participation.", zh: "一年未参与治理之后。" },
      default: 0.1,
      per: "month",
    }),
  },
  reads: ["residents.lastGovernance"],
  writes: ["residents.directorKnown"],
  measures: ["director_known_share"],
  step(world, context, c) {
    const { directorKnown, lastGovernance, age } = world.residents.columns;
    const { forgetting, byGovernance } = context.parameters;
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
});
