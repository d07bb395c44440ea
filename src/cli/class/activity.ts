import type { Bilingual } from "../../scenario/index.ts";
import type {
  Act,
  BoardOfActivity,
  ClassEvent,
  ClassSession,
  ClassState,
  Message,
  Refusal,
  Reply,
  RoleName,
  Seat,
  SeatOfActivity,
  StateOfActivity,
} from "../../teaching/index.ts";

/** What an activity sees of the class that it runs in. */
export interface Hall {
  readonly session: ClassSession;
  /** Keeps that something has happened, on the disk first. @throws Error if it could not be kept: then it has not happened */
  record(event: ClassEvent): void;
  /** Says something to the phones of a seat. */
  tell(seat: number, reply: Reply): void;
  /** Lets a seat know where the class is. */
  tellState(seat: Seat): void;
  /** Lets everybody know where the class is. */
  refresh(): void;
  /** Lets boards and projectors know, soon. */
  refreshBoards(): void;
  /** Writes what others can read of the class anew. @throws Error if it could not be written */
  write(): Promise<void>;
  /** Says to the room that something went wrong on its own. */
  trouble(error: unknown): void;
}

/** A board on which nothing stands. */
export const emptyBoard: BoardOfActivity = { rounds: [], scene: undefined, predictions: [], text: undefined, predicted: [], digest: "" };

/** A file of the folder of a class. */
export interface FileOfClass {
  name: string;
  text: string;
}

/** What a class does together: its rules, what is shown of it, and what others can read of it. */
export interface Activity {
  readonly mode: ClassState["mode"];
  readonly title: Bilingual;
  /** Last week that was played. */
  readonly week: number;
  /** Whether something is being computed that acts of the teacher must wait for. */
  readonly busy: boolean;
  /** What an event of the journal did is done again, before the session hears of it. @throws Error if it comes out otherwise */
  again(event: ClassEvent): Promise<void>;
  /** Goes on with what was not finished when the class was left. */
  goOn(): void;
  roleOf(seat: Seat): RoleName | undefined;
  /** What somebody is who sits there. */
  seatOf(seat: Seat): SeatOfActivity;
  /** What a seat sees now. */
  stateOf(seat: Seat): StateOfActivity;
  /** Told when somebody has sat down. */
  seated(seat: Seat): void;
  /** Takes what a seat sends. @returns undefined if it was taken, or why not */
  take(seat: Seat, message: Message): Refusal | undefined;
  /** Does what the teacher asks. @returns undefined if it was done, or why not */
  act(act: Act): Promise<Refusal | undefined>;
  /** Whether a seat has done what it is to do. */
  isDone(seat: number): boolean;
  /** What boards and projectors see. @param teaches  whether the teacher looks */
  board(teaches: boolean): BoardOfActivity;
  files(): readonly FileOfClass[];
  close(): unknown;
}
