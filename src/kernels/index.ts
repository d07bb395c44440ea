export { exponentBits, powerOfTwo, significand } from "./bits.ts";
export * from "./column.ts";
export { type KernelTarget, kernelTargets } from "./compiled.ts";
export { apart, joinMemory, type Kernel, type Memory, openMemory, type Seat } from "./memory.ts";
export type * from "./types.ts";
