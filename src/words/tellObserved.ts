import { type Language, say } from "./say.ts";

/** What dots over curves are, and in how many of the intervals that the run has reached its curve lies. */
export function tellObserved(language: Language, { reached, within }: { reached: number; within: number }): string {
  return say(language, "observedKey") + (reached > 0 ? say(language, "observedWithin", { reached, within }) : "");
}
