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
  await expect.poll(() => page.evaluate(() => crossOriginIsolated && navigator.hardwareConcurrency > 1)).toBe(true);
  await choose(page, "zhonglou-tenth.yaml");
  expect(await stepTo(page, 8)).toBe(runWeeks(await scenario("zhonglou-tenth"), 8).stateDigest());
  expect(errors).toEqual([]);
});

it("a page that is isolated and has no shared memory all the same (WebKitGTK) runs it on one thread, to the same bits", async () => {
  const { page, errors } = await site.page();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "SharedArrayBuffer"));
  const started: string[] = [];
  await page.route(/worker.*\.js$/, async (route) => {
    started.push(route.request().url());
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete globalThis.SharedArrayBuffer;\n${await response.text()}` });
  });
  await openLaboratory(page, site.url);
  await expect.poll(() => page.evaluate(() => [crossOriginIsolated, typeof SharedArrayBuffer])).toEqual([true, "undefined"]);
  await choose(page, "zhonglou-tenth.yaml");
  expect(await stepTo(page, 3)).toBe(runWeeks(await scenario("zhonglou-tenth"), 3).stateDigest());
  expect(started.filter((url) => url.includes("threadGroup"))).toEqual([]);
  expect(errors).toEqual([]);
});
