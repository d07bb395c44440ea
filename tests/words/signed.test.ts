import { expect, it } from "vitest";
import { signed } from "../../src/words/index.ts";

it.each([
  [5.04, 4.9, 5.2, "+5.04"],
  [5.04, 4, 6, "+5.0"],
  [-0.0123, -0.02, 0.01, "−0.012"],
  [0, -1, 1, "0.0"],
  [0.000123, 0.0001, 0.00015, "+0.000123"],
  [1234.4, 1100, 1370, "+1234"],
  [2.25, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "+2.3"],
])("a difference of %d between %d and %d is written %s", (value, low, high, text) => {
  expect(signed(value, { low, high })).toBe(text);
});
