import { z } from "zod";
import type { Bilingual, Intervention } from "../../scenario/index.ts";
import type { Prediction } from "../lesson/schema.ts";
import type { SeatPrediction } from "./classPredictions.ts";
import type { Payment } from "./payments.ts";
import type { PeopleOfCommunity } from "./peopleOfSeats.ts";
import type { ReplicateTask } from "./replicate.ts";
import type { ReplicateRun } from "./replicates.ts";
import type { Move, RoleName } from "./roles.ts";

/** The most bytes of a message to the server, and of those to a phone in a round. */
export const MOST_UP = 1024;
export const MOST_DOWN = 20 * 1024;
const LONGEST_NAME = 24;

const token = z.string().regex(/^[0-9a-f]{16,64}$/);
const name = z
  .string()
  .max(200)
  .transform((text) =>
    text
      // Signs that are no letters of a name, and those that turn the direction of a line.
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, LONGEST_NAME),
  )
  .refine((text) => text.length > 0);
const choices = z.array(z.int().min(0).max(20)).max(20);
const seat = z.int().min(1).max(1000);

const replicate = z.int().min(1).max(1_000_000);

/** What anybody may send. */
export const messageSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("join"), code: z.string().max(8), name }),
  z.strictObject({ type: z.literal("back"), token }),
  z.strictObject({ type: z.literal("watch") }),
  z.strictObject({ type: z.literal("teach"), token }),
  z.strictObject({ type: z.literal("move"), round: z.int().min(1).max(1000), choices }),
  z.strictObject({ type: z.literal("predict"), scene: z.int().min(0).max(100), values: z.array(z.number()).max(20) }),
  z.strictObject({
    type: z.literal("ran"),
    replicate,
    values: z.array(z.number().nullable()).length(2),
    digests: z.array(z.string().regex(/^[0-9a-f]{64}$/)).length(2),
  }),
  z.strictObject({ type: z.literal("unable"), replicate }),
  z.strictObject({
    type: z.literal("act"),
    act: z.enum(["open", "close", "undo", "pause", "scene", "reveal", "free", "rename", "debrief", "measure"]),
    seat: seat.optional(),
    name: name.optional(),
    scene: z.int().min(0).max(100).optional(),
    measure: z.string().max(60).optional(),
  }),
]);
export type Message = z.output<typeof messageSchema>;
export type Act = Extract<Message, { type: "act" }>;

/** What a phone is shown of a lever. */
export interface ShownLever {
  label: Bilingual;
  choices: readonly { text: Bilingual; cost: number }[];
  usual: number;
}

/** How a measure stood before a round and after it. */
export interface RoundRow {
  measure: string;
  label: Bilingual;
  unit: string;
  before: number;
  after: number;
}

/** A round that was played. */
export interface PlayedRound {
  round: number;
  /** Its last week. */
  week: number;
  interventions: readonly Intervention[];
  rows: readonly RoundRow[];
  /** Seats that moved; the others were played by the scenario. */
  moved: readonly number[];
  /** [k] what seat moved[k] chose, where seats share a district. */
  choices?: readonly Move[];
  /** Who gave how much, by the ledger, where seats with aims that pull apart share a district. */
  payments?: readonly Payment[];
}

/** A scene that the class predicts. */
export interface ClassScene {
  scene: number;
  of: number;
  title: Bilingual;
  text: Bilingual;
  weeks: number;
  predict: Prediction | undefined;
  revealed: boolean;
}

/** Why something was not done; words are made of it. */
export type Refusal =
  | "code"
  | "token"
  | "name"
  | "full"
  | "freed"
  | "form"
  | "rate"
  | "round"
  | "budget"
  | "teacher"
  | "scene"
  | "busy"
  | "disk"
  | "fault";

/** What keeps the class from going on: nothing can be kept for want of space or of a place, or something failed. */
export type Trouble = "space" | "place" | "fault";

