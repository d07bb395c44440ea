import { type Language, say } from "./say.ts";

/** How many of the observations of a fit lie in their predictive bands: of those that it has seen, and of those held out. */
export function tellCoverage(language: Language, predictions: readonly { inside: boolean; heldOut: boolean }[]): string[] {
  return (["report_fit_inside", "report_fit_held"] as const).flatMap((word) => {
    const of = predictions.filter(({ heldOut }) => heldOut === (word === "report_fit_held"));
    return of.length === 0 ? [] : [say(language, word, { inside: of.filter(({ inside }) => inside).length, all: of.length })];
  });
}
