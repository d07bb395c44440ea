import { randomBytes, randomInt } from "node:crypto";
import { join } from "node:path";
import { scenarioSchema } from "../../mechanisms/index.ts";
import { measureIndex, measures } from "../../observation/index.ts";
import { type Bilingual, type ParameterEntry, parameterCatalog } from "../../scenario/index.ts";
import {
  type Act,
  BUDGET,
  type ClassEvent,
  type ClassScene,
  ClassSession,
  type ClassState,
  classPredictions,
  isMove,
  isPredicted,
  type Lesson,
  type Message,
  MOST_UP,
  messageSchema,
  type Refusal,
  type Reply,
  roleOf,
  type Seat,
  type SeatMove,
  type SeatPrediction,
  type ShownLever,
  sceneRun,
} from "../../teaching/index.ts";
import { parameterName, valueOfParameter } from "../../words/index.ts";
import { writeWhole } from "../files.ts";
import { Journal } from "./journal.ts";
import type { PlayedDistrict } from "./playedDistrict.ts";

/** Letters of a code that nobody mistakes for another when they are read out or off a screen. */
const LETTERS = "ACDEFHJKMNPRTUVWXY";
/** Seats of a class at most. */
const MOST_SEATS = 400;
/** Messages that a connection may send at once, and how many more a second. */
const [BURST, PER_SECOND] = [20, 4];
/** Milliseconds for which changes of the board are gathered before it is sent: forty phones move within a second. */
const GATHER = 100;

/** Somebody at the other end of a socket. */
export interface Connection {
  send(reply: Reply): void;
}
interface Guest extends Connection {
  kind: "nobody" | "seat" | "screen" | "teacher";
  seat: number;
  /** Messages that it may still send, as of a time in milliseconds. */
  allowance: number;
  at: number;
}

/** What a class works on. */
export type Subject = { seed: string } & (
  | { mode: "district"; district: PlayedDistrict; title: Bilingual }
  | { mode: "lesson"; lesson: Lesson; text: string }
);

/** A class: seats, rounds and scenes, kept on the disk as they go; whoever connects is served by it. */
export class Room {
  address = "";
  private readonly session: ClassSession;
  private readonly journal: Journal;
  private readonly folder: string;
  private readonly subject: Subject;
  private readonly now: () => number;
  private readonly guests = new Map<Connection, Guest>();
  private running = false;
  /** One write of the log at a time: a teacher may press faster than a disk writes. */
  private writing = Promise.resolve();
  private gathering: NodeJS.Timeout | undefined;

  private constructor(subject: Subject, folder: string, journal: Journal, now: () => number) {
    this.subject = subject;
    this.folder = folder;
    this.journal = journal;
    this.now = now;
    this.session = new ClassSession(subject.mode === "district" ? subject.district.communities : 1);
  }

  /**
   * Opens a class in a folder, or goes on with the one that is there: its rounds are played again, to the same digests.
   *
   * @param source  name of the lesson or the scenario
   * @param now     milliseconds of a clock
   */
  static async open(subject: Subject, source: string, folder: string, now: () => number): Promise<Room> {
    const { seed } = subject;
    const { journal, events } = Journal.open(folder);
    const room = new Room(subject, folder, journal, now);
    const { session } = room;
    if (events.length === 0) {
      const code = Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
      room.record({ type: "begun", code, teacher: secret(), source, seed });
    }
    for (const event of events) {
      if (event.type === "begun" && (event.source !== source || event.seed !== seed))
        throw new Error(`${folder}: holds a class on ${event.source} with seed ${event.seed}. Name another place with --out.`);
      if (subject.mode === "district" && event.type === "played") {
        await room.playRound();
        if (subject.district.digest !== event.digest)
          throw new Error(`${folder}: round ${event.round} comes out otherwise than when it was played: another version wrote it.`);
      }
      if (subject.mode === "district" && event.type === "undone") subject.district.undo();
      session.apply(event);
    }
    if (session.phase === "running") session.phase = "open";
    await room.writeLog();
    return room;
  }

  get code(): string {
    return this.session.code;
  }
  /** What lets somebody teach. */
  get teacherToken(): string {
    return this.session.teacher;
  }
  get seats(): number {
    return this.session.seats.size;
  }

