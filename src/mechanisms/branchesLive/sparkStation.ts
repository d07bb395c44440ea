import { addExchangeTie, GOVERNMENT } from "../../circles/index.ts";
import { defineMechanism, ORGANIZATION, STATION, spend } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** The Spark station serves the organizations of the district: a hub that can be crowded and captured [N03, Z26]. */
export const sparkStation = defineMechanism({
  id: "sparkStation",
  verb: "branchesLive",
  title: { en: "Spark station", zh: "星火党建站" },
  summary: {
    en: "Each month organizations seek service of the station; near ones come more often, and the more come, the less each gets.",
    zh: "组织每月到站求助；近者常来，来者越多每家所得越少。",
  },
  rows: ["N03", "N02", "Z26", "F06"],
  partyBuilding: true,
  sheet: {
    equation: [
      "P(comes in a month) = v (1 + d)^−x ; service = min(1, C / visitors)",
      "business: q + ℓ (1 − w) s (1 − q) ; political: sec + ℓ w s (1 − sec) of the branch ; a first visit opens a tie to the station",
    ].join("\n"),
    symbols: {
      d: "distance to the station, km",
      x: "decay with distance",
      C: "organizations that can be served a month",
      w: "weight of political over business work [Z26]",
      ℓ: "learning from full service",
    },
    source: "N03, Z26; hub congestion and distance decay are its nulls. Values are judgements.",
    departures: "The station stands in the first community.",
    draws: "agent = organization: 0 comes.",
    placebo: "The same rooms and money with no staff to advise.",
    harm: "Congestion: service falls as visitors rise; effort on w is lost to business under a fixed budget [M04].",
  },
  chances: {
    "": {
      0: { of: "organization", en: "comes to the station", zh: "到访星火驿站" },
    },
  },
  parameters: {
    visits: share({ default: 0.3, of: "organizations a month", en: "Visits next door, v.", zh: "邻近组织的月到访率。", rows: ["N03"] }),
    decay: quantity({
      default: 0.5,
      min: 0,
      max: 3,
      unit: "exponent",
      en: "Decay with distance, x.",
      zh: "随距离衰减指数。",
      rows: ["N03"],
    }),
    capacity: quantity({
      default: 0.2,
      min: 0,
      max: 2,
      unit: "per organization a month",
      en: "Organizations that the station can serve, C, per organization of the start.",
      zh: "每月可服务的组织（按初始组织数）。",
      rows: ["N03"],
    }),
    political: share({ default: 0.5, of: "effort", en: "Weight of political work, w.", zh: "政治建设的权重。", rows: ["Z26"] }),
    learning: share({ default: 0.01, of: "the distance to full ability", en: "Learning, ℓ.", zh: "充分服务的学习率。", rows: ["N03"] }),
    cost: quantity({
      default: 0.5,
      min: 0,
      max: 50,
      unit: "yuan per resident a year",
      en: "Cost of the station.",
      zh: "站点人均年成本。",
      rows: ["N03"],
    }),
  },
  reads: ["communities.x", "communities.y", "organizations.branch"],
  writes: ["organizations.quality", "branches.secretary", "exchangeTies", "ledger"],
  measures: ["hub_share", "org_quality_mean", "branch_activity_true", "money_spent_programme"],
  step(world, context) {
    if (context.week % 4 !== 3 || context.districtMode === "off") return;
    const p = context.district;
    const o = world.organizations.columns;
    const { x, y } = world.communities.columns;
    const n = world.organizations.rows;
    spend(world, 0, (p.cost * world.residents.rows) / 13);
    const comes = world.scratch("sparkStation/comes", Uint8Array, n).fill(0);
    let visitors = 0;
    for (let g = 0; g < n; g++) {
      const c = o.community[g];
      if (!o.alive[g] || context.mode(c) !== "on") continue;
      const dx = (x[c] - x[0]) / 1000;
      const dy = (y[c] - y[0]) / 1000;
      if (!context.draws.chance(g, p.visits * pow(1 + Math.sqrt(dx * dx + dy * dy), -p.decay), 0)) continue;
      comes[g] = 1;
      visitors++;
    }
    const service = Math.min(1, (p.capacity * world.scenario.organizations.count) / Math.max(1, visitors));
    const t = world.exchangeTies.columns;
    const tied = world.scratch("sparkStation/tied", Uint8Array, n).fill(0);
    for (let e = 0; e < world.exchangeTies.rows; e++) {
      if (t.kindA[e] !== STATION || t.kindB[e] !== ORGANIZATION) continue;
      tied[t.b[e]] = 1;
      if (comes[t.b[e]]) t.last[e] = context.week;
    }
    for (let g = 0; g < n; g++) {
      if (!comes[g]) continue;
      if (!tied[g]) addExchangeTie(world.exchangeTies, STATION, 0, ORGANIZATION, g, GOVERNMENT, context.week);
      o.quality[g] += p.learning * (1 - p.political) * service * (1 - o.quality[g]);
      if (o.branch[g] < 0) continue;
      const { secretary } = world.branches.columns;
      secretary[o.branch[g]] += p.learning * p.political * service * (1 - secretary[o.branch[g]]);
    }
  },
});
