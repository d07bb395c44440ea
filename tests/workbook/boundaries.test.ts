import { expect, it } from "vitest";
import type { Place } from "../../src/workbook/boundaries.ts";
import { type GivenFile, readDistrict } from "../../src/workbook/index.ts";
import { shiftOf } from "../../src/workbook/shift.ts";
import { file, places } from "../support/workbooks.ts";

const names = ["永红社区", "西林社区", "东头村", "清潭社区"];
/** Near Changzhou, in degrees. */
const centres: Place[] = [
  [119.94, 31.76],
  [119.96, 31.76],
  [119.94, 31.78],
  [119.96, 31.78],
];
const HALF = 0.008; // of a side, degrees

const square = ([x, y]: Place): Place[] => [
  [x - HALF, y - HALF],
  [x - HALF, y + HALF],
  [x + HALF, y + HALF],
  [x + HALF, y - HALF],
  [x - HALF, y - HALF],
];
const feature = (properties: object, ring: unknown, type = "Polygon") => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates: type === "MultiPolygon" ? [[ring]] : [ring] },
});
const collection = (features: readonly unknown[]) => file("boundaries.geojson", JSON.stringify({ type: "FeatureCollection", features }));
const squares = (at: readonly Place[], named: readonly string[] = names) =>
  collection(at.map((centre, k) => feature({ name: named[k] }, square(centre))));

const bareTable = file("communities.csv", ["社区,常住人口", ...names.map((name) => `${name},3000`)].join("\n"));
const placedTable = (at: readonly Place[]) =>
  file("communities.csv", ["社区,常住人口,经度,纬度", ...names.map((name, k) => `${name},3000,${at[k].join()}`)].join("\n"));

const moved = (by: (at: Place) => Place): Place[] => centres.map((at) => [at[0] + by(at)[0], at[1] + by(at)[1]]);
const metresOfDegrees = (latitude: number): Place => [111_195 * Math.cos((latitude * Math.PI) / 180), 111_195];

async function remarksOf(...files: GivenFile[]) {
  const { remarks } = await readDistrict(files);
  return places(remarks);
}

it("joins polygons to communities by their names and takes the middle of each for its position", async () => {
  const turned = [2, 0, 3, 1];
  const { district, remarks, boundaries, lines } = await readDistrict([
    bareTable,
    squares(
      turned.map((k) => centres[k]),
      turned.map((k) => ` ${names[k]}（示意） `),
    ),
  ]);
  expect(remarks).toEqual([]);
  expect(boundaries?.features).toHaveLength(4);
  const [east, north] = metresOfDegrees(31.76).map((metres) => 0.02 * metres);
  for (const [k, [x, y]] of [
    [0, 0],
    [east, 0],
    [0, north],
    [east, north],
  ].entries()) {
    const [a, b] = district?.communities[k].at ?? [Number.NaN, Number.NaN];
    expect(Math.abs(a - x), names[k]).toBeLessThan(3);
    expect(Math.abs(b - y), names[k]).toBeLessThan(3);
  }
  expect(lines).toContainEqual({ quantity: "places", standing: "derived", of: [4, 4], from: "boundaries" });
});

it("has the same positions whichever way a ring is wound, closed or not, as a polygon or as several", async () => {
  const atOf = async (table: GivenFile) => (await readDistrict([bareTable, table])).district?.communities.map(({ at }) => at);
  const expected = await atOf(squares(centres));
  expect(expected?.every((at) => at !== undefined)).toBe(true);
  const of = (ring: (at: Place) => unknown, type?: string) =>
    collection(centres.map((at, k) => feature({ 名称: names[k] }, ring(at), type)));
  expect(await atOf(of((at) => square(at).reverse()))).toEqual(expected);
  expect(await atOf(of((at) => square(at).slice(1)))).toEqual(expected);
  expect(await atOf(of(square, "MultiPolygon"))).toEqual(expected);
  expect(await atOf(of((at) => square(at).map((corner) => [...corner, 12])))).toEqual(expected);
  const corners = centres.flatMap((at, k) =>
    square(at)
      .slice(1)
      .map((corner) => `${names[k]},${corner.join()}`),
  );
  expect(await atOf(file("boundaries.csv", ["社区,经度,纬度", ...corners].join("\n")))).toEqual(expected);
});

