import { signal } from "@preact/signals";
import type { ArmOrPair } from "../../../experiment/index.ts";
import type { Results } from "./conduct.ts";

/** The outcome that is looked at, and the arm, or the two, by their names in the plan. */
export const outcome = signal("");
export const arms = signal("");

/** The outcome that is looked at: the first if the plan has none of that name. */
export const chosenOutcome = ({ of }: Pick<Results, "of">): Results["of"]["outcomes"][number] =>
  of.outcomes.find(({ name }) => name === outcome.value) ?? of.outcomes[0];

/** The arm, or the two, whose factors are looked at: the last arm if the plan has none of that name. */
export function chosenArms(all: readonly ArmOrPair[]): ArmOrPair {
  const single = all.filter(({ length }) => length === 1);
  return all.find((one) => one.join() === arms.value) ?? single[single.length - 1];
}

/** Each arm or pair once, in their order. */
export const distinctArms = (all: readonly ArmOrPair[]): ArmOrPair[] => [...new Map(all.map((one) => [one.join(), one])).values()];
