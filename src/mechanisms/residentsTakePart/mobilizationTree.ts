import { defineMechanism, spend } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity, whole } from "../../scenario/index.ts";

/** A call goes down a tree: many levels take long, few levels have wide spans (eq. 4.26) [M02]. */
export const mobilizationTree = defineMechanism({
  id: "mobilizationTree",
  verb: "residentsTakePart",
  title: { en: "Mobilization tree", zh: "动员层级" },
  summary: {
    en: "Several times a year a call goes down a tree from the district to the buildings; depth delays it, span weakens it.",
    zh: "每年数次动员自区级逐层传到楼栋；层级越深越慢，幅度越宽越弱。",
  },
  rows: ["M02"],
  partyBuilding: true,
  rivals: ["mechanisms.mobilizationTree.depth=4 (hierarchical)", "mechanisms.mobilizationTree.depth=2 (flat)"],
  sheet: {
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
      default: 4,
      min: 1,
      max: 8,
      unit: "levels",
      en: "Levels of the tree, L.",
      zh: "动员层级数。",
      rows: ["M02"],
      prior: [2, 4],
    }),
    stepWeeks: quantity({
      default: 1,
      min: 0,
      max: 26,
      unit: "weeks",
      en: "Weeks that a level takes, d.",
      zh: "每层所需周数。",
      rows: ["M02"],
    }),
    span: quantity({
      default: 30,
      min: 1,
      max: 1000,
      unit: "nodes",
      en: "Span at which half of a message is lost, s0.",
      zh: "信息损失一半的幅度。",
      rows: ["M02"],
      evidence: "M",
    }),
    calls: whole({ default: 4, min: 0, max: 52, unit: "calls a year", en: "Calls.", zh: "年动员次数。", rows: ["M02"] }),
    length: whole({ default: 2, min: 1, max: 26, unit: "weeks", en: "Weeks that a call lasts, w.", zh: "动员持续周数。", rows: ["M02"] }),
    strength: quantity({
      default: 0.005,
      min: 0,
      max: 1,
      unit: "invitations a week",
      en: "Invitations during a call if nothing is lost, e.",
      zh: "无损失时的邀请率。",
      rows: ["M02"],
    }),
    cost: quantity({ default: 0.2, min: 0, max: 50, unit: "yuan per resident and call", en: "Cost.", zh: "每次人均成本。", rows: ["M02"] }),
  },
  reads: ["buildings"],
  writes: ["tally.communities.outreach", "ledger"],
  measures: ["participation_rate", "participation_mobilized", "money_spent_programme"],
  step(world, context) {
    const { communities } = world;
    const { outreach } = world.tally.communities.columns;
    for (let c = 0; c < communities.rows; c++) {
      const mode = context.mode(c);
      const p = context.of(c);
      if (mode === "off" || p.calls === 0) continue;
      const every = Math.floor(52 / p.calls);
      const since = (context.week - 1) % every;
      if (since === 0) spend(world, c, p.cost * communities.columns.residents[c]);
      const delay = Math.round(p.depth * p.stepWeeks) % every;
      if (mode === "placebo" || since < delay || since >= delay + p.length) continue;
      const span = pow(Math.max(1, world.buildings.rows), 1 / p.depth) / p.span;
      outreach[c] += p.strength * pow(1 / (1 + span * span), p.depth);
    }
  },
});
