import { executeRun, type RunRequest } from "../experiment/index.ts";
import { snapshotFiles } from "../exports/index.ts";
import type { KernelTarget } from "../kernels/index.ts";

/** What a worker thread is asked to do. */
export const runRequest = ({ request, kernels }: { request: RunRequest; kernels: KernelTarget }) =>
  executeRun(request, snapshotFiles, kernels);
