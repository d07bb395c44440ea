import { expect, it } from "vitest";
import { ORGANIZATION, type World } from "../../../src/engine/index.ts";
import { only, runWeeks, scenario } from "../../support/scenarios.ts";

const turnover = only("exchangeTurnover");

/** Ties among organizations, as a pair of rows each. */
function partners({ exchangeTies: { rows, columns: t } }: World): Set<string> {
  const pairs = Array.from({ length: rows }, (_, e) => e)
    .filter((e) => t.kindA[e] === ORGANIZATION && t.kindB[e] === ORGANIZATION)
    .map((e) => [t.a[e], t.b[e]].sort((a, b) => a - b).join(" "));
  return new Set(pairs);
}

it("organizations keep their number of partners over forty years of which nobody exchanges anything", async () => {
  const of = await scenario("zhonglou-tenth", "population.residents=3000", "population.communities=4", "organizations.count=200");
  const count = (years: number) => partners(runWeeks(of, 52 * years, turnover).world).size / 200;
  const [early, late] = [count(6), count(40)];
  expect(late / early).toBeGreaterThan(0.85);
  expect(late / early).toBeLessThan(1.15);
  expect(early / count(0)).toBeGreaterThan(0.75); // nor is the start far from where they come to
  expect(early / count(0)).toBeLessThan(1.75);
});

it("20 to 40% of ties end in a year", async () => {
  const of = await scenario("zhonglou-tenth", "population.residents=3000", "population.communities=4", "organizations.count=200");
  const before = partners(runWeeks(of, 520, turnover).world);
  const after = partners(runWeeks(of, 572, turnover).world);
  const ended = [...before].filter((pair) => !after.has(pair)).length / before.size;
  expect(ended).toBeGreaterThan(0.2);
  expect(ended).toBeLessThan(0.4);
});

it("an organization that has all others for partners finds no more", async () => {
  const of = await scenario(
    "community",
    "population.residents=600",
    "organizations.count=5",
    "mechanisms.exchangeTurnover.partner=1",
    "mechanisms.exchangeTurnover.strengthKept=1",
  );
  expect(partners(runWeeks(of, 104, turnover).world).size).toBe(10);
});
