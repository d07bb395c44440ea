import { doesNotMatch, match } from "node:assert/strict";
import type { Said } from "../../src/scenario/index.ts";
import { tellSaid } from "../../src/words/index.ts";

/** What is said is a sentence in both languages: nothing is left of a template, and no value is missing. */
export function sentences(said: Said): void {
  const [en, zh] = [tellSaid("en", said), tellSaid("zh", said)];
  for (const text of [en, zh]) doesNotMatch(text, /\{\{ *\w+ *\}\}|undefined|\[object|\p{Cc}/u);
  match(zh, /[\u4e00-\u9fff]/);
}
