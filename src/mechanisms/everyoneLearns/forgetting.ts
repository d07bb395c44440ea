import { defineMechanism } from "../../engine/index.ts";
import { probability } from "../../scenario/index.ts";

const UNAWARE = 0;

/** What is not repeated is forgotten; ordinary media tell a little (eq. 4.25) [F11]. */
export const forgetting = defineMechanism({
  id: "forgetting",
  verb: "everyoneLearns",
  title: { en: "Forgetting of policy", zh: "政策遗忘" },
  summary: {
    en: "Every fourth week some fall back a step of awareness; ordinary media tell some of the unaware, with or without the programme.",
    zh: "每四周部分居民知晓回落一级；无论有无项目，普通媒体也会使部分人知晓。",
  },
  rows: ["F11"],
  sheet: {
    equation: "P(down) = d ; P(unaware → knows) = b, a month",
    symbols: { d: "drop-back", b: "learning from ordinary media" },
    source: "eq. 4.25, awareness ladder with drop-back. Values are judgements.",
    departures: "Stands beside the messages (awareness), so that what a programme taught fades when the programme ends.",
    draws: "agent = resident: 0 falls back; stream media: 0 learns.",
    harm: "none",
  },
  chances: {
    "": {
      0: { of: "resident", en: "falls back a step in awareness", zh: "知晓度下降一级" },
    },
    media: {
      0: { of: "resident", en: "learns from the media", zh: "从媒体得知" },
    },
  },
  parameters: {
    dropBack: probability({ default: 0.15, per: "month", en: "Chance to fall back one step, d.", zh: "回落一级的概率。", rows: ["F11"] }),
    media: probability({
      default: 0.1,
      per: "month",
      en: "Chance that an unaware adult learns of policy from ordinary media, b.",
      zh: "不知晓的成人从普通媒体得知的概率。",
      rows: ["F11"],
    }),
  },
  reads: ["residents.age"],
  writes: ["residents.awareness"],
  measures: ["awareness_knows", "awareness_supports"],
  kernels: {
    forget(world, context, c) {
      if (context.mode(c) === "off") return;
      const { awareness, age } = world.residents.columns;
      const { dropBack, media } = context.of(c);
      const from = world.communities.columns.firstResident[c];
      const to = from + world.communities.columns.residents[c];
      const falls = context.draws.once(from, to);
      const told = context.stream("media").once(from, to);
      for (let i = from; i < to; i++) {
        if (awareness[i] > UNAWARE) {
          if (falls.chance(i, dropBack)) awareness[i]--;
        } else if (age[i] >= 18 && told.chance(i, media)) awareness[i] = 1;
      }
    },
  },
  step(_world, context) {
    if (context.week % 4 === 0) context.everywhere("forget");
  },
});
