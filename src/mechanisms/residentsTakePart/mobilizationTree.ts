import { defineMechanism, spend, YEAR } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity, whole } from "../../scenario/index.ts";

/** A call goes down a tree: many levels take long, few levels have wide spans (eq. 4.26) [M02]. */
export const mobilizationTree = defineMechanism({
  id: "mobilizationTree",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Cascade of mobilization", zh: "逐级动员" },
  summary: {
    en: "Several times a year a call passes from the district down to the buildings; levels delay it, wide spans weaken it.",
    zh: "每年数次动员由区逐级传到楼栋；层级越多越慢，幅度越宽越弱。",
  },
  rows: ["M02"],
  partyBuilding: true,
  rivals: ["mechanisms.mobilizationTree.depth=4 (hierarchical)", "mechanisms.mobilizationTree.depth=2 (flat)"],
  specification: {
    equation: "span = buildings^(1/L) ; q = (1 / (1 + (span / s0)²))^L ; from L·d weeks after the call on, for w weeks: outreach + e q",
    symbols: {
      L: "levels between the district and the buildings: 4 hierarchical, 2 flat",
      d: "weeks that a level takes",
      s0: "span at which half of a message is lost at a level",
      e: "invitations a week if nothing is lost",
      w: "weeks that a call lasts",
    },
    source: "eq. 4.26 (Graicunas; Radner 1993). s0 8-15 for supervision; passing a call on is easier: 30 by default, a judgement.",
    departures: "The tree is even; a level loses a share of the message instead of some receivers.",
    draws: "none",
    placebo: "Calls of the same cost for other purposes.",
    harm: "Flat trees overload the hub: wide spans lose most of the message.",
  },
  parameters: {
    depth: whole({
      label: { en: "Depth", zh: "层级数" },
      help: {
        en: "Four is hierarchical, two flat; the more, the narrower their spans.",
        zh: "四级为科层式，两级为扁平式；层级越多，每级幅度越窄。",
      },
      default: 4,
      min: 1,
      max: 8,
      unit: "levels",

      rows: ["M02"],
      prior: [2, 6],
      evidence: "M",
      source: "District, subdistrict, community, grid, micro-grid: four steps; flat are two [M02].",
    }),
    stepWeeks: quantity({
      label: { en: "Delay per level", zh: "每级耗时" },
      help: { en: "Mobilization begins once all levels have passed the call on.", zh: "逐级传完后，动员才开始。" },
      default: 1,
      min: 0,
      max: 26,
      unit: "weeks",

      rows: ["M02"],
    }),
    span: quantity({
      label: { en: "Span of control", zh: "管理幅度" },
      help: { en: "A level with this many below it loses half of the message.", zh: "一级有这么多下级时，信息损失一半。" },
      default: 30,
      min: 1,
      max: 1000,
      unit: "receivers",

      rows: ["M02"],
      evidence: "M",
      source: "eq. 4.26; there 8-15 subordinates are supervised, here they only pass word on.",
    }),
    calls: whole({
      label: { en: "Calls", zh: "动员次数" },
      help: { en: "At equal intervals over the year.", zh: "全年间隔均匀。" },
      default: 4,
      min: 0,
      max: 52,
      unit: "a year",
      rows: ["M02"],
    }),
    length: whole({
      label: { en: "Length of a call", zh: "动员时长" },
      help: { en: "More people are asked while it lasts.", zh: "期间更多居民受邀。" },
      default: 2,
      min: 1,
      max: 26,
      unit: "weeks",
      rows: ["M02"],
    }),
    strength: quantity({
      label: { en: "Strength of a call", zh: "动员强度" },
      help: { en: "Further invitations to every adult if nothing is lost.", zh: "信息没有损失时，每位成年人额外收到的邀请。" },
      default: 0.005,
      min: 0,
      max: 1,
      unit: "invitations a week",

      rows: ["M02"],
    }),
  },
  reads: [],
  writes: ["ledger", "weekTotals.communities.outreach", "weekTotals.communities.programmeMoney"],
  measures: ["participation_rate", "participation_mobilized", "money_spent_programme"],
  step(world, { week, parameters: p, mode }, c) {
    if (p.calls === 0) return;
    const every = Math.floor(YEAR / p.calls);
    const since = (week - 1) % every;
    if (since === 0) spend(world, c, (world.scenario.prices.perResident * world.communities.columns.residents[c]) / p.calls);
    const delay = Math.round(p.depth * p.stepWeeks) % every;
    if (mode === "placebo" || since < delay || since >= delay + p.length) return;
    const span = pow(Math.max(1, world.buildings.rows), 1 / p.depth) / p.span;
    world.weekTotals.communities.columns.outreach[c] += p.strength * pow(1 / (1 + span * span), p.depth);
  },
});
