import { expect, it } from "vitest";
import { profileOf } from "../../../src/experiment/calibration/profile.ts";
import { setupStream } from "../../../src/random/index.ts";

it("finds the least distance along a range under what other parameters add to it", () => {
  const stream = setupStream("profile", "profile");
  const places = Array.from({ length: 2000 }, () => stream.next());
  const distances = places.map((place) => Math.abs(place - 0.75) + stream.next()); // another adds 0 to 1
  const profile = profileOf(places, distances);
  expect(profile.map(({ at }) => at)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(profile.toSorted((a, b) => a.distance - b.distance)[0].at).toBe(0.75);
  for (const { at, distance } of profile.slice(1, 3)) expect(distance).toBeCloseTo(0.75 - at + 0.1, 1);
});

it("is flat where a parameter does not matter", () => {
  const stream = setupStream("flat", "profile");
  const places = Array.from({ length: 2000 }, () => stream.next());
  for (const { distance } of profileOf(
    places,
    places.map(() => stream.next()),
  ))
    expect(distance).toBeCloseTo(0.1, 1);
});
