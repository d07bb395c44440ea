import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDistrictFile } from "../../src/scenario/index.ts";
import { readDistrict } from "../../src/workbook/index.ts";

const districts = join(import.meta.dirname, "../../scenarios/districts");

it.each(readdirSync(districts))("%s: what was made of its tables is what they say", async (name) => {
  const folder = join(districts, name);
  const tables = readdirSync(folder)
    .filter((file) => /\.(csv|geojson)$/.test(file))
    .sort();
  const { district, remarks } = await readDistrict(
    tables.map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))) })),
  );
  expect(remarks.filter(({ is }) => is === "fault")).toEqual([]);
  expect(readDistrictFile(readFileSync(join(folder, "district.json"), "utf8"))).toEqual(district);
});
