import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kernelTargets, openMemory } from "../../src/kernels/index.ts";
import {
  Draws,
  drawKey,
  philox4x32,
  philoxBlock,
  philoxOneByOne,
  philoxRange,
  setupStream,
  streamAt,
  unit,
} from "../../src/random/index.ts";

describe("Philox4x32-10", () => {
  const vectors: [number[], number[], string][] = [
    [[0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    [[-1, -1, -1, -1], [-1, -1], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ];
  it.each(vectors)("gives the Random123 vector for counter %j and key %j", (c, k, expected) => {
    const out = new Uint32Array(4);
    philox4x32(out, c[0], c[1], c[2], c[3], k[0], k[1]);
    expect([...out].map((word) => word.toString(16).padStart(8, "0")).join(" ")).toBe(expected);
  });
});

it("ranges of Philox blocks made in WebAssembly are those made one by one", () => {
  for (const [from, to] of [
    [0, 5000],
    [0x7ffffffe, 0x80000003],
    [7, 7],
  ]) {
    const [fast, plain] = [new Uint32Array(4 * (to - from)), new Uint32Array(4 * (to - from))];
    philoxRange(fast, from, to, -1, 0x9e3779b9, 0xffffffff, 0x80000000, 22);
    philoxOneByOne(plain, from, to, -1, 0x9e3779b9, 0xffffffff, 0x80000000, 22);
    expect(fast.every((word, k) => word === plain[k])).toBe(true);
  }
  expect(philoxRange).not.toBe(philoxOneByOne);
});

it("single Philox blocks made in WebAssembly are those of the specification, at the ends of the range too", () => {
  const word = fc.oneof(fc.integer(), fc.nat(0xffffffff), fc.constantFrom(0, -1, 0xffffffff, 0x80000000, 2 ** 32, 2 ** 40 + 3));
  fc.assert(
    fc.property(fc.tuple(word, word, word, word, word, word), (of) => {
      const [fast, plain] = [new Uint32Array(4), new Uint32Array(4)];
      philoxBlock(fast, ...of);
      philox4x32(plain, ...of);
      expect(fast).toEqual(plain);
    }),
  );
  expect(philoxBlock).not.toBe(philox4x32);
});

describe("Draws", () => {
  const draws = new Draws(drawKey("1"), "test");

  it("depend on their key alone, not on their order", () => {
    const forward = Array.from({ length: 100 }, (_, i) => draws.uniform(i, i % 7));
    const backward = Array.from({ length: 100 }, (_, i) => draws.uniform(99 - i, (99 - i) % 7)).reverse();
    expect(backward).toEqual(forward);
    expect(new Draws(drawKey("1"), "other").uniform(0)).not.toBe(forward[0]);
    expect(new Draws(drawKey("2"), "test").uniform(0)).not.toBe(forward[0]);
  });

  it("do not depend on who asked before: in a row, backwards, with gaps, in another week", () => {
    const reference = (i: number) => new Draws(drawKey("1"), "test").uniform(i, 0);
    const order = [...Array(300).keys(), 1000, 1001, 1004, 1008, 1012, 999, 5, ...Array.from({ length: 40 }, (_, k) => 80 - 2 * k)];
    for (const i of order) expect(draws.uniform(i, 0), `agent ${i}`).toBe(reference(i));
    draws.week = 1;
    const later = draws.uniform(5, 0);
    draws.week = 0;
    expect(draws.uniform(5, 0)).toBe(reference(5));
    expect(later).not.toBe(reference(5));
  });

  it("are the same for a range of agents at once as one by one", () => {
    const [from, to] = [0x7fffff00, 0x80000200];
    for (const [week, block] of [
      [0, 0],
      [519, 3],
    ]) {
      draws.week = week;
      const words = new Uint32Array(4 * (to - from));
      draws.fill(words, from, to, block);
      for (let i = from; i < to; i++) {
        for (let k = block === 0 ? 1 : 0; k < 4; k++) {
          const word = words[4 * (i - from) + k];
          if (word !== draws.uint32(i, 4 * block + k)) expect.fail(`agent ${i}, block ${block}, word ${k}, week ${week}`);
          if (unit(word) !== draws.uniform(i, 4 * block + k)) expect.fail(`uniform of agent ${i}`);
        }
      }
    }
    const first = new Uint32Array(to - from);
    draws.fillFirst(first, from, to);
    for (let i = from; i < to; i++) if (first[i - from] !== draws.uint32(i, 0)) expect.fail(`agent ${i}, draw 0`);
    expect(() => draws.fillFirst(first, 1, 8)).toThrow("Begin at a multiple of 4");
    expect(() => draws.fill(new Uint32Array(7), 10, 12)).toThrow("7 places for agents 10 to 11; they need 8");
    draws.week = 0;
  });

  it.each(kernelTargets)("are the same for agents who are listed, and for a range in the memory of a world (%s)", (target) => {
    const memory = openMemory(target);
    const there = new Draws(drawKey("1"), "test", memory);
    for (const rows of [0, 1, 4, 27]) {
      const agents = memory.copy(Uint32Array.from({ length: rows }, (_, row) => row * 0x9e3779b9));
      const [one, three] = [there.listed(agents, rows), there.listed(agents, rows, 2, 3)];
      agents.forEach((i, row) => {
        for (const draw of [1, 2, 3]) expect(one.uniform(row, draw)).toBe(draws.uniform(i, draw));
        for (let draw = 8; draw < 20; draw++) expect(three.uniform(row, draw)).toBe(draws.uniform(i, draw));
        expect(three.below(row, 9, 13)).toBe(draws.below(i, 9, 13));
        for (const p of [0, 0.5, 1]) expect(three.chance(row, i, p, 8)).toBe(draws.chance(i, p, 8));
      });
      const once = there.once(5, 5 + rows);
      for (let i = 5; i < 5 + rows; i++) expect(once.uniform(i)).toBe(draws.uniform(i));
    }
    memory.release();
  });

  it.each([0.3, 4, 29, 100, 1500])("are Poisson with mean and variance %d", (mean) => {
    const n = 20_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = draws.poisson(i, mean);
      sum += x;
      squares += x * x;
    }
    const m = sum / n;
    expect(Math.abs(m - mean)).toBeLessThan(5 * Math.sqrt(mean / n));
    expect(Math.abs(squares / n - m * m - mean)).toBeLessThan(5 * Math.sqrt((mean + 2 * mean * mean) / n) + 0.01);
  });

  it("are uniform by chi-square in 100 cells", () => {
    const cells = new Array(100).fill(0);
    for (let i = 0; i < 100_000; i++) cells[Math.floor(draws.uniform(i, 1) * 100)]++;
    const chi2 = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(170); // 99 degrees of freedom: P about 1e-5
  });
});

describe("set-up streams", () => {
  it("are named: one never shifts another, and an empty seed is refused", () => {
    const a = setupStream("1", "a");
    a.next();
    expect(setupStream("1", "b").next()).toBe(setupStream("1", "b").next());
    expect(() => setupStream("", "a")).toThrow("seed");
  });

  it("go on from where another stood, to the same numbers", () => {
    fc.assert(
      fc.property(fc.nat(50), (drawn) => {
        const stream = setupStream("1", "a");
        for (let k = 0; k < drawn; k++) stream.next();
        const other = streamAt(stream.alea.slice());
        expect(Array.from({ length: 20 }, () => other.next())).toEqual(Array.from({ length: 20 }, () => stream.next()));
      }),
    );
  });

  it("draw Beta(2, 3) with mean 0.4 and variance 0.04", () => {
    const stream = setupStream("1", "beta");
    const values = Array.from({ length: 20_000 }, () => stream.beta(2, 3));
    const mean = values.reduce((s, x) => s + x, 0) / values.length;
    expect(mean).toBeCloseTo(0.4, 2);
    expect(values.reduce((s, x) => s + (x - mean) ** 2, 0) / values.length).toBeCloseTo(0.04, 2);
  });
});
