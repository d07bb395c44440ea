import { defineMechanism } from "../../engine/index.ts";
import { choice, share } from "../../scenario/index.ts";

/** Volunteers are given tasks by what they can do, or by what they lack [F04]. */
export const strengthsAssignment = defineMechanism({
  id: "strengthsAssignment",
  verb: "residentsTakePart",
  title: { en: "Assignment by strengths", zh: "优势视角分工" },
  summary: {
    en: "Tasks by strengths please and teach little; tasks by deficits teach what is lacking and please less.",
    zh: "按优势分工更令人愉快但学习较少；按不足分工补短却少愉悦。",
  },
  rows: ["F04"],
  rivals: ["mechanisms.strengthsAssignment.rule=deficits"],
  sheet: {
    equation:
      "strengths: m + g k_max (1 − m) ; deficits: k_min + ℓ (1 − k_min), m − g (½ − k_min)+ m ; for those who volunteered this week",
    symbols: {
      k_max: "best of the four abilities",
      k_min: "weakest",
      g: "pleasure of doing what one can",
      ℓ: "learning of what one lacks",
    },
    source: "F04: flexible governance from a strengths perspective; deficit-based assignment is the rival. Values are judgements.",
    departures: "One task a week.",
    draws: "none",
    harm: "Strengths: the skilled few get the pleasant tasks. Deficits: failure discourages.",
  },
  parameters: {
    rule: choice(["strengths", "deficits"], { default: "strengths", en: "Rule of assignment.", zh: "分工规则。", rows: ["F04"] }),
    pleasure: share({ default: 0.02, of: "the distance to full motivation", en: "Pleasure, g.", zh: "愉悦。", rows: ["F04"] }),
    learning: share({ default: 0.03, of: "the distance to full ability", en: "Learning, ℓ.", zh: "学习。", rows: ["F04"] }),
  },
  reads: ["residents.lastVolunteering", "residents.ability"],
  writes: ["residents.motivation", "residents.ability"],
  measures: ["motivation_mean", "ability_management"],
  kernels: {
    assign(world, context, c) {
      if (context.mode(c) === "off") return;
      const { ability, motivation, lastVolunteering } = world.residents.columns;
      const { rule, pleasure, learning } = context.of(c);
      const from = world.communities.columns.firstResident[c];
      const to = from + world.communities.columns.residents[c];
      for (let i = from; i < to; i++) {
        if (lastVolunteering[i] !== context.week) continue;
        let best = i * 4;
        let worst = i * 4;
        for (let k = i * 4 + 1; k < i * 4 + 4; k++) {
          if (ability[k] > ability[best]) best = k;
          if (ability[k] < ability[worst]) worst = k;
        }
        if (rule === "strengths") motivation[i] += pleasure * ability[best] * (1 - motivation[i]);
        else {
          motivation[i] *= 1 - pleasure * Math.max(0, 0.5 - ability[worst]);
          ability[worst] += learning * (1 - ability[worst]);
        }
      }
    },
  },
  step(_world, context) {
    context.everywhere("assign");
  },
});
