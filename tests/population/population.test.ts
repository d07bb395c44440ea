import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPopulation } from "../../src/population/index.ts";
import { scenario, small } from "../support/scenarios.ts";

const tenth = await scenario("zhonglou-tenth");
const population = buildPopulation(tenth, "1");
const { residents, communities, households, buildings, workplaces, groups, organizations, branches } = population;
const r = residents.columns;
const shareOf = (test: (i: number) => boolean) => {
  let count = 0;
  for (let i = 0; i < residents.rows; i++) if (test(i)) count++;
  return count / residents.rows;
};

describe("the district at 1:10", () => {
  it("has the residents, communities, villages and organizations of the scenario", () => {
    expect(residents.rows).toBe(65_854);
    expect(communities.rows).toBe(10);
    expect(communities.columns.village.reduce((a, b) => a + b, 0)).toBe(5);
    expect(organizations.rows).toBe(110);
  });

  it("has the age structure, households, employment and membership of the census", () => {
    expect(shareOf((i) => r.age[i] < 15)).toBeCloseTo(0.152, 2);
    expect(shareOf((i) => r.age[i] >= 60)).toBeCloseTo(0.218, 2);
    expect(shareOf((i) => r.age[i] >= 65)).toBeCloseTo(0.162, 2);
    expect(residents.rows / households.rows).toBeCloseTo(2.51, 1);
    expect(shareOf((i) => r.employed[i] === 1)).toBeCloseTo(0.565, 2);
    expect(shareOf((i) => r.member[i] === 1)).toBeCloseTo(0.065, 2);
  });

  it("has members of the ages and the sex of Jiangsu's", () => {
    const members = shareOf((i) => r.member[i] === 1);
    expect(shareOf((i) => r.member[i] === 1 && r.female[i] === 1) / members).toBeCloseTo(0.29, 1);
    expect(shareOf((i) => r.member[i] === 1 && r.age[i] > 60) / members).toBeCloseTo(0.328, 1);
    expect(shareOf((i) => r.member[i] === 1 && r.age[i] <= 35) / members).toBeCloseTo(0.244, 1);
  });

  it("puts every member into a branch, and nobody else", () => {
    for (let i = 0; i < residents.rows; i++) expect(r.member[i] === 1).toBe(r.homeBranch[i] >= 0 || r.workBranch[i] >= 0);
    for (let b = 0; b < branches.rows; b++) {
      expect(branches.columns.members[b]).toBeGreaterThanOrEqual(3);
      expect(branches.columns.members[b]).toBeLessThanOrEqual(50);
    }
  });

  it("gives staff to registered organizations only, skewed, a tenth of them members", () => {
    const o = organizations.columns;
    let [staff, members, registered] = [0, 0, 0];
    for (let g = 0; g < organizations.rows; g++) {
      if (!o.registered[g]) expect(o.staff[g]).toBe(0);
      registered += o.registered[g];
      staff += o.staff[g];
      members += o.members[g];
    }
    expect(registered).toBe(44);
    expect(staff / registered).toBeGreaterThan(6);
    expect(members / staff).toBeGreaterThan(0.05);
    expect(members / staff).toBeLessThan(0.16);
    expect(shareOf((i) => r.organization[i] >= 0)).toBeCloseTo(staff / residents.rows, 10);
  });

  it("counts employees and members of groups as the residents have them", () => {
    const work = new Uint32Array(workplaces.rows);
    const joined = new Uint32Array(groups.rows);
    for (let i = 0; i < residents.rows; i++) {
      if (r.workplace[i] >= 0) work[r.workplace[i]]++;
      for (let k = 0; k < 3; k++) if (r.groups[i * 3 + k] >= 0) joined[r.groups[i * 3 + k]]++;
    }
    expect(work).toEqual(workplaces.columns.residentEmployees.slice(0, workplaces.rows));
    expect(Array.from(joined)).toEqual(Array.from(groups.columns.members.subarray(0, groups.rows)));
  });
});

it("is the same for the same seed and another for another", async () => {
  const of = await small();
  const ages = (seed: string) => Array.from(buildPopulation(of, seed).residents.columns.age);
  expect(ages("a")).toEqual(ages("a"));
  expect(ages("a")).not.toEqual(ages("b"));
});

it("nests residents in households, buildings and communities without gaps, whatever the sizes", async () => {
  const base = await small();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 1.5, max: 4, noNaN: true }),
      (n, c, size) => {
        const p = buildPopulation({ ...base, population: { ...base.population, residents: n, communities: c, householdSize: size } }, "x");
        let next = 0;
        for (let k = 0; k < p.communities.rows; k++) {
          expect(p.communities.columns.firstResident[k]).toBe(next);
          next += p.communities.columns.residents[k];
        }
        expect(next).toBe(n);
        let resident = 0;
        for (let h = 0; h < p.households.rows; h++) {
          expect(p.households.columns.firstResident[h]).toBe(resident);
          expect(p.residents.columns.age[resident]).toBeGreaterThanOrEqual(18); // an adult in every household
          resident += p.households.columns.size[h];
        }
        expect(resident).toBe(n);
        for (let i = 0; i < n; i++) {
          const b = p.residents.columns.building[i];
          expect(p.households.columns.building[p.residents.columns.household[i]]).toBe(b);
          expect(p.buildings.columns.community[b]).toBe(p.residents.columns.community[i]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("has every building of 20-60 households but the last of a community", () => {
  for (let b = 0; b < buildings.rows; b++) {
    const last = b === buildings.rows - 1 || buildings.columns.community[b + 1] !== buildings.columns.community[b];
    if (!last) expect(buildings.columns.households[b]).toBeGreaterThanOrEqual(20);
    expect(buildings.columns.households[b]).toBeLessThanOrEqual(60);
  }
});
