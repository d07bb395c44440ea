import type { Words } from "./words.ts";

/** Words of claims as paired experiments. */
export const contrasts = {
  contrast_estimand: ["estimand", "估计量"],
  contrast_measure: ["measure", "指标"],
  contrast_claimed: ["claimed", "论断方向"],
  contrast_positive: ["positive", "正"],
  contrast_negative: ["negative", "负"],
  contrast_effect: ["effect", "效应"],
  contrast_interval: ["95% interval", "95% 置信区间"],
  contrast_share: ["sign as claimed in", "方向符合"],
  contrast_draws: ["{{share}} of {{count}} draws [{{low}}, {{high}}]", "{{share}}（{{low}} 至 {{high}}），共 {{count}} 组先验参数"],
  contrast_verdict: ["verdict", "判定"],
  "contrast_as claimed": ["as claimed", "符合"],
  contrast_opposite: ["opposite", "相反"],
  contrast_inconclusive: ["inconclusive", "未定"],
  contrast_all: [
    "{{all}} estimands: {{claimed}} as claimed, {{opposite}} opposite, {{inconclusive}} inconclusive. Each by itself at 5%; with correction for looking at all of them (false discovery rate of 5%, whatever their dependence) {{beyond}} are shown.",
    "共 {{all}} 个估计量：{{claimed}} 个符合，{{opposite}} 个相反，{{inconclusive}} 个未定。以上各按 5% 单独判定；对同时查看全部估计量作校正后（错误发现率 5%，不论其如何相关），{{beyond}} 个有结论。",
  ],
  contrast_against: ["against the claim: {{text}}", "反面证据：{{text}}"],
  contrast_rival: ["competing explanation: {{text}}", "竞争性解释：{{text}}"],
} as const satisfies Words;
