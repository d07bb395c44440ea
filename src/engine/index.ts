export { CHECKPOINT_FORMAT, type Restored, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
export { digest } from "./digest.ts";
export * from "./ledger.ts";
export * from "./matters.ts";
export * from "./mechanism.ts";
export { Simulation } from "./simulation.ts";
export * from "./tally.ts";
export { type Stopwatch, Week } from "./week.ts";
export { districtColumns, type Part, World } from "./world.ts";