  connect(connection: Connection): void {
    this.guests.set(connection, { kind: "nobody", seat: 0, allowance: BURST, at: this.now(), send: (reply) => connection.send(reply) });
  }

  leave(connection: Connection): void {
    const guest = this.guests.get(connection);
    this.guests.delete(connection);
    if (guest?.kind === "seat") this.refreshBoards();
  }

  close(): void {
    clearTimeout(this.gathering);
    this.journal.close();
  }

  /** Takes a message as it came; what it asks is done, or refused with a word. */
  async take(connection: Connection, text: string): Promise<void> {
    const guest = this.guests.get(connection);
    if (!guest) return;
    const refuse = (why: Refusal) => guest.send({ type: "refused", why });
    if (!this.mayspeak(guest)) return refuse("rate");
    const message = text.length > MOST_UP ? undefined : parsed(text);
    if (!message) return refuse("form");
    const why = await this.answer(guest, message);
    if (why) refuse(why);
  }

  /** A bucket of messages that fills again. */
  private mayspeak(guest: Guest): boolean {
    const now = this.now();
    guest.allowance = Math.min(BURST, guest.allowance + ((now - guest.at) / 1000) * PER_SECOND);
    guest.at = now;
    if (guest.allowance < 1) return false;
    guest.allowance--;
    return true;
  }

  private async answer(guest: Guest, message: Message): Promise<Refusal | undefined> {
    switch (message.type) {
      case "join":
        return this.join(guest, message.code, message.name);
      case "back": {
        const seat = this.session.seatOfToken(message.token);
        if (!seat) return "token";
        return this.sit(guest, seat);
      }
      case "watch":
        guest.kind = "screen";
        guest.send(this.board(false));
        return undefined;
      case "teach":
        if (message.token !== this.session.teacher) return "teacher";
        guest.kind = "teacher";
        guest.send(this.board(true));
        return undefined;
      case "move":
        return this.move(guest, message.round, message.choices);
      case "predict":
        return this.predict(guest, message.scene, message.values);
      case "act":
        return guest.kind === "teacher" ? await this.act(message) : "teacher";
    }
  }

  private join(guest: Guest, code: string, name: string): Refusal | undefined {
    const { session } = this;
    if (code.toUpperCase() !== session.code) return "code";
    if (guest.kind === "seat") return undefined;
    const known = session.seatNamed(name);
    // A phone that has lost its token comes back by its name, if nobody sits there.
    if (known) return this.isHere(known.id) ? "name" : this.sit(guest, known);
    if (session.seats.size >= MOST_SEATS) return "full";
    const id = session.nextSeat;
    this.record({ type: "seat", id, token: secret(), name });
    return this.sit(guest, session.seats.get(id) as Seat);
  }

  private sit(guest: Guest, seat: Seat): undefined {
    // One phone a seat: where it comes from another network, the old line is left to die.
    for (const other of this.guests.values()) if (other !== guest && other.kind === "seat" && other.seat === seat.id) other.kind = "nobody";
    Object.assign(guest, { kind: "seat", seat: seat.id });
    const plays = this.subject.mode === "district";
    const role = roleOf(seat.role);
    guest.send({
      type: "seat",
      id: seat.id,
      token: seat.token,
      name: seat.name,
      role: plays ? seat.role : undefined,
      community: seat.community,
      budget: BUDGET,
      levers: plays ? role.levers.map(shownLever) : [],
      aims: plays ? role.aims.map((id) => measures[measureIndex.get(id) as number].label) : [],
    });
    guest.send(this.stateFor(seat));
    this.refreshBoards();
    return undefined;
  }

  private move(guest: Guest, round: number, choices: readonly number[]): Refusal | undefined {
    const seat = this.seatOf(guest);
    if (!seat || this.subject.mode !== "district") return "token";
    if (this.session.phase !== "open" || round !== this.session.round || this.running) return "round";
    if (!isMove(roleOf(seat.role), choices)) return "budget";
    // The same move once more, after a line broke, changes nothing.
    if (String(this.session.movesOf(round).get(seat.id)) !== String(choices)) this.record({ type: "moved", round, id: seat.id, choices });
    guest.send({ type: "taken", round, choices });
    this.refreshBoards();
    return undefined;
  }

