/**
 * The types of kernels: `i32` and `f64` are what is computed with, the others are columns. A kernel is a file
 * `*.kernel.ts` in the subset of TypeScript that AssemblyScript compiles to the same bits; prelude.as.ts gives these types
 * there. A column gives its values as f64, or as i32 where they are whole (of u32 below 2^31; `Words` gives all of them).
 */
export type i32 = number;
export type f64 = number;

export type U8s = Uint8Array;
export type U16s = Uint16Array;
export type U32s = Uint32Array;
export type I16s = Int16Array;
export type I32s = Int32Array;
export type F32s = Float32Array;
export type F64s = Float64Array;
/** Words that were drawn: whole numbers below 2^32, as f64. */
export type Words = Uint32Array;
