import { build, construct } from "./build.ts";
import { goBack } from "./interventions.ts";
import { keptBefore } from "./kept.ts";
import { halt, queue, replayTo, week } from "./runControls.ts";
import { dismiss } from "./worker.ts";

/** The week of the newest checkpoint kept, to which a failed run can go back; 0 if there is none. */
export const lastKept = (): number => keptBefore(Number.POSITIVE_INFINITY)?.week ?? 0;

/** Stands at the newest checkpoint kept, in another worker than the one that failed; how long ago that was makes no difference. */
export async function recover(): Promise<void> {
  await queue.add(async () => {
    const now = week.value;
    halt(); // between two weeks the run may not have noticed yet that its worker is gone
    if (!(await goBack(Number.POSITIVE_INFINITY)) && (await construct({}))) replayTo(now);
  });
}

/** Builds the district anew in another worker than the one that stands, even if that one is in the midst of something. */
export async function restart(): Promise<void> {
  dismiss();
  await build();
}
