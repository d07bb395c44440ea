import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { resolveSource } from "../../../src/cli/files.ts";
import { executeRun, expandPlan, plannedRuns, readPlan } from "../../../src/experiment/index.ts";
import { predictionsIn, readPlace, writePlace } from "../../../src/pages/lessons/lessonPlace.ts";
import {
  armsOf,
  bandOf,
  bandsOf,
  drawnCurve,
  type Ensemble,
  ensembleOf,
  isDifference,
  isPredicted,
  isShare,
  judge,
  knotWeeks,
  type Lesson,
  lessonPlan,
  orderOf,
  type Predicted,
  type Prediction,
  predictionRows,
  readLesson,
  type Scene,
  scaleOf,
  sceneRun,
  sideOf,
  valuesOf,
} from "../../../src/teaching/index.ts";
import { tellPredictedValue, tellPrediction } from "../../../src/words/index.ts";

const folder = join(import.meta.dirname, "../../../lessons");
/** The district of a lesson so small that all its scenes run within seconds; what is held is the sentence, whatever the runs say. */
const SMALL = {
  "population.residents": 500,
  "population.communities": 1,
  "population.subdistricts": 1,
};
const SEEDS = 2;

async function lessonNamed(name: string): Promise<Lesson> {
  const reading = await readLesson({ path: join(folder, name), text: readFileSync(join(folder, name), "utf8") }, resolveSource);
  if (!reading.ok) throw new Error(name);
  const { lesson } = reading;
  const few = "organizations.count" in lesson.set ? { "organizations.count": 12 } : {};
  return { ...lesson, seeds: SEEDS, set: { ...lesson.set, ...SMALL, ...few } };
}

/** Runs what a prediction is held against. */
async function ensembleFor(lesson: Lesson, scene: Scene, predict: Prediction): Promise<Ensemble> {
  const plan = await readPlan({ path: join(folder, "own.yaml"), text: stringify(lessonPlan(lesson, scene, predict)) }, resolveSource);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const expansion = await expandPlan(plan.plan, plan.base, "test");
  const runs = [...plannedRuns(expansion, [SEEDS])].map(({ arm, replicate, request }) => {
    const result = executeRun(request, () => []);
    if (!result.ok) throw new Error(result.cause);
    return { arm, replicate, outcomes: [...result.outcomes], course: [...result.series] };
  });
  return ensembleOf({ weeks: expansion.weeks, arms: expansion.arms, runs });
}

/** What somebody answers who knows the runs, and what somebody answers who expects the most that can be. */
function answers(predict: Prediction, ensemble: Ensemble): { knowing: Predicted; highest: Predicted } {
  const [, high] = scaleOf(predict);
  switch (predict.kind) {
    case "curve": {
      const knots = knotWeeks(predict, ensemble.weeks);
      const bands = bandsOf(ensemble);
      return { knowing: knots.map((week) => bands[week - 1].middle), highest: knots.map(() => high) };
    }
    case "value":
      return { knowing: [bandOf(valuesOf(predict, ensemble)).middle], highest: [high] };
    case "choose":
      return { knowing: [0], highest: [(predict.options ?? []).length - 1] };
    case "order": {
      const knowing = orderOf(ensemble.outcomes.map((values) => values.reduce((sum, value) => sum + value, 0)));
      return { knowing, highest: [...knowing].reverse() };
    }
  }
}

/** What is told of an answer is so in the runs. */
function holdsTrue(predict: Prediction, predicted: Predicted, ensemble: Ensemble): void {
  const form = { share: isShare(predict), difference: isDifference(predict) };
  const names = armsOf(predict).map(({ title }) => title);
  const judged = judge(predict, predicted, ensemble);
  const told = tellPrediction("en", judged, form, names);
  expect(tellPrediction("zh", judged, form, names)).not.toMatch(/\{\{|undefined|NaN/);
  expect(told).not.toMatch(/\{\{|undefined|NaN/);
  const read = (value: number) => tellPredictedValue("en", value, form);
  if (predict.kind === "value") {
    const values = valuesOf(predict, ensemble);
    const { low, high } = bandOf(values);
    expect(told).toContain(`${read(low)} to ${read(high)}`);
    const where = predicted[0] < low ? "above it" : predicted[0] > high ? "below it" : "among them";
    expect(told).toContain(where); // the runs lie above a value that is too low
  } else if (predict.kind === "choose") {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = predict.options?.[predicted[0]] ?? {};
    const count = valuesOf(predict, ensemble).filter((value) => value >= from && value < to).length;
    expect(told).toBe(`What you chose came about in ${count} of ${SEEDS} runs.`);
  } else if (predict.kind === "order") {
    const runsWith = (order: Predicted) =>
      Array.from({ length: SEEDS }, (_, seed) => orderOf(ensemble.outcomes.map((of) => of[seed]))).filter(
        (of) => String(of) === String(order),
      ).length;
    expect(told).toContain(`Your order came about in ${runsWith(predicted)} of ${SEEDS} runs.`);
  } else {
    const bands = bandsOf(ensemble);
    const knots = knotWeeks(predict, ensemble.weeks);
    const sides = drawnCurve(predicted, knots).map((value, k) => sideOf(value, bands[knots[0] + k - 1]));
    if (sides.every((side) => side === "within")) expect(told).toBe("Your line lies within the band all the time.");
    if (sides.every((side) => side === "above"))
      expect(told).toBe(told.match(/^Your line is above the band in weeks \d+ to \d+, by up to .+\.$/)?.[0]);
  }
  expect(predictionRows(predict, predicted, ensemble).some(({ low, high }) => low > high)).toBe(false);
}

it.each(readdirSync(folder).sort())("%s is gone through to its end, and what it tells of each answer is true of the runs", async (name) => {
  const lesson = await lessonNamed(name);
  const given = new Map<number, Predicted>();
  for (const [k, scene] of lesson.scenes.entries()) {
    expect(sceneRun(lesson, scene).weeks).toBeGreaterThanOrEqual(26);
    if (!scene.predict) continue;
    const ensemble = await ensembleFor(lesson, scene, scene.predict);
    expect(ensemble.outcomes.map((of) => of.length)).toEqual(armsOf(scene.predict).map(() => SEEDS));
    const { knowing, highest } = answers(scene.predict, ensemble);
    for (const predicted of [knowing, highest]) {
      expect(isPredicted(scene.predict, predicted), scene.title).toBe(true);
      holdsTrue(scene.predict, predicted, ensemble);
    }
    given.set(k, highest);
  }
  // The address of the last scene holds all that was predicted on the way.
  const { words, scene } = readPlace(writePlace(name, lesson.scenes.length, given));
  expect(scene).toBe(lesson.scenes.length);
  expect(predictionsIn(lesson, words)).toEqual(given);
});
