import { randomBytes, randomInt } from "node:crypto";
import type { BaseScenario, Bilingual } from "../../scenario/index.ts";
import {
  type Act,
  type ClassEvent,
  ClassSession,
  type ClassState,
  type Lesson,
  type Message,
  MOST_UP,
  messageSchema,
  type Refusal,
  type Reply,
  type Seat,
  type Trouble,
} from "../../teaching/index.ts";
import { lackOf } from "../fileFailure.ts";
import type { Activity, Hall } from "./activity.ts";
import { ClassFolder } from "./folder.ts";
import { type Connection, type Guest, Guests } from "./guests.ts";
import { Journal } from "./journal.ts";
import { PlayApart } from "./playApart.ts";
import type { PlayedDistrict } from "./playedDistrict.ts";
import { PlayTogether } from "./playTogether.ts";
import { PredictTogether } from "./predictTogether.ts";
import type { ComputeQuarter } from "./quarters.ts";
import { type ComparedRuns, RunReplicates } from "./runReplicates.ts";

/** Letters of a code that nobody mistakes for another when they are read out or off a screen. */
const LETTERS = "ACDEFHJKMNPRTUVWXY";
/** Seats of a class at most. */
const MOST_SEATS = 400;
/** Milliseconds for which changes of the board are gathered before it is sent: forty phones move within a second. */
const GATHER = 100;

/** What a class works on. */
export type Subject = { seed: string } & (
  | { mode: "district"; district: PlayedDistrict; title: Bilingual }
  | { mode: "lesson"; lesson: Lesson; text: string }
  | { mode: "districts"; base: BaseScenario; compute: ComputeQuarter; end: () => unknown }
  | ({ mode: "replicates" } & ComparedRuns)
);

const communitiesOf = (subject: Subject): number => (subject.mode === "district" ? subject.district.communities : 1);

function activityOf(subject: Subject, hall: Hall): Activity {
  switch (subject.mode) {
    case "district":
      return new PlayTogether(hall, subject.district, subject.title, subject.seed);
    case "lesson":
      return new PredictTogether(hall, subject.lesson, subject.text);
    case "districts":
      return new PlayApart(hall, subject.base, subject.compute, subject.end);
    case "replicates":
      return new RunReplicates(hall, subject);
  }
}

/** A class: who sits where, and who may say what; kept on the disk as it goes, and told to whoever is connected. */
export class Room {
  address = "";
  /** Says to whoever runs the server what went wrong. */
  alarm: (text: string) => void = () => {};
  private readonly session: ClassSession;
  private readonly activity: Activity;
  private readonly journal: Journal;
  private readonly folder: ClassFolder;
  private readonly guests: Guests;
  private trouble: Trouble | undefined;
  private gathering: NodeJS.Timeout | undefined;

  private constructor(subject: Subject, folder: string, journal: Journal, now: () => number) {
    this.journal = journal;
    this.guests = new Guests(now);
    this.session = new ClassSession(communitiesOf(subject));
    this.activity = activityOf(subject, {
      session: this.session,
      record: (event) => this.record(event),
      tell: (seat, reply) => {
        for (const guest of this.guests.at(seat)) guest.send(reply);
      },
      tellState: (seat) => {
        for (const guest of this.guests.at(seat.id)) guest.send(this.stateFor(seat));
      },
      refresh: () => this.refreshAll(),
      refreshBoards: () => this.refreshBoards(),
      write: () => this.write(),
      trouble: (error) => void this.troubled(error),
    });
    this.folder = new ClassFolder(folder, () => this.activity.files());
  }

  /**
   * Opens a class in a folder, or goes on with the one that is there: its rounds are played again, to the same digests.
   *
   * @param source  name of the lesson or the scenario
   * @param now     milliseconds of a clock
   */
  static async open(subject: Subject, source: string, folder: string, now: () => number): Promise<Room> {
    const { seed, mode } = subject;
    const { journal, events } = Journal.open(folder);
    const room = new Room(subject, folder, journal, now);
    const { session, activity } = room;
    if (events.length === 0) {
      const code = Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
      room.record({ type: "begun", code, teacher: secret(), source, seed, mode });
    }
    for (const event of events) {
      if (event.type === "begun" && (event.source !== source || event.seed !== seed || (event.mode ?? mode) !== mode))
        throw new Error(
          `${folder}: holds a class on ${event.source} with seed ${event.seed}${event.mode ? ` in mode ${event.mode}` : ""}. Name another place with --out.`,
        );
      await activity.again(event).catch((error: Error) => {
        throw new Error(`${folder}: ${error.message}`);
      });
      session.apply(event);
    }
    if (session.phase === "running") session.phase = "open";
    await room.write();
    activity.goOn();
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
    this.guests.add(connection);
  }

  leave(connection: Connection): void {
    if (this.guests.remove(connection)?.kind === "seat") this.refreshBoards();
  }

  async close(): Promise<void> {
    clearTimeout(this.gathering);
    await this.activity.close();
    this.journal.close();
  }

