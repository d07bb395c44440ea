import { expect, it } from "vitest";
import { named } from "../../src/cli/named.ts";

const known = ["alpha", "beta", "gamma"];

it("is all where nothing is given, and keeps the known order", () => {
  expect(named([], known, "x")).toEqual(known);
  expect(named(["gamma", "alpha"], known, "x")).toEqual(["alpha", "gamma"]);
});

it("refuses a name that is not known, and says which one is near, or which there are", () => {
  expect(() => named(["betta"], known, "dead-ends: --of")).toThrow(/^dead-ends: --of: there is no betta\. .*beta/);
  expect(() => named(["quite other"], known, "ablation: --of")).toThrow("alpha, beta, gamma");
});
