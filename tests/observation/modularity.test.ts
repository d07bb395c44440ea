import louvain from "graphology-communities-louvain";
import { expect, it } from "vitest";
import { exchangeNetwork } from "../../src/observation/exchangeNetwork.ts";
import { exchangeGraph } from "../../src/observation/index.ts";
import { modularityOf } from "../../src/observation/modularity.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

it("of two pairs is a half", () => {
  expect(modularityOf({ nodes: 4, ends: Uint32Array.of(0, 1, 2, 3) })).toBe(0.5);
});

it("of a network without ties is none", () => {
  expect(modularityOf({ nodes: 3, ends: new Uint32Array(0) })).toBeNaN();
});

it("of an organization network in numbers is that of its graph, to the same bits", async () => {
  const { world } = runWeeks(await scenario("zhonglou-tenth", "population.residents=2000"), 1);
  const { modularity } = louvain.detailed(exchangeGraph(world), { randomWalk: false });
  expect(modularity).toBeGreaterThan(0);
  expect(modularityOf(exchangeNetwork(world))).toBe(modularity);
});
