import { expect, it } from "vitest";
import { buildCircles } from "../../src/circles/index.ts";
import { COMMUNITY, ORGANIZATION } from "../../src/engine/index.ts";
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

it("a community knows at the start its own organizations and whom they lead to in three steps from partner to partner, and no others", async () => {
  const of = await scenario("zhonglou-tenth", "population.residents=3000", "organizations.count=300");
  const population = buildPopulation(of, "1");
  const { rows, columns: t } = buildCircles(population, of, "1").exchangeTies;
  const { community } = population.organizations.columns;
  const ties = Array.from({ length: rows }, (_, e) => e).filter((e) => t.kindB[e] === ORGANIZATION);
  const partnersOf = (g: number) =>
    ties.filter((e) => t.kindA[e] === ORGANIZATION && (t.a[e] === g || t.b[e] === g)).map((e) => (t.a[e] === g ? t.b[e] : t.a[e]));
  for (let c = 0; c < population.communities.rows; c++) {
    const own = Array.from(community.keys()).filter((g) => g < population.organizations.rows && community[g] === c);
    const near = own.flatMap(partnersOf);
    const far = near.flatMap(partnersOf);
    const expected = new Set([...own, ...near, ...far, ...far.flatMap(partnersOf)]);
    const known = ties.filter((e) => t.kindA[e] === COMMUNITY && t.a[e] === c).map((e) => t.b[e]);
    expect(known.sort((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b));
  }
});

it("ties of partners are at the start of all strengths from that of a new one down to the breaking point of one that nobody uses", async () => {
  const of = await scenario("zhonglou-tenth", "population.residents=3000", "organizations.count=1000");
  const { strengthKept, broken } = of.mechanisms.exchangeTurnover as { strengthKept: number; broken: number };
  const { rows, columns: t } = buildCircles(buildPopulation(of, "1"), of, "1").exchangeTies;
  const partners = Array.from({ length: rows }, (_, e) => e).filter((e) => t.kindA[e] === ORGANIZATION && t.kindB[e] === ORGANIZATION);
  const ages = partners.map((e) => -1 - t.since[e]);
  for (const [k, e] of partners.entries()) expect(t.strength[e]).toBeCloseTo(0.5 * strengthKept ** (ages[k] / 52), 6);
  const last = (52 * Math.log(broken / 0.5)) / Math.log(strengthKept);
  // As old as the law leaves them: each age as likely as any other.
  for (const part of [0.25, 0.5, 0.75]) {
    expect(ages.filter((age) => age < part * last).length / ages.length).toBeCloseTo(part, 1);
  }
  expect(Math.max(...ages)).toBeLessThan(last);
});

it("an organization that is founded is known in its community from the start, as those are that were there", async () => {
  const { world } = runWeeks(await small("organizations.count=20", "mechanisms.densityDependence.founding=0.5"), 104);
  const { exchangeTies, organizations } = world;
  const t = exchangeTies.columns;
  const known = new Set(
    Array.from({ length: exchangeTies.rows }, (_, e) => e).map((e) => `${t.kindA[e]} ${t.a[e]} ${t.kindB[e]} ${t.b[e]}`),
  );
  const founded = Array.from({ length: organizations.rows }, (_, g) => g).filter(
    (g) => organizations.columns.founded[g] >= 0 && organizations.columns.alive[g],
  );
  expect(founded.length).toBeGreaterThan(3);
  for (const g of founded) expect(known).toContain(`${COMMUNITY} ${organizations.columns.community[g]} ${ORGANIZATION} ${g}`);
});
