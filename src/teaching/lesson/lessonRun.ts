import { lastYear, type Span } from "../../experiment/index.ts";
import { type Measure, measureIndex, measures } from "../../observation/index.ts";
import type { Intervention } from "../../scenario/index.ts";
import type { Lesson, Prediction, Scene } from "./schema.ts";

/** Weeks of a scene that says nothing of them. */
const USUAL = 104;

/** What one arm of a scene runs, beside its scenario. */
export interface ArmOfScene {
  name: string;
  title: string;
  titleZh: string;
  set: Readonly<Record<string, unknown>>;
  interventions: readonly Intervention[];
}

/** What a scene runs: a scenario with changes, over weeks. */
export interface SceneRun {
  scenario: string;
  set: Readonly<Record<string, unknown>>;
  interventions: readonly Intervention[];
  weeks: number;
}

export function sceneRun(lesson: Lesson, scene: Scene): SceneRun {
  return {
    scenario: scene.scenario ?? lesson.scenario,
    set: { ...lesson.set, ...scene.set },
    interventions: scene.interventions,
    weeks: scene.weeks ?? lesson.weeks ?? USUAL,
  };
}

/** Name of the only arm of a scene that has no others. */
const ONLY = "scene";

/** The arms of a prediction, in the order of the file; the first is the scene itself where it names none. */
export function armsOf({ arms }: Prediction): ArmOfScene[] {
  const named = Object.entries(arms ?? { [ONLY]: { set: {}, interventions: [] } });
  return named.map(([name, { title = name, titleZh = title, set, interventions }]) => ({ name, title, titleZh, set, interventions }));
}

/** The measure that is predicted. */
export const measureOf = ({ measure }: Prediction): Measure => measures[measureIndex.get(measure) as number];

/** Whether it is said in percent, or points of a difference. */
export const isShare = (predict: Prediction): boolean => measureOf(predict).unit.startsWith("share of");

/** Whether it is a difference of two arms that is predicted. */
export const isDifference = (predict: Prediction): boolean =>
  predict.kind !== "curve" && predict.kind !== "order" && armsOf(predict).length === 2;

/** Between which values a prediction lies. */
export function scaleOf(predict: Prediction): readonly [low: number, high: number] {
  if (predict.scale) return predict.scale;
  const [, end] = measureOf(predict).range;
  const most = Number.isFinite(end) ? end : USUAL_MOST;
  return [isDifference(predict) ? -most : 0, most];
}

/** The most that is offered of what has no end, where the lesson names none. */
const USUAL_MOST = 100;

/** Weeks over which a value is averaged. */
export const spanOfPrediction = (predict: Prediction, weeks: number): Span => predict.span ?? lastYear(weeks);

/** The runs that a prediction is held against, as a plan of experiments. */
export function lessonPlan(lesson: Lesson, scene: Scene, predict: Prediction): Record<string, unknown> {
  const { scenario, set, interventions, weeks } = sceneRun(lesson, scene);
  const arms = armsOf(predict).map((arm) => [
    arm.name,
    { set: { ...arm.set }, interventions: [...interventions, ...arm.interventions].map((one) => ({ ...one })) },
  ]);
  return {
    title: lesson.title,
    scenario,
    set: { ...set },
    seed: lesson.seed,
    weeks,
    replicates: lesson.seeds,
    arms: Object.fromEntries(arms),
    outcomes: [{ measure: predict.measure, span: [...spanOfPrediction(predict, weeks)] }],
    keep: { measures: [predict.measure] },
  };
}