it("refuses what holds no boundaries, with the file and what to do", async () => {
  const circle = (many: number) => Array.from({ length: many }, (_, k) => [120 + Math.cos(k) / 100, 31 + Math.sin(k) / 100]);
  const faulty: [GivenFile, string][] = [
    [file("boundaries.geojson", "{"), "isNoGeoJson"],
    [file("boundaries.geojson", "null"), "isNoGeoJson"],
    [file("boundaries.geojson", '{"type":"Topology","objects":{}}'), "isNoGeoJson"],
    [collection(Array(2001).fill(feature({ name: names[0] }, square(centres[0])))), "isNoGeoJson"],
    [collection([]), "hasNoPolygons"],
    [
      collection([null, 3, feature({}, square(centres[0])), { properties: 3, geometry: { type: "Polygon", coordinates: [] } }]),
      "hasNoPolygons",
    ],
    [collection([{ ...feature({ name: names[0] }, []), geometry: { type: "MultiPolygon", coordinates: [] } }]), "hasNoPolygons"],
    [collection([feature({ name: names[0] }, centres[0], "Point")]), "hasNoPolygons"],
    [collection([feature({ name: names[0] }, square([500_000, 3_500_000]))]), "hasNoPolygons"], // metres
    [collection([feature({ name: names[0] }, [["119", "31"], null, []])]), "hasNoPolygons"],
    [collection([feature({ name: names[0] }, circle(500_001))]), "isTooDetailed"],
  ];
  for (const [given, code] of faulty) {
    const { district, remarks } = await readDistrict([bareTable, given]);
    expect(places(remarks)).toEqual([`fault boundaries.geojson ${code}`]);
    expect(remarks[0].remedy?.code).toBe("saveAsGeoJson");
    expect(district).toBeUndefined();
  }
});

it("says which features are left out and how many communities have no boundary", async () => {
  const some = centres.slice(0, 3).map((at, k) => feature({ name: names[k] }, square(at)));
  const { district, remarks } = await readDistrict([bareTable, collection([...some, feature({}, square(centres[3])), null])]);
  expect(places(remarks)).toEqual([
    "doubt boundaries.geojson hasOthersThanPolygons",
    "doubt communities placesAreMissing",
    "doubt boundaries boundariesAreMissing",
  ]);
  expect(remarks[0].message.values).toEqual({ count: 2 });
  expect(remarks[2].message.values).toMatchObject({ count: 1, first: "清潭社区" });
  expect(district?.communities.some(({ at }) => at)).toBe(false);
});

/** Twice the area that a ring has to its left. */
const doubleAreaOf = (ring: readonly number[]) =>
  ring.reduce((sum, x, k) => (k % 2 === 1 ? sum : sum + x * ring[(k + 3) % ring.length] - ring[(k + 2) % ring.length] * ring[k + 1]), 0);

it("keeps the outline of each in metres, its land to the left of every ring, as it lies to its position", async () => {
  const hole = square(centres[0]).map(([x, y]): Place => [(x + centres[0][0]) / 2, (y + centres[0][1]) / 2]);
  const squareIn = (ring: Place[], inner: Place[]) => ({
    type: "Feature",
    properties: { name: names[0] },
    geometry: { type: "Polygon", coordinates: [ring, inner] },
  });
  const others = centres.slice(1).map((at, k) => feature({ name: names[k + 1] }, square(at)));
  const [across, up] = metresOfDegrees(31.76);
  for (const turn of [(ring: Place[]) => ring, (ring: Place[]) => [...ring].reverse()])
    for (const turnHole of [(ring: Place[]) => ring, (ring: Place[]) => [...ring].reverse()]) {
      const { district, remarks, lines } = await readDistrict([
        bareTable,
        collection([squareIn(turn(square(centres[0])), turnHole(hole)), ...others]),
      ]);
      expect(remarks).toEqual([]);
      const [town, , , village] = district?.communities ?? [];
      const [outer = [], inner = []] = town.outline ?? [];
      expect([outer.length, inner.length]).toEqual([8, 8]);
      const side = 4 * HALF * HALF * across * up;
      expect(doubleAreaOf(outer) / 2 / side).toBeCloseTo(1, 2);
      expect(doubleAreaOf(inner) / 2 / side).toBeCloseTo(-0.25, 2);
      const [x, y] = village.at ?? [0, 0]; // in the north-east: its outline lies around it
      const [ring = []] = village.outline ?? [];
      expect(Math.min(...ring.filter((_, k) => k % 2 === 0)) - x).toBeCloseTo(-HALF * across, -1);
      expect(Math.max(...ring.filter((_, k) => k % 2 === 1)) - y).toBeCloseTo(HALF * up, -1);
      expect(town.at).toEqual([0, 0]); // a hole in the middle moves it nowhere
      expect(lines).toContainEqual({ quantity: "outlines", standing: "given", of: [4, 4], from: "boundaries" });
    }
});

it("reads polygons of one name as parts of one boundary, and says so; also those that belong to nobody", async () => {
  const all = centres.map((at, k) => feature({ name: names[k] }, square(at)));
  const island = feature({ 名称: ` ${names[0]}` }, square([119.9, 31.7]));
  const { district, remarks } = await readDistrict([bareTable, collection([...all, island, feature({ name: "别处" }, square([119, 31]))])]);
  expect(places(remarks)).toEqual(["doubt boundaries.geojson isTwiceInBoundaries", "doubt boundaries boundariesAreNobodys"]);
  expect(remarks.map(({ remedy }) => remedy?.code)).toEqual(["nameBoundariesApart", "nameBoundaries"]);
  expect(remarks[0].message.values).toMatchObject({ name: names[0], count: 2 });
  expect(district?.communities.map(({ outline }) => outline?.length)).toEqual([2, 1, 1, 1]);
});