  /** Takes a message as it came; what it asks is done, or refused with a word, whatever goes wrong. */
  async take(connection: Connection, text: string): Promise<void> {
    const guest = this.guests.of(connection);
    if (!guest) return;
    const refuse = (why: Refusal) => guest.send({ type: "refused", why });
    if (!this.guests.maySpeak(guest)) return refuse("rate");
    const message = text.length > MOST_UP ? undefined : parsed(text);
    if (!message) return refuse("form");
    const why = await this.answer(guest, message).catch((error) => this.troubled(error));
    if (why) refuse(why);
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
      case "act":
        return guest.kind === "teacher" ? await this.act(message) : "teacher";
      default: {
        const seat = this.seatOf(guest);
        return seat ? this.activity.take(seat, message) : "token";
      }
    }
  }

  private join(guest: Guest, code: string, name: string): Refusal | undefined {
    const { session } = this;
    if (code.toUpperCase() !== session.code) return "code";
    if (guest.kind === "seat") return undefined;
    const known = session.seatNamed(name);
    // A phone that has lost its token comes back by its name, if nobody sits there.
    if (known) return this.guests.here.has(known.id) ? "name" : this.sit(guest, known);
    if (session.seats.size >= MOST_SEATS) return "full";
    const id = session.nextSeat;
    this.record({ type: "seat", id, token: secret(), name });
    return this.sit(guest, session.seats.get(id) as Seat);
  }

  private sit(guest: Guest, seat: Seat): undefined {
    // One phone a seat: where it comes from another network, the old line is left to die.
    for (const other of this.guests.at(seat.id)) if (other !== guest) other.kind = "nobody";
    Object.assign(guest, { kind: "seat", seat: seat.id });
    const { id, token, name, community } = seat;
    guest.send({ type: "seat", id, token, name, community, ...this.activity.seatOf(seat) });
    guest.send(this.stateFor(seat));
    this.activity.seated(seat);
    this.refreshBoards();
    return undefined;
  }

  private async act(act: Act): Promise<Refusal | undefined> {
    const { session } = this;
    if (this.activity.busy) return "busy";
    const why = this.actOnSeats(act);
    if (why === "none") {
      if (act.act === "pause") this.record({ type: "phase", phase: session.phase === "paused" ? "open" : "paused" });
      else if (act.act === "debrief") this.record({ type: "phase", phase: "debrief" });
      else {
        const refused = await this.activity.act(act);
        if (refused) return refused;
      }
    } else if (why) return why;
    this.refreshAll();
    return undefined;
  }

  /** @returns "none" if it is none of those */
  private actOnSeats({ act, seat = 0, name }: Act): Refusal | "none" | undefined {
    const { session } = this;
    if (act === "free") {
      if (!session.seats.has(seat)) return "token";
      this.record({ type: "freed", id: seat });
      for (const guest of this.guests.at(seat)) {
        guest.send({ type: "refused", why: "freed" });
        guest.kind = "nobody";
      }
      return undefined;
    }
    if (act !== "rename") return "none";
    if (!session.seats.has(seat) || !name || session.seatNamed(name)) return "name";
    this.record({ type: "renamed", id: seat, name });
    return undefined;
  }

  private record(event: ClassEvent): void {
    this.journal.add(event);
    this.session.apply(event);
    this.trouble = undefined;
  }

  private async write(): Promise<void> {
    await this.folder.write();
    this.trouble = undefined;
  }

  /** What went wrong is said to the room, which stays as it was. */
  private troubled(error: unknown): Refusal {
    const lack = lackOf(error);
    this.trouble = lack ?? "fault";
    this.alarm(lack ? (error as Error).message : `The class goes on, but something failed: ${(error as Error).stack}`);
    this.refreshAll();
    return lack ? "disk" : "fault";
  }

  private seatOf = (guest: Guest): Seat | undefined => (guest.kind === "seat" ? this.session.seats.get(guest.seat) : undefined);

  private get state(): ClassState {
    const { session, activity, trouble } = this;
    const { mode, title, week, busy } = activity;
    return { title, mode, phase: busy ? "running" : session.phase, round: session.round, week, trouble };
  }

  private stateFor = (seat: Seat): Reply => ({ type: "state", state: this.state, ...this.activity.stateOf(seat) });

  private board(teaches: boolean): Reply {
    const { session, activity } = this;
    const { here } = this.guests;
    return {
      type: "board",
      state: this.state,
      seats: [...session.seats.values()].map((seat) => ({
        id: seat.id,
        name: seat.name,
        role: activity.roleOf(seat),
        community: seat.community,
        here: here.has(seat.id),
        done: activity.isDone(seat.id),
      })),
      join: { address: this.address, code: session.code },
      ...activity.board(teaches),
    };
  }

  /** Everybody learns where the class is now. */
  private refreshAll(): void {
    for (const guest of this.guests.seated) {
      const seat = this.seatOf(guest);
      if (seat) guest.send(this.stateFor(seat));
    }
    this.refreshBoards();
  }

  private refreshBoards(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      for (const guest of this.guests.watching) guest.send(this.board(guest.kind === "teacher"));
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
