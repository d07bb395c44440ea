import { expect, it } from "vitest";
import { TimeLeft } from "../../src/cli/timeLeft.ts";

it("tells the time that is left by what each lane does an hour, but for its first run, which is slow", () => {
  const left = new TimeLeft(2, 1200);
  left.done(0, 100, 60_000); // a minute, where the others take ten seconds
  left.done(1, 100, 70_000);
  expect(left.seconds).toBeNaN();
  left.done(0, 100, 70_000);
  expect(left.seconds).toBeNaN(); // nothing is known of the other lane
  left.done(1, 50, 80_000);
  // 100 and 50 weeks in ten seconds each, and 850 weeks to go
  expect(left.seconds).toBeCloseTo(850 / 15, 9);
  left.found(400);
  expect(left.seconds).toBeCloseTo(450 / 15, 9);
});

it("tells nothing of a lane that has done one run alone", () => {
  const left = new TimeLeft(1, 10);
  expect(left.seconds).toBeNaN();
  left.done(0, 5, 1000);
  expect(left.seconds).toBeNaN();
});
