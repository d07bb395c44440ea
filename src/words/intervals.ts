import type { Words } from "./words.ts";

/** Words about intervals, the same on pages, in reports and in the terminal. */
export const intervals = {
  interval_one: ["one value", "仅一个值"],
  interval_few: ["too few values", "值太少"],
  interval_equal: ["all equal", "各值相等"],
  interval_outside: ["out of range", "超出范围"],
  interval_of: ["of {{count}}", "{{count}} 个值"],
  intervals_once: ["Intervals: {{confidence}}%, by t, over replicates.", "区间：{{confidence}}% t 区间，按重复计算。"],
  intervals_anytime: [
    "Intervals: {{confidence}}% confidence sequences over replicates, which hold at every look.",
    "区间：{{confidence}}% 置信序列，按重复计算，随时查看均成立。",
  ],
  intervals_difference: ["Differences: replicate by replicate, on common random numbers.", "差值：采用公共随机数，按重复逐一相减。"],
} as const satisfies Words;
