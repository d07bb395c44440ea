import { mean } from "simple-statistics";
import { csvText } from "../csvText.ts";
import { type Ensemble, judge, predictionRows } from "../lesson/judge.ts";
import { armsOf } from "../lesson/lessonRun.ts";
import type { Predicted } from "../lesson/prediction.ts";
import type { Lesson, Prediction } from "../lesson/schema.ts";

/** What a seat predicted of a scene. */
export interface SeatPrediction {
  scene: number;
  seat: number;
  /** Empty once the seat was freed. */
  name: string;
  values: Predicted;
}

const said = ["lesson", "scene", "seat", "name", "kind", "measure", "predicted"] as const;
const judged = ["crps", "came_about", "runs"] as const;

/**
 * What a class predicted as CSV, a row a seat and scene.
 *
 * @param ensembleOf  the runs of a scene, if they are there; without it the columns that need runs are left out
 */
export function classPredictions(
  lesson: Lesson,
  predictions: readonly SeatPrediction[],
  ensembleOf?: (scene: number) => Ensemble | undefined,
): string {
  const rows = predictions.flatMap(({ scene, seat, name, values }) => {
    const predict = lesson.scenes[scene]?.predict;
    if (!predict) return [];
    const { kind, measure } = predict;
    const what = { lesson: lesson.title, scene: scene + 1, seat, name, kind, measure, predicted: inOneCell(predict, values) };
    return [{ ...what, ...against(predict, values, ensembleOf?.(scene)) }];
  });
  return csvText(ensembleOf ? [...said, ...judged] : said, rows);
}

/** Options and arms by their names, the highest first; knots of a curve by their values. */
function inOneCell(predict: Prediction, values: Predicted): string | number {
  if (predict.kind === "value") return values[0];
  if (predict.kind === "curve") return values.join(" ");
  if (predict.kind === "choose") return predict.options?.[values[0]]?.text ?? "";
  const arms = armsOf(predict);
  return values.map((arm) => arms[arm]?.name ?? "").join(" > ");
}

/** How far a value or, on average, a knot lies from the runs; in which share of them a choice or an order came about. */
function against(predict: Prediction, values: Predicted, ensemble: Ensemble | undefined) {
  const runs = ensemble?.outcomes[0].length ?? 0;
  if (!ensemble || runs === 0) return { crps: Number.NaN, came_about: Number.NaN, runs: 0 };
  const of = judge(predict, values, ensemble);
  if (of.kind === "choose") return { crps: Number.NaN, came_about: of.counts[of.chosen] / runs, runs };
  if (of.kind === "order") return { crps: Number.NaN, came_about: of.mine / runs, runs };
  return { crps: mean(predictionRows(predict, values, ensemble).map(({ crps }) => crps)), came_about: Number.NaN, runs };
}
