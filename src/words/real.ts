import type { Words } from "./words.ts";

/** Words of “Is it real?”: pairs of runs, and what they say by rule. */
export const real = {
  isItReal: ["Is it real?", "真有差别吗？"],
  realOneRun: ["This is one run.", "这只是一次运行。"],
  realHelp: [
    "Pairs of runs with the same seed and the same random numbers: one as it was, one with the change. What differs follows from the change.",
    "成对运行，种子与随机数相同：一次为基准，一次为变更后，差异即由变更引起。",
  ],
  realOf: ["The change: {{changes}}.", "变更：{{changes}}。"],
  realAgainst: ["The baseline: {{changes}}.", "基准：{{changes}}。"],
  realNothing: [
    "Nothing has been changed in the laboratory, so the question is what the programme does: with it against without it.",
    "实验室中尚未改动，因此这里问的是党建工作的作用：开启与关闭相比。",
  ],
  realRun: ["Run pairs until it can be told", "成对运行，直到可以判断"],
  realGoOn: ["Go on until it can be told", "继续运行，直到可以判断"],
  realMore: ["Run {{pairs}} more", "再运行 {{pairs}} 对"],
  realPlan: ["Make it a plan", "转为试验方案"],
  realProgress: ["{{done}} of {{total}} runs", "已完成 {{done}} 次运行，共 {{total}} 次"],
  realTakes: ["{{time}} a pair on this machine", "在本机每对约需 {{time}}"],
  realStopped_apart: ["Precise enough after {{count}} pairs: the interval leaves out zero.", "{{count}} 对后已足够精确：区间不含零。"],
  realStopped_within: [
    "Precise enough after {{count}} pairs: the interval leaves out all that would matter.",
    "{{count}} 对后已足够精确：区间不含任何有意义的差异。",
  ],
  realStopped_narrow: [
    "Precise enough after {{count}} pairs: the interval is narrower than {{least}} points, and holds both zero and that.",
    "{{count}} 对后已足够精确：区间窄于 {{least}} 个百分点，既含零，也含该值。",
  ],
  realStopped_same: ["Precise enough after {{count}} pairs: all of them came out alike.", "{{count}} 对后已足够精确：各对结果一致。"],
  realStopped_open: ["Not precise enough after {{count}} pairs.", "{{count}} 对后仍不够精确。"],
  realCovers: [
    "The interval is a 95% confidence sequence: it holds at every look at once, so it stays honest although the runs stop when it is precise. It covers seeds, and takes differences of pairs to be nearly normal; parameters stay as they are set.",
    "区间为 95% 置信序列：每次查看时同时成立，因此即便一达到精度就停止，区间仍然可信。区间涵盖种子，并假定各对差值近似正态；参数保持设定值不变。",
  ],
  realCoversPosterior: [
    "The interval is a 95% confidence sequence: it holds at every look at once, so it stays honest although the runs stop when it is precise. It covers seeds and parameters: each pair has random numbers and a set of parameters of its own, drawn by weight from the posterior. It takes differences of pairs to be nearly normal; parameters that the posterior does not have stay as they are set.",
    "区间为 95% 置信序列：每次查看时同时成立，因此即便一达到精度就停止，区间仍然可信。区间涵盖种子与参数：每对各有随机数，并按权重从后验中选取一组参数。假定各对差值近似正态；后验所不含的参数保持设定值不变。",
  ],
  realDrawn: [
    "Each pair draws its {{parameters}} parameters from {{sets}} sets of “{{title}}” ({{kind}}).",
    "每对的 {{parameters}} 个参数从“{{title}}”（{{kind}}）的 {{sets}} 组中选取。",
  ],
  realNotDrawn: [
    "Parameters are not drawn from “{{title}}” ({{kind}}): all pairs have those that are set.",
    "不从“{{title}}”（{{kind}}）选取参数：各对均用设定值。",
  ],
  realDrawNot: ["Leave the posterior out", "不用后验"],
  realDraw: ["Draw from the posterior", "从后验选取"],
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
  realPairs_one: ["{{count}} pair", "{{count}} 对"],
  realAccident: [
    "Of {{outcomes}} outcomes up to one interval in twenty leaves out zero by accident. Whether higher is better is for the reader to say.",
    "共 {{outcomes}} 项指标，每二十个区间中至多约有一个会偶然不含零。数值升高是否更好，由读者判断。",
  ],
  verdict_tooEarly: ["Too early to say", "为时尚早"],
  verdict_same: ["No difference: both runs of every pair came out the same", "无差别：每对的两次运行结果相同"],
  verdict_given: ["{{mean}} {{unit}} in every pair: the change itself sets it", "每对均相差 {{mean}} {{unit}}，由变更本身决定"],
  verdict_higher: ["Higher", "升高"],
  verdict_lower: ["Lower", "降低"],
  verdict_higherLittle: ["Higher, too little to matter", "升高，但幅度过小"],
  verdict_lowerLittle: ["Lower, too little to matter", "降低，但幅度过小"],
  verdict_none: ["No difference of {{least}} {{unit}} or more", "差异不足 {{least}} {{unit}}"],
  verdict_cannotTell: ["Cannot tell yet; about {{more}} more pairs might", "尚不能判断；再运行约 {{more}} 对或可判断"],
  verdict_cannotTell_one: ["Cannot tell yet; one more pair might", "尚不能判断；再运行 1 对或可判断"],
  headline_tooEarly: ["{{name}}: too early to say, {{count}} pairs.", "{{name}}：为时尚早，仅 {{count}} 对。"],
  headline_tooEarly_one: ["{{name}}: too early to say, {{count}} pair.", "{{name}}：为时尚早，仅 {{count}} 对。"],
  headline_same: [
    "{{name}} does not change: both runs came out the same in all {{count}} pairs.",
    "{{name}}不变：{{count}} 对中每对的两次运行结果相同。",
  ],
  headline_given: [
    "{{name}} differs by {{mean}} {{unit}} in all {{count}} pairs: the change itself sets it.",
    "{{name}}在全部 {{count}} 对中均相差 {{mean}} {{unit}}，由变更本身决定。",
  ],
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