it("tells communities of one name apart by their subdistrict", async () => {
  const table = file("communities.csv", ["街道,社区,常住人口", "东街道,中心社区,3000", "西街道,中心社区,2000"].join("\n"));
  const of = (properties: readonly object[]) =>
    collection(properties.map((one, k) => feature({ name: "中心社区", ...one }, square(centres[k]))));
  const apart = await readDistrict([table, of([{ subdistrict: "西街道" }, { 街道: "东街道" }])]);
  expect(apart.remarks).toEqual([]);
  expect(apart.district?.communities.map(({ at }) => at?.[0])).toEqual([Math.round(0.02 * metresOfDegrees(31.76)[0]), 0]);
  expect(await remarksOf(table, of([{}]))).toEqual(["doubt boundaries boundariesAreMissing", "doubt boundaries boundariesAreNobodys"]);
  const corners = (street: string, at: Place) => square(at).map((corner) => `${street},中心社区,${corner.join()}`);
  const sheet = file(
    "boundaries.csv",
    ["街道,社区,经度,纬度", ...corners("东街道", centres[1]), ...corners("西街道", centres[0])].join("\n"),
  );
  expect((await readDistrict([table, sheet])).district).toEqual(apart.district);
});

it("does not choose between two files of boundaries, or such a file and a sheet", async () => {
  const second = { ...squares(centres), name: "more.geojson" };
  const sheet = file("boundaries.csv", ["社区,经度,纬度", ...square(centres[0]).map((at) => `${names[0]},${at.join()}`)].join("\n"));
  expect(await remarksOf(bareTable, squares(centres), second)).toEqual(["fault more.geojson isSecondSheet"]);
  expect((await remarksOf(bareTable, squares(centres), sheet))[0]).toBe("fault boundaries isSecondSheet");
});

it("wants three corners at least, and says what of a long name is kept", async () => {
  const line = file("boundaries.csv", ["社区,经度,纬度", "永红社区,119.9,31.7", "永红社区,119.91,31.7"].join("\n"));
  expect(await remarksOf(bareTable, line)).toEqual(["fault boundaries hasFewCorners"]);
  const long = "很".repeat(200);
  const { district, remarks } = await readDistrict([
    file("communities.csv", `社区,常住人口\n${long},3000\n`),
    collection([feature({ name: long }, square(centres[0]))]),
  ]);
  expect(places(remarks)).toEqual(["doubt communities!A2 isCut"]);
  expect(district?.communities[0].name).toHaveLength(80);
  expect(district?.communities[0].outline).toHaveLength(1);
});

it("points to the cell of a corner that lies on no place of the earth", async () => {
  const corners = (...rows: string[]) => file("boundaries.csv", ["社区,经度,纬度", ...rows].join("\n"));
  expect(await remarksOf(bareTable, corners("永红社区,190,31.7", "永红社区,119.9,91", "永红社区,,31.7", "永红社区,119.9,北"))).toEqual([
    "fault boundaries!B2 isNoPlace",
    "fault boundaries!C3 isNoPlace",
    "fault boundaries!B4 isNoPlace",
    "fault boundaries!C5 isNoPlace",
  ]);
});

it("knows how far GCJ-02 lies from WGS-84", () => {
  // Published pair of the transformation's authors: Shanghai, WGS-84 31.1774276, 121.5272106, GCJ-02 31.17530398364597, 121.531541859215.
  const [east, north] = shiftOf([121.5272106, 31.1774276]);
  expect(121.5272106 + east).toBeCloseTo(121.531541859215, 9);
  expect(31.1774276 + north).toBeCloseTo(31.17530398364597, 9);
});

it.each([
  ["boundaries in GCJ-02, positions in WGS-84", centres, moved(shiftOf)],
  ["boundaries in WGS-84, positions in GCJ-02", moved(shiftOf), centres],
])("says that coordinates look shifted: %s", async (_, positions, boundaries) => {
  const { district, remarks } = await readDistrict([placedTable(positions), squares(boundaries)]);
  expect(places(remarks)).toEqual(["doubt boundaries isShifted"]);
  expect(remarks[0].remedy?.code).toBe("shiftBack");
  const [x, y] = shiftOf(centres[0]).map((degrees, axis) => degrees * metresOfDegrees(31.77)[axis]);
  expect(Math.abs(Number(remarks[0].message.values?.metres) - Math.hypot(x, y))).toBeLessThan(10);
  expect(district).toBeDefined();
});

it("does not suspect a shift where there is another one, or none", async () => {
  const back = (at: Place): Place => [shiftOf(at)[0], -shiftOf(at)[1]];
  const scattered = centres.map(([x, y], k): Place => [x + (k % 2 === 0 ? 0.003 : -0.003), y + (k < 2 ? 0.003 : -0.003)]);
  for (const boundaries of [centres, moved(back), moved(() => [0.0005, 0]), moved(() => [0.02, -0.02]), scattered])
    expect(await remarksOf(placedTable(centres), squares(boundaries))).toEqual([]);
});

it("says that a file carries the marks of a service whose maps are in GCJ-02", async () => {
  const marked = centres.map((at, k) => feature({ name: names[k], adcode: 320402 }, square(at)));
  expect(await remarksOf(bareTable, collection(marked))).toEqual(["doubt boundaries.geojson isFromAmap"]);
});
