import { computed, signal } from "@preact/signals";
import type { RecordedRun } from "../../../worker/recordedRun.ts";
import { before } from "./before.ts";
import { series, week } from "./runControls.ts";
import { changed, description, file, interventions, seed } from "./scenario.ts";

const recorded = signal<RecordedRun | undefined>(undefined);

/** Fetches the run that was recorded beforehand. Without it the charts only stay empty until the first week. */
export async function fetchRecorded(): Promise<void> {
  try {
    recorded.value = (await (await fetch("./recorded-run.json")).json()) as RecordedRun;
  } catch {
    recorded.value = undefined;
  }
}

/** The recorded run while it stands for what would run here: nothing has run yet, and nothing was changed. */
export const shownRecording = computed(() => {
  const run = recorded.value;
  const same = run?.file === file.value && run.seed === seed.value && Object.keys(changed.value).length === 0;
  return same && week.value === 0 && interventions.value.length === 0 ? run : undefined;
});

/** Weeks that the measures shown go to. */
export const measuredWeeks = computed(() => shownRecording.value?.weeks ?? week.value);

const places = computed(() => new Map(description.value?.measures.map(({ id }, m) => [id, m])));

/** A measure, week by week: of the run that stands, or of the recorded one before it. */
export function measured(id: string): readonly number[] {
  const run = shownRecording.value;
  if (run) return run.measures[id]?.map((value) => value ?? Number.NaN) ?? [];
  return series.value[places.value.get(id) ?? -1] ?? [];
}

/** A measure of the run that stood before its past was changed, if one is kept. */
export function measuredBefore(id: string): readonly number[] | undefined {
  return before.value?.series[places.value.get(id) ?? -1];
}
