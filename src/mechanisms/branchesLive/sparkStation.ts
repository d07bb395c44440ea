import { appendExchangeTie, exchanges, GOVERNMENT } from "../../circles/index.ts";
import {
  defineMechanism,
  ELSEWHERE,
  EXPERT_TIME,
  MONTHS,
  ORGANIZATION,
  OUTSIDE,
  OWN_FIELD,
  offerCourse,
  offerRequiredCourse,
  STATION,
  spend,
  teacherTime,
} from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { bodyOf } from "../../population/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { works } from "./foundBranch.ts";

/** The Spark station serves the organizations of the district: a hub that can be crowded and captured [N03, Z26]. */
export const sparkStation = defineMechanism({
  id: "sparkStation",
  phase: "branchesLive",
  scope: "district",
  every: "month",
  inWeek: 3,
  title: { en: "Spark party-building station", zh: "“星火”党建站" },
  summary: {
    en: "Each month organizations seek advice at the station, near ones more often; the more come, the less each gets.",
    zh: "社会组织每月到党建站求助，近的来得多；来得越多，每家得到的越少。",
  },
  rows: ["N03", "N02", "Z26", "F06"],
  partyBuilding: true,
  specification: {
    equation: [
      "P(comes in a month) = v (1 + d)^−x ; service = min(1, C / visitors)",
      "a visit: course of 60 h s minutes, w of it political, 1 − w on the field of the visitor as far as the programme is not rigid",
      "the political part trains the secretary of the branch (secretaryTraining) ; a first visit opens a tie to the station",
    ].join("\n"),
    symbols: {
      d: "distance to the station, km",
      x: "decay with distance",
      C: "organizations that can be served a month",
      w: "weight of political over business work [Z26]",
      s: "service, 0-1",
      h: "hours of a visit with full service",
    },
    source: "N03, Z26; hub congestion and distance decay are its nulls. Values are judgements.",
    departures: "The station stands in the first community.",
    draws: "agent = organization: 0 comes.",
    placebo:
      "The same visits and hours, the political part on another subject; no secretary learns, only who chairs a meeting in the place of a branch.",
    harm: "Congestion: service falls as visitors rise; effort on w is lost to business under a fixed budget [M04].",
  },
  chances: {
    "": {
      0: { of: "organization", en: "comes to the station", zh: "到访“星火”党建站" },
    },
  },
  parameters: {
    visits: share({
      label: { en: "Visits", zh: "到访率" },
      help: { en: "From next door; fewer come from further away.", zh: "紧邻党建站的组织；越远越少。" },
      default: 0.3,
      of: "organizations, a month",
      rows: ["N03"],
    }),
    decay: quantity({
      label: { en: "Decay with distance", zh: "距离衰减" },
      help: { en: "The larger, the fewer come from afar.", zh: "越大，远处来得越少。" },
      default: 0.5,
      min: 0,
      max: 3,
      unit: "exponent",

      rows: ["N03"],
    }),
    capacity: quantity({
      label: { en: "Capacity", zh: "服务容量" },
      help: {
        en: "Of visitors, for each organization of the start; beyond it all get less.",
        zh: "可服务的到访，按初始组织数计；超出后每家所得减少。",
      },
      default: 0.2,
      min: 0,
      max: 2,
      unit: "per organization a month",

      rows: ["N03"],
    }),
    political: share({
      label: { en: "Political work", zh: "政治工作权重" },
      help: { en: "Trains secretaries; the rest of the effort advises on their work.", zh: "用于培训书记；其余用于业务指导。" },
      default: 0.5,
      of: "effort",
      rows: ["Z26"],
    }),
    session: quantity({
      label: { en: "Length of a visit", zh: "到访时长" },
      help: { en: "With full service; advice and training together.", zh: "服务充分时，含业务指导与培训。" },
      default: 3,
      min: 0,
      max: 40,
      unit: "hours",
      rows: ["N03"],
      prior: [1, 8],
    }),
  },
  ofDistrict: ["visits", "decay", "capacity", "political", "session"],
  reads: ["branches.form", "organizations.alive", "organizations.branch", "organizations.community", "organizations.meeting"],
  writes: ["exchangeTies", "ledger", "organizations.courses", "weekTotals.branches.training", "weekTotals.communities.programmeMoney"],
  measures: ["hub_share", "org_quality_mean", "branch_activity_true", "money_spent_programme"],
  step(world, context) {
    const p = context.parameters;
    const o = world.organizations.columns;
    const { x, y } = world.communities.columns;
    const n = world.organizations.rows;
    spend(world, 0, (world.scenario.prices.perResident * world.residents.rows) / MONTHS);
    const comes = world.scratch("sparkStation/comes", Uint8Array, n).fill(0);
    let visitors = 0;
    for (let g = 0; g < n; g++) {
      const c = o.community[g];
      if (!o.alive[g] || context.at(c) === undefined) continue;
      const dx = (x[c] - x[0]) / 1000;
      const dy = (y[c] - y[0]) / 1000;
      if (!context.draws.chance(g, p.visits * pow(1 + Math.sqrt(dx * dx + dy * dy), -p.decay), 0)) continue;
      comes[g] = 1;
      visitors++;
    }
    const service = Math.min(1, (p.capacity * world.scenario.organizations.count) / Math.max(1, visitors));
    const minutes = 60 * p.session * service;
    world.ledger.move(EXPERT_TIME, OUTSIDE, 0, STATION, 0, visitors * Math.round(minutes));
    const t = world.exchangeTies.columns;
    const tied = world.scratch("sparkStation/tied", Uint8Array, n).fill(0);
    for (let e = 0; e < world.exchangeTies.rows; e++) {
      if (t.kindA[e] !== STATION || t.kindB[e] !== ORGANIZATION) continue;
      tied[t.b[e]] = 1;
      if (comes[t.b[e]]) exchanges(world.exchangeTies, e, context.week, 0);
    }
    for (let g = 0; g < n; g++) {
      if (!comes[g]) continue;
      if (!tied[g]) appendExchangeTie(world.exchangeTies, STATION, 0, ORGANIZATION, g, GOVERNMENT, context.week);
      const taught = teacherTime(world, STATION, 0, g, minutes);
      offerRequiredCourse(world, g, OWN_FIELD, taught * (1 - p.political), context.rigidity);
      offerCourse(world, g, ELSEWHERE, taught * p.political);
      const k = bodyOf(world.organizations, g);
      const here = context.at(o.community[g]);
      if (k < 0 || here === undefined || !works(world, k, here.mode)) continue;
      world.weekTotals.branches.columns.training[k] += (taught * p.political) / 60;
    }
  },
});
