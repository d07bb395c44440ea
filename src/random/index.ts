export { philox4x32 } from "../kernels/index.ts";
export { type DrawKey, Draws, drawKey, type Listed, unit } from "./draws.ts";
export { philoxBlock, philoxOneByOne, philoxRange } from "./philoxRange.ts";
export { type SetupStream, STREAM_STATE, setupStream, streamAt } from "./setupStream.ts";
export { type Decide, type Decision, WatchedDraws } from "./watchedDraws.ts";
