import { type Language, say } from "./say.ts";

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
/** Each unit is used from one and a half of it on, and days from two: there is more than one of each. */
const FROM = 1.5;

/** A duration as people say one that is not known to the second; never none. */
export function tellTime(language: Language, seconds: number): string {
  if (seconds < FROM) return say(language, "time_second");
  if (seconds < FROM * MINUTE) return say(language, "time_seconds", { count: Math.round(seconds) });
  if (seconds < FROM * HOUR) return say(language, "time_minutes", { count: Math.round(seconds / MINUTE) });
  if (seconds < 2 * DAY) return say(language, "time_hours", { count: Math.round(seconds / HOUR) });
  return say(language, "time_days", { count: Math.round(seconds / DAY) });
}
