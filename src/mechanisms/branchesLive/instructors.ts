import { defineMechanism, MONTHS, spend } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Experts of the think-tank instruct organizations; the wider their span, the less each gets (eq. 4.26) [N11]. */
export const instructors = defineMechanism({
  id: "instructors",
  verb: "branchesLive",
  scope: "organization",
  every: "month",
  phase: 0,
  title: { en: "Party-building instructors", zh: "党建指导员" },
  summary: {
    en: "Experts, secretaries and social workers advise organizations: internal governance and quality rise, less if each advises many.",
    zh: "专家、社区书记与社工担任指导员，改善组织的内部治理与服务质量；每人指导的组织越多，效果越弱。",
  },
  rows: ["N11", "N02", "G5", "T05"],
  partyBuilding: true,
  sheet: {
    equation: "q_s = 1 / (1 + (span / s0)²) ; g, q ← + ℓ q_s · u (1 − g), (1 − q) a month, for organizations that take part",
    symbols: {
      span: "organizations per instructor",
      s0: "span at which half of the effect is left",
      ℓ: "learning a month at full attention",
      u: "share of advice that is used",
    },
    source: "eq. 4.26 (Graicunas; Radner 1993), s0 8-15; 0.14 instructors per organization [S25], [A].",
    departures: "All organizations share all instructors evenly.",
    draws: "none",
    placebo: "The same experts are paid and write no advice.",
    harm: "Money and hours; advice that is not used.",
  },
  parameters: {
    perOrganization: quantity({
      label: { en: "Instructors", zh: "指导员数" },
      help: { en: "All organizations share them evenly.", zh: "由全部组织平均分享。" },
      default: 0.14,
      min: 0,
      max: 2,
      unit: "per organization",

      rows: ["N11"],
      evidence: "A",
      prior: [0, 1],
    }),
    span: quantity({
      label: { en: "Span of control", zh: "管理幅度" },
      help: { en: "Half of the effect is left where each instructor advises this many.", zh: "每位指导员指导这么多组织时，效果减半。" },
      default: 10,
      min: 1,
      max: 100,
      unit: "organizations",

      rows: ["N11"],
      evidence: "M",
      prior: [8, 15],
    }),
    learning: quantity({
      label: { en: "Learning", zh: "学习幅度" },
      help: { en: "Under full attention, of governance and quality.", zh: "指导充分时，内部治理与质量的提升。" },
      default: 0.008,
      min: 0,
      max: 0.5,
      unit: "share of the gap to full, a month",

      rows: ["N11"],
    }),
    used: quantity({
      label: { en: "Advice used", zh: "采纳率" },
      help: { en: "The rest changes nothing.", zh: "其余建议没有效果。" },
      default: 0.7,
      min: 0,
      max: 1,
      unit: "share of advice",

      rows: ["G5"],
    }),
    cost: quantity({
      label: { en: "Cost of an instructor", zh: "每名指导员成本" },
      help: { en: "Paid whether or not advice is used.", zh: "无论建议是否采纳都支付。" },
      default: 6000,
      min: 0,
      max: 200_000,
      unit: "yuan a year",

      rows: ["N11"],
    }),
  },
  reads: ["organizations.community"],
  writes: ["ledger", "organizations.management", "organizations.quality", "tally.communities.programmeMoney"],
  measures: ["org_quality_mean", "settlement_rate_true", "money_spent_programme"],
  step(world, { parameters: p, mode }, g) {
    const o = world.organizations.columns;
    spend(world, o.community[g], (p.cost * p.perOrganization) / MONTHS);
    if (mode === "placebo" || p.perOrganization === 0) return;
    const relative = 1 / p.perOrganization / p.span;
    const gain = Math.min(1, (p.learning * p.used) / (1 + relative * relative));
    o.management[g] += gain * (1 - o.management[g]);
    o.quality[g] += gain * (1 - o.quality[g]);
  },
});
