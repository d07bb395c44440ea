import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { hashText } from "../../src/numeric/index.ts";
import { type DrawKey, Draws } from "../../src/random/index.ts";
import type { Side } from "../model.ts";
import { sizesOf, type Town, tiesOf } from "../town.ts";
import { Arena } from "./arena.ts";
import { countActive, WORDS, week } from "./kernels.ts";
import { Meeting } from "./meeting.ts";

/** Stream of the draws, as the name of a mechanism is in the engine. */
export const STREAM = "bench";

/** @param kernel  the week compiled (bench/reference/kernels.as.ts); without it that of kernels.ts runs */
function sharedTown(town: Town, key: DrawKey, threads: number, kernel?: WebAssembly.Module) {
  const arena = new Arena();
  const share: Arena["share"] = (values) => arena.share(values);
  const ties = tiesOf(town);
  return {
    key,
    threads,
    kernel,
    memory: arena.memory,
    residents: town.residents,
    ties: { offsets: share(ties.offsets), degree: share(ties.degree), neighbors: share(ties.neighbors), core: share(ties.core) },
    club: share(town.club),
    team: share(town.team),
    will: share(town.will),
    clubSize: share(sizesOf(town.club, town.clubs)),
    teamSize: share(sizesOf(town.team, town.teams)),
    clubShare: share(new Float64Array(town.clubs)),
    teamShare: share(new Float64Array(town.teams)),
    /** [thread] active members that each thread counted */
    clubCounts: Array.from({ length: threads }, () => share(new Uint32Array(town.clubs))),
    teamCounts: Array.from({ length: threads }, () => share(new Uint32Array(town.teams))),
    /** Before and after the week, in turns. */
    trust: [share(town.trust), share(new Float32Array(town.residents))] as const,
    active: [share(town.active), share(new Uint8Array(town.residents))] as const,
    /** [thread] */
    words: Array.from({ length: threads }, () => share(new Uint32Array(WORDS))),
    meeting: share(Meeting.memory()),
  };
}
export type SharedTown = ReturnType<typeof sharedTown>;

/** One thread's part in the weeks of a town: its range of residents and of groups. */
export class Part {
  private readonly draws: Draws;
  private readonly compiled: CompiledWeek | undefined;
  private readonly meeting: Meeting;
  private readonly town: SharedTown;
  private readonly thread: number;

  constructor(town: SharedTown, thread: number) {
    this.town = town;
    this.thread = thread;
    this.draws = new Draws(town.key, STREAM);
    this.meeting = new Meeting(town.meeting, town.threads);
    this.compiled = town.kernel && compiledWeek(town.kernel, town.memory, town.key, hashText(STREAM));
  }

  week(number: number): void {
    const { town, thread, draws } = this;
    const [before, after] = [(number - 1) & 1, number & 1];
    const columns = { club: town.club, team: town.team, will: town.will, trust: town.trust[before], active: town.active[before] };
    const [from, to] = this.range(town.residents);
    for (const [groupOf, counts] of [
      [town.club, town.clubCounts[thread]],
      [town.team, town.teamCounts[thread]],
    ] as const) {
      counts.fill(0);
      countActive(groupOf, columns.active, counts, from, to);
    }
    this.meeting.wait();
    this.shares(town.clubCounts, town.clubSize, town.clubShare);
    this.shares(town.teamCounts, town.teamSize, town.teamShare);
    this.meeting.wait();
    draws.week = number;
    const { ties, clubShare, teamShare, words } = town;
    const run = this.compiled ?? week;
    run(ties, columns, clubShare, teamShare, draws, words[thread], from, to, town.trust[after], town.active[after]);
    this.meeting.wait();
  }

  /** Waits until the first thread begins the next stretch of weeks. */
  start(): void {
    this.meeting.wait();
  }

  private shares(counts: readonly Uint32Array[], size: Uint32Array, out: Float64Array): void {
    const [from, to] = this.range(size.length);
    for (let g = from; g < to; g++) {
      let sum = 0;
      for (const count of counts) sum += count[g];
      out[g] = size[g] > 0 ? sum / size[g] : 0;
    }
  }

  private range(length: number): [number, number] {
    const { threads } = this.town;
    return [Math.floor((length * this.thread) / threads), Math.floor((length * (this.thread + 1)) / threads)];
  }
}

type CompiledWeek = typeof week;

/** The compiled week, called as its twin in kernels.ts is. */
function compiledWeek(kernel: WebAssembly.Module, memory: WebAssembly.Memory, { k0, k1 }: DrawKey, stream: number): CompiledWeek {
  const run = new WebAssembly.Instance(kernel, { env: { memory } }).exports["week"] as (...all: number[]) => void;
  return ({ offsets, degree, neighbors }, { club, team, will, ...before }, clubShare, teamShare, draws, words, from, to, trust, active) => {
    const columns = [offsets, degree, neighbors, club, team, will, before.trust, before.active, clubShare, teamShare, words];
    run(...columns.map((column) => column.byteOffset), draws.week, stream, k0, k1, from, to, trust.byteOffset, active.byteOffset);
  };
}

/** The model written with the engine's ties, draws and kernels over ranges. */
export function ours(town: Town, key: DrawKey, threads: number, kernel?: WebAssembly.Module): Side {
  const shared = sharedTown(town, key, threads, kernel);
  const weeks = new Int32Array(new SharedArrayBuffer(4));
  const workers = Array.from(
    { length: threads - 1 },
    (_, k) => new Worker(join(import.meta.dirname, "ours.worker.js"), { workerData: { shared, thread: k + 1, weeks } }),
  );
  const first = new Part(shared, 0);
  let done = 0;
  return {
    run(count) {
      weeks[0] = count;
      first.start();
      for (let w = 0; w < count; w++) first.week(++done);
    },
    state: () => ({ trust: shared.trust[done & 1], active: shared.active[done & 1] }),
    close() {
      for (const worker of workers) void worker.terminate();
    },
  };
}
