import { measureIndex, measures } from "../../observation/index.ts";
import type { Bilingual } from "../../scenario/index.ts";
import type { Act, ClassEvent, Message, Refusal, Seat, SeatMove } from "../../teaching/index.ts";
import { BUDGET, classPlan, isMove, roleOf, roundMeasures } from "../../teaching/index.ts";
import { type Activity, emptyBoard, type FileOfClass, type Hall } from "./activity.ts";
import type { PlayedDistrict } from "./playedDistrict.ts";
import { ROUND } from "./quarters.ts";
import { shownLever } from "./shownLever.ts";
import { takeMove } from "./takeMove.ts";

/** Runs of each arm of the plan, until somebody asks for more. */
const OTHER_SEEDS = 8;

/** The whole class plays one district, in rounds of a quarter. */
export class PlayTogether implements Activity {
  readonly mode = "district";
  readonly title: Bilingual;
  busy = false;
  private readonly hall: Hall;
  private readonly district: PlayedDistrict;
  private readonly seed: string;

  constructor(hall: Hall, district: PlayedDistrict, title: Bilingual, seed: string) {
    this.seed = seed;
    this.hall = hall;
    this.district = district;
    this.title = title;
  }

  get week(): number {
    return this.district.week;
  }

  async again(event: ClassEvent): Promise<void> {
    if (event.type === "undone") this.district.undo();
    if (event.type !== "played") return;
    await this.playRound();
    if (this.district.digest !== event.digest)
      throw new Error(`round ${event.round} comes out otherwise than when it was played: another version wrote it.`);
  }

  goOn(): void {}

  roleOf = ({ role }: Seat) => role;

  seatOf({ role }: Seat) {
    const { levers, aims } = roleOf(role);
    return {
      role,
      budget: BUDGET,
      levers: levers.map(shownLever),
      aims: aims.map((id) => measures[measureIndex.get(id) as number].label),
    };
  }

  stateOf = ({ id }: Seat) => ({ choices: this.moves.get(id) });

  seated(): void {}

  take(seat: Seat, message: Message): Refusal | undefined {
    return takeMove(this, this.hall, seat.id, message, (choices) => isMove(roleOf(seat.role), choices));
  }

  async act({ act }: Act): Promise<Refusal | undefined> {
    const { session } = this.hall;
    if (act === "open") this.hall.record({ type: "opened", round: session.round });
    else if (act === "undo" && session.played > 0) {
      this.hall.record({ type: "undone", round: session.played });
      this.district.undo();
      await this.hall.write();
    } else if (act === "close" && (session.phase === "open" || session.phase === "paused")) await this.closeRound();
    else return "round";
    return undefined;
  }

  isDone = (seat: number): boolean => this.moves.has(seat);

  board(teaches: boolean) {
    const { rounds, digest, people } = this.district;
    return { ...emptyBoard, rounds, digest, ...(teaches && { text: this.district.log(), people }) };
  }

  /** The rounds as a scenario that anything else can run, and a plan of other seeds and other choices. */
  files(): FileOfClass[] {
    const { district } = this;
    const { rounds, week } = district;
    const log = { name: "class.yaml", text: district.log() };
    if (rounds.length === 0) return [log];
    const seats = [...new Set(rounds.flatMap(({ moved }) => moved))].sort((a, b) => a - b);
    const plan = classPlan({
      title: this.title,
      head: [
        "This class with other seeds, and had the choices of a seat been left to the scenario: npx four-circles batch plan.yaml --out DIR",
        "Delete the arms that you do not ask about; “replicates: 1000” is this class a thousand times.",
        "用其他随机种子重算本课堂，以及某席位的选择改由情景代行的情形。不关心的实验组可删去；replicates 为重复次数。",
      ],
      scenario: "begun.yaml",
      seed: this.seed,
      weeks: week,
      replicates: OTHER_SEEDS,
      span: [week - ROUND + 1, week],
      measures: roundMeasures,
      arms: Object.fromEntries([
        ["as-played", { interventions: district.interventions }] as const,
        ...seats.map((seat) => [`without-seat-${seat}`, { interventions: district.without(seat) }] as const),
      ]),
    });
    return [log, { name: "begun.yaml", text: district.begun() }, { name: "plan.yaml", text: plan }];
  }

  close(): void {}

  private get moves() {
    return this.hall.session.movesOf(this.hall.session.round);
  }

  /** Plays the round that is open with the moves that are there; silent seats are played by the scenario. */
  private async closeRound(): Promise<void> {
    const { hall, district } = this;
    this.busy = true;
    hall.refresh();
    try {
      const played = await this.playRound();
      try {
        await hall.write();
        hall.record({ type: "played", round: hall.session.round, digest: district.digest });
      } catch (error) {
        district.undo(); // what could not be kept has not happened
        await hall.write().catch(() => {});
        throw error;
      }
      for (const id of hall.session.seats.keys()) hall.tell(id, { type: "result", played });
    } finally {
      this.busy = false;
    }
  }

  private playRound() {
    const { seats } = this.hall.session;
    const moved = [...this.moves.keys()].filter((id) => seats.has(id)).sort((a, b) => a - b);
    const moves = moved.map((id): SeatMove => ({ ...(seats.get(id) as Seat), move: this.moves.get(id) as readonly number[] }));
    return this.district.play(moves, moved);
  }
}
