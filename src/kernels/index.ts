export { addShared, exponentBits, nextFlag, powerOfTwo, significand } from "./bits.ts";
export * from "./column.ts";
export { type KernelTarget, kernelTargets } from "./compiled.ts";
export { apart, joinMemory, type Kernel, type Memory, memoryOf, openMemory, passing, type Seat } from "./memory.ts";
export { fourBlocks, MULTIPLIER0, MULTIPLIER1, philox4x32, WEYL0, WEYL1 } from "./philox.ts";
export { alone, type Share, type Step } from "./step.ts";
export type * from "./types.ts";