/** What a class does: plays one district together, predicts a lesson together, plays a district each, or runs one seed each. */
export const classModes = ["district", "lesson", "districts", "replicates"] as const;
export type ClassMode = (typeof classModes)[number];

/** Where the class is. */
export interface ClassState {
  title: Bilingual;
  mode: ClassMode;
  phase: "waiting" | "open" | "paused" | "running" | "debrief";
  round: number;
  week: number;
  trouble: Trouble | undefined;
}

/** What somebody is who sits at a seat. */
export interface SeatOfActivity {
  role: RoleName | undefined;
  budget: number;
  levers: readonly ShownLever[];
  aims: readonly Bilingual[];
}

/** What a seat sees of what the class does. */
export interface StateOfActivity {
  choices?: Move | undefined;
  scene?: ClassScene | undefined;
  predicted?: readonly number[] | undefined;
  /** How the district of the seat came out of its last round. */
  own?: PlayedRound | undefined;
  /** What is compared, and the runs of the seat. */
  compared?: Compared | undefined;
  ran?: readonly ShownRun[] | undefined;
}

/** What is run as it is and changed, and by what it is compared. */
export interface Compared {
  measure: ShownMeasure;
  arms: readonly Bilingual[];
  weeks: number;
  span: readonly [from: number, to: number];
}

/** A run of both arms with one seed, as it is shown. */
export type ShownRun = Pick<ReplicateRun, "replicate" | "seat" | "by" | "values" | "verdict">;

/** What the runs of all seats have come to. */
export interface ReplicatesShown extends Compared {
  /** In the order in which they came; those that were found wrong are left out. */
  runs: readonly ShownRun[];
  /** Replicates whose results came out otherwise when they were computed again. */
  wrong: readonly ShownRun[];
  /** Seeds that are run now. */
  underWay: number;
  checked: number;
}

/** A measure as it is shown. */
export interface ShownMeasure {
  id: string;
  label: Bilingual;
  unit: string;
}

/** Districts of which each seat has one, beside each other; no order among them but that of seats. */
export interface DistrictsApart {
  measures: readonly ShownMeasure[];
  /** Id of the measure that the room looks at. */
  shown: string;
  /** Values after each round: [round - 1][measure]; null where there is none. */
  districts: readonly { seat: number; values: readonly (readonly (number | null)[])[] }[];
  /** The same of a district in which nobody does anything. */
  untouched: readonly (readonly (number | null)[])[];
}

/** What boards and projectors see of it. */
export interface BoardOfActivity {
  rounds: readonly PlayedRound[];
  scene: ClassScene | undefined;
  predictions: readonly (readonly number[])[];
  /** The lesson or the log as text, by which the page repeats it; of the teacher alone. */
  text: string | undefined;
  /** All that was predicted, by seats; of the teacher alone. */
  predicted: readonly SeatPrediction[];
  /** [community] whom to ask why; of the teacher alone. */
  people?: readonly PeopleOfCommunity[] | undefined;
  digest: string;
  apart?: DistrictsApart | undefined;
  replicates?: ReplicatesShown | undefined;
}

export interface BoardSeat {
  id: number;
  name: string;
  role: RoleName | undefined;
  community: number;
  here: boolean;
  done: boolean;
}

/** What the server sends. */
export type Reply =
  | ({ type: "seat"; id: number; token: string; name: string; community: number } & SeatOfActivity)
  | ({ type: "state"; state: ClassState } & StateOfActivity)
  | { type: "result"; played: PlayedRound }
  | { type: "taken"; round: number; choices: Move }
  | { type: "predicted"; scene: number }
  | { type: "task"; task: ReplicateTask }
  | { type: "ran"; replicate: number }
  | { type: "refused"; why: Refusal }
  | ({
      type: "board";
      state: ClassState;
      seats: readonly BoardSeat[];
      join: { address: string; code: string };
    } & BoardOfActivity);
