import { utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import type { KernelTarget } from "../kernels/index.ts";
import { type Column, type ColumnType, columnArrays, type TableSpec } from "../population/index.ts";
import { type BaseScenario, type Said, said, sha256 } from "../scenario/index.ts";
import { type Part, World } from "./world.ts";

/**
 * A checkpoint is a whole world in one piece of bytes:
 *
 *   8 bytes   "4CIRCLES"
 *   4 bytes   length of the header, little-endian
 *   header    JSON: format, program version, scenario, week, rows of the tables, type and length of every column
 *   columns   in the order of the header, each beginning at a multiple of 8
 *   32 bytes  SHA-256 of all that stands before, so that a half-written file is recognized
 */
const bytesToUtf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const MAGIC = "4CIRCLES";
export const CHECKPOINT_FORMAT = 1;

interface Header {
  format: number;
  program: string;
  scenario: BaseScenario;
  week: number;
  rows: Record<string, number>;
  own: { name: string; spec: TableSpec }[];
  columns: { name: string; type: ColumnType; length: number }[];
}

export type Restored = { ok: true; world: World; program: string; extras: Map<string, Column> } | { ok: false; message: Said };

const typeOf = (values: Column): ColumnType =>
  (Object.keys(columnArrays) as ColumnType[]).find((type) => values instanceof columnArrays[type]) as ColumnType;

const aligned = (length: number) => Math.ceil(length / 8) * 8;

/**
 * Writes a world.
 *
 * @param extras  further columns to keep with it, such as what a recorder has observed so far
 */
export function writeCheckpoint(world: World, program: string, extras: readonly Part[] = []): Uint8Array<ArrayBuffer> {
  const parts = [...world.parts(), ...extras.map((part) => ({ ...part, name: `extra.${part.name}` }))];
  const header: Header = {
    format: CHECKPOINT_FORMAT,
    program,
    scenario: { ...world.scenario, interventions: [...world.schedule.interventions] },
    week: world.week,
    rows: Object.fromEntries(world.tables.map((table) => [table.name, table.rows])),
    own: [...world.own.values()].map(({ name, spec }) => ({ name, spec })),
    columns: parts.map(({ name, values }) => ({ name, type: typeOf(values), length: values.length })),
  };
  const json = utf8ToBytes(JSON.stringify(header));
  const start = aligned(12 + json.length);
  const length = parts.reduce((sum, { values }) => sum + aligned(values.byteLength), start);
  const bytes = new Uint8Array(length + 32);
  bytes.set(utf8ToBytes(MAGIC));
  new DataView(bytes.buffer).setUint32(8, json.length, true);
  bytes.set(json, 12);
  let at = start;
  for (const { values } of parts) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += aligned(values.byteLength);
  }
  bytes.set(sha256(bytes.subarray(0, length)), length);
  return bytes;
}

/**
 * Reads a world back, to the bit. What is wrong with the bytes is returned, not thrown.
 *
 * @param kernels  what runs kernels, where it can be had
 */
export function readCheckpoint(bytes: Uint8Array, kernels?: KernelTarget | undefined): Restored {
  if (bytes.length < 44 || bytesToUtf8(bytes.subarray(0, 8)) !== MAGIC) {
    return { ok: false, message: said("isNoCheckpoint") };
  }
  const end = bytes.length - 32;
  const sum = sha256(bytes.subarray(0, end));
  if (sum.some((byte, i) => byte !== bytes[end + i])) {
    return { ok: false, message: said("isDamaged", { bytes: bytes.length }) };
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true);
  const header = readHeader(bytes.subarray(12, Math.min(end, 12 + headerLength)));
  if (header === undefined) return { ok: false, message: said("hasNoHeader") };
  const version = header.program;
  if (header.format !== CHECKPOINT_FORMAT) {
    return { ok: false, message: said("hasFormat", { format: String(header.format), expected: CHECKPOINT_FORMAT, version }) };
  }
  const sizes = header.columns.map(({ type, length }) => length * columnArrays[type].BYTES_PER_ELEMENT);
  const start = aligned(12 + headerLength);
  const expected = sizes.reduce((sum, size) => sum + aligned(size), start);
  if (expected !== end) {
    return { ok: false, message: said("hasBytes", { bytes: end - start, expected: expected - start }) };
  }
  const columns = new Map<string, Column>();
  let at = start;
  header.columns.forEach(({ name, type }, k) => {
    columns.set(name, new columnArrays[type](bytes.slice(at, at + sizes[k]).buffer));
    at += aligned(sizes[k]);
  });
  const extras = new Map<string, Column>();
  for (const [name, values] of columns) if (name.startsWith("extra.")) extras.set(name.slice(6), values);
  try {
    const world = World.restore(header.scenario, header.week, header.rows, header.own, columns, kernels);
    return { ok: true, world, program: header.program, extras };
  } catch (error) {
    // Another version keeps other columns, and a header may lie.
    return { ok: false, message: said("holdsNoDistrict", { message: (error as Error).message, version }) };
  }
}

const whole = z.int().min(0);
const headerSchema = z.object({
  format: z.unknown(),
  program: z.string(),
  scenario: z.looseObject({
    seed: z.string(),
    weeks: whole,
    interventions: z.array(z.looseObject({ week: whole, path: z.string() })),
    mechanisms: z.record(z.string(), z.unknown()),
  }),
  week: whole,
  rows: z.record(z.string(), whole),
  own: z.array(z.object({ name: z.string(), spec: z.record(z.string(), z.unknown()) })),
  columns: z.array(z.object({ name: z.string(), type: z.enum(Object.keys(columnArrays) as [ColumnType]), length: whole })),
});

/** The header of a checkpoint; undefined if it is none. */
function readHeader(bytes: Uint8Array): Header | undefined {
  try {
    const header: unknown = JSON.parse(bytesToUtf8(bytes));
    // As it was written, keys in their order: a scenario is compared by its text.
    return headerSchema.safeParse(header).success ? (header as Header) : undefined;
  } catch {
    return undefined; // no JSON
  }
}
