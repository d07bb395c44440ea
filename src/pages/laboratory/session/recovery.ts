import { load, settle, supersede, week } from "./drive.ts";
import { goBack } from "./interventions.ts";
import { keptBefore } from "./kept.ts";
import { dismiss, failure } from "./worker.ts";

/** The week of the newest checkpoint kept, to which a failed run can go back; 0 if there is none. */
export const lastKept = (): number => keptBefore(Number.POSITIVE_INFINITY)?.week ?? 0;

/** Starts another worker in the place of one that failed, and goes on from the newest checkpoint kept. */
export async function recover(): Promise<void> {
  dismiss();
  supersede();
  failure.value = "";
  if (await goBack(Number.POSITIVE_INFINITY)) await settle();
  else await load(week.value);
}

/** Starts another worker and builds the district anew. */
export async function restart(): Promise<void> {
  dismiss();
  await load();
}
