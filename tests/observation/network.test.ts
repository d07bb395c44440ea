import { expect, it } from "vitest";
import { measureExchange } from "../../src/observation/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

it("the top twentieth of a network holds at least as much of its betweenness as the top hundredth, and no more than all", async () => {
  const { world } = runWeeks(await small("organizations.count=60"), 8);
  const { hubShare, hubShareOfTwentieth } = measureExchange(world);
  expect(hubShareOfTwentieth).toBeGreaterThan(hubShare); // three of some sixty nodes against one
  expect(hubShareOfTwentieth).toBeLessThanOrEqual(1);
});
