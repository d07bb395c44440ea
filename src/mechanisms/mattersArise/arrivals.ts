import { CONFLICT, CONSENT, classOfType, defineMechanism, matterTypes, PUBLIC_GOOD, RAISED } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { numbers, probability, quantity, share } from "../../scenario/index.ts";

const [PETITION] = [matterTypes.indexOf("petition")];

/** Small matters and disputes arise (eq. 4.20). */
export const arrivals = defineMechanism({
  id: "arrivals",
  verb: "mattersArise",
  scope: "community",
  every: "week",
  title: { en: "Arrival of matters", zh: "事项产生" },
  summary: {
    en: "The twelve small matters and the disputes arise at a rate for each type; good results invite more.",
    zh: "十二类小事与三类纠纷按各自的发生率产生；办得好会引来更多事项。",
  },
  rows: [...Array.from({ length: 12 }, (_, i) => `I${String(i + 1).padStart(2, "0")}`), "D01", "D02", "D03"],
  sheet: {
    equation: "N_cq ~ Poisson(λ_q · n_c / 52000 · exp(η (ŝ − s0)) · (1 + g E for prevention))",
    symbols: {
      N: "matters of type q raised in community c this week",
      λ: "cases per 1,000 residents a year",
      n: "residents of the community",
      η: "elasticity of induced demand",
      ŝ: "settlement rate that people expect",
      "g, E": "surge of prevention and strength of an epidemic [F14]",
      s0: "settlement rate at which demand is as given",
    },
    source: "eq. 4.20; disputes 13 and other cases 100 per 1,000 a year (references: matters) [S16], [S67], [A].",
    departures: "No daily or seasonal cycle: the step is a week. Petitions arise only by escalation (caseQueue).",
    harm: "What is settled well is asked for more: success loads the queue (η).",
    draws: "agent = community: draw 16q of the number; stream which, agent = serial: who raises it, severity, cost.",
  },
  chances: {
    which: {
      3: { of: "matter", en: "is raised by residents of their own accord", zh: "由居民主动提出" },
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
        en: "Above 0, the more people expect to be settled, the more they raise.",
        zh: "大于 0 时，居民预期解决得越多，提出的事项越多。",
      },
      default: 1,
      min: 0,
      max: 3,
      unit: "per unit of settlement rate",

      rows: ["D04"],
    }),
    referenceRate: share({
      label: { en: "Usual settlement rate", zh: "基准解决率" },
      help: { en: "At this expected rate, matters arise as often as stated above.", zh: "预期解决率等于此值时，事项按上述发生率产生。" },
      default: 0.7,
      of: "matters",
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
  reads: ["communities.epidemic", "district.settleRate", "residents.motivation"],
  writes: ["district.matters", "matters", "tally.matters.initiated", "tally.matters.raised"],
  measures: ["matters_raised", "matters_open"],
  step(world, context, c) {
    const { communities, residents, matters, tally } = world;
    const which = context.stream("which");
    const expected = world.district.columns.settleRate[0];
    const types = matterTypes.length;
    const epidemic = communities.columns.epidemic[c];
    const p = context.parameters;
    const n = communities.columns.residents[c];
    const first = communities.columns.firstResident[c];
    const demand = expected === 0 ? 1 : exp(p.inducedDemand * (expected - p.referenceRate));
    for (let type = 0; type < PETITION; type++) {
      const count = context.draws.poisson(
        c,
        ((p.rates[type] * n) / 52_000) * demand * (type === 0 ? 1 + p.epidemicSurge * epidemic : 1),
        type * 16,
      );
      for (let k = 0; k < count; k++) {
        const serial = world.district.columns.matters[0]++;
        const q = matters.add();
        const m = matters.columns;
        const i = first + which.below(serial, n, 0);
        const severity = which.uniform(serial, 1);
        const kind = classOfType[type];
        m.serial[q] = serial;
        m.type[q] = type;
        m.class[q] = kind;
        m.community[q] = c;
        m.building[q] = kind === CONSENT ? residents.columns.building[i] : -1;
        m.resident[q] = i;
        m.other[q] = kind === CONFLICT ? first + which.below(serial, n, 2) : -1;
        m.initiated[q] = which.chance(serial, p.residentShare * (0.5 + residents.columns.motivation[i] * 1.25), 3) ? 1 : 0;
        m.severity[q] = severity;
        m.state[q] = RAISED;
        m.raised[q] = context.week;
        m.changed[q] = context.week;
        m.parties[q] = kind === CONSENT ? world.buildings.columns.residents[residents.columns.building[i]] : kind === CONFLICT ? 2 : 20;
        m.consent[q] = kind === CONSENT ? (type === 7 || type === 8 ? 0.5 : 0.6667) : 0;
        // Needs grow with severity; consent matters cost money, public goods volunteers, services and conflicts staff.
        m.needStaff[q] = Math.round(60 + 240 * severity);
        m.needVolunteer[q] = kind === PUBLIC_GOOD ? Math.round(120 + 480 * severity) : 0;
        m.needMoney[q] = kind === CONSENT ? Math.round(300 + 2700 * severity) : 0;
        m.needSite[q] = kind === CONSENT || kind === PUBLIC_GOOD ? Math.round(2 + 10 * severity) : 0;
        const row = c * types + type;
        tally.matters.columns.raised[row]++;
        tally.matters.columns.initiated[row] += m.initiated[q];
      }
    }
  },
});
