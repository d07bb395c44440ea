import { signal } from "@preact/signals";
import { stringify } from "yaml";
import type { MeasureId } from "../../observation/index.ts";
import { type Ensemble, ensembleOf, type Lesson, lessonPlan, type Prediction, type Scene } from "../../teaching/index.ts";
import { PlanRuns } from "../laboratory/real/planRuns.ts";
import { files } from "../laboratory/session/index.ts";

const planRuns = new PlanRuns();
export const { progress, trouble } = planRuns;

/** [plan] what its runs came to, as they come in. */
const found = signal<Readonly<Record<string, Ensemble>>>({});
/** The plan that is being run. */
const running = signal("");

const textOf = (lesson: Lesson, scene: Scene, predict: Prediction): string => stringify(lessonPlan(lesson, scene, predict));

/** The runs that a prediction is held against, as far as they are there. */
export const ensembleOfScene = (lesson: Lesson, scene: Scene, predict: Prediction): Ensemble | undefined =>
  found.value[textOf(lesson, scene, predict)];

/** Whether they are being run now. */
export const isRunning = (lesson: Lesson, scene: Scene, predict: Prediction): boolean =>
  running.value === textOf(lesson, scene, predict) && progress.value !== undefined;

/** Runs what is missing of them; another scene's runs end, and those that are done stay. */
export async function runEnsemble(lesson: Lesson, scene: Scene, predict: Prediction): Promise<void> {
  const text = textOf(lesson, scene, predict);
  if (running.value === text && progress.value) return;
  if (found.value[text]?.outcomes[0].length === lesson.seeds) return;
  running.value = text;
  while (progress.value) {
    planRuns.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (running.value !== text) return;
  }
  const total = lesson.seeds * (Object.keys(predict.arms ?? {}).length || 1);
  await planRuns.run({ text, files: files.value }, total, async (to) => {
    const { of, weeks, runs } = await to.courses(predict.measure as MeasureId);
    const ensemble = ensembleOf({ weeks: weeks.length, arms: of.arms, runs });
    if (ensemble.outcomes[0].length > 0) found.value = { ...found.value, [text]: ensemble };
  });
}
