import { Run } from "../experiment/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { measures } from "../observation/index.ts";
import { type Bilingual, readScenario, settingsOf } from "../scenario/index.ts";
import { DecisionFollower } from "./decisionFollower.ts";
import type { RecordedDecision } from "./recordedDecision.ts";

/** A run that was recorded beforehand, for the page to show while its engine is on the way. */
export interface RecordedRun {
  file: string;
  seed: string;
  title: Bilingual;
  question: Bilingual;
  lookFor: Bilingual;
  weeks: number;
  /** Measures by id, week by week, to four digits; null where there was nothing to measure. */
  measures: Record<string, (number | null)[]>;
}

/** Runs a scenario file and records its measures, and one resident's decision. @param files  texts by name, with what it extends */
export async function recordRun(
  file: string,
  files: Readonly<Record<string, string>>,
  weeks: number,
): Promise<{ run: RecordedRun; decision: RecordedDecision }> {
  const seed = "1";
  const source = (path: string) => ({ path, text: files[path] });
  const reading = await readScenario(source(file), {
    schema: scenarioSchema,
    set: settingsOf("recorded", { seed }),
    resolve: async (path) => source(path.replace(/^\.\//, "")),
  });
  if (!reading.ok) throw new Error(`recordRun: ${file} cannot be run.`);
  const { title, titleZh = title, question = "", questionZh = question, lookFor = "", lookForZh = lookFor } = reading.scenario;
  const run = Run.start(reading.scenario, mechanisms);
  const follower = new DecisionFollower(run.world);
  while (run.world.week < weeks) {
    run.step();
    follower.observe();
  }
  const digits = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null);
  const rows = Array.from({ length: weeks }, (_, k) => [...run.recorder.row(k + 1)]);
  return {
    run: {
      file,
      seed,
      title: { en: title, zh: titleZh },
      question: { en: question, zh: questionZh },
      lookFor: { en: lookFor, zh: lookForZh },
      weeks,
      measures: Object.fromEntries(measures.map(({ id }, m) => [id, rows.map((row) => digits(row[m]))])),
    },
    decision: follower.told(seed),
  };
}
