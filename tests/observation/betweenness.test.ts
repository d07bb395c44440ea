import theirs from "graphology-metrics/centrality/betweenness.js";
import { expect, it } from "vitest";
import { betweenness } from "../../src/observation/betweenness.ts";
import { exchangeNetwork, type Network } from "../../src/observation/exchangeNetwork.ts";
import { exchangeGraph } from "../../src/observation/index.ts";
import { runWeeks, scenario, small } from "../support/scenarios.ts";

const path = (nodes: number): Network => ({ nodes, ends: Uint32Array.from({ length: 2 * (nodes - 1) }, (_, h) => (h + 1) >> 1) });

const { world } = runWeeks(await small(), 1);

it("is the number of ordered pairs that a node of a path lies between", () => {
  expect([...betweenness(world, path(5))]).toEqual([0, 2 * 3, 2 * 4, 2 * 3, 0]);
});

it("of an organization network is what another library finds", async () => {
  const { world } = runWeeks(await scenario("zhonglou-tenth", "population.residents=2000"), 1);
  const others = Object.values(theirs(exchangeGraph(world), { normalized: false, getEdgeWeight: null }));
  expect(Math.max(...others)).toBeGreaterThan(1000);
  betweenness(world, exchangeNetwork(world)).forEach((value, v) => {
    expect(value / 2).toBeCloseTo(others[v], 6);
  });
});

it("of a large network is estimated from some nodes, at a bounded cost", () => {
  const exact = betweenness(world, path(1001));
  const some = betweenness(world, path(1001), 100 * 2000);
  const share = (of: Float64Array) => Math.max(...of) / of.reduce((a, b) => a + b, 0);
  expect(share(some)).toBeCloseTo(share(exact), 4);
  expect(betweenness(world, path(200_000), 1).length).toBe(200_000);
});
