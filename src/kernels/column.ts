/** The types of columns. */
export const columnArrays = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

export type ColumnType = keyof typeof columnArrays;
/** Over memory of its own, or over what it shares with other columns and threads. */
interface ColumnOf {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i16: Int16Array;
  i32: Int32Array;
  f32: Float32Array;
  f64: Float64Array;
}
export type Column<T extends ColumnType = ColumnType> = ColumnOf[T];

/** The constructor of a column. */
export interface ColumnArray<T extends Column> {
  new (length: number): T;
  new (buffer: ArrayBufferLike, at?: number, length?: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** The constructor of a column that there is. */
export const arrayOf = <T extends Column>(values: T): ColumnArray<T> => values.constructor as unknown as ColumnArray<T>;
