import { polygonArea, polygonContains } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fittedGround, groundOf, inset, parcelTowards } from "../../../src/views/map/ground.ts";

const lattice = (columns: number, rows: number) => ({
  x: Array.from({ length: columns * rows }, (_, k) => k % columns),
  y: Array.from({ length: columns * rows }, (_, k) => Math.floor(k / columns)),
});
type Corners = [number, number][];
const area = (corners: unknown) => Math.abs(polygonArea(corners as Corners));

describe("the ground", () => {
  it("lays the land of communities beside each other as they lie: on a lattice everyone touches the four around", () => {
    const { x, y } = lattice(5, 4);
    const ground = groundOf(x, y, new Array(20).fill(0));
    const corner = (of: readonly [number, number]) => of.map((at) => at.toFixed(3)).join();
    const touch = (a: number, b: number) => {
      const mine = new Set(ground.parcels[a].heart.map(corner));
      return ground.parcels[b].heart.filter((one) => mine.has(corner(one))).length >= 2;
    };
    for (let k = 0; k < 20; k++) {
      if (k % 5 < 4) expect(touch(k, k + 1), `${k} and east of it`).toBe(true);
      if (k < 15) expect(touch(k, k + 5), `${k} and north of it`).toBe(true);
    }
    expect(touch(0, 12)).toBe(false);
    expect(ground.parcels[15].centre[1]).toBeLessThan(ground.parcels[0].centre[1]); // north is above
  });

  it("parts the subdistricts, and is closed around the district", () => {
    const { x, y } = lattice(4, 4);
    const subdistrict = x.map((_, k) => (k < 8 ? 0 : 1));
    const { borders, outline, middles } = groundOf(x, y, subdistrict);
    expect(borders.length).toBeGreaterThanOrEqual(4);
    for (const edge of borders) for (const [, at] of edge) expect(at).toBeCloseTo(-1.5, 0);
    expect([...middles.keys()].sort()).toEqual([0, 1]);
    for (const [id, community] of middles) expect(subdistrict[community]).toBe(id);
    // Every corner of the outline is reached twice: it is closed.
    const ends = new Map<string, number>();
    for (const edge of outline) for (const point of edge) ends.set(point.join(), (ends.get(point.join()) ?? 0) + 1);
    for (const count of ends.values()) expect(count % 2).toBe(0);
  });

  it("gives each of any communities land of its own, which holds its centre and room around it, the same each time", () => {
    const place = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 40 }), (places) => {
        const columns = [0, 1, 2].map((k) => places.map((one) => one[k])) as [number[], number[], number[]];
        const { parcels, middles } = groundOf(...columns);
        expect(parcels.map(({ community }) => community)).toEqual(places.map((_, k) => k));
        for (const { heart: corners, centre, room } of parcels) {
          expect(area(corners)).toBeGreaterThan(0);
          expect(polygonContains(corners as never, centre as never)).toBe(true);
          expect(room).toBeGreaterThan(0);
        }
        for (const { community, centre } of parcels)
          expect(parcels.filter(({ heart }) => polygonContains(heart as never, centre as never)).map((one) => one.community)).toEqual([
            community,
          ]);
        expect(middles.size).toBe(new Set(columns[2]).size);
        expect(groundOf(...columns).parcels).toEqual(parcels);
      }),
      { numRuns: 60 },
    );
  });

  it("fits a drawing with its margin, in one scale for both directions", () => {
    const { x, y } = lattice(7, 3);
    const ground = groundOf(x, y, new Array(21).fill(0));
    const { parcels } = fittedGround(ground, 400, 300, 10);
    const points = parcels.flatMap(({ rings }) => rings.flat());
    for (const [px, py] of points) {
      expect(px).toBeGreaterThanOrEqual(10 - 1e-9);
      expect(px).toBeLessThanOrEqual(390 + 1e-9);
      expect(py).toBeGreaterThanOrEqual(10 - 1e-9);
      expect(py).toBeLessThanOrEqual(290 + 1e-9);
    }
    const scale = Math.sqrt(area(parcels[8].heart) / area(ground.parcels[8].heart));
    expect(parcels[8].room).toBeCloseTo(scale * ground.parcels[8].room, 6);
    expect(fittedGround(groundOf([], [], []), 400, 300, 10).parcels).toEqual([]);
  });

  it("is walked by direction, and land is drawn smaller around its centre", () => {
    const { x, y } = lattice(3, 3);
    const { parcels } = groundOf(x, y, new Array(9).fill(0));
    expect(parcelTowards(parcels, parcels[4], [1, 0])?.community).toBe(5);
    expect(parcelTowards(parcels, parcels[4], [0, -1])?.community).toBe(7); // up is north
    expect(parcelTowards(parcels, parcels[2], [1, 0])).toBeUndefined();
    expect(area(inset(parcels[4], 0.5))).toBeCloseTo(area(parcels[4].heart) / 4, 6);
  });
});