  private predict(guest: Guest, scene: number, values: readonly number[]): Refusal | undefined {
    const seat = this.seatOf(guest);
    if (!seat || this.subject.mode !== "lesson") return "token";
    const { predict } = this.subject.lesson.scenes[scene] ?? {};
    if (scene !== this.session.scene || !predict || this.session.revealed.has(scene) || this.session.phase === "paused") return "scene";
    if (!isPredicted(predict, values)) return "form";
    if (String(this.session.predictionsOf(scene).get(seat.id)) !== String(values))
      this.record({ type: "predicted", scene, id: seat.id, values });
    guest.send({ type: "predicted", scene });
    this.refreshBoards();
    return undefined;
  }

  private async act({ act, seat = 0, name, scene = 0 }: Act): Promise<Refusal | undefined> {
    const { session, subject } = this;
    if (this.running) return "busy";
    if (act === "free") {
      if (!session.seats.has(seat)) return "token";
      for (const guest of this.guests.values())
        if (guest.kind === "seat" && guest.seat === seat) {
          guest.send({ type: "refused", why: "freed" });
          guest.kind = "nobody";
        }
      this.record({ type: "freed", id: seat });
    } else if (act === "rename") {
      if (!session.seats.has(seat) || !name || session.seatNamed(name)) return "name";
      this.record({ type: "renamed", id: seat, name });
    } else if (act === "pause") this.record({ type: "phase", phase: session.phase === "paused" ? "open" : "paused" });
    else if (act === "debrief") this.record({ type: "phase", phase: "debrief" });
    else if (subject.mode === "lesson") {
      if (act === "scene" && subject.lesson.scenes[scene]) this.record({ type: "scene", scene });
      else if (act === "reveal") this.record({ type: "revealed", scene: session.scene });
      else if (act === "open") this.record({ type: "opened", round: 1 });
      else return "scene";
      await this.writeLog();
    } else if (act === "open") this.record({ type: "opened", round: session.round });
    else if (act === "undo") {
      if (session.played === 0) return "round";
      subject.district.undo();
      this.record({ type: "undone", round: session.played });
      await this.writeLog();
    } else if (act === "close") {
      if (session.phase !== "open" && session.phase !== "paused") return "round";
      await this.closeRound();
    } else return "round";
    this.refreshAll();
    return undefined;
  }

  /** Plays the round that is open with the moves that are there; silent seats are played by the scenario. */
  private async closeRound(): Promise<void> {
    if (this.subject.mode !== "district") return;
    this.running = true;
    this.refreshAll();
    try {
      const played = await this.playRound();
      this.record({ type: "played", round: this.session.round, digest: this.subject.district.digest });
      await this.writeLog();
      for (const guest of this.guests.values()) if (guest.kind === "seat") guest.send({ type: "result", played });
    } finally {
      this.running = false;
    }
  }

  private async playRound() {
    if (this.subject.mode !== "district") throw new Error("playRound: no district is played.");
    const moves = this.session.movesOf(this.session.round);
    const moved = [...moves.keys()].filter((id) => this.session.seats.has(id)).sort((a, b) => a - b);
    const of = moved.map((id): SeatMove => ({ ...(this.session.seats.get(id) as Seat), move: moves.get(id) as readonly number[] }));
    return this.subject.district.play(of, moved);
  }

  private record(event: ClassEvent): void {
    this.journal.add(event);
    this.session.apply(event);
  }

  /** The rounds as a scenario that anything else can run, or what was predicted as a table. */
  private writeLog(): Promise<void> {
    this.writing = this.writing.catch(() => {}).then(() => this.writeWhole());
    return this.writing;
  }

  private async writeWhole(): Promise<void> {
    const { folder, subject } = this;
    if (subject.mode === "district") await writeWhole(join(folder, "class.yaml"), subject.district.log());
    else await writeWhole(join(folder, "predictions.csv"), classPredictions(subject.lesson, this.predicted));
  }

