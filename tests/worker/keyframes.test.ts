import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { densityFrame } from "../../src/worker/densityFrame.ts";
import { peopleFrame } from "../../src/worker/frames.ts";
import { EVERY, Keyframes, keyframe } from "../../src/worker/keyframes.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const WEEKS = 24;
const scenario = await small("population.residents=2000", "organizations.count=20");
const SIZE = (residents: number) => residents * 6;

describe("keyframes of residents", () => {
  const run = Run.start(scenario, mechanisms);
  const n = run.world.residents.rows;
  const keyframes = new Keyframes();
  const few = new Keyframes(4 * SIZE(n));
  const people: ReturnType<typeof peopleFrame>[] = [];
  const density: ReturnType<typeof densityFrame>[] = [];
  const look = () => {
    keyframes.observe(run.world);
    few.observe(run.world);
    people[run.world.week] = peopleFrame(run.world, 0);
    density[run.world.week] = densityFrame(run.world, "participation", 60);
  };
  look();
  while (run.world.week < WEEKS) {
    run.step();
    look();
  }

  it("change nothing: the run is the same to the bit without them", () => {
    expect(run.stateDigest()).toBe(runWeeks(scenario, WEEKS).stateDigest());
  });

  it("show residents in a week of the past as they were then", () => {
    const kept = keyframes.nearest(9);
    expect(kept?.week).toBe(8);
    const { motivation, ...then } = peopleFrame(run.world, 0, kept);
    const { motivation: truly, ...was } = people[8];
    expect(then).toEqual(was);
    for (const [k, value] of motivation.entries()) expect(Math.abs(value - truly[k])).toBeLessThanOrEqual(0.002001); // steps of 1/250
    expect(densityFrame(run.world, "participation", 60, kept)).toEqual(density[8]);
  });

  it("keep within their memory, first and last always, the oldest thinned out first", () => {
    expect(keyframes.all().map(({ week }) => week)).toEqual(Array.from({ length: WEEKS / EVERY + 1 }, (_, k) => k * EVERY));
    expect(few.all().map(({ week }) => week)).toEqual([0, 8, 16, 24]);
    const { state, motivation, circles } = keyframe(run.world);
    expect(state.byteLength + motivation.byteLength + circles.byteLength).toBe(SIZE(n));
  });

  it("forget what comes after a week to which the run goes back", () => {
    keyframes.forgetAfter(10);
    expect(keyframes.all().at(-1)?.week).toBe(8);
  });
});
