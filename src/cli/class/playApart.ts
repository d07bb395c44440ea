import { sha256Hex } from "../../engine/index.ts";
import { type MeasureId, measureIndex, measures } from "../../observation/index.ts";
import type { BaseScenario, Bilingual, Intervention } from "../../scenario/index.ts";
import {
  type Act,
  BUDGET_OF_DISTRICT,
  type ClassEvent,
  choicesToInterventions,
  classPlan,
  csvText,
  isMove,
  type Message,
  type PlayedRound,
  type Refusal,
  roundMeasures,
  type Seat,
  wholeDistrict,
} from "../../teaching/index.ts";
import { type Activity, emptyBoard, type FileOfClass, type Hall } from "./activity.ts";
import { type ComputeQuarter, type Quarter, ROUND } from "./quarters.ts";
import { rounded, roundRows } from "./roundRows.ts";
import { shownLever } from "./shownLever.ts";
import { takeMove } from "./takeMove.ts";
import { wholeScenario } from "./wholeScenario.ts";

/** The district in which nobody does anything stands beside those of the seats, as if it were that of seat 0. */
const UNTOUCHED = 0;
/** Districts begin alike and share all random numbers: how much is luck, other seeds show. */
const OTHER_SEEDS = 8;

const levers = wholeDistrict.levers.map(shownLever);
const of = (id: MeasureId) => measures[measureIndex.get(id) as number];
const shownMeasures = roundMeasures.map(of).map(({ id, label, unit }) => ({ id, label, unit }));

/** Each seat plays a district of its own, all from the same beginning and with the same random numbers. */
export class PlayApart implements Activity {
  readonly mode = "districts";
  readonly title: Bilingual;
  busy = false;
  private readonly hall: Hall;
  private readonly base: BaseScenario;
  private readonly compute: ComputeQuarter;
  private readonly end: () => unknown;
  /** [seat][round - 1] */
  private readonly quarters = new Map<number, Quarter[]>([[UNTOUCHED, []]]);

  /** @param end  told when nothing is computed any more */
  constructor(hall: Hall, base: BaseScenario, compute: ComputeQuarter, end: () => unknown) {
    this.hall = hall;
    this.base = base;
    this.compute = compute;
    this.end = end;
    this.title = { en: base.title, zh: base.titleZh ?? base.title };
  }

  get week(): number {
    return ROUND * this.hall.session.played;
  }

  async again(event: ClassEvent): Promise<void> {
    if (event.type === "undone") this.takeBack(event.round);
    if (event.type !== "played") return;
    const { round, digest, seats = [] } = event;
    await this.reach(round, [UNTOUCHED, ...seats]);
    if (this.digestOf(round, seats) !== digest)
      throw new Error(`round ${round} comes out otherwise than when it was played: another version wrote it.`);
  }

  goOn(): void {
    void this.catchUp();
  }

  roleOf = () => undefined;

  seatOf = () => ({ role: undefined, budget: BUDGET_OF_DISTRICT, levers, aims: [] });

  stateOf = ({ id }: Seat) => ({ choices: this.moves.get(id), own: this.ownOf(id) });

  seated(): void {
    void this.catchUp();
  }

  take({ id }: Seat, message: Message): Refusal | undefined {
    return takeMove(this, this.hall, id, message, (choices) => isMove(wholeDistrict, choices, BUDGET_OF_DISTRICT));
  }

  async act({ act, measure }: Act): Promise<Refusal | undefined> {
    const { hall } = this;
    const { session } = hall;
    if (act === "open") hall.record({ type: "opened", round: session.round });
    else if (act === "measure" && shownMeasures.some(({ id }) => id === measure))
      hall.record({ type: "measure", measure: measure as string });
    else if (act === "undo" && session.played > 0) {
      const round = session.played;
      hall.record({ type: "undone", round });
      this.takeBack(round);
      await hall.write();
    } else if (act === "close" && (session.phase === "open" || session.phase === "paused")) await this.closeRound();
    else return "round";
    return undefined;
  }

  isDone = (seat: number): boolean => this.moves.has(seat);

  board() {
    const { measure } = this.hall.session;
    const valuesOf = (seat: number) => (this.quarters.get(seat) ?? []).map(({ values }) => values.map(rounded));
    return {
      ...emptyBoard,
      apart: {
        measures: shownMeasures,
        shown: measure || shownMeasures[0].id,
        districts: this.seats.map((seat) => ({ seat, values: valuesOf(seat) })),
        untouched: valuesOf(UNTOUCHED),
      },
    };
  }

