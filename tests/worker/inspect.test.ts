import { expect, it } from "vitest";
import { DROPPED } from "../../src/engine/index.ts";
import { inspect } from "../../src/worker/inspect.ts";
import { runWeeks, small } from "../support/scenarios.ts";

it("counts as open the matters that the measure counts, not those that were dropped this week", async () => {
  const { world, recorder } = runWeeks(await small("mechanisms.caseQueue.giveUp=4"), 30);
  const { state } = world.matters.columns;
  expect(state.subarray(0, world.matters.rows)).toContain(DROPPED);
  const open = inspect(world, "community", 0)?.facts.find(({ name }) => name.en === "Open matters")?.value;
  expect(open).toBe(recorder.value("matters_open"));
});
