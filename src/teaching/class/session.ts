import { Replicates } from "./replicates.ts";
import { type Move, type RoleName, roleNames } from "./roles.ts";

/** What has happened in a class, in the order in which it did: a session is what these come to. */
export type ClassEvent =
  | { type: "begun"; code: string; teacher: string; source: string; seed: string; mode?: string }
  | { type: "seat"; id: number; token: string; name: string }
  | { type: "renamed"; id: number; name: string }
  | { type: "freed"; id: number }
  | { type: "opened"; round: number }
  | { type: "moved"; round: number; id: number; choices: Move }
  | { type: "played"; round: number; digest: string; seats?: readonly number[] }
  | { type: "undone"; round: number }
  | { type: "scene"; scene: number }
  | { type: "predicted"; scene: number; id: number; values: readonly number[] }
  | { type: "revealed"; scene: number }
  | { type: "measure"; measure: string }
  | { type: "dealt"; id: number; replicate: number }
  | { type: "handed"; replicate: number }
  | {
      type: "ran";
      replicate: number;
      by: "phone" | "server";
      values: readonly (number | null)[];
      digests: readonly string[];
      check: boolean;
    }
  | { type: "judged"; replicate: number; right: boolean }
  | { type: "phase"; phase: "paused" | "open" | "debrief" };

export interface Seat {
  id: number;
  token: string;
  name: string;
  role: RoleName;
  community: number;
}

/** Where a class stands. */
export class ClassSession {
  code = "";
  teacher = "";
  source = "";
  seed = "";
  readonly seats = new Map<number, Seat>();
  /** Rounds that were played; the one that is open is the next. */
  played = 0;
  /** Whether moves are taken. */
  phase: "waiting" | "open" | "paused" | "running" | "debrief" = "waiting";
  /** [round] the moves of its seats. */
  readonly moves = new Map<number, Map<number, Move>>();
  readonly digests = new Map<number, string>();
  scene = 0;
  /** Measure that the room looks at; empty for the first. */
  measure = "";
  readonly revealed = new Set<number>();
  /** [scene] what seats predicted. */
  readonly predictions = new Map<number, Map<number, readonly number[]>>();
  readonly replicates = new Replicates();
  private last = 0;
  private readonly communities: number;

  constructor(communities: number) {
    this.communities = communities;
  }

  /** Number of the next seat. */
  get nextSeat(): number {
    return this.last + 1;
  }

  get round(): number {
    return this.played + 1;
  }

  movesOf = (round: number): ReadonlyMap<number, Move> => this.moves.get(round) ?? new Map();
  predictionsOf = (scene: number): ReadonlyMap<number, readonly number[]> => this.predictions.get(scene) ?? new Map();
  seatOfToken = (token: string): Seat | undefined => [...this.seats.values()].find((seat) => seat.token === token);
  seatNamed = (name: string): Seat | undefined => [...this.seats.values()].find((seat) => seat.name === name);

  apply(event: ClassEvent): void {
    switch (event.type) {
      case "begun":
        Object.assign(this, { code: event.code, teacher: event.teacher, source: event.source, seed: event.seed });
        break;
      case "seat": {
        const { id, token, name } = event;
        this.last = Math.max(this.last, id);
        this.seats.set(id, { id, token, name, ...this.placeOf(id) });
        break;
      }
      case "renamed": {
        const seat = this.seats.get(event.id);
        if (seat) seat.name = event.name;
        break;
      }
      case "freed":
        this.seats.delete(event.id);
        break;
      case "opened":
        this.phase = "open";
        break;
      case "moved":
        put(this.moves, event.round, event.id, event.choices);
        break;
      case "played":
        this.played = event.round;
        this.digests.set(event.round, event.digest);
        this.phase = "waiting";
        break;
      case "undone":
        this.played = event.round - 1;
        this.moves.delete(event.round);
        this.digests.delete(event.round);
        this.phase = "waiting";
        break;
      case "scene":
        this.scene = event.scene;
        break;
      case "predicted":
        put(this.predictions, event.scene, event.id, event.values);
        break;
      case "measure":
        this.measure = event.measure;
        break;
      case "revealed":
        this.revealed.add(event.scene);
        break;
      case "dealt":
      case "handed":
      case "ran":
      case "judged":
        this.replicates.apply(event);
        break;
      case "phase":
        this.phase = event.phase;
        break;
    }
  }

  /** Roles in turn, then the next community: every role sits somewhere before one sits twice. */
  private placeOf(id: number): Pick<Seat, "role" | "community"> {
    const turn = id - 1;
    return { role: roleNames[turn % roleNames.length], community: Math.floor(turn / roleNames.length) % this.communities };
  }
}

function put<T>(of: Map<number, Map<number, T>>, outer: number, inner: number, value: T): void {
  const at = of.get(outer) ?? new Map<number, T>();
  of.set(outer, at.set(inner, value));
}
