import { z } from "zod";
import type { RunResult } from "./request.ts";

/** Names that files of snapshots may have: they become names on a disk. */
const fileName = /^[a-z][a-z-]*\.parquet$/;
const digest = z.string().regex(/^([0-9a-f]{64})?$/);
const count = z.int().min(0);
const headSchema = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    digest: z.strictObject({ state: digest, measures: digest }),
    outcomes: count,
    series: count,
    means: count.default(0), // results of before have none
    snapshots: z.array(z.strictObject({ week: z.int().min(1).max(3650), name: z.string().regex(fileName), length: count })),
  }),
  z.strictObject({ ok: z.literal(false), cause: z.string() }),
]);
type Head = z.output<typeof headSchema>;

/** The longest cause of a failure that is kept, in letters. */
const LONGEST_CAUSE = 2000;
const LENGTH = 4;
const roundUp = (bytes: number) => Math.ceil(bytes / 8) * 8;

/**
 * A result as bytes, for files and queues: length of the head (uint32), head as JSON padded to a multiple of 8, numbers as
 * float64, files of snapshots. Little-endian, as numbers lie in memory on every machine that runs a JavaScript engine today.
 */
export function encodeResult(result: RunResult): Uint8Array<ArrayBuffer> {
  const head: Head = result.ok
    ? {
        ok: true,
        digest: result.digest,
        outcomes: result.outcomes.length,
        series: result.series.length,
        means: result.means.length,
        snapshots: result.snapshots.map(({ week, name, bytes }) => ({ week, name, length: bytes.length })),
      }
    : { ok: false, cause: result.cause.slice(0, LONGEST_CAUSE) };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const numbers = result.ok ? 8 * (result.outcomes.length + result.series.length + result.means.length) : 0;
  const start = roundUp(LENGTH + text.length);
  const files = result.ok ? result.snapshots.map(({ bytes }) => bytes) : [];
  const out = new Uint8Array(files.reduce((sum, file) => sum + file.length, start + numbers));
  new DataView(out.buffer).setUint32(0, text.length, true);
  out.set(text, LENGTH);
  if (result.ok) {
    const floats = new Float64Array(out.buffer, start, numbers / 8);
    floats.set(result.outcomes);
    floats.set(result.series, result.outcomes.length);
    floats.set(result.means, result.outcomes.length + result.series.length);
  }
  let at = start + numbers;
  for (const file of files) {
    out.set(file, at);
    at += file.length;
  }
  return out;
}

/**
 * Reads what `encodeResult` wrote.
 *
 * @throws Error that says why it is none, of bytes that `encodeResult` did not write
 */
export function decodeResult(bytes: Uint8Array): RunResult {
  const whole = new Uint8Array(bytes); // memory of its own, from its start: numbers must lie at multiples of 8
  const { head, start } = headOf(whole);
  const { outcomes, series, means, snapshots } = head.ok ? head : { outcomes: 0, series: 0, means: 0, snapshots: [] };
  const expected = snapshots.reduce((sum, { length }) => sum + length, start + 8 * (outcomes + series + means));
  if (whole.length !== expected) throw new Error(`result: has ${whole.length} bytes, but its head names ${expected}.`);
  if (!head.ok) return { ok: false, cause: head.cause.slice(0, LONGEST_CAUSE) };
  const floats = new Float64Array(whole.buffer, start, outcomes + series + means);
  let at = start + 8 * floats.length;
  return {
    ok: true,
    digest: head.digest,
    outcomes: floats.slice(0, outcomes),
    series: floats.slice(outcomes, outcomes + series),
    means: floats.slice(outcomes + series),
    snapshots: snapshots.map(({ week, name, length }) => ({ week, name, bytes: whole.slice(at, (at += length)) })),
  };
}

/** The head of a result, and where what it names begins. */
function headOf(whole: Uint8Array<ArrayBuffer>): { head: Head; start: number } {
  const length = whole.length < LENGTH ? Number.POSITIVE_INFINITY : new DataView(whole.buffer).getUint32(0, true);
  if (roundUp(LENGTH + length) > whole.length) throw new Error(`result: has ${whole.length} bytes, too few for a head.`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(whole.subarray(LENGTH, LENGTH + length)));
  } catch {
    throw new Error("result: has a head that is not JSON.");
  }
  const parsed = headSchema.safeParse(json);
  if (parsed.success) return { head: parsed.data, start: roundUp(LENGTH + length) };
  const [{ path, message }] = parsed.error.issues;
  throw new Error(`result: has a wrong head: ${path.join(".")}: ${message}.`);
}
