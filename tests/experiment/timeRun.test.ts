import { expect, it } from "vitest";
import { secondsOf, timeRun } from "../../src/experiment/index.ts";
import { small } from "../support/scenarios.ts";

/** A clock on which 100 ms pass from each look to the next. */
const clock = () => {
  let time = 0;
  return () => (time += 100);
};

it("a run is timed by a short trial: what it takes to build, and a week of those after the first", async () => {
  const scenario = await small("weeks=208");
  expect(timeRun(scenario, clock())).toEqual({ build: 100, week: 100 });
  expect(timeRun({ ...scenario, weeks: 1 }, clock())).toEqual({ build: 100, week: 100 });
});

it("runs take as long as those that stand one behind the other", () => {
  expect(secondsOf({ build: 500, week: 20 }, { runs: 5, weeks: 100, lanes: 2 })).toBe(7.5);
});
