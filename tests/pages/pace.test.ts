import { expect, it } from "vitest";
import { secondsLeft } from "../../src/pages/laboratory/pace.ts";

it("the time left follows from the runs of this time, not from those found", () => {
  expect(secondsLeft({ done: 12, found: 10, total: 20, since: 1000 }, 5000)).toBe(16);
  expect(secondsLeft({ done: 10, found: 10, total: 20, since: 1000 }, 5000)).toBeUndefined();
});
