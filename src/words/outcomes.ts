import type { Words } from "./words.ts";

/** What an outcome is made of, and what is taken of its weeks. */
export const outcomes = {
  outcome_minus: ["{{a}} minus {{b}}", "{{a}}减{{b}}"],
  outcome_over: ["{{a}} over {{b}}", "{{a}}与{{b}}之比"],
  outcome_logOdds: ["log-odds of {{a}}", "{{a}}的对数几率"],
  outcome_perYear: ["{{a}}, by the year", "{{a}}（折合每年）"],
  outcome_mean: ["{{what}}", "{{what}}"],
  outcome_maximum: ["{{what}}: maximum", "{{what}}：最大值"],
  outcome_minimum: ["{{what}}: minimum", "{{what}}：最小值"],
  outcome_last: ["{{what}}: last value", "{{what}}：末值"],
  outcome_slope: ["{{what}}: slope", "{{what}}：斜率"],
  outcome_crossing: ["{{what}}: week of crossing {{level}}", "{{what}}：越过 {{level}} 的周次"],
  take_mean: ["mean", "均值"],
  take_maximum: ["maximum", "最大值"],
  take_minimum: ["minimum", "最小值"],
  take_last: ["last value", "末值"],
  take_slope: ["slope a year", "每年斜率"],
  take_crossing: ["week of crossing a level", "越过某水平的周次"],
  takeOf: ["What is taken of {{what}}", "{{what}}的取值方式"],
  takeLevel: ["Level", "水平"],
  setAgainst: ["Set against another measure", "与另一指标相比"],
  against_none: ["by itself", "单独"],
  against_minus: ["minus", "减去"],
  against_over: ["over", "除以"],
  againstWhich: ["The other measure", "另一指标"],
} as const satisfies Words;
