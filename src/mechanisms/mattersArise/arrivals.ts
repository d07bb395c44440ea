import { CONFLICT, CONSENT, classOfType, defineMechanism, matterTypes, PUBLIC_GOOD, RAISED } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";
import { numbers, probability, quantity, share } from "../../scenario/index.ts";

const [PETITION] = [matterTypes.indexOf("petition")];

/** Small matters and disputes arise (eq. 4.20). */
export const arrivals = defineMechanism({
  id: "arrivals",
  verb: "mattersArise",
  title: { en: "Arrival of matters", zh: "事项产生" },
  summary: {
    en: "The twelve small matters and the disputes arise at Poisson rates by type, with induced demand.",
    zh: "十二类小事与纠纷按类型以泊松率产生，并含诱发需求。",
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
    source: "eq. 4.20; disputes 13 and other cases 100 per 1,000 a year (science.md 2.5, 9) [S16], [S67], [A].",
    departures: "No daily or seasonal cycle: the step is a week. Petitions arise only by escalation (caseQueue).",
    harm: "What is settled well is asked for more: success loads the queue (η).",
    draws: "agent = community: draw 16q of the number; stream which, agent = serial: who raises it, severity, cost.",
  },
  chances: {
    which: {
      3: { of: "matter", en: "is raised by residents of their own accord", zh: "由居民自发提出" },
    },
  },
  parameters: {
    rates: numbers({
      default: [8, 0.6, 3, 14, 16, 12, 5, 9, 2, 4, 7, 19, 4, 4, 5],
      of: matterTypes.slice(0, 15),
      min: 0,
      max: 250,
      unit: "cases per 1,000 residents a year",
      en: "Rate of each type; the twelve small matters sum to 100, the three disputes to 13.",
      zh: "每类事项的年发生率；十二类小事合计约100，三类纠纷合计13。",
      rows: ["I01", "D01"],
      evidence: "A",
      source: "Sums from science.md section 9; the split between types is a judgement led by S70 and S75.",
    }),
    inducedDemand: quantity({
      default: 1,
      min: 0,
      max: 3,
      unit: "per unit of settlement rate",
      en: "Elasticity of demand to the settlement rate that people expect.",
      zh: "需求对预期解决率的弹性。",
      rows: ["D04"],
    }),
    referenceRate: share({
      default: 0.7,
      of: "matters",
      en: "Expected settlement rate at which demand is as given.",
      zh: "需求等于基准时的预期解决率。",
    }),
    epidemicSurge: quantity({
      default: 10,
      min: 0,
      max: 100,
      unit: "times",
      en: "How far an epidemic of full strength multiplies matters of prevention.",
      zh: "满强度疫情下防疫事项的增加倍数。",
      rows: ["F14", "I01"],
    }),
    residentShare: probability({
      default: 0.6,
      per: "matter",
      en: "Chance that residents raise a matter of their own accord, at mean motivation.",
      zh: "事项由居民自发提出的概率（平均动机时）。",
      rows: ["Z21"],
    }),
  },
  reads: ["district.settleRate", "residents.motivation", "residents.age"],
  writes: ["matters", "district.matters", "tally.matters"],
  measures: ["matters_raised", "matters_open"],
  step(world, context) {
    const { communities, residents, matters, tally } = world;
    const which = context.stream("which");
    const expected = world.district.columns.settleRate[0];
    const types = matterTypes.length;
    const epidemic = world.district.columns.epidemic[0];
    for (let c = 0; c < communities.rows; c++) {
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
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
    }
  },
});
