import { expect, it } from "vitest";
import { letterWidth, shortened } from "../../src/views/letters.ts";

it("leaves of a long text what there is room for, with a sign that something is missing, and nothing where two letters do not fit", () => {
  expect(shortened("永红社区", 4)).toBe("永红社区");
  expect(shortened("永红社区居民委员会", 5)).toBe("永红社区…");
  expect(letterWidth(shortened("a name without an end", 6))).toBeLessThanOrEqual(6);
  expect(shortened("永红社区", 1)).toBe("");
});
