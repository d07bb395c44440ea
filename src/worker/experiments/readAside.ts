import { callsTo } from "../calls.ts";
import type { ResultsAnswer } from "./protocol.ts";
import type { ResultsReader } from "./results.worker.ts";

const LEAST = 10_000; // ms that any file may take
const PER_MEGABYTE = 2000; // ms, some fifty times what it takes

/**
 * Reads what a batch wrote elsewhere (`readResults`) in a worker of its own, which is ended when the file leads its reader
 * around in circles: a file may be made so that its checksum fits.
 */
export async function readAside(bytes: Uint8Array<ArrayBuffer>, description?: string): Promise<ResultsAnswer> {
  const { call, stop } = callsTo<ResultsReader>(new Worker(new URL("./results.worker.ts", import.meta.url), { type: "module" }));
  let late: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<ResultsAnswer>((resolve) => {
    late = setTimeout(() => resolve({ ok: false, why: "damaged" }), LEAST + (PER_MEGABYTE * bytes.length) / 1e6);
  });
  try {
    return await Promise.race([call("read")(bytes, description), limit]);
  } finally {
    clearTimeout(late);
    stop();
  }
}
