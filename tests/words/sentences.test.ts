import { expect, it } from "vitest";
import { options } from "../../src/words/options.ts";
import { all, say } from "../../src/words/say.ts";
import { faultsEn, faultsZh, report } from "../support/wordRules.ts";

const texts = Object.entries({ ...options, ...all } as Record<string, readonly [string, string]>).filter(([key]) => key !== "language");

it("says nothing that the glossary forbids, in either language", () => {
  expect(texts.length).toBeGreaterThan(600);
  expect(texts.flatMap(([key, [en]]) => report(`${key} “${en}”`, faultsEn(en)))).toEqual([]);
});

it("writes Chinese in Chinese: full-width marks, spaces around numbers, no Latin but names", () => {
  expect(texts.flatMap(([key, [, zh]]) => report(`${key} “${zh}”`, faultsZh(zh)))).toEqual([]);
});

it("names the same values in both languages", () => {
  const names = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
  expect(texts.filter(([, [en, zh]]) => names(en).join() !== names(zh).join()).map(([key]) => key)).toEqual([]);
});

it("sets a space between Chinese characters and what a sentence is given, where it is a number", () => {
  expect(say("zh", "story_gives", { amount: "30 分钟", other: "社会组织 3" })).toBe("向社会组织 3 提供 30 分钟");
  expect(say("zh", "story_gives", { amount: "30 分钟", other: "外界" })).toBe("向外界提供 30 分钟");
});
