import { createHost } from "./host.ts";

/** A run that was recorded beforehand, for the page to show while its engine is on the way. */
export interface RecordedRun {
  file: string;
  seed: string;
  title: { en: string; zh: string };
  weeks: number;
  /** Measures by id, week by week, to four digits; null where there was nothing to measure. */
  measures: Record<string, (number | null)[]>;
}

/** Runs a scenario file and records its measures. */
export async function recordRun(file: string, text: string, weeks: number): Promise<RecordedRun> {
  const host = createHost();
  const seed = "1";
  const loaded = await host.load({ file, files: { [file]: text }, seed, changed: {}, interventions: [] });
  if (!loaded.ok) throw new Error(`recordRun: ${file} cannot be run.`);
  const { measures } = host.describe();
  const { rows } = host.step(weeks);
  const digits = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null);
  return {
    file,
    seed,
    title: { en: loaded.title, zh: loaded.titleZh },
    weeks,
    measures: Object.fromEntries(
      measures.map(({ id }, m) => [id, Array.from({ length: weeks }, (_, k) => digits(rows[k * measures.length + m]))]),
    ),
  };
}
