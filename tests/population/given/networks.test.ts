import { expect, it } from "vitest";
import { buildCircles, measureCircles } from "../../../src/circles/index.ts";
import { buildPopulation } from "../../../src/population/index.ts";
import { type DistrictContent, sealed } from "../../../src/scenario/index.ts";
import { withDistrict } from "../../support/scenarios.ts";

const count = 40;
const content: DistrictContent = {
  communities: [
    { name: "A", subdistrict: 0, residents: 4000 },
    { name: "B", subdistrict: 0, residents: 3000 },
  ],
  subdistricts: ["甲"],
  margins: [],
  organizations: Array.from({ length: count }, (_, k) => ({
    community: k % 2,
    type: k % 4,
    registered: k % 3 > 0,
    staff: k % 3 > 0 ? 2 + (k % 5) : 0,
    members: k % 3 > 0 ? 1 : 0,
    age: 10 * (k + 1),
  })),
  branches: [{ organizations: [1] }, { organizations: [2, 4, 8] }],
  units: [
    { community: 0, kind: 2, employees: 400 },
    { community: 1, employees: 30 },
  ],
  groups: [
    { community: 0, people: Array.from({ length: 30 }, (_, k) => k) },
    { community: 0, people: Array.from({ length: 12 }, (_, k) => 20 + k) },
  ],
  ties: Array.from({ length: 60 }, (_, k) => ({ a: k % count, b: (k * 7 + 1 + (k >= count ? 2 : 0)) % count, strength: 0.8 })).filter(
    ({ a, b }) => a !== b,
  ),
  acquaintances: { asked: 200, mean: 9, variance: 30 },
};

it("builds organizations, branches, workplaces, groups and ties as they are listed", async () => {
  const scenario = await withDistrict(sealed(content));
  const population = buildPopulation(scenario, "1");
  const { organizations, branches, workplaces, groups, residents } = population;
  const o = organizations.columns;
  expect(organizations.rows).toBe(count);
  for (const [g, given] of (content.organizations ?? []).entries()) {
    expect([o.community[g], o.type[g], o.registered[g], o.founded[g]]).toEqual([
      given.community,
      given.type,
      given.registered ? 1 : 0,
      -(given.age ?? 0),
    ]);
    expect([o.staff[g], o.members[g]]).toEqual([given.staff, given.members]);
  }
  const covered = Array.from({ length: count }, (_, g) => o.branch[g]);
  expect(covered.filter((b) => b >= 0)).toHaveLength(4);
  expect(o.branch[2]).toBe(o.branch[8]);
  expect(branches.columns.memberOrganizations[o.branch[4]]).toBe(3);
  expect([workplaces.columns.kind[0], workplaces.columns.kind[1]]).toEqual([2, 1]);
  expect(workplaces.columns.employees[0]).toBeGreaterThanOrEqual(400);
  expect([groups.columns.members[0], groups.columns.members[1]]).toEqual([30, 12]);
  let inBoth = 0;
  for (let i = 0; i < residents.rows; i++) {
    const own = residents.columns.groups.subarray(i * 3, i * 3 + 3);
    if (own.includes(0) && own.includes(1)) inBoth++;
  }
  expect(inBoth).toBe(10);
  const { exchangeTies, ties } = buildCircles(population, scenario, "1");
  const t = exchangeTies.columns;
  const pairs = new Set<string>();
  for (let e = 0; e < exchangeTies.rows; e++)
    if (t.kindA[e] === 5 && t.kindB[e] === 5) pairs.add([t.a[e], t.b[e]].sort((a, b) => a - b).join());
  expect(pairs).toEqual(new Set((content.ties ?? []).map(({ a, b }) => [a, b].sort((x, y) => x - y).join())));
  // Acquaintances are drawn: their mean within 5% of that of those who were asked.
  expect(measureCircles(population, ties).degreeMean / 9).toBeGreaterThan(0.95);
  expect(measureCircles(population, ties).degreeMean / 9).toBeLessThan(1.05);
});
