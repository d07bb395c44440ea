import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDistrict } from "../../src/workbook/index.ts";
import { settled } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const folder = join(import.meta.dirname, "../../scenarios/districts/rural");
const files = readdirSync(folder)
  .filter((name) => /\.(csv|geojson)$/.test(name))
  .map((name) => ({ name, buffer: readFileSync(join(folder, name)) }));

it("tables with boundaries are read to the digest of Node; the map draws their land, and calls places what the tables call them", async () => {
  const { page, errors } = await site.page();
  await page.goto(`${site.url}#laboratory?1&scenario=community`);
  await settled(page);
  await page
    .locator('input[type="file"][accept*=".parquet"]')
    .setInputFiles(files.map((one) => ({ ...one, mimeType: "application/octet-stream" })));
  const read = await readDistrict(files.map(({ name, buffer }) => ({ name, bytes: new Uint8Array(buffer) })));
  await page.getByText("communities: 7 communities, 16740 residents").waitFor();
  expect(await page.locator("section.told").textContent()).toContain(read.district?.digest);
  await page.locator("#tab-map").click();
  const parcels = page.locator(".communities .parcel");
  await parcels.nth(6).waitFor();
  const names = read.district?.communities.map(({ name }) => name);
  expect((await parcels.evaluateAll((all) => all.map((one) => one.querySelector(".called")?.textContent))).sort()).toEqual(names?.sort());
  const rings = (community: number) =>
    page.locator(`[data-community="${community}"] .area`).evaluate((area) => area.getAttribute("d")?.split("M").length);
  expect([await rings(0), await rings(1), await rings(2)]).toEqual([2, 3, 3]); // a part inside another, and the hole that it lies in
  await page.getByRole("button", { name: "上坝村, 青溪镇" }).press("Enter");
  expect(await page.locator(".inspector h2").textContent()).toBe("上坝村");
  expect(errors).toEqual([]);
});
