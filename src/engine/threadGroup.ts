import type { Ties } from "../circles/index.ts";
import type { Column, Seat } from "../kernels/index.ts";
import { drawKey } from "../random/index.ts";
import type { BaseScenario, Intervention } from "../scenario/index.ts";
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

// Places on the board, an Int32Array in shared memory that all threads see.
const CLAIMS = 0; // round << 16 | parts claimed
const DONE = 1; // parts finished in this round
const FAILED = 2; // kernels that threw in a helper
const BOARD = 3;
const MOST = 65_535; // parts

const PATIENCE = 60_000; // milliseconds without any part finished

/** Claims the next part of a round; -1 when there is none left, or the round is over. */
function claim(board: Int32Array, round: number, parts: number): number {
  for (;;) {
    const seen = Atomics.load(board, CLAIMS);
    const next = seen & 0xffff;
    if (seen >>> 16 !== round || next >= parts) return -1;
    if (Atomics.compareExchange(board, CLAIMS, seen, seen + 1) === seen) return next;
  }
}

/**
 * The threads that share the work on one world: this one, which leads, and any number of helpers. A kernel is shared
 * out community by community to whoever is free. Since a community is worked on apart from all others, the bits are
 * the same whoever does it and however many there are; a helper that comes late finds nothing left to do.
 */
export class ThreadGroup {
  private readonly board = new Int32Array(new SharedArrayBuffer(BOARD * Int32Array.BYTES_PER_ELEMENT));
  private readonly world: World;
  private readonly helpers: readonly Post[];
  /** Entries of the helpers in the ledger, one after the other. */
  private readonly pages: readonly Float64Array[];
  private round = 0;
  /** The schedule that the helpers have: a list that changes is another list. */
  private sent: readonly Intervention[];

  constructor(world: World, helpers: readonly Post[]) {
    if (world.communities.rows > MOST)
      throw new RangeError(`threads: ${world.communities.rows} communities; at most ${MOST} are supported.`);
    this.world = world;
    this.helpers = helpers;
    this.sent = world.schedule.interventions;
    this.pages = helpers.map(() => world.memory.column(Float64Array, PAGES));
    helpers.forEach((post, h) => {
      post({ kind: "join", world: world.shared(), board: this.board, pages: this.pages[h] });
    });
  }

  /** @param parts  of the work, such as communities */
  share(kernel: string, parts: number, meanwhile?: () => void): void {
    const { board, world } = this;
    const work = world.kernels.get(kernel);
    this.round = (this.round + 1) & 0x7fff;
    Atomics.store(board, DONE, 0);
    Atomics.store(board, CLAIMS, this.round << 16);
    const { interventions } = world.schedule;
    const message: ToHelper = {
      kind: "work",
      kernel,
      parts,
      week: world.week + 1,
      round: this.round,
      scratch: world.takeNewScratch(),
      interventions: interventions === this.sent ? undefined : interventions,
    };
    this.sent = interventions;
    for (const post of this.helpers) post(message);
    meanwhile?.();
    for (let part = claim(board, this.round, parts); part >= 0; part = claim(board, this.round, parts)) {
      work(part);
      Atomics.add(board, DONE, 1);
    }
    for (let done = Atomics.load(board, DONE); done < parts; done = Atomics.load(board, DONE)) {
      if (Atomics.wait(board, DONE, done, PATIENCE) === "timed-out") {
        throw new Error(`threads: ${parts - done} parts of ${kernel} are not finished after ${PATIENCE / 1000} s. Run with one thread.`);
      }
    }
    for (const pages of this.pages) world.ledger.takeOver(pages);
    if (Atomics.load(board, FAILED) > 0) throw new Error(`threads: ${kernel} failed in another thread. Run with one thread to see where.`);
  }
}

/** The other end: a thread that works on communities of a world it shares. */
export class Helper {
  private readonly mechanisms: readonly Mechanism[];
  private readonly prepare: (world: World) => void;
  private board: Int32Array = new Int32Array(BOARD);
  private world: World | undefined;
  private weekly: Week | undefined;

  /** @param prepare  gives the world the kernels that are not those of mechanisms */
  constructor(mechanisms: readonly Mechanism[], prepare: (world: World) => void) {
    this.mechanisms = mechanisms;
    this.prepare = prepare;
  }

  readonly receive = (message: ToHelper): void => {
    if (message.kind === "join") {
      this.board = message.board;
      this.world = World.joined(message.world, message.pages);
      this.weekly = new Week(this.world, this.mechanisms, drawKey(this.world.scenario.seed));
      this.prepare(this.world);
      return;
    }
    const { board, world, weekly } = this;
    if (!world || !weekly) return;
    world.putScratch(message.scratch);
    if (message.interventions) world.schedule.replace(message.interventions);
    world.week = message.week - 1;
    weekly.turnTo(message.week);
    const { kernel, parts, round } = message;
    for (let part = claim(board, round, parts); part >= 0; part = claim(board, round, parts)) {
      try {
        world.kernels.get(kernel)(part);
      } catch {
        Atomics.add(board, FAILED, 1);
      }
      Atomics.add(board, DONE, 1);
      Atomics.notify(board, DONE);
    }
  };
}
