import { arrayOf, type Column, type ColumnArray } from "./column.ts";
import type { Kernel, Memory, Seat } from "./memory.ts";

const canShare = (): boolean => typeof SharedArrayBuffer === "function";

/** Each column by itself: where columns cannot lie in one memory, and before there is a world. */
export class ApartMemory implements Memory {
  readonly kernels = "typescript";
  readonly isShared: boolean;

  constructor(isShared = canShare()) {
    this.isShared = isShared;
  }

  column<T extends Column>(make: ColumnArray<T>, length: number): T {
    return this.isShared ? new make(new SharedArrayBuffer(length * make.BYTES_PER_ELEMENT)) : new make(length);
  }

  copy<T extends Column>(values: T): T {
    if (!this.isShared) return values.slice() as T;
    const copy = this.column(arrayOf(values), values.length);
    copy.set(values as never); // of the same type, which T hides
    return copy;
  }

  holds({ buffer }: Column): boolean {
    return this.isShared === (canShare() && buffer instanceof SharedArrayBuffer);
  }

  giveBack(): void {}

  kernel<K extends Kernel>(named: Readonly<Record<string, K>>): K {
    return Object.values(named)[0];
  }

  seat(): Seat {
    return { kernels: this.kernels, memory: undefined };
  }

  received<T extends Column>(values: T): T {
    return values;
  }

  release(): void {}
}
