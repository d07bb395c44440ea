import { createHash } from "node:crypto";
import { decodeResult, encodeResult, keptWeeks, type RunRequest, type RunResult, resultFault } from "../../experiment/index.ts";
import { snapshotFileNames } from "../../exports/index.ts";
import { measures } from "../../observation/index.ts";

const MARK = Buffer.from("4CRESULT");
const SUM = 32; // bytes of a SHA-256
const KEY = 32;
const START = MARK.length + SUM + KEY;

const HEAD = 65_536; // bytes, more than the head of a result without files takes
const MOST_OF_REDIS = 2 ** 29; // bytes under a key

/** The most bytes that the result of a run can take, sealed, and one to tell that there are more. */
export function longestOf({ scenario, keep }: RunRequest): number {
  const rows = keptWeeks(scenario.weeks, keep.every).length;
  const numbers = keep.outcomes.length + keep.measures.length * rows + keep.spans.length * measures.length;
  return keep.snapshots.length > 0 ? MOST_OF_REDIS : START + HEAD + Float64Array.BYTES_PER_ELEMENT * numbers;
}

const sumOf = (rest: Uint8Array): Buffer => createHash("sha256").update(rest).digest();

/** A result as it stands in a queue, bound to its run: mark, SHA-256 of what follows it, key, result. */
export function seal(key: string, result: RunResult): Buffer {
  const rest = Buffer.concat([Buffer.from(key, "hex"), encodeResult(result)]);
  return Buffer.concat([MARK, sumOf(rest), rest]);
}

/** Opens what stands in a queue as the result of a run. */
export function unseal(request: RunRequest, bytes: Buffer): { ok: true; result: RunResult } | { ok: false; fault: string } {
  const no = (fault: string) => ({ ok: false, fault }) as const;
  if (bytes.length < START || !bytes.subarray(0, MARK.length).equals(MARK)) return no(`its ${bytes.length} bytes are no result.`);
  const rest = bytes.subarray(MARK.length + SUM);
  if (!sumOf(rest).equals(bytes.subarray(MARK.length, MARK.length + SUM))) return no("its bytes have changed since they were written.");
  const key = rest.toString("hex", 0, KEY);
  if (key !== request.key) return no(`it is that of the run ${key.slice(0, 12)}.`);
  let result: RunResult;
  try {
    result = decodeResult(rest.subarray(KEY));
  } catch (error) {
    return no((error as Error).message);
  }
  const fault = resultFault(request, result, snapshotFileNames);
  return fault === undefined ? { ok: true, result } : no(fault);
}
