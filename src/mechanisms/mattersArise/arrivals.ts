import { defineMechanism, matterTypes } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { level, numbers, probability, quantity } from "../../scenario/index.ts";
import { raise, whom } from "./raise.ts";

const PETITION = matterTypes.indexOf("petition");
const EPIDEMIC_PREVENTION = matterTypes.indexOf("epidemicPrevention");
// Draws of an occasion.
const INITIATED = 3;
const BROUGHT = 8;

/** Small matters and disputes arise, and residents bring them as such matters ended before (eq. 4.20). */
export const arrivals = defineMechanism({
  id: "arrivals",
  phase: "mattersArise",
  scope: "community",
  every: "week",
  title: { en: "Arrival of matters", zh: "事项产生" },
  summary: {
    en: "Occasions for the twelve small matters and three disputes come upon residents, who bring them the more readily the better matters ended.",
    zh: "十二类小事与三类纠纷的起因落到居民身上；以往事项结果越好，居民越愿意提出。",
  },
  rows: [...Array.from({ length: 12 }, (_, i) => `I${String(i + 1).padStart(2, "0")}`), "D01", "D02", "D03"],
  specification: {
    equation: [
      "occasions: N_cq ~ Poisson(λ_q · n_c / 52000 · e^(η (1 − s0)) · (1 + g E for prevention))",
      "brought with chance e^(η (S_i − 1)) by resident i on whom the occasion comes, an adult whom the type can concern",
      "severity = u^((1 − μ_q) / μ_q) ; needs = usual · (0.4 + 0.6 severity / μ_q) · e^(0.8 z − 0.32)",
    ].join("\n"),
    symbols: {
      N: "occasions of type q in community c this week",
      λ: "matters per 1,000 residents a year where satisfaction is s0",
      n: "residents of the community",
      η: "elasticity of induced demand",
      S: "satisfaction of the resident, 0-1",
      s0: "usual satisfaction",
      "g, E": "surge of prevention and strength of an epidemic [F14]",
      μ: "mean severity of the type",
      "u, z": "uniform, standard normal",
    },
    source:
      "eq. 4.20; disputes 13 and other cases 100 per 1,000 a year (references: matters) [S16], [S67], [A]. What each type is: engine/matterKinds.",
    departures:
      "No daily or seasonal cycle: the step is a week. Petitions arise only by escalation (caseQueue). Where nobody is found whom a type can concern (no elevator in a village), none arises.",
    harm: "What is settled well is asked for more: success loads the queue (η).",
    draws:
      "agent = community: draw 16q of the number; stream which, agent = serial: 1 severity, 2 the other party, 3 of their own accord, 4 need, 8 brought, 16 ... upon whom.",
  },
  chances: {
    which: {
      3: { of: "matter", en: "is raised by residents of their own accord", zh: "由居民主动提出" },
      8: { of: "matter", en: "is brought", zh: "提出事项" },
    },
  },
  parameters: {
    rates: numbers({
      label: { en: "Matters by type", zh: "各类事项发生率" },
      help: {
        en: "By default the twelve small matters add up to 100, the three disputes to 13.",
        zh: "默认十二类小事合计 100，三类纠纷合计 13。",
      },
      default: [8, 0.6, 3, 14, 16, 12, 5, 9, 2, 4, 7, 19, 4, 4, 5],
      of: matterTypes.slice(0, 15),
      min: 0,
      max: 250,
      unit: "per 1,000 residents a year",

      rows: ["I01", "D01"],
      evidence: "A",
      source: "Sums: references, starting values; the split between types is a judgement led by [S70] and [S75].",
    }),
    inducedDemand: quantity({
      label: { en: "Induced demand", zh: "诱发需求" },
      help: {
        en: "Above 0, the better matters ended for residents and those they know, the more they bring.",
        zh: "大于 0 时，居民自己和熟人的事项结果越好，提出越多。",
      },
      default: 1,
      min: 0,
      max: 3,
      unit: "per unit of satisfaction",

      rows: ["D04"],
      evidence: "M",
      source: "eq. 4.20: 0.5-3; contacts with Beijing's hotline rose about fivefold from 2018 to 2023.",
      prior: [0, 3],
    }),
    referenceRate: level({
      label: { en: "Usual satisfaction", zh: "基准满意度" },
      help: { en: "At this satisfaction, matters arise as often as stated above.", zh: "满意度等于此值时，事项按上述发生率产生。" },
      default: 0.65,
    }),
    epidemicSurge: quantity({
      label: { en: "Surge of prevention", zh: "防疫事项增幅" },
      help: {
        en: "Matters of prevention added by an epidemic at full strength, against the usual number.",
        zh: "疫情最强时增加的防疫事项，相当于平时的倍数。",
      },
      default: 10,
      min: 0,
      max: 100,
      unit: "times",

      rows: ["F14", "I01"],
    }),
    residentShare: probability({
      label: { en: "Raised by residents", zh: "居民主动提出率" },
      help: { en: "At mean motivation; the motivated raise more themselves.", zh: "动机处于平均水平时；动机越高，主动提出越多。" },
      default: 0.6,
      per: "matter",

      rows: ["Z21"],
    }),
  },
  reads: ["communities.epidemic", "residents.motivation", "residents.satisfaction"],
  writes: ["district.matters", "matters", "weekTotals.matters.initiated", "weekTotals.matters.raised"],
  measures: ["matters_raised", "matters_open"],
  step(world, context, c) {
    const { communities, residents, matters, weekTotals, district } = world;
    const which = context.stream("which");
    const p = context.parameters;
    const n = communities.columns.residents[c];
    const most = exp(p.inducedDemand * (1 - p.referenceRate));
    const surge = 1 + p.epidemicSurge * communities.columns.epidemic[c];
    for (let type = 0; type < PETITION; type++) {
      const rate = ((p.rates[type] * n) / 52_000) * most * (type === EPIDEMIC_PREVENTION ? surge : 1);
      const occasions = context.draws.poisson(c, rate, type * 16);
      for (let k = 0; k < occasions; k++) {
        const serial = district.columns.matters[0]++;
        const i = whom(world, which, serial, type, c);
        if (i < 0) continue;
        const { satisfaction, motivation } = residents.columns;
        if (!which.chance(serial, exp(p.inducedDemand * (satisfaction[i] - 1)), BROUGHT)) continue;
        const q = raise(world, which, serial, type, c, i, context.week);
        const initiated = which.chance(serial, p.residentShare * (0.5 + motivation[i] * 1.25), INITIATED) ? 1 : 0;
        matters.columns.initiated[q] = initiated;
        const row = c * matterTypes.length + type;
        weekTotals.matters.columns.raised[row]++;
        weekTotals.matters.columns.initiated[row] += initiated;
      }
    }
  },
});
