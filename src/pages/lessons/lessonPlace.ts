import { type Lesson, type Predicted, readPredicted, writePredicted } from "../../teaching/index.ts";

/** What an address of a lesson says: which lesson, which scene, and what was predicted in which scenes. */
export interface LessonPlace {
  id: string;
  scene: number;
  /** Words “p2-0.1_0.3”: what was predicted in the second scene. */
  words: readonly string[];
}

const WORD = /^p(\d{1,2})-([-\d._e]+)$/;

/** What is open, from 2-matters/3/p1-0.2. */
export function readPlace(address: string): LessonPlace {
  const [id, scene, ...words] = address.split("/");
  return { id, scene: /^\d{1,2}$/.test(scene ?? "") ? Number(scene) : 1, words };
}

/** The predictions of an address, by scene from 0; what is none is left out. */
export function predictionsIn(lesson: Lesson, words: readonly string[]): Map<number, Predicted> {
  const found = new Map<number, Predicted>();
  for (const word of words) {
    const [, scene, text] = WORD.exec(word) ?? [];
    const predict = lesson.scenes[Number(scene) - 1]?.predict;
    const predicted = predict && text !== undefined ? readPredicted(predict, text) : undefined;
    if (predicted) found.set(Number(scene) - 1, predicted);
  }
  return found;
}

/** The address of a scene, with what was predicted. */
export function writePlace(id: string, scene: number, predictions: ReadonlyMap<number, Predicted>): string {
  const words = [...predictions].sort(([a], [b]) => a - b).map(([k, predicted]) => `p${k + 1}-${writePredicted(predicted)}`);
  return [id, String(scene), ...words].join("/");
}
