import { afterAll, beforeAll, expect, it } from "vitest";
import { choose, openLaboratory, stepTo } from "../support/laboratory.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

it("a page that may share memory runs a district on several threads to the same bits as one thread in Node", async () => {
  const { page, errors } = await site.page();
  await openLaboratory(page, site.url);
  expect(await page.evaluate(() => crossOriginIsolated && navigator.hardwareConcurrency > 1)).toBe(true);
  await choose(page, "zhonglou-tenth.yaml");
  expect(await stepTo(page, 8)).toBe(runWeeks(await scenario("zhonglou-tenth"), 8).stateDigest());
  expect(errors).toEqual([]);
});
