import { describe, expect, it } from "vitest";
import { cornersOf, type Outline } from "../../src/scenario/index.ts";
import { doubleArea, thinned } from "../../src/workbook/thinned.ts";

const STEPS = 200; // of a side

/** Squares of a kilometre beside each other, their sides in small waves that two of them share. */
function waved(columns: number, rows: number): Outline[] {
  const wave = (k: number) => Math.round(12 * Math.sin(k * 0.37) + 5 * Math.sin(k * 1.9));
  const across = (column: number, row: number) =>
    Array.from({ length: STEPS }, (_, k) => [1000 * column + (1000 * k) / STEPS, 1000 * row + (k === 0 ? 0 : wave(k + 7 * row))]);
  const up = (column: number, row: number) =>
    Array.from({ length: STEPS }, (_, k) => [1000 * column + (k === 0 ? 0 : wave(k + 3 * column)), 1000 * row + (1000 * k) / STEPS]);
  const back = (side: number[][], end: number[]) => [end, ...side.slice(1).reverse()];
  return Array.from({ length: columns * rows }, (_, c) => {
    const [x, y] = [c % columns, Math.floor(c / columns)];
    const corner = (dx: number, dy: number) => [1000 * (x + dx), 1000 * (y + dy)];
    return [[...across(x, y), ...up(x + 1, y), ...back(across(x, y + 1), corner(1, 1)), ...back(up(x, y), corner(0, 1))].flat()];
  });
}

const cornersIn = (outlines: readonly (Outline | undefined)[]) => outlines.reduce((sum, one = []) => sum + cornersOf(one), 0);
const areasOf = (outlines: readonly (Outline | undefined)[]) => outlines.map((one) => doubleArea(one?.[0] ?? []) / 2);
const keysOf = (ring: readonly number[]) => ring.flatMap((x, k) => (k % 2 === 0 ? [`${x},${ring[k + 1]}`] : []));

describe("thinned outlines", () => {
  it("are left as they are where there is room", () => {
    const given = waved(2, 2);
    expect(thinned(given, cornersIn(given))).toEqual({ outlines: given, area: 0 });
  });

  it.each([1000, 200, 40])("have %i corners at most, and neighbours still share each corner of their line", (most) => {
    const given = waved(3, 3);
    const { outlines, area } = thinned(given, most) ?? { outlines: [], area: 0 };
    expect(cornersIn(outlines)).toBeLessThanOrEqual(most);
    expect(cornersIn(outlines)).toBeGreaterThan(most / 4);
    expect(area).toBeGreaterThan(0);
    for (const [k, one] of areasOf(outlines).entries()) expect(one / areasOf(given)[k]).toBeCloseTo(1, 1);
    // Around the whole there is no gap and no overlap: what the parts have is what their common edge encloses.
    const edges = new Map<string, number>();
    for (const [ring] of outlines as Outline[])
      for (const [k, key] of keysOf(ring).entries()) {
        const next = keysOf(ring)[(k + 1) % (ring.length / 2)];
        const edge = [key, next].sort().join(" ");
        edges.set(edge, (edges.get(edge) ?? 0) + 1);
      }
    const lone = [...edges].filter(([, count]) => count === 1).flatMap(([edge]) => edge.split(" "));
    for (const corner of lone) {
      const [x, y] = corner.split(",").map(Number);
      expect(Math.min(Math.abs(x), Math.abs(x - 3000), Math.abs(y), Math.abs(y - 3000)), corner).toBeLessThan(20); // at the edge of the whole
    }
  });

  it("lose the smallest islands first, never the last ring of anybody", () => {
    const islands = Array.from({ length: 50 }, (_, k) => [5000 + 40 * k, 0, 5010 + 40 * k, 0, 5000 + 40 * k, 10]);
    const [square] = waved(1, 1);
    const { outlines } = thinned([[...square, ...islands], [[0, -9, 5, -9, 0, -4]], undefined], 300) ?? { outlines: [] };
    expect(outlines.map((one) => one?.length)).toEqual([1, 1, undefined]);
    expect(cornersIn(outlines)).toBeLessThanOrEqual(300);
  });

  it("are not to be had where too many lines meet", () => {
    const plots = Array.from({ length: 100 }, (_, k): Outline => [[10 * k, 0, 10 * k + 10, 0, 10 * k + 10, 10, 10 * k, 10]]);
    expect(thinned(plots, 150)).toBeUndefined();
  });
});
