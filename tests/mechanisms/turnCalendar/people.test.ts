import { beforeAll, describe, expect, it } from "vitest";
import { checkTies, measureCircles } from "../../../src/circles/index.ts";
import type { World } from "../../../src/engine/index.ts";
import type { Run } from "../../../src/experiment/index.ts";
import { AGES, ageFlows, ageShares } from "../../../src/population/index.ts";
import { runWeeks, scenario } from "../../support/scenarios.ts";

const YEARS = 40;
const district = await scenario(
  "community",
  `weeks=${YEARS * 52}`,
  "population.residents=4000",
  "population.communities=2",
  "population.timeBankMembers=0.1",
  "organizations.count=20",
);

const mean = (world: World, of: (i: number) => number) => {
  let sum = 0;
  for (let i = 0; i < world.residents.rows; i++) sum += of(i);
  return sum / world.residents.rows;
};

describe("flows of ages", () => {
  it("leave shares of ages as they are: who stays and who comes are those of the next year", () => {
    const shares = ageShares(district.population);
    const { dies, goes, comes } = ageFlows(shares, 0.0065, 7, 0.08);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    for (let a = 0; a + 1 < AGES - 1; a++) {
      const stay = shares[a] * (1 - dies[a]) * 0.92 * (1 - goes[a]);
      expect(stay + comes[a + 1]).toBeCloseTo(shares[a + 1], 12);
      expect(comes[a + 1]).toBeGreaterThanOrEqual(0);
    }
    expect(comes[0]).toBeCloseTo(shares[0], 12); // who is born
  });
});

describe("people", () => {
  let run: Run;
  let before: { age: number; employed: number; members: number; circles: ReturnType<typeof measureCircles> };
  const state = (world: World) => {
    const r = world.residents.columns;
    const population = world as unknown as Parameters<typeof measureCircles>[0];
    return {
      age: mean(world, (i) => r.age[i]),
      employed: mean(world, (i) => r.employed[i]),
      members: mean(world, (i) => r.member[i]),
      circles: measureCircles(population, world.ties),
    };
  };
  beforeAll(() => {
    run = runWeeks(district, 104);
    before = state(run.world);
    while (run.world.week < YEARS * 52) run.step();
  }, 120_000);

  it("come and go while ages, work, membership and the circles of the district stay as they are, for forty years", () => {
    const { world } = run;
    const after = state(world);
    expect(after.age / before.age).toBeCloseTo(1, 1);
    expect(after.employed / before.employed).toBeCloseTo(1, 1);
    expect(after.members / before.members).toBeGreaterThan(0.85);
    expect(after.circles.degreeMean / before.circles.degreeMean).toBeGreaterThan(0.8);
    for (const overlap of ["overlapAcquaintanceIndustry", "overlapPartyAcquaintance"] as const) {
      expect(Math.abs(after.circles[overlap] - before.circles[overlap])).toBeLessThan(0.01);
    }
    // The weave of neighbours and groups at set-up hangs on the few large groups (0.06 to 0.11 by seed) and loosens to 0.03 with any seed.
    expect(after.circles.overlapAcquaintanceInterest).toBeGreaterThan(0.02);
    expect(after.circles.overlapAcquaintanceInterest).toBeLessThan(0.05);
    // Hardly anybody of the start lives where they lived.
    expect(mean(world, (i) => (world.residents.columns.occupant[i] === 0 ? 1 : 0))).toBeLessThan(0.1);
  });

  it("leave nothing behind: every count of groups, workplaces, branches and adults is that of those who are there", () => {
    const { world } = run;
    const r = world.residents.columns;
    const counts = {
      adults: [0, 0],
      groups: new Map<number, number>(),
      units: new Map<number, number>(),
      staff: new Map<number, number>(),
    };
    const count = (of: Map<number, number>, key: number) => key >= 0 && of.set(key, (of.get(key) ?? 0) + 1);
    for (let i = 0; i < world.residents.rows; i++) {
      if (r.age[i] >= 18) counts.adults[r.community[i]]++;
      for (let k = 0; k < 3; k++) count(counts.groups, r.groups[i * 3 + k]);
      count(counts.units, r.workplace[i]);
      count(counts.staff, r.organization[i]);
      if (r.pair[i] >= 0) expect(r.pair[r.pair[i]]).toBe(i);
      if (r.age[i] < 18) expect([r.employed[i], r.workplace[i], r.member[i]]).toEqual([0, -1, 0]);
    }
    expect(counts.adults).toEqual([...world.communities.columns.adults.slice(0, 2)]);
    for (let g = 0; g < world.groups.rows; g++) expect(world.groups.columns.members[g]).toBe(counts.groups.get(g) ?? 0);
    for (let u = 0; u < world.workplaces.rows; u++) expect(world.workplaces.columns.residentEmployees[u]).toBe(counts.units.get(u) ?? 0);
    expect(checkTies(world.ties)).toEqual([]);
  });

  it("every household keeps an adult", () => {
    const { households, residents } = run.world;
    for (let h = 0; h < households.rows; h++) {
      const first = households.columns.firstResident[h];
      const ages = residents.columns.age.subarray(first, first + households.columns.size[h]);
      expect(Math.max(...ages)).toBeGreaterThanOrEqual(18);
    }
  });

  it("who comes in a place is drawn by place and number of occupant, whenever that is", async () => {
    const more = runWeeks({ ...district, weeks: 52 }, 52);
    const later = runWeeks(
      await scenario(
        "community",
        "weeks=52",
        "population.residents=4000",
        "population.communities=2",
        "population.timeBankMembers=0.1",
        "organizations.count=20",
        "mechanisms.people.moving=0.3",
      ),
      52,
    );
    let same = 0;
    const [a, b] = [more.world.residents.columns, later.world.residents.columns];
    for (let i = 0; i < more.world.residents.rows; i++) {
      if (a.occupant[i] !== 1 || b.occupant[i] !== 1 || Math.abs(a.age[i] - b.age[i]) > 1) continue;
      same++;
      expect(a.motivationSetPoint[i]).toBe(b.motivationSetPoint[i]);
    }
    expect(same).toBeGreaterThan(20);
  });
});
