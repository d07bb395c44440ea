const PAGE = 65536;

type Values = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Columns in one shared memory, where all threads and compiled kernels find them. */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: PAGE, shared: true });
  private end = 0;

  /** The same values in the shared memory. */
  share<T extends Values>(values: T): T {
    const start = this.end;
    this.end = Math.ceil((start + values.byteLength) / 64) * 64; // no two columns in one line of the cache
    const missing = Math.ceil(this.end / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (missing > 0) this.memory.grow(missing); // earlier views stay valid
    const shared = new (values.constructor as new (buffer: ArrayBufferLike, at: number, length: number) => T)(
      this.memory.buffer,
      start,
      values.length,
    );
    shared.set(values);
    return shared;
  }
}
