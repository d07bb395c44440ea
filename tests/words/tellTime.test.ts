import { expect, it } from "vitest";
import { tellTime } from "../../src/words/index.ts";

it.each([
  [0.2, "1 second", "1 秒"],
  [45, "45 seconds", "45 秒"],
  [240, "4 minutes", "4 分钟"],
  [5399, "90 minutes", "90 分钟"],
  [5401, "2 hours", "2 小时"],
  [172_801, "2 days", "2 天"],
])("%d seconds are told as people say them", (seconds, en, zh) => {
  expect([tellTime("en", seconds), tellTime("zh", seconds)]).toEqual([en, zh]);
});
