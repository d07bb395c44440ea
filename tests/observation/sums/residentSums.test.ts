import { expect, it } from "vitest";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { summedMonthly } from "../../../src/observation/index.ts";

it("sums by the month what no mechanism moves but in the week that ends a month", () => {
  for (const column of summedMonthly) {
    const writers = mechanisms.filter(({ writes }) => writes.includes("residents") || writes.includes(`residents.${column}`));
    expect(writers.length, column).toBeGreaterThan(0);
    for (const { id, every, inWeek, leave } of writers) expect([id, every, inWeek, leave]).toEqual([id, "month", 0, undefined]);
  }
});
