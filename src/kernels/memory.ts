import { ApartMemory } from "./apartMemory.ts";
import type { Column, ColumnArray } from "./column.ts";
import type { KernelTarget } from "./compiled.ts";
import { WasmMemory } from "./wasmMemory.ts";

/** A function over columns and numbers, written in the subset that is compiled (types.ts). */
export type Kernel = (...values: never[]) => unknown;

/** Where the columns of a world lie. */
export interface Memory {
  /** What runs its kernels. */
  readonly kernels: KernelTarget;
  /** True if other threads can see it. */
  readonly isShared: boolean;
  /** A column of zeros. */
  column<T extends Column>(make: ColumnArray<T>, length: number): T;
  /** The same values here. */
  copy<T extends Column>(values: T): T;
  /** True if a column lies here. */
  holds(values: Column): boolean;
  /** Gives the room of a column back: nobody is to look at it any more. */
  giveBack(values: Column): void;
  /** The kernel of this name, compiled if it can be: `memory.kernel({ spread })` does what `spread` does, to the same bits. */
  kernel<K extends Kernel>(named: Readonly<Record<string, K>>): K;
  /** What another thread needs to see it. */
  seat(): Seat;
  /** A column that another thread sent. */
  received<T extends Column>(values: T): T;
  /** Ends it: its room serves the next world. Nobody is to look at its columns any more. */
  release(): void;
}

/** What a thread is handed to see the memory of a world. */
export interface Seat {
  readonly kernels: KernelTarget;
  /** Absent where each column lies by itself. */
  readonly memory: WebAssembly.Memory | undefined;
}

/** Memory of a world: one for all columns where that can be had, else each by itself. */
export const openMemory = (kernels: KernelTarget = "wasm"): Memory => WasmMemory.open(kernels) ?? new ApartMemory();

/** The memory of a world, as another thread sees it. */
export const joinMemory = ({ memory, kernels }: Seat): Memory =>
  memory === undefined ? new ApartMemory() : WasmMemory.join(memory, kernels);

const memories = new WeakMap<Seat, Memory>();

/** The same, joined once for all parts of a step that are done here. */
export function memoryOf(seat: Seat): Memory {
  const memory = memories.get(seat) ?? joinMemory(seat);
  memories.set(seat, memory);
  return memory;
}

/** Columns each by itself, left to the collector of garbage. */
export const apart: Memory = new ApartMemory(false);

const apartAndShared: Memory = new ApartMemory();

/** Where columns lie that are needed for a while: seen by the threads that see a memory, and left to the collector of garbage. */
export const passing = ({ isShared }: Memory): Memory => (isShared ? apartAndShared : apart);
