import { defineMechanism } from "../../engine/index.ts";
import { level, share } from "../../scenario/index.ts";

/** Quality follows management, management follows routine, reputations fade (eq. 4.10). */
export const organizationLearning = defineMechanism({
  id: "organizationLearning",
  verb: "everyoneLearns",
  scope: "organization",
  every: "month",
  phase: 0,
  title: { en: "Learning of organizations", zh: "组织学习" },
  summary: {
    en: "Quality follows internal governance and staff motivation; governance returns to routine; reputation is forgotten.",
    zh: "质量随内部治理与专职人员动机变化，内部治理回归常态，声誉逐渐淡忘。",
  },
  rows: ["N15", "Z25", "H03"],
  sheet: {
    equation: "q + a (½ g + ½ w − q) ; w + a (s · autonomy − w) ; g + b (½ − g), every month",
    symbols: {
      q: "quality",
      g: "management",
      w: "motivation of staff and volunteers",
      s: "motivation of a wholly autonomous staff",
    },
    source: "eq. 4.10; self-determination: motivation follows autonomy (H03, H04). Values are judgements.",
    departures: "none",
    draws: "none",
    harm: "Lost autonomy becomes lost quality, slowly.",
  },
  parameters: {
    adjustment: share({
      label: { en: "Speed of adjustment", zh: "调整速度" },
      help: { en: "Of quality and of staff motivation.", zh: "服务质量与专职人员动机。" },
      default: 0.03,
      of: "the gap, a month",
    }),
    selfDetermination: level({
      label: { en: "Autonomous motivation", zh: "自主时的动机" },
      help: { en: "Staff motivation at full autonomy; in proportion to it.", zh: "完全自主时专职人员的动机，随自主性按比例变化。" },
      default: 0.75,

      rows: ["H03"],
    }),
    routine: share({
      label: { en: "Return to routine", zh: "回归常态" },
      help: { en: "How fast internal governance comes back to 0.5.", zh: "内部治理回到 0.5 的快慢。" },
      default: 0.02,
      of: "the gap, a month",
    }),
  },
  reads: ["organizations.autonomy"],
  writes: ["organizations.management", "organizations.quality", "organizations.trust"],
  measures: ["org_quality_mean", "org_management_mean", "settlement_rate_true"],
  step(world, { parameters: p }, g) {
    const o = world.organizations.columns;
    o.trust[g] += p.adjustment * (p.selfDetermination * o.autonomy[g] - o.trust[g]);
    o.management[g] += p.routine * (0.5 - o.management[g]);
    o.quality[g] += p.adjustment * ((o.management[g] + o.trust[g]) / 2 - o.quality[g]);
  },
});