  /** Each district as a scenario, all values as a table, and a plan that runs all of them with other seeds. */
  files(): FileOfClass[] {
    const { seats } = this;
    const rounds = this.quarters.get(UNTOUCHED)?.length ?? 0;
    const weeks = ROUND * Math.max(1, rounds);
    const own = seats.map((seat) => ({
      name: `districts/seat-${seat}.yaml`,
      text: wholeScenario({
        ...this.base,
        title: `${this.title.en}: seat ${seat}`,
        titleZh: `${this.title.zh}：${seat} 号席位`,
        weeks,
        interventions: [...this.base.interventions, ...this.doneBy(seat, rounds)],
      }),
    }));
    if (rounds === 0) return own;
    const plan = classPlan({
      title: this.title,
      head: [
        "The districts of a class with other seeds: npx four-circles batch plan.yaml --out DIR",
        "An arm is the choices of a seat. How arms differ over many seeds is what the choices did; the rest was luck.",
        "用其他随机种子重算全班的城区：各实验组为各席位的选择；多个种子下的组间差异来自选择，其余是运气。",
      ],
      scenario: "begun.yaml",
      seed: this.base.seed,
      weeks,
      replicates: OTHER_SEEDS,
      span: [weeks - ROUND + 1, weeks],
      measures: roundMeasures,
      arms: Object.fromEntries([
        ["untouched", {}],
        ...seats.map((seat) => [`seat-${seat}`, { interventions: this.doneBy(seat, rounds) }] as const),
      ]),
    });
    return [
      ...own,
      { name: "districts.csv", text: this.table() },
      { name: "begun.yaml", text: wholeScenario({ ...this.base, weeks }) },
      { name: "plan.yaml", text: plan },
    ];
  }

  close = () => this.end();

  private get seats(): number[] {
    return [...this.hall.session.seats.keys()].sort((a, b) => a - b);
  }

  private get moves() {
    return this.hall.session.movesOf(this.hall.session.round);
  }

  /** What a seat did in the first so many rounds. */
  private doneBy(seat: number, rounds: number): Intervention[] {
    const before = new Map<string, number>();
    return Array.from({ length: rounds }, (_, k) => k + 1).flatMap((round) => {
      const choices = this.hall.session.movesOf(round).get(seat);
      return choices ? choicesToInterventions(wholeDistrict.levers, choices, ROUND * (round - 1) + 1, before) : [];
    });
  }

  /** Brings districts to the end of a round, those that joined late from the beginning. */
  private async reach(round: number, seats: readonly number[]): Promise<void> {
    const bring = async (seat: number) => {
      const mine = this.quarters.get(seat) ?? [];
      this.quarters.set(seat, mine);
      for (let next = mine.length + 1; next <= round; next++) {
        const quarter = await this.compute(seat, { base: this.base, round: next, interventions: this.doneBy(seat, next) });
        mine[next - 1] ??= quarter;
      }
    };
    await Promise.all(seats.map(bring));
  }

  private takeBack(round: number): void {
    for (const mine of this.quarters.values()) mine.length = Math.min(mine.length, round - 1);
  }

  /** Brings the districts of late comers to where the others are; in a round they are brought along. */
  private async catchUp(): Promise<void> {
    const { session } = this.hall;
    if (this.busy || session.played === 0) return;
    const late = this.seats.filter((seat) => (this.quarters.get(seat)?.length ?? 0) < session.played);
    if (late.length === 0) return;
    try {
      await this.reach(session.played, late);
      this.takeBack(session.played + 1); // it may have been taken back meanwhile
      await this.hall.write();
      this.hall.refresh();
    } catch (error) {
      this.hall.trouble(error);
    }
  }

  /** Plays the round that is open in all districts; silent seats are played by the scenario. */
  private async closeRound(): Promise<void> {
    const { hall, seats } = this;
    const { round } = hall.session;
    this.busy = true;
    hall.refresh();
    try {
      await this.reach(round, [UNTOUCHED, ...seats]);
      await hall.write();
      hall.record({ type: "played", round, digest: this.digestOf(round, seats), seats });
    } catch (error) {
      this.takeBack(round); // what could not be kept has not happened
      await hall.write().catch(() => {});
      throw error;
    } finally {
      this.busy = false;
    }
    void this.catchUp();
  }

  private digestOf = (round: number, seats: readonly number[]): string =>
    sha256Hex(seats.map((seat) => this.quarters.get(seat)?.[round - 1]?.digest).join(" "));

  private ownOf(seat: number): PlayedRound | undefined {
    const mine = this.quarters.get(seat) ?? [];
    const round = mine.length;
    if (round === 0) return undefined;
    const choices = this.hall.session.movesOf(round).get(seat);
    const done = this.doneBy(seat, round).filter(({ week }) => week > ROUND * (round - 1));
    return {
      round,
      week: ROUND * round,
      interventions: done,
      rows: roundRows(mine[round - 2]?.values, mine[round - 1].values),
      moved: choices ? [seat] : [],
    };
  }

  /** A row a seat and round. */
  private table(): string {
    const { seats } = this.hall.session;
    const heads = ["seat", "name", "round", "week", ...roundMeasures, "digest"] as const;
    const rowsOf = (seat: number) =>
      (this.quarters.get(seat) ?? []).map(({ digest, values }, k) => ({
        ...(Object.fromEntries(roundMeasures.map((id, m) => [id, values[m]])) as Record<MeasureId, number>),
        ...{ seat, name: seats.get(seat)?.name ?? "untouched", round: k + 1, week: ROUND * (k + 1), digest },
      }));
    return csvText<string>(heads, [UNTOUCHED, ...this.seats].flatMap(rowsOf));
  }
}
