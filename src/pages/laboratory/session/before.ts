import { signal } from "@preact/signals";
import { replaying, series, week } from "./runControls.ts";
import { built, file, interventions, type Setup, seed } from "./scenario.ts";

/** A run that is no more, and what it was made of. */
export interface Before extends Omit<Setup, "file" | "text" | "baseline"> {
  weeks: number;
  /** [measure][week - 1] */
  series: readonly (readonly number[])[];
}

/**
 * The run that stood before its past was last changed: its curves stay beside those of the run that stands. One is kept,
 * so that it takes no more memory than the series of one run: some 150 measures of at most 3,650 weeks, 4 MB.
 */
export const before = signal<Before | undefined>(undefined);

/** Keeps the run that stands, whose past is about to change. While weeks are run again there is none yet that stood. */
export function keepBefore(): void {
  if (week.value === 0 || replaying.value !== undefined) return;
  before.value = {
    weeks: week.value,
    series: series.value,
    seed: seed.value,
    changed: built.value,
    interventions: interventions.value,
  };
}

/** The same where another run takes the place of the one that stands: of another scenario file nothing is kept beside it. */
export function keepBeside(next: Setup): void {
  if (next.file !== file.value) before.value = undefined;
  else if (next.seed !== seed.value || next.changed !== built.value || next.interventions !== interventions.value) keepBefore();
}
