import { type Signal, useSignal } from "@preact/signals";
import type { Counterfactual } from "../../../worker/counterfactualClient.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { drawing } from "../session/index.ts";
import { baseline, baselineWeek } from "./baseline.ts";

/** What the baseline answers to a question about a week to which it has come; asked anew as often as pictures are drawn. */
export function useBaseline<T>(week: () => number, question: (of: Counterfactual, week: number) => Promise<T>): Signal<T | undefined> {
  const answer = useSignal<T | undefined>(undefined);
  useSignalEffect(() => {
    drawing.value;
    const [of, at] = [baseline.value, week()];
    if (!of) answer.value = undefined;
    else if (at <= baselineWeek.value)
      void question(of, at).then(
        (found) => {
          if (baseline.peek() === of) answer.value = found;
        },
        () => {}, // it has ended, which is said beside the run
      );
  });
  return answer;
}
