import { nameOfOutcome, type OutcomeName } from "../../experiment/index.ts";

/** An outcome as the page shows it. */
export interface ShownOutcome extends OutcomeName {
  /** True if the plan gives it a name of its own. */
  named: boolean;
}

export const shownOutcome = <Of extends OutcomeName>(outcome: Of): Of & ShownOutcome => ({
  ...outcome,
  named: nameOfOutcome({ ...outcome, name: undefined }) !== outcome.name,
});
