import type { Ties } from "../circles/index.ts";
import type { Column, Seat, Share } from "../kernels/index.ts";
import { drawKey } from "../random/index.ts";
import type { BaseScenario, Intervention } from "../scenario/index.ts";
import { Board } from "./board.ts";
import { buildingStep } from "./district.ts";
import { PAGES, type SharedAccounts } from "./ledger.ts";
import type { Mechanism } from "./mechanism.ts";
import { Week } from "./week.ts";
import { World } from "./world.ts";

/** Hands a message to another thread, which gives it to `Helper.receive`. */
export type Post = (message: ToHelper) => void;

/** Columns of a world that lie in shared memory, and what else it takes to see the same world from another thread. */
export interface SharedWorld {
  memory: Seat;
  scenario: BaseScenario;
  tables: { name: string; rows: number; columns: Record<string, Column> }[];
  ties: Ties;
  accounts: SharedAccounts;
}

export type ToHelper =
  | { kind: "build"; step: string; given: unknown; parts: number; round: number; board: Int32Array }
  | { kind: "join"; world: SharedWorld; board: Int32Array; pages: Float64Array }
  | {
      kind: "work";
      kernel: string;
      /** Parts of the work: communities, unless the kernel has others. */
      parts: number;
      week: number;
      round: number;
      /** Memory to work in that was made since the last message. */
      scratch: ReadonlyMap<string, Column>;
      interventions: readonly Intervention[] | undefined;
    };

/**
 * The threads that share the work on one world: this one, which leads, and any number of helpers. A kernel is shared
 * out community by community to whoever is free. Since a community is worked on apart from all others, the bits are
 * the same whoever does it and however many there are; a helper that comes late finds nothing left to do.
 */
export class ThreadGroup {
  private readonly board = new Board();
  private readonly world: World;
  private readonly helpers: readonly Post[];
  /** Entries of the helpers in the ledger, one after the other. */
  private readonly pages: readonly Float64Array[];
  /** The schedule that the helpers have: a list that changes is another list. */
  private sent: readonly Intervention[];

  constructor(world: World, helpers: readonly Post[]) {
    if (world.communities.rows > Board.most)
      throw new RangeError(`threads: ${world.communities.rows} communities; at most ${Board.most} are supported.`);
    this.world = world;
    this.helpers = helpers;
    this.sent = world.schedule.interventions;
    this.pages = helpers.map(() => world.memory.column(Float64Array, PAGES));
    helpers.forEach((post, h) => {
      post({ kind: "join", world: world.shared(), board: this.board.places, pages: this.pages[h] });
    });
  }

  /** @param parts  of the work, such as communities */
  share(kernel: string, parts: number, meanwhile?: () => void): void {
    const { board, world } = this;
    const work = world.kernels.get(kernel);
    const { interventions } = world.schedule;
    const message: ToHelper = {
      kind: "work",
      kernel,
      parts,
      week: world.week + 1,
      round: board.open(),
      scratch: world.takeNewScratch(),
      interventions: interventions === this.sent ? undefined : interventions,
    };
    this.sent = interventions;
    for (const post of this.helpers) post(message);
    meanwhile?.();
    board.work(parts, work);
    board.close(kernel, parts);
    for (const pages of this.pages) world.ledger.takeOver(pages);
  }
}

/** Shares the steps of building out among this thread and others. */
export function sharedBy(helpers: readonly Post[]): Share {
  const board = new Board();
  return ({ name, work }, given, parts, meanwhile) => {
    const message: ToHelper = { kind: "build", step: name, given, parts, round: board.open(), board: board.places };
    for (const post of helpers) post(message);
    meanwhile?.();
    board.work(parts, (part) => work(given, part));
    board.close(name, parts);
  };
}

/** The other end: a thread that works on communities of a world it shares. */
export class Helper {
  private readonly mechanisms: readonly Mechanism[];
  private readonly prepare: (world: World) => void;
  private board: Board | undefined;
  private world: World | undefined;
  private weekly: Week | undefined;

  /** @param prepare  gives the world the kernels that are not those of mechanisms */
  constructor(mechanisms: readonly Mechanism[], prepare: (world: World) => void) {
    this.mechanisms = mechanisms;
    this.prepare = prepare;
  }

  readonly receive = (message: ToHelper): void => {
    if (message.kind === "build") {
      const { step, given, parts, round, board } = message;
      const { work } = buildingStep(step);
      new Board(board).help(round, parts, (part) => work(given, part));
      return;
    }
    if (message.kind === "join") {
      this.board = new Board(message.board);
      this.world = World.joined(message.world, message.pages);
      this.weekly = new Week(this.world, this.mechanisms, drawKey(this.world.scenario.seed));
      this.prepare(this.world);
      return;
    }
    const { board, world, weekly } = this;
    if (!board || !world || !weekly) return;
    world.putScratch(message.scratch);
    if (message.interventions) world.schedule.replace(message.interventions);
    world.week = message.week - 1;
    weekly.turnTo(message.week);
    const { kernel, parts, round } = message;
    board.help(round, parts, (part) => world.kernels.get(kernel)(part));
  };
}
