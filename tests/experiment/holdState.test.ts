import { describe, expect, it } from "vitest";
import { defineMechanism, Simulation, World } from "../../src/engine/index.ts";
import { endsOf, hold, holding, nameOf, states } from "../../src/experiment/holdState.ts";
import { scenario } from "../support/scenarios.ts";

const town = ["population.residents=1500", "population.communities=1", "organizations.count=8"];
const state = (name: string) => {
  const found = states.find((one) => nameOf(one) === name);
  if (!found) throw new Error(`${name} is no state`);
  return found;
};

describe("a state held at one end of its distribution", () => {
  it("is the same for all, at the tenth or the ninetieth percentile", async () => {
    const world = World.build(await scenario("community", ...town));
    const sorted = Array.from(world.residents.columns.motivation).sort((a, b) => a - b);
    const motivation = state("residents.motivation");
    hold(world, motivation, "high", endsOf(world, motivation));
    expect(new Set(world.residents.columns.motivation)).toEqual(new Set([sorted[Math.floor(0.9 * sorted.length)]]));
  });

  it("trades bad for good experience where it is trust, and makes none", async () => {
    const world = World.build(await scenario("community", ...town));
    const trust = state("residents.trustCommunity");
    const { trustCommunity } = world.residents.columns;
    const before = trustCommunity[0] + trustCommunity[1];
    hold(world, trust, "one", endsOf(world, trust));
    expect(trustCommunity[0] + trustCommunity[1]).toBeCloseTo(before, 4);
    expect(trustCommunity[0]).toBeGreaterThan(trustCommunity[1]);
  });

  it("goes to both ends of its scale where all are alike, and to both ends at once where agents are held apart", async () => {
    const world = World.build(await scenario("community", ...town));
    const campaign = state("communities.campaign");
    expect(endsOf(world, campaign)).toEqual([{ low: 0, high: 1 }]);
    const legitimacy = state("organizations.legitimacy");
    const [{ low, high }] = endsOf(world, legitimacy);
    hold(world, legitimacy, "apart", [{ low, high }]);
    expect([...world.organizations.columns.legitimacy.slice(0, 4)]).toEqual([low, high, low, high]);
  });
});

it("is found held by whoever reads it, though its law writes it anew before", async () => {
  const seen: number[] = [];
  const common = { rows: [], scope: "district", every: "week", parameters: {}, measures: [] } as const;
  const sheet = { equation: "", symbols: {}, source: "", departures: "none", draws: "none" };
  const words = { title: { en: "x", zh: "x" }, summary: { en: "x", zh: "x" }, specification: sheet };
  const law = defineMechanism({
    ...common,
    ...words,
    id: "law",
    phase: "organizationsDivideHours",
    reads: [],
    writes: ["communities.paperwork"],
    step: ({ communities }) => communities.columns.paperwork.fill(0.5),
  });
  const reader = defineMechanism({
    ...common,
    ...words,
    id: "reader",
    phase: "casesAreWorked",
    reads: ["communities.paperwork"],
    writes: [],
    step: ({ communities }) => seen.push(communities.columns.paperwork[0]),
  });
  const world = World.build(await scenario("community", ...town));
  const simulation = Simulation.start(world.scenario, [law, reader], { world });
  simulation.step(holding(world, state("communities.paperwork"), "one", [law, reader]));
  simulation.step();
  expect(seen).toEqual([1, 0.5]);
});
