import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Experts of the think-tank instruct organizations; the wider their span, the less each gets (eq. 4.26) [N11]. */
export const instructors = defineMechanism({
  id: "instructors",
  verb: "branchesLive",
  title: { en: "Instructors of the think-tank", zh: "智库指导员" },
  summary: {
    en: "University experts, secretaries and social workers instruct organizations: management and quality rise, less as the span of control widens.",
    zh: "高校专家、社区书记与社工担任指导员，提升组织管理与质量；管理幅度越大效果越弱。",
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
      default: 0.14,
      min: 0,
      max: 2,
      unit: "instructors per organization",
      en: "Instructors.",
      zh: "每家组织的指导员数。",
      rows: ["N11"],
      evidence: "A",
      prior: [0, 1],
    }),
    span: quantity({
      default: 10,
      min: 1,
      max: 100,
      unit: "organizations",
      en: "Span at which half of the effect is left, s0.",
      zh: "效果减半的管理幅度。",
      rows: ["N11"],
      evidence: "M",
      prior: [8, 15],
    }),
    learning: quantity({
      default: 0.008,
      min: 0,
      max: 0.5,
      unit: "a month",
      en: "Learning at full attention, ℓ.",
      zh: "充分关注下的月学习率。",
      rows: ["N11"],
    }),
    used: quantity({
      default: 0.7,
      min: 0,
      max: 1,
      unit: "share of advice",
      en: "Advice that is used, u.",
      zh: "被采纳的建议比例。",
      rows: ["G5"],
    }),
    cost: quantity({
      default: 6000,
      min: 0,
      max: 200_000,
      unit: "yuan a year",
      en: "Cost of an instructor.",
      zh: "每名指导员年成本。",
      rows: ["N11"],
    }),
  },
  reads: ["organizations.alive"],
  writes: ["organizations.management", "organizations.quality", "organizations.instructor", "ledger"],
  measures: ["org_quality_mean", "settlement_rate_true", "money_spent_programme"],
  step(world, context) {
    if (context.week % 4 !== 0) return;
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      const mode = context.mode(c);
      o.instructor[g] = 0;
      if (!o.alive[g] || mode === "off") continue;
      const p = context.of(c);
      spend(world, c, (p.cost * p.perOrganization) / 13);
      if (mode === "placebo" || p.perOrganization === 0) continue;
      o.instructor[g] = p.perOrganization;
      const relative = 1 / p.perOrganization / p.span;
      const gain = Math.min(1, (p.learning * p.used) / (1 + relative * relative));
      o.management[g] += gain * (1 - o.management[g]);
      o.quality[g] += gain * (1 - o.quality[g]);
    }
  },
});
