import { expect, it } from "vitest";
import { buildCircles } from "../../src/circles/index.ts";
import type { World } from "../../src/engine/index.ts";
import { buildPopulation } from "../../src/population/index.ts";
import { runWeeks, scenario, small } from "../support/scenarios.ts";

/** Ties of the organization network that stand twice between the same two, or lead from one to itself. */
function repeated({ rows, columns: t }: Pick<World["exchangeTies"], "rows" | "columns">): string[] {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let e = 0; e < rows; e++) {
    const ends = [`${t.kindA[e]}:${t.a[e]}`, `${t.kindB[e]}:${t.b[e]}`];
    const pair = ends.sort().join(" ");
    if (ends[0] === ends[1] || seen.has(pair)) wrong.push(pair);
    seen.add(pair);
  }
  return wrong;
}

it("no two have more than one tie, and nobody one with itself, at the start", async () => {
  const of = await scenario("zhonglou-tenth", "population.residents=3000", "organizations.count=300", "circles.partners=6");
  const population = buildPopulation(of, "1");
  expect(repeated(buildCircles(population, of, "1").exchangeTies)).toEqual([]);
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
      "mechanisms.administrativePromotion.initiative=0.5",
      "mechanisms.administrativePromotion.minimumMembers=12",
    ],
  ],
])("no two have more than one tie after two years, among those %s", async (_, set) => {
  const { world } = runWeeks(await small("organizations.count=40", ...set), 104);
  expect(world.exchangeTies.rows).toBeGreaterThan(60);
  expect(repeated(world.exchangeTies)).toEqual([]);
});
