import { cellText } from "../../scenario/index.ts";
import { type Lesson, type Predicted, predictionRows } from "../../teaching/index.ts";
import { save } from "../laboratory/save.ts";
import { ensembleOfScene } from "./ensembles.ts";

const heads = ["lesson", "scene", "kind", "measure", "at", "predicted", "low", "middle", "high", "crps"] as const;

const cell = (value: string | number): string => {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = cellText(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Hands the reader what they predicted, beside the runs of those scenes that have been revealed. */
export function exportPredictions(id: string, lesson: Lesson, predictions: ReadonlyMap<number, Predicted>): void {
  const rows = [...predictions].flatMap(([scene, predicted]) => {
    const of = lesson.scenes[scene];
    const ensemble = of?.predict && ensembleOfScene(lesson, of, of.predict);
    if (!of?.predict || !ensemble) return [];
    return predictionRows(of.predict, predicted, ensemble).map((row) => ({ lesson: lesson.title, scene: scene + 1, ...row }));
  });
  const lines = [heads.join(","), ...rows.map((row) => heads.map((head) => cell(row[head])).join(","))];
  save(`${id.startsWith("~") ? "lesson" : id}-predictions.csv`, `${lines.join("\n")}\n`);
}
