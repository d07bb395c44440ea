import fc from "fast-check";
import { expect, it } from "vitest";
import { FreeRanges } from "../../src/kernels/freeRanges.ts";
import { apart, type Column, columnArrays, joinMemory, openMemory } from "../../src/kernels/index.ts";

const types = Object.keys(columnArrays) as (keyof typeof columnArrays)[];

it("columns of one memory are zero at first, overlap nowhere and keep their values while it grows and room is given back", () => {
  const steps = fc.array(fc.record({ type: fc.constantFrom(...types), length: fc.oneof(fc.nat(300), fc.nat(200_000)), drop: fc.nat(3) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (list) => {
      const memory = openMemory();
      let live: { values: Column; mark: number }[] = [];
      let mark = 0;
      for (const { type, length, drop } of list) {
        const values = memory.column<Column>(columnArrays[type], length);
        expect(memory.holds(values)).toBe(true);
        expect(values.length).toBe(length);
        expect(values.every((value) => value === 0)).toBe(true);
        mark = (mark % 100) + 1;
        values.fill(mark);
        live.push({ values, mark });
        if (drop === 0) {
          const gone = live.shift();
          if (gone) memory.giveBack(gone.values);
        }
      }
      for (const { values, mark: own } of live) expect(values.every((value) => value === own)).toBe(true);
      live = [];
      memory.release(); // what comes next begins with memory that was written to
    }),
    { numRuns: 60 },
  );
});

it("a world that ends leaves its memory to the next one, so that any number of them take no more than one", () => {
  const reserved = new Set<ArrayBufferLike>();
  for (let world = 0; world < 1000; world++) {
    const memory = openMemory();
    const values = memory.column(Float64Array, 1000);
    reserved.add(values.buffer);
    expect(values[0]).toBe(0);
    values.fill(world + 1);
    memory.release();
  }
  expect(reserved.size).toBeLessThanOrEqual(3);
});

it("room that is given back serves columns to come", () => {
  const memory = openMemory();
  const before = memory.column(Float64Array, 4096);
  const at = before.byteOffset;
  memory.giveBack(before);
  expect(memory.column(Uint8Array, 32_768).byteOffset).toBe(at);
});

it("another thread holds the columns that came while the memory grew", () => {
  const memory = openMemory();
  const other = joinMemory(memory.seat());
  const values = memory.column(Uint8Array, 300_000_000); // more than one step
  expect(other.holds(other.received(values))).toBe(true);
});

it("another thread sees the same columns, and takes room of its own beside them", () => {
  const memory = openMemory();
  const sent = memory.column(Int32Array, 10);
  const other = joinMemory(memory.seat());
  const seen = other.received(sent);
  sent[3] = 7;
  expect(seen[3]).toBe(7);
  const theirs = other.column(Float64Array, 1_000_000).fill(1);
  const mine = memory.column(Float64Array, 1_000_000).fill(2);
  expect(theirs.every((value) => value === 1)).toBe(true);
  expect(mine.every((value) => value === 2)).toBe(true);
  memory.release();
});

it("columns apart are copies of their own", () => {
  const values = Float32Array.of(1, 2);
  const copy = apart.copy(values);
  copy[0] = 3;
  expect([...values, ...copy]).toEqual([1, 2, 3, 2]);
});

it("ranges that are free join their neighbours", () => {
  const free = new FreeRanges();
  free.add(10, 5);
  free.add(20, 5);
  expect(free.take(6)).toBe(-1);
  free.add(15, 5);
  expect(free.take(15)).toBe(10);
  expect(free.take(1)).toBe(-1);
});
