import { doesNotMatch, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { tellRemark } from "../../src/words/index.ts";
import { type GivenFile, readDistrict } from "../../src/workbook/index.ts";
import { workbook } from "../../tests/support/workbooks.ts";
import { anyDamage, type Blow, damaged } from "./damage.ts";
import { kind } from "./kind.ts";

type Cells = readonly (readonly (string | number | null)[])[];
/** A district of three communities. */
const sheets: readonly { name: string; rows: Cells }[] = [
  {
    name: "communities",
    rows: [
      ["name", "residents", "households"],
      ["East", 1200, 430],
      ["West", 800, 300],
      ["North", 150, 60],
    ],
  },
  {
    name: "organizations",
    rows: [
      ["name", "community", "type", "staff", "members"],
      ["Choir", "East", "cultureSport", 2, 0],
      ["Care", "West", "dailyService", 12, 4],
    ],
  },
];
const whole = await workbook(Object.fromEntries(sheets.map(({ name, rows }) => [name, rows])));

const square = (x: number, y: number) => [
  [x, y],
  [x + 0.01, y],
  [x + 0.01, y + 0.01],
  [x, y + 0.01],
  [x, y],
];
const boundaries = new TextEncoder().encode(
  JSON.stringify({
    type: "FeatureCollection",
    features: ["East", "West", "North"].map((name, k) => ({
      type: "Feature",
      properties: { name },
      geometry: { type: "MultiPolygon", coordinates: [[square(119 + 0.02 * k, 31), square(119.003 + 0.02 * k, 31.003)]] },
    })),
  }),
);
/** Boundaries of odd shapes, sizes and names. */
const place = fc.oneof(
  fc.tuple(fc.double({ min: -200, max: 200, noNaN: true }), fc.double({ min: -100, max: 100, noNaN: true })),
  fc.tuple(fc.constantFrom(-180, 0, 180, 119), fc.constantFrom(-90, 0, 90, 31)),
);
const geometry = fc.record({
  type: fc.constantFrom("Polygon", "MultiPolygon", "Point"),
  coordinates: fc.oneof(
    fc.array(fc.array(place, { maxLength: 6 }), { maxLength: 3 }),
    fc.array(fc.array(fc.array(place, { maxLength: 6 }), { maxLength: 2 }), { maxLength: 2 }),
    fc.jsonValue(),
  ),
});
const properties = fc.oneof(
  fc.record({ name: fc.constantFrom("East", "West", "North", "__proto__", "", "East "), subdistrict: fc.constantFrom("", "A", "\u202e") }),
  fc.jsonValue(),
);

const cell = fc.oneof(
  fc.constantFrom<string | number>(
    "",
    "-1",
    "1e999",
    "NaN",
    "12,5",
    "１２",
    "=1+1",
    "#REF!",
    "East",
    "__proto__",
    "\u202e",
    "<b>",
    1e12,
    -5,
    0.5,
  ),
  fc.string({ maxLength: 6 }),
  fc.integer(),
);
const edit = fc.record({ sheet: fc.nat(1), row: fc.nat(3), column: fc.nat(4), cell });
type Input =
  | { blows: Blow[] }
  | { torn: Blow[] }
  | { features: unknown[] }
  | { edits: (typeof edit extends fc.Arbitrary<infer T> ? T : never)[] };

function filesOf(input: Input): GivenFile[] {
  if ("blows" in input) return [{ name: "district.xlsx", bytes: damaged(whole, input.blows) }];
  const geojson = (bytes: Uint8Array): GivenFile[] => [...filesOf({ edits: [] }), { name: "boundaries.geojson", bytes }];
  if ("torn" in input) return geojson(damaged(boundaries, input.torn));
  if ("features" in input) return geojson(new TextEncoder().encode(JSON.stringify(input)));
  return sheets.map(({ name, rows }, s) => {
    const cells = rows.map((row) => [...row]);
    for (const { sheet, row, column, cell: value } of input.edits)
      if (sheet === s && cells[row]?.[column] !== undefined) cells[row][column] = value;
    const text = cells.map((row) => row.map((one) => `"${String(one ?? "").replaceAll('"', '""')}"`).join(",")).join("\n");
    return { name: `${name}.csv`, bytes: new TextEncoder().encode(text) };
  });
}

for (const left of [{ blows: [] }, { edits: [] }, { torn: [] }])
  ok((await readDistrict(filesOf(left))).district, "what is left alone is no district"); // else nothing is tried but refusals

export const workbooks = kind<Input>({
  id: "workbooks",
  holds:
    "a workbook, tables or boundaries of a district, damaged or with other cells or shapes, give a district or a fault, each remark a sentence",
  any: fc.oneof(
    fc.record({ blows: anyDamage }),
    fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 4 }) }),
    fc.record({ torn: anyDamage }),
    fc.record({
      features: fc.array(fc.oneof(fc.record({ type: fc.constant("Feature"), properties, geometry }), fc.jsonValue()), { maxLength: 4 }),
    }),
  ),
  async check(input) {
    const { district, remarks, more } = await readDistrict(filesOf(input));
    ok(district !== undefined || more > 0 || remarks.some(({ is }) => is === "fault"), "no district, and no fault said");
    for (const remark of remarks)
      for (const language of ["en", "zh"] as const) {
        const told = tellRemark(language, remark);
        doesNotMatch(told, /\{\{|undefined|\[object|\p{Cc}/u);
        match(told, language === "zh" ? /[\u4e00-\u9fff]/ : /\w/);
      }
    if (district) doesNotMatch(JSON.stringify(district), /null/); // no number that is none
    ok(Object.getPrototypeOf({}).residents === undefined);
  },
});
