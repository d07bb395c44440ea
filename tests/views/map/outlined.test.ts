import { describe, expect, it } from "vitest";
import { fittedGround } from "../../../src/views/map/ground.ts";
import { liesOn, outlinedGround, roomiest } from "../../../src/views/map/outlined.ts";

/** A rectangle with its land to the left, metres to the east and to the north. */
const box = (west: number, south: number, wide: number, tall = wide) => [
  west,
  south,
  west + wide,
  south,
  west + wide,
  south + tall,
  west,
  south + tall,
];
const hole = (west: number, south: number, wide: number) => {
  const corners = box(west, south, wide);
  return [0, 3, 2, 1].flatMap((k) => corners.slice(2 * k, 2 * k + 2));
};
const ground = (outlines: (number[][] | undefined)[], subdistrict: number[] = outlines.map(() => 0), placed = false) =>
  outlinedGround(
    { outlines, placed },
    outlines.map((_, k) => 100 * k),
    outlines.map(() => 0),
    subdistrict,
  );
const length = (edges: readonly (readonly [readonly number[], readonly number[]])[]) =>
  edges.reduce((sum, [[ax, ay], [bx, by]]) => sum + Math.hypot(bx - ax, by - ay), 0);

describe("land within boundaries", () => {
  it("has the north above and the east to the right, in one scale for both, at any size", () => {
    const [south, north, east] = [[box(0, 0, 1000)], [box(0, 1000, 1000)], [box(1000, 0, 1000, 500)]];
    const { parcels } = fittedGround(ground([south, north, east]), 500, 800, 20);
    expect(parcels[1].centre[1]).toBeLessThan(parcels[0].centre[1]);
    expect(parcels[2].centre[0]).toBeGreaterThan(parcels[0].centre[0]);
    const corners = parcels.flatMap(({ rings }) => rings.flat());
    expect([Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))]).toEqual([20, 480]);
    const [[left, bottom], , [right, top]] = parcels[0].rings[0];
    expect(right - left).toBeCloseTo(230, 9);
    expect(bottom - top).toBeCloseTo(230, 9);
  });

  it("lies over larger land, whatever row it has", () => {
    const outlines = [[box(400, 400, 100)], [box(0, 0, 1000)], [box(300, 300, 300)]];
    expect(ground(outlines).order).toEqual([1, 2, 0]);
  });

  it("leaves out what a hole surrounds, and takes in what lies in the hole", () => {
    const [{ rings }] = ground([[box(0, 0, 1000), hole(200, 200, 600), box(400, 400, 200)]]).parcels;
    const on = (x: number, y: number) => liesOn(rings, [x, -y]);
    expect([on(100, 500), on(300, 500), on(500, 500), on(900, 900), on(1100, 500)]).toEqual([true, false, true, true, false]);
    expect(on(700, 700)).toBe(false);
  });

  it("is written on where there is most room: beside a hole, in the wide part of a bend", () => {
    const beside = ground([[box(0, 0, 1000, 400), hole(50, 50, 300)]]).parcels[0];
    expect(beside.room).toBeGreaterThan(0.95 * 200);
    expect(beside.centre[0]).toBeGreaterThan(500);
    const bend = [[0, 0, 1000, 0, 1000, 100, 300, 100, 300, 1000, 0, 1000]];
    const { centre, room, heart, rings } = ground([bend]).parcels[0];
    expect(room).toBeGreaterThan(0.95 * 150);
    expect(room).toBeLessThanOrEqual(176);
    expect(centre[0]).toBeLessThan(200);
    for (const at of heart) expect(liesOn(rings, [(at[0] + centre[0]) / 2, (at[1] + centre[1]) / 2])).toBe(true);
    expect(
      roomiest([
        [
          [0, 0],
          [100_000, 0],
          [100_000, 1],
          [0, 1],
        ],
      ]).room,
    ).toBeLessThanOrEqual(0.5); // a needle ends too
  });

  it("has a border between subdistricts and an edge around all, though boundaries do not fit to the metre", () => {
    const outlines = [[box(0, 0, 1000)], [box(1002, -1, 1000)], [box(0, 1001, 1000)], [box(1001, 1002, 1000)]];
    const { borders, outline } = ground(outlines, [0, 0, 1, 1]);
    expect(length(borders)).toBeCloseTo(4000, -2); // from both sides
    for (const [from, to] of borders) expect([from[1], to[1]].every((y) => Math.abs(y + 1000) < 10)).toBe(true);
    expect(length(outline)).toBeCloseTo(8000, -2);
    expect(ground([[box(0, 0, 1000), hole(400, 400, 200)], [box(400, 400, 200)]], [0, 1]).borders).toHaveLength(8);
  });

  it("is a lot where no boundary is given: at its position, or below all where nobody knows it", () => {
    const outlines = [[box(0, 0, 1000)], undefined, [box(1000, 0, 1000)], undefined];
    const at = ground(outlines, [0, 0, 0, 0], true);
    expect(at.parcels[1].centre).toEqual([100, -0]);
    expect(at.order.slice(2)).toEqual([1, 3]);
    const aside = ground(outlines);
    for (const k of [1, 3]) for (const [, y] of aside.parcels[k].rings[0]) expect(y).toBeGreaterThan(0);
    const [one, other] = [aside.parcels[1], aside.parcels[3]];
    expect(Math.hypot(one.centre[0] - other.centre[0], one.centre[1] - other.centre[1])).toBeGreaterThan(one.room + other.room);
    expect(liesOn(aside.parcels[1].rings, aside.parcels[1].centre)).toBe(true);
  });

  it("is drawn around positions where no boundary is given at all", () => {
    const { parcels, order } = ground([undefined, undefined, undefined]);
    expect(order).toEqual([0, 1, 2]);
    expect(parcels.every(({ room }) => room > 0)).toBe(true);
  });
});
