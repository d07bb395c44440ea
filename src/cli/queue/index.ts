export { openQueue } from "./queue.ts";
export { SpotCheck } from "./spotCheck.ts";
