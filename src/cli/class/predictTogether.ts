import type { Bilingual } from "../../scenario/index.ts";
import {
  type Act,
  type ClassScene,
  classPredictions,
  isPredicted,
  type Lesson,
  type Message,
  type Refusal,
  type Seat,
  type SeatPrediction,
  sceneRun,
} from "../../teaching/index.ts";
import { type Activity, emptyBoard, type Hall } from "./activity.ts";

/** The whole class predicts the scenes of a lesson. */
export class PredictTogether implements Activity {
  readonly mode = "lesson";
  readonly title: Bilingual;
  readonly week = 0;
  readonly busy = false;
  private readonly hall: Hall;
  private readonly lesson: Lesson;
  private readonly text: string;

  /** @param text  the lesson as it is written */
  constructor(hall: Hall, lesson: Lesson, text: string) {
    this.hall = hall;
    this.lesson = lesson;
    this.text = text;
    this.title = bilingual(lesson, "title");
  }

  async again(): Promise<void> {}

  goOn(): void {}

  roleOf = () => undefined;

  seatOf = () => ({ role: undefined, budget: 0, levers: [], aims: [] });

  stateOf = ({ id }: Seat) => ({ scene: this.scene, predicted: this.predictions.get(id) });

  seated(): void {}

  take({ id }: Seat, message: Message): Refusal | undefined {
    const { session } = this.hall;
    if (message.type !== "predict") return "form";
    const { scene, values } = message;
    const { predict } = this.lesson.scenes[scene] ?? {};
    if (scene !== session.scene || !predict || session.revealed.has(scene) || session.phase === "paused") return "scene";
    if (!isPredicted(predict, values)) return "form";
    if (String(this.predictions.get(id)) !== String(values)) this.hall.record({ type: "predicted", scene, id, values });
    this.hall.tell(id, { type: "predicted", scene });
    this.hall.refreshBoards();
    return undefined;
  }

  async act({ act, scene = 0 }: Act): Promise<Refusal | undefined> {
    const { hall } = this;
    if (act === "scene" && this.lesson.scenes[scene]) hall.record({ type: "scene", scene });
    else if (act === "reveal") hall.record({ type: "revealed", scene: hall.session.scene });
    else if (act === "open") hall.record({ type: "opened", round: 1 });
    else return "scene";
    await hall.write();
    return undefined;
  }

  isDone = (seat: number): boolean => this.predictions.has(seat);

  board(teaches: boolean) {
    const predicted = teaches ? this.predicted : [];
    return { ...emptyBoard, scene: this.scene, predictions: [...this.predictions.values()], text: this.text, predicted };
  }

  /** What was predicted as a table. */
  files = () => [{ name: "predictions.csv", text: classPredictions(this.lesson, this.predicted) }];

  close(): void {}

  private get predictions() {
    return this.hall.session.predictionsOf(this.hall.session.scene);
  }

  private get scene(): ClassScene {
    const { lesson } = this;
    const { scene, revealed } = this.hall.session;
    const of = lesson.scenes[scene];
    return {
      scene,
      of: lesson.scenes.length,
      title: bilingual(of, "title"),
      text: bilingual(of, "text"),
      weeks: sceneRun(lesson, of).weeks,
      predict: of.predict,
      revealed: revealed.has(scene),
    };
  }

  /** Scene by scene, in the order of seats. */
  private get predicted(): SeatPrediction[] {
    const { predictions, seats } = this.hall.session;
    const inOrder = <T>(of: ReadonlyMap<number, T>) => [...of].sort(([a], [b]) => a - b);
    return inOrder(predictions).flatMap(([scene, bySeat]) =>
      inOrder(bySeat).map(([seat, values]) => ({ scene, seat, name: seats.get(seat)?.name ?? "", values })),
    );
  }
}

const bilingual = (of: object, key: string): Bilingual => {
  const { [key]: en = "", [`${key}Zh`]: zh = en } = of as Record<string, string | undefined>;
  return { en, zh };
};
