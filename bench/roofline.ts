import { scenarioFrom } from "../src/cli/files.ts";
import type { World } from "../src/engine/index.ts";
import { Run } from "../src/experiment/index.ts";
import { mechanisms } from "../src/mechanisms/index.ts";
import type { BaseScenario } from "../src/scenario/index.ts";

/** Weeks of a month: what is done once a month falls on one of them. */
const MONTH = 4;
/** Bytes of each of the arrays that are copied, more than any cache holds. */
const LARGE = 2 ** 28;
/** Places that are read at random: bytes of a column of one byte for each resident, and of one of eight. */
const PLACES = 10_000_000;

export interface Machine {
  /** Bytes a second that a copy reads and writes, on one thread. */
  bandwidth: number;
  /** Nanoseconds to read a byte at a place drawn at random, of 1 MB and of 64 MB, where the next place is known already. */
  near: number;
  far: number;
}

export interface PartOfWeek {
  id: string;
  /** Megabytes a week of the columns that it declares to read and to write, each moved once in a week in which it runs. */
  moved: number;
  /** Milliseconds a week on one thread: the least of several months. */
  took: number;
  /** Least milliseconds in which the memory could move as much. */
  least: number;
}

export interface Roofline {
  scenario: string;
  residents: number;
  machine: Machine;
  /** The dearest first. */
  parts: PartOfWeek[];
  all: PartOfWeek;
}

/**
 * Sets what a week takes beside what memory alone would take: the columns that mechanisms declare, moved once. What no
 * mechanism changes they need not declare, and a row that is gathered from afar moves a line for a few bytes, so that
 * this is the least that has to be moved, not what is.
 */
export async function roofline(name: string, months: number, tell: (text: string) => void): Promise<Roofline> {
  tell("memory of the machine");
  const machine = measureMachine();
  tell(`${name}: ${months} months`);
  const scenario = await scenarioFrom(name, [`weeks=${MONTH * months}`]);
  const { world, took } = timeParts(scenario, months);
  const bytes = bytesOf(world);
  const parts = mechanisms
    .map(({ id, phase, every, reads, writes }): PartOfWeek => {
      const a = every === "week" ? 1 : every === "month" ? 1 / 4 : 1 / 52;
      const moved = (sum(reads, bytes) + sum(writes, bytes) + sum(writes, bytes)) * a; // what is written is read first
      return { id, moved: moved / 1e6, took: took.get(`${phase}/${id}`) ?? 0, least: (moved / machine.bandwidth) * 1000 };
    })
    .sort((a, b) => b.took - a.took);
  const total = (of: (part: PartOfWeek) => number) => parts.reduce((before, part) => before + of(part), 0);
  const all = {
    id: "all",
    moved: total((p) => p.moved),
    took: [...took.values()].reduce((a, b) => a + b, 0),
    least: total((p) => p.least),
  };
  return { scenario: name, residents: world.residents.rows, machine, parts, all };
}

/** Bytes of a column, or of all columns of a table, by the names that mechanisms declare. */
function bytesOf(world: World): (name: string) => number {
  const sizes = new Map<string, number>();
  for (const { name, values } of world.parts()) {
    const table = name.slice(0, name.lastIndexOf("."));
    sizes.set(name, values.byteLength);
    sizes.set(table, (sizes.get(table) ?? 0) + values.byteLength);
  }
  return (name) => sizes.get(name) ?? 0;
}

const sum = (names: readonly string[], bytes: (name: string) => number): number => names.reduce((before, name) => before + bytes(name), 0);

/** [part] milliseconds a week: for each week of a month the least of all months but the first. */
function timeParts(scenario: BaseScenario, months: number): { world: World; took: Map<string, number> } {
  const run = Run.start(scenario, mechanisms);
  const least = new Map<string, number[]>();
  for (let week = 0; week < MONTH * months; week++) {
    run.step((part, work) => {
      const start = performance.now();
      work();
      const took = performance.now() - start;
      if (week < MONTH) return; // all is compiled then
      const of = least.get(part) ?? new Array(MONTH).fill(Number.POSITIVE_INFINITY);
      of[week % MONTH] = Math.min(of[week % MONTH], took);
      least.set(part, of);
    });
  }
  // A part that is not due is not run.
  const mean = (of: number[]) => of.filter(Number.isFinite).reduce((a, b) => a + b, 0) / MONTH;
  return { world: run.world, took: new Map([...least].map(([part, of]) => [part, mean(of)])) };
}

function measureMachine(): Machine {
  const from = new Float64Array(LARGE / 8).fill(1);
  const to = new Float64Array(LARGE / 8);
  const copy = least(5, () => to.set(from));
  const places = Uint32Array.from({ length: PLACES }, (_, k) => Math.imul(k + 1, 2_654_435_761) >>> 0);
  const gather = (bytes: number) => {
    const column = new Uint8Array(bytes).fill(1);
    let found = 0;
    const took = least(5, () => {
      for (let k = 0; k < PLACES; k++) found += column[places[k] & (bytes - 1)];
    });
    if (found === 0) throw new Error("bench: nothing was read.");
    return (took / PLACES) * 1e6;
  };
  return { bandwidth: (2 * LARGE) / (copy / 1000), near: gather(2 ** 20), far: gather(2 ** 26) };
}

/** Milliseconds of the quickest of some repeats. */
function least(repeats: number, work: () => void): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < repeats; k++) {
    const start = performance.now();
    work();
    quickest = Math.min(quickest, performance.now() - start);
  }
  return quickest;
}
