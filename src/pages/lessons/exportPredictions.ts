import { csvText, type Lesson, type Predicted, predictionRows } from "../../teaching/index.ts";
import { save } from "../laboratory/save.ts";
import { ensembleOfScene } from "./ensembles.ts";

const heads = ["lesson", "scene", "kind", "measure", "at", "predicted", "low", "middle", "high", "crps"] as const;

/** Hands the reader what they predicted, beside the runs of those scenes that have been revealed. */
export function exportPredictions(id: string, lesson: Lesson, predictions: ReadonlyMap<number, Predicted>): void {
  const rows = [...predictions].flatMap(([scene, predicted]) => {
    const of = lesson.scenes[scene];
    const ensemble = of?.predict && ensembleOfScene(lesson, of, of.predict);
    if (!of?.predict || !ensemble) return [];
    return predictionRows(of.predict, predicted, ensemble).map((row) => ({ lesson: lesson.title, scene: scene + 1, ...row }));
  });
  save(`${id.startsWith("~") ? "lesson" : id}-predictions.csv`, csvText(heads, rows));
}
