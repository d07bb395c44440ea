import type { Words } from "./words.ts";

/** What an experiment says of its arms and factors: titles of its pictures, made from the numbers by rule. */
export const experimentFindings = {
  differ_higher: [
    "{{name}} is higher with “{{first}}” than with “{{second}}”: by {{mean}} {{unit}} ({{low}} to {{high}})",
    "“{{first}}”的{{name}}高于“{{second}}”：高 {{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  differ_lower: [
    "{{name}} is lower with “{{first}}” than with “{{second}}”: by {{mean}} {{unit}} ({{low}} to {{high}})",
    "“{{first}}”的{{name}}低于“{{second}}”：低 {{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  differ_higherLittle: [
    "{{name}} is higher with “{{first}}” than with “{{second}}”, by less than would matter: {{mean}} {{unit}} ({{low}} to {{high}})",
    "“{{first}}”的{{name}}高于“{{second}}”，但幅度过小：{{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  differ_lowerLittle: [
    "{{name}} is lower with “{{first}}” than with “{{second}}”, by less than would matter: {{mean}} {{unit}} ({{low}} to {{high}})",
    "“{{first}}”的{{name}}低于“{{second}}”，但幅度过小：{{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  differ_none: [
    "{{name}} differs by less than {{least}} {{unit}} between “{{first}}” and “{{second}}”",
    "“{{first}}”与“{{second}}”的{{name}}相差不足 {{least}} {{unit}}",
  ],
  differ_same: ["{{name}} is the same with “{{first}}” and “{{second}}”", "“{{first}}”与“{{second}}”的{{name}}相同"],
  differ_given: [
    "{{name}} always differs by {{mean}} {{unit}} between “{{first}}” and “{{second}}”: the arms themselves set it",
    "“{{first}}”与“{{second}}”的{{name}}始终相差 {{mean}} {{unit}}，由实验组本身决定",
  ],
  differ_cannotTell: [
    "Cannot tell yet whether {{name}} differs between “{{first}}” and “{{second}}”: {{mean}} {{unit}} ({{low}} to {{high}})",
    "尚不能判断“{{first}}”与“{{second}}”的{{name}}有无差别：{{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  differ_tooEarly: [
    "Too early to say whether {{name}} differs between “{{first}}” and “{{second}}”",
    "判断“{{first}}”与“{{second}}”的{{name}}有无差别，为时尚早",
  ],

  effect_one: [
    "{{factor}} moves {{name}} most: by {{mean}} {{unit}} ({{low}} to {{high}}) from {{from}} to {{to}}",
    "{{factor}}对{{name}}影响最大：由 {{from}} 到 {{to}}，变化 {{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  effect_only: [
    "{{factor}} moves {{name}}: by {{mean}} {{unit}} ({{low}} to {{high}}) from {{from}} to {{to}}",
    "{{factor}}影响{{name}}：由 {{from}} 到 {{to}}，变化 {{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  effect_two: [
    "{{factor}} and {{other}} move {{name}} most; which of them more cannot be told",
    "{{factor}}与{{other}}对{{name}}影响最大，尚不能判断孰大",
  ],
  effect_none: ["No factor is seen to move {{name}}", "尚未见有因子影响{{name}}"],
  muStar_one: [
    "{{factor}} moves {{name}} most: by {{mean}} {{unit}} ({{low}} to {{high}}) on average, across its range",
    "{{factor}}对{{name}}影响最大：跨越全区间平均改变 {{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  muStar_only: [
    "{{factor}} moves {{name}}: by {{mean}} {{unit}} ({{low}} to {{high}}) on average, across its range",
    "{{factor}}影响{{name}}：跨越全区间平均改变 {{mean}} {{unit}}（{{low}} 至 {{high}}）",
  ],
  total_one: [
    "{{factor}} counts most in how {{name}} varies: {{mean}} of the variance ({{low}} to {{high}})",
    "{{name}}的变化中{{factor}}作用最大：占方差 {{mean}}（{{low}} 至 {{high}}）",
  ],
  total_only: [
    "{{factor}} counts in how {{name}} varies: {{mean}} of the variance ({{low}} to {{high}})",
    "{{name}}的变化中{{factor}}起作用：占方差 {{mean}}（{{low}} 至 {{high}}）",
  ],

  needed: [
    "To find a difference of {{least}} {{unit}} in four of five studies takes about {{needed}} {{repeated}}; there are {{count}}.",
    "若要在五次研究中有四次发现 {{least}} {{unit}} 的差异，约需 {{needed}} {{repeated}}；现有 {{count}}。",
  ],
  neededRough: ["So few tell little of how they spread: take it as a rough guess.", "现有数量太少，难以反映离散程度，仅供粗略参考。"],
  repeated_replicates: ["replicates", "次重复"],
  repeated_points: ["points", "个设计点"],
  repeated_trajectories: ["trajectories", "条轨道"],
  repeated_basePoints: ["base points", "个基点"],
  covers_replicates: [
    "The interval covers seeds: replicates repeat, the points are given.",
    "区间涵盖种子：重复的是运行次数，设计点是给定的。",
  ],
  covers_points: [
    "The interval covers seeds and the ranges of the factors: points are drawn from them.",
    "区间涵盖种子与因子的取值范围：设计点取自其中。",
  ],
  covers_blocks: [
    "The interval covers seeds and the ranges of the factors, by trajectory or base point.",
    "区间涵盖种子与因子的取值范围，按轨道或基点计算。",
  ],
} as const satisfies Words;
