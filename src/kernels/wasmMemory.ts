import { arrayOf, type Column, type ColumnArray } from "./column.ts";
import { compiledKernels, type KernelTarget } from "./compiled.ts";
import { FreeRanges } from "./freeRanges.ts";
import type { Kernel, Memory, Seat } from "./memory.ts";

const PAGE = 65_536; // bytes
/** Columns begin on lines of the cache, so that no two threads write into one line for two columns. */
const LINE = 64; // bytes
/** Most that is reserved, in pages, the first that the machine grants: 4 GiB, or 1 where addresses are short. */
const MOST = [65_536, 16_384];
/** Pages more than are needed when it grows; what nobody touches takes no memory of the machine. */
const AHEAD = 256;

// The first line holds what all threads agree on, as Int32.
const TAKEN = 0; // lines in use, from the first on
const TOUCHED = 1; // lines that worlds before have written to
const HEAD = 1; // lines

/** Memories of worlds that have ended, for those that come. A machine grants few, and takes time to. */
const idle: WasmMemory[] = [];
const IDLE = 2;

/**
 * All columns of a world in one shared WebAssembly.Memory, where compiled kernels and other threads find them. It grows
 * while columns are in use: those that there are stay good, since memory that is shared never moves.
 *
 * Any thread may take room, one place after the other; room that is given back serves the thread that gave it.
 */
export class WasmMemory implements Memory {
  readonly kernels: KernelTarget;
  readonly isShared = true;
  private readonly memory: WebAssembly.Memory;
  private readonly head: Int32Array;
  private readonly free = new FreeRanges();
  /** The buffers that columns of this memory were made over: one for each time it has grown. */
  private readonly buffers = new Set<ArrayBufferLike>();
  private readonly known = new Map<string, Kernel>();
  private instance: WebAssembly.Instance | undefined;

  private constructor(memory: WebAssembly.Memory, kernels: KernelTarget) {
    this.memory = memory;
    this.kernels = kernels;
    this.buffers.add(memory.buffer);
    this.head = new Int32Array(memory.buffer, 0, LINE / 4);
  }

  /** Memory for a world; undefined where none can be had. */
  static open(kernels: KernelTarget): WasmMemory | undefined {
    if (typeof SharedArrayBuffer !== "function" || typeof WebAssembly !== "object") return undefined;
    const target = kernels === "wasm" && mayCompile() ? "wasm" : "typescript";
    const k = idle.findIndex((memory) => memory.kernels === target);
    if (k >= 0) return idle.splice(k, 1)[0];
    for (const maximum of MOST) {
      try {
        const memory = new WasmMemory(new WebAssembly.Memory({ initial: 1, maximum, shared: true }), target);
        memory.head[TAKEN] = HEAD;
        return memory;
      } catch {} // so much cannot be reserved
    }
    return undefined;
  }

  /** The same memory in another thread. */
  static join(memory: WebAssembly.Memory, kernels: KernelTarget): WasmMemory {
    return new WasmMemory(memory, kernels);
  }

  seat(): Seat {
    return { memory: this.memory, kernels: this.kernels };
  }

  column<T extends Column>(make: ColumnArray<T>, length: number): T {
    const { line, isClean } = this.take(linesOf(length * make.BYTES_PER_ELEMENT));
    const values = this.view(make, line * LINE, length);
    if (!isClean) zero(values);
    return values;
  }

  copy<T extends Column>(values: T): T {
    const { line } = this.take(linesOf(values.byteLength));
    const copy = this.view(arrayOf(values), line * LINE, values.length);
    copy.set(values as never); // of the same type, which T hides
    return copy;
  }

  holds({ buffer }: Column): boolean {
    return this.buffers.has(buffer);
  }

  giveBack(values: Column): void {
    if (this.holds(values)) this.free.add(values.byteOffset / LINE, linesOf(values.byteLength));
  }

  received<T extends Column>(values: T): T {
    return this.view(arrayOf(values), values.byteOffset, values.length);
  }

  kernel<K extends Kernel>(named: Readonly<Record<string, K>>): K {
    for (const name in named) {
      let kernel = this.known.get(name);
      if (kernel === undefined) {
        kernel = this.kernels === "wasm" ? this.compiled(name) : named[name];
        this.known.set(name, kernel);
      }
      return kernel as K;
    }
    throw new Error("kernel: none is named.");
  }

  release(): void {
    const { head } = this;
    head[TOUCHED] = Math.max(head[TOUCHED], head[TAKEN]);
    head[TAKEN] = HEAD;
    this.free.clear();
    if (idle.length < IDLE && !idle.includes(this)) idle.push(this);
  }

  /** A kernel that finds its columns by their places. */
  private compiled(name: string): Kernel {
    this.instance ??= new WebAssembly.Instance(compiledKernels(), { env: { memory: this.memory } });
    const run = this.instance.exports[name] as ((...values: number[]) => number) | undefined;
    if (run === undefined) throw new Error(`kernel: there is none named ${name}. It is a function that a *.kernel.ts exports.`);
    return (...values: (number | Column)[]) => {
      for (let k = 0; k < values.length; k++) {
        const value = values[k];
        if (typeof value === "number") continue;
        if (!this.holds(value)) throw new Error(`kernel: value ${k} of ${name} does not lie in the memory of its world.`);
        values[k] = value.byteOffset;
      }
      return run(...(values as number[]));
    };
  }

  /** Takes so many lines: some that were given back, or the next ones. */
  private take(lines: number): { line: number; isClean: boolean } {
    const line = this.free.take(lines);
    if (line >= 0) return { line, isClean: false };
    const next = Atomics.add(this.head, TAKEN, lines);
    this.reach((next + lines + 1) * LINE); // kernels that look at several places at once look at what lies behind the last
    return { line: next, isClean: next >= this.head[TOUCHED] };
  }

  /** Grows until it has so many bytes. */
  private reach(bytes: number): void {
    if (this.memory.buffer.byteLength >= bytes) return;
    this.memory.grow(0); // another thread may have made it grow: this gives the buffer as it is now
    const missing = Math.ceil((bytes - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.grow(missing, bytes);
    this.buffers.add(this.memory.buffer);
  }

  private grow(pages: number, bytes: number): void {
    for (const more of [AHEAD + Math.ceil(pages / 4), 0]) {
      try {
        this.memory.grow(pages + more);
        return;
      } catch {} // so much more there is not
    }
    throw new RangeError(`memory: a world of more than ${Math.floor(bytes / 1_048_576)} MiB has no room here. Give it fewer residents.`);
  }

  private view<T extends Column>(make: ColumnArray<T>, at: number, length: number): T {
    if (this.memory.buffer.byteLength < at + length * make.BYTES_PER_ELEMENT) this.reach(at + length * make.BYTES_PER_ELEMENT);
    // It may be another buffer than before, where another thread has made the memory grow.
    const { buffer } = this.memory;
    this.buffers.add(buffer);
    return new make(buffer, at, length);
  }
}

const linesOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / LINE));

/** Writes zeros over all lines of a column, eight bytes at a time. */
const zero = ({ buffer, byteOffset, byteLength }: Column): void => {
  new Float64Array(buffer, byteOffset, (linesOf(byteLength) * LINE) / 8).fill(0);
};

function mayCompile(): boolean {
  try {
    compiledKernels();
    return true;
  } catch {
    return false; // a page may forbid it
  }
}
