import { describe, expect, it } from "vitest";
import { fourCircles, type Seat, Seats } from "../../src/views/index.ts";

const around = ({ x, y }: Seat) => fourCircles.filter((one) => Math.hypot(x - one.x, y - one.y) < one.r).map(({ circle }) => circle);

describe("seats in the four circles", () => {
  it("lie in the circles asked for and in no other, and every circle has room for 32", () => {
    const seats = new Seats();
    for (const { circle } of fourCircles) for (let k = 0; k < 32; k++) expect(around(seats.take([circle]) as Seat)).toEqual([circle]);
    for (const pair of [
      ["party", "acquaintance"],
      ["interest", "industry"],
      ["party", "interest"],
      ["acquaintance", "industry"],
    ] as const)
      expect(around(seats.take(pair) as Seat)).toEqual(pair);
  });

  it("of two opposite circles lie in the first of them", () => {
    expect(around(new Seats().take(["acquaintance", "interest"]) as Seat)).toEqual(["acquaintance"]);
  });

  it("stand apart from one another", () => {
    const seats = new Seats();
    const taken = fourCircles.flatMap(({ circle }) => Array.from({ length: 30 }, () => seats.take([circle]) as Seat));
    for (const [k, a] of taken.entries()) for (const b of taken.slice(0, k)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(37);
  });

  it("run out, and then there is none", () => {
    const seats = new Seats();
    let count = 0;
    while (seats.take(["party"])) count++;
    expect(count).toBeGreaterThanOrEqual(32);
    expect(seats.take(["party"])).toBeUndefined();
  });
});
