import type { Words } from "./words.ts";

/** Words for how long something takes. */
export const time = {
  time_second: ["1 second", "1 秒"],
  time_seconds: ["{{count}} seconds", "{{count}} 秒"],
  time_minutes: ["{{count}} minutes", "{{count}} 分钟"],
  time_hours: ["{{count}} hours", "{{count}} 小时"],
  time_days: ["{{count}} days", "{{count}} 天"],
  time_about: ["about {{time}} on this machine", "在本机约需 {{time}}"],
  time_atMost: ["at most about {{time}} on this machine", "在本机最多约需 {{time}}"],
  time_left: ["about {{time}} left", "约剩 {{time}}"],
  time_leftAtMost: ["at most about {{time}} left", "最多约剩 {{time}}"],
} as const satisfies Words;
