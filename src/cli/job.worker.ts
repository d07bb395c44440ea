import { executeRun, type RunRequest, runJob } from "../experiment/index.ts";
import { snapshotFiles } from "../exports/index.ts";

// What a worker thread can be asked to do, by name.
export { runJob };
export const runRequest = (request: RunRequest) => executeRun(request, snapshotFiles);
