import { callsTo, started } from "../calls.ts";
import type { ResultsAnswer } from "./protocol.ts";
import type { StudyAnswer } from "./readStudy.ts";
import type { ResultsReader } from "./results.worker.ts";

const LEAST = 10_000; // ms that any file may take
const PER_MEGABYTE = 2000; // ms, some fifty times what it takes

/** Reads what a batch wrote elsewhere (`readResults`). */
export const readAside = (bytes: Uint8Array<ArrayBuffer>, description?: string): Promise<ResultsAnswer> =>
  aside(bytes.length, ({ read }) => read(bytes, description), { ok: false, why: "damaged" });

/** Reads what a calibration or a fit wrote elsewhere (`readStudy`). */
export const readStudyAside = (description: string, posterior?: Uint8Array<ArrayBuffer>): Promise<StudyAnswer> =>
  aside(description.length + (posterior?.length ?? 0), ({ study }) => study(description, posterior), { ok: false, why: "studyTable" });

type Reader = { [K in keyof ResultsReader]: ResultsReader[K] };

/**
 * Reads files in a worker of its own, which is ended when a file leads its reader around in circles: it may be made so that its
 * checksum fits.
 *
 * @param late  what is answered then
 */
async function aside<Answer>(bytes: number, work: (reader: Reader) => Promise<Answer>, late: Answer): Promise<Answer> {
  const { call, stop } = callsTo<ResultsReader>(started(new Worker(new URL("./results.worker.ts", import.meta.url), { type: "module" })));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(late), LEAST + (PER_MEGABYTE * bytes) / 1e6);
  });
  try {
    return await Promise.race([work({ read: call("read"), study: call("study") }), limit]);
  } finally {
    clearTimeout(timer);
    stop();
  }
}