  /** Scene by scene, in the order of seats. */
  private get predicted(): SeatPrediction[] {
    const { predictions, seats } = this.session;
    const inOrder = <T>(of: ReadonlyMap<number, T>) => [...of].sort(([a], [b]) => a - b);
    return inOrder(predictions).flatMap(([scene, bySeat]) =>
      inOrder(bySeat).map(([seat, values]) => ({ scene, seat, name: seats.get(seat)?.name ?? "", values })),
    );
  }

  private seatOf = (guest: Guest): Seat | undefined => (guest.kind === "seat" ? this.session.seats.get(guest.seat) : undefined);
  private isHere = (id: number): boolean => [...this.guests.values()].some(({ kind, seat }) => kind === "seat" && seat === id);

  private get state(): ClassState {
    const { session, subject } = this;
    return {
      title: subject.mode === "district" ? subject.title : bilingual(subject.lesson, "title"),
      mode: subject.mode,
      phase: this.running ? "running" : session.phase,
      round: session.round,
      week: subject.mode === "district" ? subject.district.week : 0,
    };
  }

  private get scene(): ClassScene | undefined {
    if (this.subject.mode !== "lesson") return undefined;
    const { lesson } = this.subject;
    const { scene } = this.session;
    const of = lesson.scenes[scene];
    return {
      scene,
      of: lesson.scenes.length,
      title: bilingual(of, "title"),
      text: bilingual(of, "text"),
      weeks: sceneRun(lesson, of).weeks,
      predict: of.predict,
      revealed: this.session.revealed.has(scene),
    };
  }

  private stateFor({ id }: Seat): Reply {
    return {
      type: "state",
      state: this.state,
      choices: this.session.movesOf(this.session.round).get(id),
      scene: this.scene,
      predicted: this.session.predictionsOf(this.session.scene).get(id),
    };
  }

  private board(teaches: boolean): Reply {
    const { session, subject } = this;
    const done = subject.mode === "district" ? session.movesOf(session.round) : session.predictionsOf(session.scene);
    const here = new Set([...this.guests.values()].flatMap(({ kind, seat }) => (kind === "seat" ? [seat] : [])));
    return {
      type: "board",
      state: this.state,
      seats: [...session.seats.values()].map(({ id, name, role, community }) => ({
        id,
        name,
        role: subject.mode === "district" ? role : undefined,
        community,
        here: here.has(id),
        done: done.has(id),
      })),
      rounds: subject.mode === "district" ? subject.district.rounds : [],
      scene: this.scene,
      predictions: [...session.predictionsOf(session.scene).values()],
      join: { address: this.address, code: session.code },
      text: subject.mode === "lesson" ? subject.text : teaches ? subject.district.log() : undefined,
      predicted: teaches ? this.predicted : [],
      digest: subject.mode === "district" ? subject.district.digest : "",
    };
  }

  /** Everybody learns where the class is now. */
  private refreshAll(): void {
    for (const guest of this.guests.values()) {
      const seat = this.seatOf(guest);
      if (seat) guest.send(this.stateFor(seat));
    }
    this.refreshBoards();
  }

  private refreshBoards(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      for (const guest of this.guests.values())
        if (guest.kind === "teacher" || guest.kind === "screen") guest.send(this.board(guest.kind === "teacher"));
    }, GATHER);
  }
}

const secret = (): string => randomBytes(16).toString("hex");

function parsed(text: string): Message | undefined {
  try {
    return messageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const bilingual = (of: object, key: string): Bilingual => {
  const { [key]: en = "", [`${key}Zh`]: zh = en } = of as Record<string, string | undefined>;
  return { en, zh };
};

const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));

function shownLever({
  path,
  choices,
  usual,
}: {
  path: string;
  choices: readonly { value: number; cost: number }[];
  usual: number;
}): ShownLever {
  const entry = entries.get(path) as ParameterEntry;
  const both = (say: (language: "en" | "zh") => string): Bilingual => ({ en: say("en"), zh: say("zh") });
  return {
    label: both((language) => parameterName(language, entry)),
    choices: choices.map(({ value, cost }) => ({ text: both((language) => valueOfParameter(language, entry, value)), cost })),
    usual,
  };
}
