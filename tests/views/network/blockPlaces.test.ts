import { describe, expect, it } from "vitest";
import { heightOfBlocks, placesOf } from "../../../src/views/network/blockPlaces.ts";
import { network } from "../../support/network.ts";

const all = [0, 0, 0, 1, 1, 2, 2, 2, 2, 0, 1];

describe("places in blocks", () => {
  it("stay the same whoever has closed, and however ties go", () => {
    const before = placesOf(network({ communities: all, ties: [] }), 800, 500);
    const after = placesOf(network({ communities: all, ties: [[0, 3, 1]], closed: [1, 5] }), 800, 500);
    expect([...after.x]).toEqual([...before.x]);
    expect([...after.y]).toEqual([...before.y]);
  });

  it("keep discs apart and inside the block of their community", () => {
    const data = network({ communities: Array.from({ length: 60 }, (_, k) => k % 3), ties: [] });
    const { x, y, r, block, blocks } = placesOf(data, 900, 600);
    for (let a = 0; a < 60; a++) {
      const home = blocks[block[a]];
      expect(home.id).toBe(a % 3);
      expect(Math.hypot(x[a] - home.x, y[a] - home.y)).toBeLessThan(home.r);
      for (let b = 0; b < a; b++) expect(Math.hypot(x[a] - x[b], y[a] - y[b])).toBeGreaterThan(1.6 * r);
    }
  });

  it("take no more height than they can fill, so that nothing is left empty on a phone", () => {
    const data = network({ communities: Array.from({ length: 40 }, (_, k) => k % 8), ties: [] });
    const height = heightOfBlocks(data, 340, 560);
    expect(height).toBeLessThan(320);
    const low = placesOf(data, 340, height);
    const high = placesOf(data, 340, 560);
    expect(low.r).toBeCloseTo(high.r, 1); // as large as with room to spare
    expect(heightOfBlocks(data, 3000, 560)).toBe(560);
  });

  it("fold to subdistricts above 24 communities, and open one", () => {
    const ever = new Array(30).fill(2);
    const data = { ...network({ communities: [0, 1, 29], ties: [], ever }), subdistrict: ever.map((_, c) => c % 5) };
    expect(placesOf(data, 800, 500).blocks.map(({ id, subdistrict }) => [id, subdistrict])).toEqual(
      [0, 1, 2, 3, 4].map((id) => [id, true]),
    );
    const open = placesOf(data, 800, 500, 1);
    expect(open.blocks.map(({ id }) => id)).toEqual([1, 6, 11, 16, 21, 26]);
    expect([...open.block].slice(0, 3).map((block) => block >= 0)).toEqual([false, true, false]);
  });

  it("leave the names of ten communities room beside each other on a low stage", () => {
    const communities = Array.from({ length: 40 }, (_, k) => k % 10);
    const x = [0, 1, 2, 3, 0.5, 1.5, 2.5, 3.5, 0, 1].map((at) => at * 1000);
    const y = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2].map((at) => at * 1000);
    const { blocks } = placesOf({ ...network({ communities, ties: [] }), x, y }, 608, 230);
    const NAME = { width: 86, height: 15 }; // “Community 6” in letters of 12.5 pixels
    const top = (k: number) => blocks[k].y - blocks[k].r;
    for (let a = 0; a < 10; a++)
      for (let b = 0; b < a; b++)
        if (Math.abs(top(a) - top(b)) < NAME.height) expect(Math.abs(blocks[a].x - blocks[b].x), `${a} ${b}`).toBeGreaterThan(NAME.width);
    for (const { x, r } of blocks) expect(x - Math.max(r, NAME.width / 2) >= 0 && x + Math.max(r, NAME.width / 2) <= 608).toBe(true);
  });
});
