import type { RunResult } from "./request.ts";

interface Head {
  ok: boolean;
  cause?: string;
  digest?: { state: string; measures: string };
  outcomes?: number;
  series?: number;
  snapshots?: { week: number; name: string; length: number }[];
}

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
        snapshots: result.snapshots.map(({ week, name, bytes }) => ({ week, name, length: bytes.length })),
      }
    : { ok: false, cause: result.cause };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const numbers = result.ok ? 8 * (result.outcomes.length + result.series.length) : 0;
  const start = roundUp(LENGTH + text.length);
  const files = result.ok ? result.snapshots.map(({ bytes }) => bytes) : [];
  const out = new Uint8Array(files.reduce((sum, file) => sum + file.length, start + numbers));
  new DataView(out.buffer).setUint32(0, text.length, true);
  out.set(text, LENGTH);
  if (result.ok) {
    const floats = new Float64Array(out.buffer, start, numbers / 8);
    floats.set(result.outcomes);
    floats.set(result.series, result.outcomes.length);
  }
  let at = start + numbers;
  for (const file of files) {
    out.set(file, at);
    at += file.length;
  }
  return out;
}

/** Reads what `encodeResult` wrote. */
export function decodeResult(bytes: Uint8Array): RunResult {
  const whole = new Uint8Array(bytes); // memory of its own, from its start: numbers must lie at multiples of 8
  const length = new DataView(whole.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(whole.subarray(LENGTH, LENGTH + length))) as Head;
  if (!head.ok) return { ok: false, cause: head.cause as string };
  const start = roundUp(LENGTH + length);
  const { outcomes = 0, series = 0, snapshots = [] } = head;
  const floats = new Float64Array(whole.buffer, start, outcomes + series);
  let at = start + 8 * floats.length;
  return {
    ok: true,
    digest: head.digest as { state: string; measures: string },
    outcomes: floats.slice(0, outcomes),
    series: floats.slice(outcomes),
    snapshots: snapshots.map(({ week, name, length: size }) => ({ week, name, bytes: whole.slice(at, (at += size)) })),
  };
}
