export { exponentBits, powerOfTwo, significand } from "./bits.ts";
export * from "./column.ts";
export { type KernelTarget, kernelTargets } from "./compiled.ts";
export { apart, joinMemory, type Kernel, type Memory, openMemory, passing, type Seat } from "./memory.ts";
export { alone, type Share, type Step } from "./step.ts";
export type * from "./types.ts";
