import { defineMechanism } from "../../engine/index.ts";
import { probability } from "../../scenario/index.ts";

const UNAWARE = 0;
const SUPPORTS = 3;

/** The law of awareness: who is reached climbs a level, what is not repeated is forgotten, ordinary media tell a little (eq. 4.25) [F11]. */
export const forgetting = defineMechanism({
  id: "forgetting",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Forgetting of policy", zh: "政策遗忘" },
  summary: {
    en: "Every four weeks those whom policy reached climb one level, and some of the others fall one; ordinary media tell some of the unaware.",
    zh: "每 4 周，接触到政策的居民认知上升一级，其余部分居民下降一级；普通媒体也使一部分人知晓。",
  },
  rows: ["F11"],
  specification: {
    equation: "reached (awareness): up one level, at most to supports ; else P(down) = d, P(unaware → knows) = b, a month",
    symbols: { d: "drop-back", b: "learning from ordinary media" },
    source: "eq. 4.25, levels of awareness with drop-back. Values are judgements.",
    departures:
      "Stands apart from the messages (awareness), so that what a programme taught fades when the programme ends. Who is reached forgets nothing that month.",
    draws: "agent = resident: 0 falls back; stream media: 0 learns.",
    harm: "none",
  },
  chances: {
    "": {
      0: { of: "resident", en: "falls one level in policy awareness", zh: "政策认知下降一级" },
    },
    media: {
      0: { of: "resident", en: "learns of policy from the media", zh: "从媒体得知政策" },
    },
  },
  parameters: {
    dropBack: probability({
      label: { en: "Forgetting", zh: "遗忘率" },
      help: { en: "One level of awareness is lost.", zh: "认知下降一级。" },
      default: 0.15,
      per: "month",
      rows: ["F11"],
    }),
    media: probability({
      label: { en: "Ordinary media", zh: "媒体知晓率" },
      help: { en: "They tell unaware adults of policy, whatever the programme does.", zh: "使不知晓的成年人知晓，与党建无关。" },
      default: 0.1,
      per: "month",

      rows: ["F11"],
    }),
  },
  reads: [],
  writes: ["residents.awareness", "residents.heard"],
  measures: ["awareness_knows", "awareness_supports"],
  step(world, context, c) {
    const { awareness, heard, age } = world.residents.columns;
    const { dropBack, media } = context.parameters;
    const from = world.communities.columns.firstResident[c];
    const to = from + world.communities.columns.residents[c];
    const falls = context.draws.once(from, to);
    const told = context.stream("media").once(from, to);
    for (let i = from; i < to; i++) {
      if (heard[i]) {
        heard[i] = 0;
        if (awareness[i] < SUPPORTS) awareness[i]++;
      } else if (awareness[i] > UNAWARE) {
        if (falls.chance(i, dropBack)) awareness[i]--;
      } else if (age[i] >= 18 && told.chance(i, media)) awareness[i] = 1;
    }
  },
});
