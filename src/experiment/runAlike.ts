import type { BaseScenario } from "../scenario/index.ts";

/** What a scenario says of itself, and what makes two runs of it differ in luck or length alone. */
const APART: ReadonlySet<string> = new Set(["title", "titleZh", "question", "questionZh", "lookFor", "lookForZh", "seed", "weeks"]);

const content = (scenario: BaseScenario): string => JSON.stringify(Object.entries(scenario).filter(([key]) => !APART.has(key)));

/** Whether two scenarios give the same week after week on the same draws: they differ in words, seed and length at most. */
export const runAlike = (a: BaseScenario, b: BaseScenario): boolean => content(a) === content(b);
