import type { Suggestion } from "../observation/index.ts";
import { type Language, say, type Word } from "./say.ts";
import { agentName, type GivenNames, percent } from "./tellStory.ts";

/** Values that are counted, and those that are shares; the others number weeks. */
const counted = new Set(["hours", "years", "times", "members", "organizations"]);
const shares = new Set(["reported", "activity"]);

/** What is counted in sentences. */
type Counted =
  | "acquaintances"
  | "groups"
  | "hours"
  | "matters"
  | "members"
  | "organizations"
  | "people"
  | "ties"
  | "times"
  | "weeks"
  | "years";

/** A number of something, in words: "1 hour", "2 hours". */
export const counting = (language: Language, what: Counted, count: number): string =>
  what === "times" && count === 1 ? say(language, "count_once") : say(language, `count_${what}` as Word, { count });

/** Why somebody's story is worth telling, as a sentence. */
export function tellSuggestion(language: Language, { rule, agent, values }: Suggestion, given: GivenNames = []): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    counted.has(name) ? counting(language, name as "hours", Math.round(value)) : shares.has(name) ? percent(value) : value,
  ]);
  return say(language, `suggest_${rule}`, { ...Object.fromEntries(shown), who: agentName(language, agent, given) });
}
