import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Journal, type Place } from "../../src/cli/batch/journal.ts";
import { encodeResult, type RunResult } from "../../src/experiment/index.ts";

const file = () => join(mkdtempSync(join(tmpdir(), "four-circles-journal-")), "journal.4c");
const key = (k: number) => k.toString(16).padStart(64, "0");
const result = (k: number): RunResult => ({
  ok: true,
  digest: { state: key(k), measures: "" },
  outcomes: Float64Array.of(k, k / 3),
  series: Float64Array.of(1, 2, 3),
  means: new Float64Array(),
  snapshots: [],
});

const RUNS = 5;
/** A journal of some runs, and where the record of each begins. */
async function written(): Promise<{ bytes: Buffer; starts: number[] }> {
  const path = file();
  const journal = await Journal.open(path, new Map(), true);
  const starts: number[] = [];
  for (let k = 0; k < RUNS; k++) {
    starts.push(readFileSync(path).length);
    await journal.append(key(k), result(k));
  }
  await journal.close();
  return { bytes: readFileSync(path), starts };
}
const whole = await written();

/** What a journal holds: whose runs, and what it says of the rest. */
async function read(bytes: Buffer): Promise<{ path: string; found: number[]; state: string | undefined }> {
  const path = file();
  writeFileSync(path, bytes);
  const index = new Map<string, Place>();
  const journal = await Journal.open(path, index, true);
  for (const [id, { at, length }] of index) expect(await journal.result(at, length)).toEqual(result(Number.parseInt(id, 16)));
  await journal.close();
  return { path, found: [...index.keys()].map((id) => Number.parseInt(id, 16)).sort(), state: journal.state };
}

const flipped = (at: number, bit: number) => {
  const bytes = Buffer.from(whole.bytes);
  bytes[at] ^= 1 << bit;
  return bytes;
};

describe("a journal", () => {
  it("loses only the run whose record was damaged, and says so", async () => {
    const { path, found, state } = await read(flipped(whole.starts[0] + 60, 3));
    expect(found).toEqual([1, 2, 3, 4]);
    const bytes = whole.starts[1] - whole.starts[0];
    expect(state).toBe(`${path}: lost 1 run that was damaged on the disk (${bytes} bytes).`);
    // What was damaged is out of the file: it is not lost a second time.
    expect((await read(readFileSync(path))).state).toBe(undefined);
  });

  it("whatever bit is flipped, loses one run at most", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: whole.bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const hit = whole.starts.findLastIndex((start) => start <= at);
        const { found, state } = await read(flipped(at, bit));
        expect(found).toEqual([0, 1, 2, 3, 4].filter((k) => k !== hit));
        expect(state).toMatch(hit === RUNS - 1 ? /lost 1 run|dropped \d+ bytes of a run that was being written/ : /lost 1 run that was/);
      }),
      { numRuns: 100 },
    );
  });

  it("counts all that was damaged, and drops what was torn at the end", async () => {
    const bytes = flipped(whole.starts[1] + 50, 0);
    bytes[whole.starts[2] + 50] ^= 1;
    bytes[whole.starts[4] - 1] ^= 1;
    const { found, state } = await read(bytes.subarray(0, bytes.length - 10));
    expect(found).toEqual([0]);
    expect(state).toContain("lost 4 runs that were damaged on the disk");
    expect((await read(whole.bytes.subarray(0, whole.bytes.length - 10))).state).toMatch(
      /dropped \d+ bytes of a run that was being written/,
    );
    expect((await read(Buffer.concat([whole.bytes, Buffer.alloc(64)]))).state).toContain("dropped 64 bytes");
  });

  it("goes on after a damaged run as if it had never been there", async () => {
    const { path } = await read(flipped(whole.starts[2] + 9, 0));
    const index = new Map<string, Place>();
    const journal = await Journal.open(path, index, true);
    await journal.append(key(2), result(2));
    await journal.close();
    expect((await read(readFileSync(path))).found).toEqual([0, 1, 2, 3, 4]);
    expect(readFileSync(path).length).toBe(whole.bytes.length);
  });

  it("takes no record whose sizes lie, though its checksum fits", async () => {
    const { crc32 } = await import("node:zlib");
    const path = file();
    writeFileSync(path, whole.bytes);
    const lying = Buffer.from(encodeResult(result(9)).buffer);
    const text = lying.toString("latin1").replace('"series":3', '"series":9');
    const body = Buffer.concat([Buffer.from(key(9), "hex"), Buffer.from(text, "latin1")]);
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(body.length, 0);
    prefix.writeUInt32LE(crc32(body), 4);
    const opened = openSync(path, "a");
    writeSync(opened, Buffer.concat([prefix, body]));
    closeSync(opened);
    const { found, state } = await read(readFileSync(path));
    expect([found, state]).toEqual([[0, 1, 2, 3, 4], expect.stringContaining("lost 1 run that was damaged")]);
  });

  it("of another program, or a folder, is refused by name", async () => {
    const path = file();
    writeFileSync(path, "4CBATCH9 and more");
    await expect(Journal.open(path, new Map(), true)).rejects.toThrow(`${path}: is not a journal of this version.`);
    await expect(Journal.open(join(path, ".."), new Map(), true)).rejects.toThrow("cannot be written: it is a folder");
  });
});
