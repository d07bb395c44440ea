import { controls, defineMechanism, practises, supports } from "../../engine/index.ts";
import { choice, level } from "../../scenario/index.ts";

/** Volunteers are given tasks by what they can do, or by what they lack [F04]. */
export const strengthsAssignment = defineMechanism({
  id: "strengthsAssignment",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  apart: true,
  title: { en: "Assignment by strengths", zh: "优势视角分工" },
  summary: {
    en: "Tasks by strengths please and teach little; tasks by weak points teach what is lacking and please less.",
    zh: "按优势分工更愉快、学得少；按短板分工补不足、少愉快。",
  },
  rows: ["F04"],
  rivals: ["mechanisms.strengthsAssignment.rule=deficits"],
  specification: {
    equation:
      "strengths: practises the ability k_max, support of g k_max ; deficits: practises k_min, control of g (½ − k_min)+ ; for those who volunteered this week",
    symbols: {
      k_max: "best of the four abilities",
      k_min: "weakest",
      g: "pleasure of doing what one can",
    },
    source: "F04: flexible governance from a strengths perspective; deficit-based assignment is the rival. Values are judgements.",
    departures: "The last task of a month is what its occasion practises (learningByDoing).",
    draws: "none",
    harm: "Strengths: the skilled few get the pleasant tasks. Deficits: failure discourages.",
  },
  parameters: {
    rule: choice(["strengths", "deficits"], {
      label: { en: "Rule of assignment", zh: "分工规则" },
      help: { en: "By the strongest of the four capacities, or by the weakest.", zh: "按“四自”能力中最强的一项，或最弱的一项。" },
      default: "strengths",
      rows: ["F04"],
    }),
    pleasure: level({
      label: { en: "Pleasure", zh: "愉悦分量" },
      help: { en: "Support by doing what one does best, as far as one can.", zh: "做擅长的事所得的支持，随能力而定。" },
      default: 0.3,
      prior: [0, 1],
      rows: ["F04"],
    }),
  },
  reads: ["residents.ability", "residents.lastVolunteering"],
  writes: ["residents.controlMet", "residents.supportMet", "residents.task"],
  measures: ["motivation_mean", "ability_management"],
  step(world, context, c) {
    const { ability, lastVolunteering } = world.residents.columns;
    const { rule, pleasure } = context.parameters;
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
      practises(world, i, (rule === "strengths" ? best : worst) - i * 4);
      if (rule === "strengths") supports(world, i, pleasure * ability[best]);
      else {
        controls(world, i, pleasure * Math.max(0, 0.5 - ability[worst]));
      }
    }
  },
});
