import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addTie,
  buildCircles,
  checkTies,
  circleTargets,
  hasTie,
  measureCircles,
  placeOf,
  type Ties,
  tiesFromPairs,
} from "../../src/circles/index.ts";
import { dropTie } from "../../src/circles/ties.kernel.ts";
import { buildPopulation } from "../../src/population/index.ts";
import { scenario, small } from "../support/scenarios.ts";

/**
 * Not met: groups of median 15 in the number that the policy aims at cannot hold a tenth of adults and still overlap
 * with acquaintance by a twentieth; the generator comes to 0.04.
 */
const unmet = ["overlapAcquaintanceInterest"];

describe("the circles of the district at 1:10", async () => {
  const of = await scenario("zhonglou-tenth");
  const population = buildPopulation(of, "1");
  const { ties } = buildCircles(population, of, "1");
  const measured = measureCircles(population, ties);
  it.each(Object.entries(circleTargets).filter(([name]) => !unmet.includes(name)))("keep %s within %j", (name, band) => {
    expect(measured[name as keyof typeof measured]).toBeGreaterThanOrEqual(band[0]);
    expect(measured[name as keyof typeof measured]).toBeLessThanOrEqual(band[1]);
  });
  it("are undirected, without loops or repetitions", () => expect(checkTies(ties)).toEqual([]));

  it("have the overlap as a dial at the same number of ties", async () => {
    const parted = await scenario("zhonglou-tenth", "circles.overlap=0", "circles.close=0.85");
    const apart = measureCircles(population, buildCircles(population, parted, "1").ties);
    expect(apart.degreeMean / measured.degreeMean).toBeGreaterThan(0.95);
    expect(apart.degreeMean / measured.degreeMean).toBeLessThan(1.05);
    expect(apart.overlapAcquaintanceInterest).toBeLessThan(measured.overlapAcquaintanceInterest / 4);
    expect(apart.overlapPartyAcquaintance).toBeLessThan(measured.overlapPartyAcquaintance / 4);
  });
});

describe("ties", () => {
  const ring = (n: number) =>
    tiesFromPairs(
      n,
      Uint32Array.from({ length: n }, (_, i) => i),
      Uint32Array.from({ length: n }, (_, i) => (i + 1) % n),
      n,
    );

  it("joined by hand into a ring have two each, no triangle, and stand in both rows", async () => {
    const ties = ring(600);
    expect(Array.from(ties.degree)).toEqual(new Array(600).fill(2));
    const measured = measureCircles(buildPopulation(await small(), "1"), ties);
    expect(measured.degreeMean).toBe(2);
    expect(measured.degreeVarianceRatio).toBe(0);
    expect(measured.clustering).toBe(0);
    expect(hasTie(ties, 0, 599)).toBe(true);
    expect(hasTie(ties, 0, 300)).toBe(false);
  });

  it("leave out repetitions and loops", () => {
    const ties = tiesFromPairs(3, Uint32Array.of(0, 1, 0, 2), Uint32Array.of(1, 0, 1, 2), 4);
    expect(Array.from(ties.degree)).toEqual([1, 1, 0]);
  });

  it("stand in rows in the order of whom they lead to, each once at both ends, whatever the pairs", () => {
    const some = fc.record({ n: fc.integer({ min: 1, max: 80 }), pairs: fc.array(fc.tuple(fc.nat(79), fc.nat(79)), { maxLength: 300 }) });
    fc.assert(
      fc.property(some, ({ n, pairs }) => {
        const [a, b] = [0, 1].map((end) => Uint32Array.from(pairs, (pair) => pair[end] % n));
        const ties = tiesFromPairs(n, a, b, pairs.length);
        const known = Array.from({ length: n }, () => new Set<number>());
        pairs.forEach((_, e) => {
          if (a[e] === b[e]) return;
          known[a[e]].add(b[e]);
          known[b[e]].add(a[e]);
        });
        const rows = known.map((_, i) => Array.from(ties.neighbors.subarray(ties.offsets[i], ties.offsets[i] + ties.degree[i])));
        expect(rows).toEqual(known.map((others) => [...others].sort((x, y) => x - y)));
        expect(checkTies(ties)).toEqual([]);
      }),
    );
  });

  it("refuse a resident who does not exist", () => {
    expect(() => tiesFromPairs(3, Uint32Array.of(0), Uint32Array.of(3), 1)).toThrow(
      "pair 0 joins 0 and 3, but there are 3 residents (0-2)",
    );
  });

  const drop = (ties: Ties, i: number, j: number) => dropTie(ties.offsets, ties.degree, ties.neighbors, ties.core, i, placeOf(ties, i, j));

  it("stay sound under any changes, and remember exactly what was joined and parted", () => {
    const change = fc.record({ add: fc.boolean(), i: fc.nat(19), j: fc.nat(19) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const ties = ring(20);
        const expected = new Set<string>(Array.from({ length: 20 }, (_, i) => [i, (i + 1) % 20].sort((a, b) => a - b).join()));
        for (const { add, i, j } of changes) {
          const key = [i, j].sort((a, b) => a - b).join();
          if (add) {
            if (addTie(ties, i, j, 1)) expected.add(key);
          } else if (hasTie(ties, i, j)) {
            drop(ties, i, j);
            drop(ties, j, i);
            expected.delete(key);
          }
        }
        expect(checkTies(ties)).toEqual([]);
        for (let i = 0; i < 20; i++) for (let j = i + 1; j < 20; j++) expect(hasTie(ties, i, j)).toBe(expected.has(`${i},${j}`));
      }),
    );
  });
});
