import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

type Header = Record<string, unknown> & {
  columns: { name: string; type: string; length: number }[];
  rows: Record<string, number>;
  scenario: Record<string, unknown>;
};

const bytes = runWeeks(await small(), 3).checkpoint("0.0.1");
const headerLength = new DataView(bytes.buffer).getUint32(8, true);
const body = (length: number) => Math.ceil((12 + length) / 8) * 8;

/** The same checkpoint with another header or other columns, and a checksum that is right. */
function sealed(lie: (header: Header, columns: Buffer) => void): Uint8Array {
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as Header;
  const columns = Buffer.from(bytes.slice(body(headerLength), bytes.length - 32));
  lie(header, columns);
  const json = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(body(json.length));
  bytes.slice(0, 8).forEach((byte, k) => {
    start[k] = byte;
  });
  start.writeUInt32LE(json.length, 8);
  json.copy(start, 12);
  const whole = Buffer.concat([start, columns]);
  return new Uint8Array(Buffer.concat([whole, createHash("sha256").update(whole).digest()]));
}

const said = (from: Uint8Array): string => {
  const resumed = Run.resume(from, mechanisms);
  return resumed.ok ? "" : tellSaid("en", resumed.message);
};

/** Where a column lies among the columns. */
function placeOf({ columns }: Header, name: string): number {
  const wide: Record<string, number> = { u8: 1, u16: 2, i16: 2, u32: 4, i32: 4, f32: 4, f64: 8 };
  let at = 0;
  for (const column of columns) {
    if (column.name === name) return at;
    at += Math.ceil((column.length * wide[column.type]) / 8) * 8;
  }
  throw new Error(name);
}

describe("a checkpoint", () => {
  it("that says the truth is read", () => {
    expect(said(sealed(() => {}))).toBe("");
  });

  it.each<[string, (header: Header, columns: Buffer) => void, RegExp]>([
    [
      "another version kept another column",
      (h) => ((h.columns.find(({ name }) => name === "residents.age") as { name: string }).name = "residents.years"),
      /residents.age .*Use version 0.0.1/,
    ],
    ["a table has more rows than it says", (h) => h.rows.residents--, /Use version 0.0.1/],
    [
      "ties are missing",
      (h) => ((h.columns.find(({ name }) => name === "ties.core") as { name: string }).name = "ties.kore"),
      /ties are not those/,
    ],
    ["somebody is tied to nobody", (h, columns) => columns.writeUInt32LE(4e9, placeOf(h, "ties.neighbors")), /ties are not those/],
    [
      "accounts are missing",
      (h) => ((h.columns.find(({ name }) => name === "ledger.workplace") as { name: string }).name = "ledger.firm"),
      /ledger.workplace/,
    ],
    ["a size is a lie", (h) => h.columns[0].length++, /its header names/],
    ["a size is huge", (h) => (h.columns[0].length = 2 ** 52), /its header names/],
    ["a type is unknown", (h) => (h.columns[0].type = "u128"), /header that cannot be read/],
    ["the week is none", (h) => (h.week = -4), /header that cannot be read/],
    ["the week is another", (h) => (h.week = 4_000_000_000), /does not hold what this version observes/],
    ["the scenario is none", (h) => (h.scenario = {}), /header that cannot be read/],
    ["a mechanism is unknown to it", (h) => delete (h.scenario.mechanisms as Record<string, unknown>).trust, /no parameters of trust/],
    [
      "the measures are others",
      (h) => ((h.columns.find(({ name }) => name === "extra.matters") as { name: string }).name = "extra.cases"),
      /does not hold what this version observes/,
    ],
    ["the format is another", (h) => (h.format = 99), /format 99/],
  ])("is refused with the reason where %s", (_what, lie, reason) => {
    expect(said(sealed(lie))).toMatch(reason);
  });

  it("is read or refused, and never throws, whatever its header says", () => {
    const value = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null), fc.constant([]), fc.constant({}));
    fc.assert(
      fc.property(
        fc.constantFrom("format", "program", "scenario", "week", "rows", "own", "columns"),
        value,
        fc.boolean(),
        (key, next, inside) => {
          const lie = sealed((header) => {
            const at = header[key];
            if (inside && typeof at === "object" && at !== null) {
              const part = at as Record<string, unknown>;
              const [first] = Object.keys(part);
              if (first !== undefined) part[first] = next;
            } else (header as Record<string, unknown>)[key] = next;
          });
          expect(typeof said(lie)).toBe("string");
        },
      ),
      { numRuns: 60 },
    );
  });
});
