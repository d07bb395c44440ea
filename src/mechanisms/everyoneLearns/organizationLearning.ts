import { defineMechanism } from "../../engine/index.ts";
import { share } from "../../scenario/index.ts";

/** Quality follows management, management follows routine, reputations fade (eq. 4.10). */
export const organizationLearning = defineMechanism({
  id: "organizationLearning",
  verb: "everyoneLearns",
  title: { en: "Learning of organizations", zh: "组织学习" },
  summary: {
    en: "The quality of service drifts towards what management and the motivation of the staff allow; management drifts to routine; reputation is forgotten.",
    zh: "服务质量趋向管理与员工动机所允许的水平，管理回归惯例，声誉逐渐淡忘。",
  },
  rows: ["N15", "Z25", "H03"],
  sheet: {
    equation: "q + a (½ g + ½ w − q) ; w + a (s · autonomy − w) ; g + b (½ − g) ; reputation · φ, every month",
    symbols: {
      q: "quality",
      g: "management",
      w: "motivation of staff and volunteers",
      s: "motivation of a wholly autonomous staff",
      φ: "share remembered",
    },
    source: "eq. 4.10; self-determination: motivation follows autonomy (H03, H04). Values are judgements.",
    departures: "none",
    draws: "none",
    harm: "Lost autonomy becomes lost quality, slowly.",
  },
  parameters: {
    adjustment: share({ default: 0.03, of: "the gap a month", en: "Speed of quality and motivation, a.", zh: "质量与动机的调整速度。" }),
    selfDetermination: share({
      default: 0.75,
      of: "full motivation",
      en: "Motivation of a wholly autonomous staff, s.",
      zh: "完全自主时的员工动机。",
      rows: ["H03"],
    }),
    routine: share({ default: 0.02, of: "the gap a month", en: "Return of management to routine, b.", zh: "管理回归惯例的速度。" }),
    memory: share({
      default: 0.97,
      min: 0.5,
      of: "counts a month",
      en: "Reputation remembered, φ.",
      zh: "声誉记忆。",
      evidence: "M",
      prior: [0.9, 1],
    }),
  },
  reads: ["organizations.autonomy", "organizations.management"],
  writes: ["organizations.quality", "organizations.management", "organizations.trust", "organizations.reputation"],
  measures: ["org_quality_mean", "org_management_mean", "settlement_rate_true"],
  step(world, context) {
    if (context.week % 4 !== 0) return;
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || context.mode(o.community[g]) === "off") continue;
      const p = context.of(o.community[g]);
      o.trust[g] += p.adjustment * (p.selfDetermination * o.autonomy[g] - o.trust[g]);
      o.management[g] += p.routine * (0.5 - o.management[g]);
      o.quality[g] += p.adjustment * ((o.management[g] + o.trust[g]) / 2 - o.quality[g]);
      o.reputation[g * 2] *= p.memory;
      o.reputation[g * 2 + 1] *= p.memory;
    }
  },
});
