import fc from "fast-check";
import { expect, it } from "vitest";
import { buildPopulation, contradictionsOf, type Population } from "../../../src/population/index.ts";
import { type DistrictContent, sealed } from "../../../src/scenario/index.ts";
import { withDistrict } from "../../support/scenarios.ts";

const count = ({ residents }: Population, is: (i: number) => boolean): number => {
  let all = 0;
  for (let i = 0; i < residents.rows; i++) if (is(i)) all++;
  return all;
};

/** Within 1%, or a person or two. */
const near = (value: number, wanted: number) => expect(Math.abs(value - wanted)).toBeLessThanOrEqual(Math.max(2, 0.01 * wanted));

const communities: DistrictContent["communities"] = [
  { name: "A", subdistrict: 0, residents: 5120, households: 2000, elders: 1400, children: 600, members: 400 },
  { name: "B", subdistrict: 0, residents: 4800, households: 1500, elders: 700, children: 900, members: 211 },
  { name: "C 村", subdistrict: 1, residents: 1203, households: 400, village: true },
  { name: "D", subdistrict: 1, residents: 301, estates: [1, 0, 0], workers: 7, sites: 33 },
];
const content: DistrictContent = {
  communities,
  subdistricts: ["甲", "乙"],
  margins: [
    { of: "age", female: false, from: 0, to: 14, value: 900 },
    { of: "age", female: true, from: 0, to: 14, value: 800 },
    { of: "age", female: true, from: 60, to: 95, value: 1400 },
    { of: "owners", value: 0.6 },
    { of: "owners", community: 0, value: 0.9 },
    { of: "employed", community: 0, value: 2700 },
    { of: "employed", value: 5700 },
  ],
};

it("meets the margins of communities and of the district within 1%", async () => {
  const scenario = await withDistrict(sealed(content));
  const { missed, crowded } = contradictionsOf(scenario);
  expect([missed, crowded]).toEqual([[], []]);
  const population = buildPopulation(scenario, "1");
  const { residents, households, communities: places } = population;
  const r = residents.columns;
  expect(residents.rows).toBe(11_424);
  for (const [k, one] of communities.entries()) {
    expect(count(population, (i) => r.community[i] === k)).toBe(one.residents);
    const homes = Array.from({ length: households.rows }, (_, h) => h).filter(
      (h) => r.community[households.columns.firstResident[h]] === k,
    );
    if (one.households) expect(homes).toHaveLength(one.households);
    expect(homes.reduce((sum, h) => sum + households.columns.size[h], 0)).toBe(one.residents);
    for (const h of homes) expect(r.age[households.columns.firstResident[h]]).toBeGreaterThanOrEqual(18);
    if (one.elders)
      near(
        count(population, (i) => r.community[i] === k && r.age[i] >= 60),
        one.elders,
      );
    if (one.children)
      near(
        count(population, (i) => r.community[i] === k && r.age[i] < 15),
        one.children,
      );
    if (one.members) expect(count(population, (i) => r.community[i] === k && r.member[i] === 1)).toBe(one.members);
    const owning = homes.filter((h) => r.owner[households.columns.firstResident[h]]).length / homes.length;
    expect(owning).toBeCloseTo(k === 0 ? 0.9 : 0.6, 2);
  }
  near(
    count(population, (i) => r.age[i] < 15 && r.female[i] === 0),
    900,
  );
  near(
    count(population, (i) => r.age[i] < 15 && r.female[i] === 1),
    800,
  );
  near(
    count(population, (i) => r.age[i] >= 60 && r.female[i] === 1),
    1400,
  );
  expect(count(population, (i) => r.community[i] === 0 && r.employed[i] === 1)).toBe(2700);
  near(
    count(population, (i) => r.community[i] === 1 && r.employed[i] === 1),
    (5700 * 4800) / 11_424,
  );
  expect(Array.from(places.columns.village.subarray(0, 4))).toEqual([0, 0, 1, 0]);
  expect(places.columns.staff[3]).toBe(7);
  expect(places.columns.siteHours[3]).toBe(33);
  expect(count(population, (i) => r.community[i] === 3 && r.estate[i] !== 0)).toBe(0);
});

it("names margins that contradict each other, and builds the district all the same", async () => {
  const scenario = await withDistrict(
    sealed({
      communities: [
        { name: "A", subdistrict: 0, residents: 1000, elders: 600, households: 390, children: 300 },
        { name: "B", subdistrict: 0, residents: 1000, elders: 100, members: 50 },
      ],
      subdistricts: ["甲"],
      margins: [
        { of: "age", from: 60, to: 95, value: 300 },
        { of: "employed", community: 1, value: 990 },
      ],
    }),
  );
  const { missed, crowded } = contradictionsOf(scenario);
  expect(missed.map(({ community, from }) => [community, from])).toContainEqual([-1, 60]);
  expect(crowded).toMatchObject([{ community: 1, what: "employed" }]);
  expect(buildPopulation(scenario, "1").residents.rows).toBe(2000);
});

it("keeps the shares where the district is built of another size", async () => {
  const scenario = await withDistrict(sealed(content), ["population.residents=22848"]);
  const population = buildPopulation(scenario, "1");
  const r = population.residents.columns;
  near(
    count(population, (i) => r.community[i] === 0),
    10_240,
  );
  near(
    count(population, (i) => r.community[i] === 0 && r.age[i] >= 60),
    2800,
  );
  near(
    count(population, (i) => r.community[i] === 0 && r.member[i] === 1),
    800,
  );
});

it("meets whatever elders and children communities have, where nothing else is given", async () => {
  const anyCommunity = fc
    .record({
      residents: fc.integer({ min: 200, max: 2000 }),
      elders: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
      children: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
    })
    .map(({ residents, elders, children }) => ({
      residents,
      subdistrict: 0,
      elders: Math.round(residents * elders),
      children: Math.round(residents * children),
    }));
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommunity, { minLength: 1, maxLength: 4 }), async (given) => {
      const district = sealed({ communities: given.map((one, k) => ({ ...one, name: `c${k}` })), subdistricts: ["甲"], margins: [] });
      const population = buildPopulation(await withDistrict(district), "1");
      const r = population.residents.columns;
      for (const [k, { elders, children }] of given.entries()) {
        near(
          count(population, (i) => r.community[i] === k && r.age[i] >= 60),
          elders,
        );
        near(
          count(population, (i) => r.community[i] === k && r.age[i] < 15),
          children,
        );
      }
    }),
    { numRuns: 20 },
  );
});
