import { expect, it } from "vitest";
import { BuiltDistricts, digest, Simulation, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { scenario, small } from "../support/scenarios.ts";

const digestOf = (simulation: Simulation) => {
  for (let week = 0; week < 9; week++) simulation.step();
  return simulation.digest();
};

it("a district that is copied runs to the same bits as one that is built, whatever ran before", async () => {
  const districts = new BuiltDistricts();
  for (const set of [
    ["seed=a"],
    ["seed=a", "mechanisms.participation.invitations=0.3"], // copied
    ["seed=a", "mechanisms.densityDependence.founding=1", "interventions=[{week: 2, path: partyBuilding, value: off}]"], // copied
    ["seed=b"],
    ["seed=a", "partyBuilding=off"],
    ["seed=a", "partyBuilding=off", "circles.acquaintances=9"],
    ["seed=a", "branches.initialCoverage=0.7"],
    ["seed=a", "organizations.members=0.9"],
  ]) {
    const of = await small(...set);
    const copied = digestOf(Simulation.start(of, mechanisms, { world: World.build(of, { before: districts }) }));
    expect(copied, set.join(" ")).toBe(digestOf(Simulation.start(of, mechanisms)));
  }
});

it("what is kept to be copied is not touched by a run", async () => {
  const districts = new BuiltDistricts();
  const of = await small();
  const fresh = digest(World.build(of, { before: districts }).parts());
  digestOf(Simulation.start(of, mechanisms, { world: World.build(of, { before: districts }) }));
  expect(digest(World.build(of, { before: districts }).parts())).toBe(fresh);
});

it("builds each seed once, whatever comes between", async () => {
  const districts = new BuiltDistricts();
  const seeds = await Promise.all(["a", "b", "c"].map((seed) => small(`seed=${seed}`)));
  for (let arm = 0; arm < 3; arm++) for (const of of seeds) World.build(of, { before: districts });
  expect(districts.builds).toBe(3);
});

it("keeps no more districts than there is room for, and always the last", async () => {
  const districts = new BuiltDistricts();
  const seeds = await Promise.all(
    ["a", "b", "c", "a", "a"].map((seed) => scenario("zhonglou-tenth", `seed=${seed}`, "population.residents=200000")),
  );
  for (const of of seeds) World.build(of, { before: districts });
  expect(districts.builds).toBe(4);
});
