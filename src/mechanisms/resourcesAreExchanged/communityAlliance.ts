import {
  COMMUNITY,
  DISTRICT,
  defineMechanism,
  EXPERT_TIME,
  type Ledger,
  MONEY,
  OUTSIDE,
  SITE,
  WORKPLACE,
  YEAR,
} from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const GIVING = 5; // week of the year

/** Workplaces pool money, skilled time and space in the alliance of their community [V3, Z17]. */
export const communityAlliance = defineMechanism({
  id: "communityAlliance",
  phase: "resourcesAreExchanged",
  scope: "workplace",
  every: "week",
  title: { en: "Community party-building alliance", zh: "社区党建联盟" },
  summary: {
    en: "Workplaces join the alliance of their community and lend space, skilled time and money; some join in name only.",
    zh: "驻区单位加入社区党建联盟，提供场地、专业时间与资金；部分仅挂名。",
  },
  rows: ["V3", "Z17", "Z13", "F09", "Z27", "L4"],
  partyBuilding: true,
  specification: {
    equation:
      "P(workplace joins in a week) = 1 − exp(−j (1 + 2 branch) / 52) ; lends (1 − y) · ℓ of what it may ; coordination: κ minutes of workers a member",
    symbols: {
      j: "joining a year",
      branch: "1 if the workplace has a branch",
      y: "share of members in name only",
      ℓ: "share of what could be lent",
      κ: "minutes of community workers for each member a week",
    },
    source: "V3, Z17: symbolic membership and free riding are its nulls; coordination overhead F09. Values are judgements.",
    departures:
      "What a unit may lend is set at the start by its kind and size. None leaves while the programme is on, so that in time every unit, however small, is a member.",
    draws: "agent = unit: 0 joins; stream name, agent = unit, week 0 of the year: 0 in name only.",
    placebo: "The district provides the same space, time and money, by the same talks with community workers: no workplace lends.",
    harm: "κ takes workers' time, and of what they do for matters the same share; members in name only lend nothing, and are coordinated like others.",
  },
  chances: {
    "": {
      0: { of: "workplace", en: "joins the alliance", zh: "加入社区党建联盟" },
    },
    name: {
      0: { of: "workplace", en: "is a member in name only", zh: "仅挂名" },
    },
  },
  parameters: {
    joining: quantity({
      label: { en: "Joining", zh: "加入率" },
      help: { en: "Of a workplace without a branch; three times as often with one.", zh: "没有支部的单位；有支部的单位为三倍。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",

      rows: ["V3"],
    }),
    symbolic: share({
      label: { en: "In name only", zh: "挂名占比" },
      help: { en: "They lend nothing, but are coordinated like others.", zh: "不提供资源，却同样需要协调。" },
      default: 0.5,
      of: "alliance members",
      rows: ["V3"],
    }),
    resourcesLent: share({
      label: { en: "Resources lent", zh: "资源提供比例" },
      help: { en: "Of the space, time and money that a workplace could spare.", zh: "占单位可提供的场地、时间与资金。" },
      default: 0.05,
      of: "what could be lent",
      rows: ["Z17"],
    }),
    coordination: quantity({
      label: { en: "Coordination", zh: "协调时间" },
      help: { en: "Community workers spend it on each member, taken from matters.", zh: "社区工作者为每个成员付出，减少办理事项的时间。" },
      default: 10,
      min: 0,
      max: 600,
      unit: "minutes a week",

      rows: ["F09"],
    }),
  },
  reads: [],
  writes: ["ledger", "weekTotals.communities.coordinationMinutes", "workplaces.alliance"],
  measures: ["matters_open", "settlement_rate_true", "fragmentation", "matched_share"],
  step(world, context, k) {
    const { ledger } = world;
    const { parameters: p, mode } = context;
    const u = world.workplaces.columns;
    const c = u.community[k];
    const joins = chanceOf((p.joining * (u.branch[k] >= 0 ? 3 : 1)) / YEAR);
    if (!u.alliance[k] && !context.draws.chance(k, joins, 0)) return;
    u.alliance[k] = 1;
    world.weekTotals.communities.columns.coordinationMinutes[c] += p.coordination;
    const name = context.stream("name");
    name.week = 0; // for good
    if (name.chance(k, p.symbolic, 0)) return;
    const giver = mode === "on" ? WORKPLACE : DISTRICT;
    const from = mode === "on" ? k : 0;
    lend(ledger, SITE, giver, from, c, Math.round(u.lendSite[k] * p.resourcesLent));
    lend(ledger, EXPERT_TIME, giver, from, c, Math.round(u.lendMinutes[k] * p.resourcesLent));
    if (context.weekOfYear === GIVING) lend(ledger, MONEY, giver, from, c, Math.round(u.lendMoney[k] * p.resourcesLent));
  },
  leave(world, _context, c) {
    const { community, alliance } = world.workplaces.columns;
    for (let k = 0; k < world.workplaces.rows; k++) if (community[k] === c) alliance[k] = 0;
  },
});

function lend(ledger: Ledger, resource: number, giver: number, from: number, community: number, amount: number): void {
  ledger.move(resource, OUTSIDE, 0, giver, from, amount);
  ledger.move(resource, giver, from, COMMUNITY, community, amount);
}
