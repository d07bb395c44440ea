import { expect, it } from "vitest";
import { buildCircles } from "../../src/circles/index.ts";
import { buildPopulation } from "../../src/population/index.ts";
import { exchangeTiesTwice } from "../support/exchangeTiesTwice.ts";
import { runWeeks, scenario, small } from "../support/scenarios.ts";

it("no two have more than one tie, and nobody one with itself, at the start", async () => {
  const of = await scenario("zhonglou-tenth", "population.residents=3000", "organizations.count=300", "circles.partners=6");
  const population = buildPopulation(of, "1");
  expect(exchangeTiesTwice(buildCircles(population, of, "1").exchangeTies)).toEqual([]);
});

it.each([
  ["who seek each other", ["mechanisms.exchangeTurnover.partner=1"]],
  ["whom a community finds far and wide", ["mechanisms.matching.beyond=1", "mechanisms.matching.partners=1", "population.communities=4"]],
  [
    "whom the programme brings together",
    [
      "organizations.members=0.6",
      "mechanisms.jointProjects.rate=50",
      "mechanisms.liaisonOfficers.ties=20",
      "mechanisms.administrativeDrive.initiative=0.5",
      "mechanisms.administrativeDrive.minimumMembers=12",
    ],
  ],
])("no two have more than one tie after two years, among those %s", async (_, set) => {
  const { world } = runWeeks(await small("organizations.count=40", ...set), 104);
  expect(world.exchangeTies.rows).toBeGreaterThan(60);
  expect(exchangeTiesTwice(world.exchangeTies)).toEqual([]);
});
