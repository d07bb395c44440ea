import type { BaseScenario } from "../scenario/index.ts";

/** Whether two scenarios give the same week after week on the same draws: they differ in words, seed and length at most. */
export function runAlike(a: BaseScenario, b: BaseScenario): boolean {
  const { title, titleZh, question, questionZh, seed, weeks } = a;
  return JSON.stringify(a) === JSON.stringify({ ...b, title, titleZh, question, questionZh, seed, weeks });
}
