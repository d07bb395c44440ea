import { afterAll, beforeAll, expect, it } from "vitest";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

it("a page that may share memory runs a district on several threads to the same bits as one thread in Node", async () => {
  const { page, errors } = await site.page();
  await page.goto(site.url);
  await page.waitForSelector(".measures");
  expect(await page.evaluate(() => crossOriginIsolated && navigator.hardwareConcurrency > 1)).toBe(true);
  await page.locator("select:has(option[value='zhonglou-tenth.yaml'])").selectOption("zhonglou-tenth.yaml");
  await page.waitForFunction(() => document.querySelector('[data-week="0"]') !== null && document.querySelector(".measures") !== null);
  for (let k = 1; k <= 8; k++) {
    await page.getByRole("button", { name: "Step one week" }).click();
    await page.waitForFunction((n) => document.querySelector(`[data-week="${n}"]`) !== null, k);
  }
  await page.waitForFunction(() => (document.querySelector("[data-digest]") as HTMLElement).dataset.digest !== "");
  const there = await page.locator("[data-digest]").getAttribute("data-digest");
  expect(there).toBe(runWeeks(await scenario("zhonglou-tenth"), 8).stateDigest());
  expect(errors).toEqual([]);
});
