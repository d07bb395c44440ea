import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { hashText } from "../../src/numeric/index.ts";
import { type DrawKey, Draws } from "../../src/random/index.ts";
import type { Side } from "../model.ts";
import { compactTies, sizesOf, type Town, tiesOf } from "../town.ts";
import { Arena } from "./arena.ts";
import { type Counts, WORDS, week } from "./kernels.ts";
import { Meeting } from "./meeting.ts";

/** Stream of the draws, as the name of a mechanism is in the engine. */
export const STREAM = "bench";

/** @param kernel  the week compiled (bench/reference/kernels.as.ts); without it that of kernels.ts runs */
function sharedTown(town: Town, key: DrawKey, threads: number, kernel?: WebAssembly.Module) {
  const arena = new Arena();
  const share: Arena["share"] = (values) => arena.share(values);
  const { residents } = town;
  const ties = kernel ? compactTies(town) : tiesOf(town);
  const counts = (): Counts => ({ club: share(new Uint32Array(town.clubs)), team: share(new Uint32Array(town.teams)) });
  const counted = [0, 1].map(() => Array.from({ length: threads }, counts));
  const moods = [0, 1].map(() => share(new Float32Array(2 * (residents + 1))));
  for (let i = 0; i < residents; i++) {
    moods[0][2 * i] = town.trust[i];
    moods[0][2 * i + 1] = town.active[i];
    counted[0][0].club[town.club[i]] += town.active[i];
    counted[0][0].team[town.team[i]] += town.active[i];
  }
  if (kernel) pack(moods[0], residents);
  return {
    key,
    threads,
    kernel,
    memory: arena.memory,
    residents,
    ties: { offsets: share(ties.offsets), degree: share(ties.degree), neighbors: share(ties.neighbors), core: share(ties.core) },
    club: share(town.club),
    team: share(town.team),
    will: share(town.will),
    clubSize: share(sizesOf(town.club, town.clubs)),
    teamSize: share(sizesOf(town.team, town.teams)),
    /** [thread] shares of active members, for each thread its own, so that none waits for another before the week is over */
    shares: Array.from({ length: threads }, () => ({
      club: share(new Float64Array(town.clubs)),
      team: share(new Float64Array(town.teams)),
    })),
    /** Before and after the week, in turns: [thread] active members that each thread counted. */
    counted,
    /** The same: trust and activity, for the compiled kernel packed (see `pack`). */
    moods,
    /** [thread] */
    words: Array.from({ length: threads }, () => share(new Uint32Array(WORDS))),
    meeting: share(Meeting.memory()),
  };
}
export type SharedTown = ReturnType<typeof sharedTown>;

/** One thread's part in the weeks of a town: its range of residents. */
export class Part {
  private readonly draws: Draws;
  private readonly run: typeof week;
  private readonly meeting: Meeting;
  private readonly town: SharedTown;
  private readonly thread: number;

  constructor(town: SharedTown, thread: number) {
    this.town = town;
    this.thread = thread;
    this.draws = new Draws(town.key, STREAM);
    this.meeting = new Meeting(town.meeting, town.threads);
    this.run = town.kernel ? compiledWeek(town.kernel, town.memory, town.key, hashText(STREAM)) : week;
  }

  week(number: number): void {
    const { town, thread, draws, run } = this;
    const { residents, threads, ties, club, team, will, moods, counted, words } = town;
    const [before, after] = [(number - 1) & 1, number & 1];
    const shares = town.shares[thread];
    for (const kind of ["club", "team"] as const) {
      const size = kind === "club" ? town.clubSize : town.teamSize;
      sharesOf(
        counted[before].map((counts) => counts[kind]),
        size,
        shares[kind],
      );
      counted[after][thread][kind].fill(0);
    }
    draws.week = number;
    const from = Math.floor((residents * thread) / threads);
    const to = Math.floor((residents * (thread + 1)) / threads);
    const columns = { club, team, will, mood: moods[before] };
    run(ties, columns, shares.club, shares.team, draws, words[thread], from, to, moods[after], counted[after][thread]);
    this.meeting.wait();
  }

  /** Waits until the first thread begins the next stretch of weeks. */
  start(): void {
    this.meeting.wait();
  }
}

/** [g] the share of its members that all threads together counted. */
function sharesOf(counts: readonly Uint32Array[], size: Uint32Array, out: Float64Array): void {
  for (let g = 0; g < size.length; g++) {
    let sum = 0;
    for (const count of counts) sum += count[g];
    out[g] = size[g] > 0 ? sum / size[g] : 0;
  }
}

/** The compiled week, called as its twin in kernels.ts is. */
function compiledWeek(kernel: WebAssembly.Module, memory: WebAssembly.Memory, { k0, k1 }: DrawKey, stream: number): typeof week {
  const run = new WebAssembly.Instance(kernel, { env: { memory } }).exports["week"] as (...all: number[]) => void;
  return ({ offsets, degree, neighbors }, { club, team, will, mood }, clubShare, teamShare, draws, words, from, to, nextMood, counts) => {
    const columns = [offsets, degree, neighbors, club, team, will, mood, clubShare, teamShare, words].map((column) => column.byteOffset);
    const written = [nextMood, counts.club, counts.team].map((column) => column.byteOffset);
    run(...columns, draws.week, stream, k0, k1, from, to, ...written);
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
    state() {
      const now = shared.moods[done & 1];
      const mood = (kernel ? unpacked(now, town.residents) : now).subarray(0, 2 * town.residents);
      return { trust: mood.filter((_, k) => k % 2 === 0), active: Uint8Array.from(mood.filter((_, k) => k % 2 === 1)) };
    },
    close() {
      for (const worker of workers) void worker.terminate();
    },
  };
}

/** The bit of a single that no trust has set, for it stays below 2: the compiled kernel keeps activity there. */
const ACTIVE = 0x40000000;

/** Makes of trust and activity of each resident one word: the bits of trust, and ACTIVE. */
function pack(mood: Float32Array, residents: number): void {
  const words = new Uint32Array(mood.buffer, mood.byteOffset, mood.length);
  for (let i = 0; i < residents; i++) words[i] = words[2 * i] + (mood[2 * i + 1] > 0 ? ACTIVE : 0);
  words[residents] = 0;
}

function unpacked(mood: Float32Array, residents: number): Float32Array {
  const words = new Uint32Array(mood.buffer, mood.byteOffset, residents);
  const bits = new Uint32Array(2 * residents);
  const both = new Float32Array(bits.buffer);
  for (let i = 0; i < residents; i++) {
    bits[2 * i] = (words[i] & ~ACTIVE) >>> 0;
    both[2 * i + 1] = words[i] & ACTIVE ? 1 : 0;
  }
  return both;
}
