import type { Mechanism, World } from "../../src/engine/index.ts";

/** What a mechanism touched: names such as "residents.fatigue", "ledger", "ties"; a table's own name if rows were added or dropped. */
export interface Touched {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
  /** What it wrote itself, outside the functions by which events and inputs are entered. */
  readonly own: Set<string>;
  /** Writes to each column. */
  readonly counts: Map<string, number>;
}

type TypedArray = Float64Array;
const FIRST_WRITES = 300;
const LATER_WRITES = 101;
const writers = new Set(["fill", "set", "copyWithin", "sort", "reverse"]);
const plain = new WeakMap<object, TypedArray>();

/** Watches who reads and writes the state of a world. Watching changes nothing. */
export class ColumnWatch {
  readonly touched = new Map<string, Touched>();
  private current: Touched | undefined;
  private readonly wrapped = new Map<TypedArray, TypedArray>();

  private readonly entries: RegExp | undefined;

  /** @param entries  functions that enter events and inputs, as a stack names them: what they write is nobody's own */
  constructor(entries?: RegExp) {
    this.entries = entries;
  }

  /** Of the writes to a column the first are looked at, and some of the later ones: stacks are dear. */
  private isLooked({ counts }: Touched, name: string): boolean {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count < FIRST_WRITES || count % LATER_WRITES === 0;
  }

  private wrote(name: string): void {
    const mine = this.current;
    if (mine === undefined) return;
    mine.writes.add(name);
    if (this.entries && !mine.own.has(name) && this.isLooked(mine, name) && !this.entries.test(String(new Error().stack)))
      mine.own.add(name);
  }

  /** The same mechanisms, named while they work. */
  of(mechanisms: readonly Mechanism[]): Mechanism[] {
    return mechanisms.map((mechanism) => {
      const mine: Touched = { reads: new Set(), writes: new Set(), own: new Set(), counts: new Map() };
      this.touched.set(mechanism.id, mine);
      const watched = <A extends unknown[]>(work: (...args: A) => void) => {
        return (...args: A): void => {
          const before = this.current;
          this.current = mine;
          try {
            work(...args);
          } finally {
            this.current = before;
          }
        };
      };
      const { begin, end, leave } = mechanism;
      return {
        ...mechanism,
        step: watched(mechanism.step),
        kernels: Object.fromEntries(Object.entries(mechanism.kernels).map(([name, kernel]) => [name, watched(kernel)])),
        ...(begin && { begin: watched(begin) }),
        ...(end && { end: watched(end) }),
        ...(leave && { leave: watched(leave) }),
      };
    });
  }

  /** Puts watched columns, ties and accounts in place of those of a world. */
  watch(world: World): void {
    for (const table of world.tables) {
      Object.defineProperty(table, "columns", { value: this.columns(table.name, table.columns) });
      for (const method of ["add", "retain", "blank"] as const) {
        const original = table[method].bind(table) as (...args: unknown[]) => unknown;
        Object.defineProperty(table, method, {
          value: (...args: unknown[]) => {
            this.wrote(table.name);
            const mine = this.current;
            this.current = undefined; // the columns that move are those of the table as a whole
            try {
              return original(...args);
            } finally {
              this.current = mine;
            }
          },
        });
      }
    }
    Object.defineProperty(world, "ties", { value: this.columns("ties", world.ties as never, true) });
    const { ledger } = world;
    for (const method of ["move", "pass", "balance", "flow"] as const) {
      const original = ledger[method].bind(ledger) as (...args: unknown[]) => unknown;
      const kind = method === "move" || method === "pass" ? "writes" : "reads";
      Object.defineProperty(ledger, method, {
        value: (...args: unknown[]) => {
          if (kind === "writes") this.wrote("ledger");
          else this.current?.reads.add("ledger");
          return original(...args);
        },
      });
    }
  }

  private columns(name: string, columns: Record<string, unknown>, whole = false): Record<string, unknown> {
    return new Proxy(columns, {
      get: (target, key) => {
        const values = Reflect.get(target, key);
        return ArrayBuffer.isView(values) ? this.column(whole ? name : `${name}.${String(key)}`, values as TypedArray) : values;
      },
      set: (target, key, value) => Reflect.set(target, key, plain.get(value) ?? value),
    });
  }

  private column(name: string, values: TypedArray): TypedArray {
    const known = this.wrapped.get(values);
    if (known) return known;
    const proxy = new Proxy(values, {
      get: (target, key) => {
        if (typeof key === "string" && /^\d/.test(key)) {
          this.current?.reads.add(name);
          return target[Number(key)];
        }
        const value = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          const part = key === "subarray";
          if (!part && writers.has(String(key))) this.wrote(name);
          else if (!part) this.current?.reads.add(name);
          const result = value.apply(
            target,
            args.map((arg) => (typeof arg === "object" && arg !== null ? (plain.get(arg) ?? arg) : arg)),
          );
          for (const arg of args) if (typeof arg === "object" && arg !== null && plain.has(arg)) this.readWhole(arg);
          return part ? this.column(name, result) : result === target ? proxy : result;
        };
      },
      set: (target, key, value) => {
        this.wrote(name);
        target[key as unknown as number] = value;
        return true;
      },
    });
    plain.set(proxy, values);
    this.names.set(proxy, name);
    this.wrapped.set(values, proxy);
    return proxy;
  }

  private readonly names = new WeakMap<object, string>();

  /** A watched column was handed to a method of another. */
  private readWhole(proxy: object): void {
    this.current?.reads.add(this.names.get(proxy) as string);
  }

  /** Runs something while atomic operations and typed arrays take watched columns as they take plain ones. */
  during(run: () => void): void {
    const { add, sub } = Atomics;
    const setOf = Float64Array.prototype;
    const typed = Object.getPrototypeOf(setOf) as { set(source: ArrayLike<number>, offset?: number): void };
    const originalSet = typed.set;
    const atomically =
      (operation: typeof add) =>
      (array: never, index: number, by: number): number => {
        const name = this.names.get(array);
        if (name) {
          this.current?.reads.add(name);
          this.wrote(name);
        }
        return operation((plain.get(array) ?? array) as never, index, by);
      };
    Object.assign(Atomics, { add: atomically(add), sub: atomically(sub) });
    const watch = this;
    Object.defineProperty(typed, "set", {
      configurable: true,
      writable: true,
      value(this: TypedArray, source: ArrayLike<number>, offset?: number) {
        if (plain.has(source)) watch.readWhole(source);
        originalSet.call(this, plain.get(source) ?? source, offset);
      },
    });
    try {
      run();
    } finally {
      Object.assign(Atomics, { add, sub });
      Object.defineProperty(typed, "set", { configurable: true, writable: true, value: originalSet });
    }
  }
}
