import { scenarioFrom } from "../src/cli/files.ts";
import type { World } from "../src/engine/index.ts";
import { Run } from "../src/experiment/index.ts";
import type { Column } from "../src/kernels/index.ts";
import { mechanisms } from "../src/mechanisms/index.ts";

/** Weeks of a month: what is done once a month falls on one of them. */
const MONTH = 4;
/** Bytes of each of the arrays that are copied, more than any cache holds. */
const LARGE = 2 ** 28;
/** Places that are read at random: bytes of a column of one byte for each resident, and of one of eight. */
const PLACES = 10_000_000;
/** What memory moves at once: a line of the cache. Columns begin on lines. */
const LINE = 64; // bytes

export interface Machine {
  /** Bytes a second that a copy reads and writes, on one thread. */
  bandwidth: number;
  /** Nanoseconds to read a byte at a place drawn at random, of 1 MB and of 64 MB, where the next place is known already. */
  near: number;
  far: number;
}

export interface PartOfWeek {
  id: string;
  /** Megabytes a week of all columns that it declares to read and to write, whether it looks at all of their rows or at a few. */
  declared: number;
  /** Megabytes a week of the lines that are other after it than before, read once and written once: no way leads around these. */
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
 * Sets what a week takes beside what memory alone would take. Counted are the lines of declared columns that a mechanism
 * changes, found by comparing the state before and after it: a mechanism that touches few rows is charged for few. What
 * it only reads is not counted, for nobody sees it, and neither are its scratch, what it writes unchanged, and the
 * whole line that a few bytes gathered from afar move: so this is a lower bound, and far below where a mechanism mostly
 * gathers. All columns that are declared, moved whole, are set beside it: no bound where only some rows are looked at.
 */
export async function roofline(name: string, months: number, tell: (text: string) => void): Promise<Roofline> {
  tell("memory of the machine");
  const machine = measureMachine();
  tell(`${name}: ${months} months`);
  const run = Run.start(await scenarioFrom(name, [`weeks=${MONTH * (months + 1)}`]), mechanisms);
  const took = timeParts(run, months);
  tell(`${name}: a month to count what changes`);
  const changed = countChanges(run);
  const { world } = run;
  const bytes = bytesOf(world);
  const parts = mechanisms
    .map(({ id, phase, every, reads, writes }): PartOfWeek => {
      const part = `${phase}/${id}`;
      const a = every === "week" ? 1 : every === "month" ? 1 / 4 : 1 / 52;
      const declared = (sum(reads, bytes) + 2 * sum(writes, bytes)) * a; // what is written is read first
      const moved = (2 * LINE * (changed.get(part) ?? 0)) / (every === "year" ? 52 : MONTH);
      return { id, declared: declared / 1e6, moved: moved / 1e6, took: took.get(part) ?? 0, least: (moved / machine.bandwidth) * 1000 };
    })
    .sort((a, b) => b.took - a.took);
  const total = (of: (part: PartOfWeek) => number) => parts.reduce((before, part) => before + of(part), 0);
  const all = {
    id: "all",
    declared: total((p) => p.declared),
    moved: total((p) => p.moved),
    took: [...took.values()].reduce((a, b) => a + b, 0),
    least: total((p) => p.least),
  };
  return { scenario: name, residents: world.residents.rows, machine, parts, all };
}

/** Columns by the names that mechanisms declare: one, or all of a table. */
const isNamed = (name: string, declared: string): boolean => name === declared || name.startsWith(`${declared}.`);

/** Bytes of what a mechanism declares. */
function bytesOf(world: World): (declared: string) => number {
  const parts = world.parts();
  return (declared) => parts.reduce((before, { name, values }) => before + (isNamed(name, declared) ? values.byteLength : 0), 0);
}

const sum = (names: readonly string[], bytes: (name: string) => number): number => names.reduce((before, name) => before + bytes(name), 0);

/** [part] lines of the columns it writes that it changed in a month. */
function countChanges(run: Run): Map<string, number> {
  const changed = new Map<string, number>();
  const writesOf = new Map(mechanisms.map(({ id, phase, writes }) => [`${phase}/${id}`, writes]));
  for (let week = 0; week < MONTH; week++) {
    run.step((part, work) => {
      const writes = writesOf.get(part) ?? [];
      const written = () => run.world.parts().filter(({ name }) => writes.some((declared) => isNamed(name, declared)));
      const before = new Map(written().map(({ name, values }) => [name, values.slice()]));
      work();
      for (const { name, values } of written()) changed.set(part, (changed.get(part) ?? 0) + linesChanged(before.get(name)!, values));
    });
  }
  return changed;
}

/** Lines of a column that are not as they were; where it has grown, those behind its end are new. */
function linesChanged(before: Column, after: Column): number {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let lines = 0;
  for (let first = 0; first < b.length; first += LINE / 4) {
    const end = Math.min(first + LINE / 4, b.length);
    let at = first;
    while (at < end && a[at] === b[at]) at++;
    if (at < end) lines++;
  }
  return lines;
}

/** A column as whole words; what is left behind the last of them is not looked at. */
const wordsOf = ({ buffer, byteOffset, byteLength }: Column) => new Int32Array(buffer, byteOffset, byteLength >> 2);

/** [part] milliseconds a week: for each week of a month the least of all months but the first. */
function timeParts(run: Run, months: number): Map<string, number> {
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
  return new Map([...least].map(([part, of]) => [part, mean(of)]));
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
