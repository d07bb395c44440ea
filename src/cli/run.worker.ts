import { executeRun, type RunRequest } from "../experiment/index.ts";
import { snapshotFiles } from "../exports/index.ts";

/** What a worker thread is asked to do. */
export const runRequest = (request: RunRequest) => executeRun(request, snapshotFiles);
