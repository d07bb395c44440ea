import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentDifferences, agentStatesOf } from "../../src/observation/index.ts";
import { serious } from "../support/accessibility.ts";
import { openLaboratory, runTo, settled, stepTo } from "../support/laboratory.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const attribute = (page: Page, name: string) => page.locator(`[${name}]`).getAttribute(name);
const told = (page: Page, week: number) =>
  page
    .locator(".against .told")
    .getByText(new RegExp(`^(Week ${week},|第 ${week} 周)`))
    .waitFor();
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
/** What the first chart shows in its last week of its ghosts. */
const ghosts = (page: Page) =>
  page
    .locator("figure.series")
    .first()
    .locator(".u-legend .ghost")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent)));

describe("the baseline", () => {
  it("goes on beside a run from where it was changed, is the run that Node runs without the change, and tells who differs", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await stepTo(page, 4);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    const week = await runTo(page, 30);
    await told(page, week);
    const off = `interventions=[{"week":5,"path":"partyBuilding","value":"off"}]`;
    const [there, here] = [await scenario("community", 'seed="1"'), await scenario("community", 'seed="1"', off)].map((one) =>
      runWeeks(one, week),
    );
    expect(await attribute(page, "data-digest")).toBe(here.stateDigest());
    expect(await ghosts(page)).toEqual([["baseline", percent.format(there.recorder.value("participation_rate", week))]]);

    await page.getByRole("button", { name: "All that differs" }).click();
    await page.locator("[data-residents]").waitFor();
    expect(Number(await attribute(page, "data-first"))).toBeGreaterThanOrEqual(5);
    const residents = agentDifferences(agentStatesOf(here.world), agentStatesOf(there.world), "resident", 1);
    expect(residents.total).toBeGreaterThan(0);
    expect(await attribute(page, "data-residents")).toBe(String(residents.total));
    // What is zero in one run alone does not lead.
    expect((await page.locator(".differences tbody tr:first-child td").allTextContents()).slice(0, 2)).not.toContain("0");
    await page.locator(".differences .link").last().click();
    await page.waitForFunction(() => document.querySelectorAll(".pair .story").length === 2);
    await expect.poll(() => page.locator(".pair").textContent()).toContain("in both runs");

    // Without the change there is nothing to hold the run against; what it was stays.
    await page.getByRole("slider", { name: "Party-building programme: off" }).focus();
    await page.keyboard.press("Delete");
    await settled(page, week);
    await expect.poll(() => page.locator(".against").count()).toBe(0);
    await expect.poll(async () => (await ghosts(page)).map(([name]) => name)).toEqual(["before"]);
    expect(errors).toEqual([]);
  });

  it("is in the address; links of the page that was for comparing lead to it", async () => {
    const { page, errors } = await site.page();
    await page.goto(`${site.url}#compare?1&scenario=community&seed=1&week=14&other=8&other:partyBuilding=off`);
    await settled(page, 14);
    await page.locator("nav.pages a[href='#laboratory'][aria-current=page]").waitFor();
    await told(page, 14);
    await expect.poll(() => page.locator(".change-list li").allTextContents()).toEqual(["Week 8: Party-building programme: off"]);
    await page.goto("about:blank");
    await page.goto(`${site.url}#laboratory?1&scenario=community&week=9&base:rigidity=1`);
    await settled(page, 9);
    await told(page, 9);
    await expect.poll(() => page.locator(".against footer").textContent()).toContain("“baseline”: Rigidity: 1;");
    await page.waitForFunction(() => location.hash.includes("&base:rigidity=1"));
    await page.getByRole("button", { name: "Run without the baseline" }).click();
    await expect.poll(() => page.locator(".against .told").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it.each([
    [390, "light"],
    [1280, "dark"],
  ])("is reached by keyboard and has nothing that axe finds serious, in Chinese too, %i pixels, %s", async (width, theme) => {
    const { page } = await site.page({ width, height: 844 });
    await page.goto(`${site.url}#laboratory?1&scenario=community&partyBuilding@5=off&week=15`);
    await settled(page, 15);
    await page.getByRole("button", { name: "中文" }).click();
    if (theme === "dark") await page.getByRole("button", { name: "明暗切换" }).click();
    await told(page, 15);
    await page.getByRole("button", { name: "全部差异" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-residents]").waitFor();
    await page.locator(".differences .link").last().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".pair .story").length === 2);
    expect(await serious(page, ".against")).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
