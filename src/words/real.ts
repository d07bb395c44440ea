import type { Words } from "./words.ts";

/** Words of “Is it real?”: pairs of runs, and what they say by rule. */
export const real = {
  isItReal: ["Is it real?", "真有差别吗？"],
  realOneRun: ["This is one run.", "这只是一次运行。"],
  realHelp: [
    "Pairs of runs with the same seed and the same random numbers: one as it was, one with the change. What differs follows from the change. The interval covers seeds, not parameters.",
    "成对运行，种子与随机数相同：一次为基准，一次为变更后，差异即由变更引起。区间只涵盖种子，不涵盖参数。",
  ],
  realOf: ["The change: {{changes}}.", "变更：{{changes}}。"],
  realOfLaboratory: ["Ask of the laboratory's changes instead", "改为比较实验室中的变更"],
  realNothing: [
    "Nothing has been changed in the laboratory, so the question is what the programme does: with it against without it.",
    "实验室中尚未改动，因此这里问的是党建工作的作用：开启与关闭相比。",
  ],
  realRun: ["Run {{pairs}} pairs", "运行 {{pairs}} 对"],
  realMore: ["Run {{pairs}} more", "再运行 {{pairs}} 对"],
  realPlan: ["Make it a plan", "转为试验方案"],
  realProgress: ["{{done}} of {{total}} runs", "已完成 {{done}} 次运行，共 {{total}} 次"],
  realLeast: ["Least difference that matters, points", "有意义的最小差异（百分点）"],
  realJudged: ["Judged: mean of weeks {{from}} to {{to}}", "比较：第 {{from}} 至 {{to}} 周的均值"],
  realOutcome: ["Outcome", "指标"],
  realBaseline: ["baseline", "基准"],
  realChanged: ["changed", "变更后"],
  realDifference: ["difference (95%)", "差异（95% 置信区间）"],
  realVerdict: ["In words", "结论"],
  realPoints: ["{{mean}} points ({{low}} to {{high}})", "{{mean}} 个百分点（{{low}} 至 {{high}}）"],
  points: ["points", "个百分点"],
  realNarrows: ["{{name}}: the interval after each look, {{unit}}", "{{name}}：每次查看时的区间（{{unit}}）"],
  realPairs: ["{{count}} pairs", "{{count}} 对"],
  realAccident: [
    "Of {{outcomes}} outcomes one interval in twenty leaves out zero by accident. Whether higher is better is for the reader to say.",
    "共 {{outcomes}} 项指标，平均每二十个区间就有一个会偶然不含零。数值升高是否更好，由读者判断。",
  ],
  verdict_tooEarly: ["Too early to say", "为时尚早"],
  verdict_higher: ["Higher", "升高"],
  verdict_lower: ["Lower", "降低"],
  verdict_higherLittle: ["Higher, too little to matter", "升高，但幅度过小"],
  verdict_lowerLittle: ["Lower, too little to matter", "降低，但幅度过小"],
  verdict_none: ["No difference of {{least}} {{unit}} or more", "差异不足 {{least}} {{unit}}"],
  verdict_cannotTell: ["Cannot tell yet; about {{more}} more pairs might", "尚不能判断；再运行约 {{more}} 对或可判断"],
  headline_tooEarly: ["{{name}}: too early to say, {{count}} pairs.", "{{name}}：为时尚早，仅 {{count}} 对。"],
  headline_higher: [
    "{{name}} is higher with the change: {{mean}} {{unit}} ({{low}} to {{high}}), {{count}} pairs.",
    "{{name}}因变更升高 {{mean}} {{unit}}（{{low}} 至 {{high}}），{{count}} 对。",
  ],
  headline_lower: [
    "{{name}} is lower with the change: {{mean}} {{unit}} ({{low}} to {{high}}), {{count}} pairs.",
    "{{name}}因变更降低 {{mean}} {{unit}}（{{low}} 至 {{high}}），{{count}} 对。",
  ],
  headline_higherLittle: [
    "{{name}} is higher by less than would matter: {{mean}} {{unit}} ({{low}} to {{high}}), {{count}} pairs.",
    "{{name}}升高 {{mean}} {{unit}}（{{low}} 至 {{high}}），幅度过小，{{count}} 对。",
  ],
  headline_lowerLittle: [
    "{{name}} is lower by less than would matter: {{mean}} {{unit}} ({{low}} to {{high}}), {{count}} pairs.",
    "{{name}}降低 {{mean}} {{unit}}（{{low}} 至 {{high}}），幅度过小，{{count}} 对。",
  ],
  headline_none: [
    "{{name}}: no difference of {{least}} {{unit}} or more, {{count}} pairs.",
    "{{name}}：差异不足 {{least}} {{unit}}，{{count}} 对。",
  ],
  headline_cannotTell: [
    "{{name}}: cannot tell yet after {{count}} pairs; about {{more}} more might.",
    "{{name}}：{{count}} 对之后尚不能判断；再运行约 {{more}} 对或可判断。",
  ],
} as const satisfies Words;
