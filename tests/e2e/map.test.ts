import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { communityStates } from "../../src/observation/index.ts";
import { serious } from "../support/accessibility.ts";
import { openLaboratory, runTo, settled } from "../support/laboratory.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const PARTICIPATION = communityStates.indexOf("participation");
const values = (page: Page) =>
  page.locator(".communities .parcel").evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-value"))));

/** The schematic of a district of ten communities, after some weeks. */
async function opened(weeks: number, size?: { width: number; height: number }) {
  const { page, errors } = await site.page(size);
  await page.goto(`${site.url}#laboratory?1&scenario=zhonglou-tenth&population.residents=4000&week=${weeks}`);
  await page.waitForFunction((n) => document.querySelector<HTMLElement>("[data-week]")?.dataset.week === n, String(weeks), {
    timeout: 60_000,
  });
  await page.locator("#tab-map").click();
  await page.waitForSelector(".communities .parcel");
  return { page, errors };
}

describe("the map", () => {
  it("shows how far each community is from another week, as Node computes it; a week that is not yet is said at the field", async () => {
    const { page, errors } = await opened(30);
    const run = Run.start(await scenario("zhonglou-tenth", "population.residents=4000", 'seed="1"'), mechanisms);
    run.keepPast();
    for (let k = 0; k < 30; k++) run.step();
    const at = (week: number) =>
      Array.from({ length: 10 }, (_, c) => run.keepPast().week(week).communities[c * communityStates.length + PARTICIPATION]);
    expect(await values(page)).toEqual(at(30));
    await page.getByLabel("Compared with").selectOption("week");
    const week = page.getByLabel("Compared with: week");
    await week.fill("12");
    await week.press("Enter");
    await page.waitForFunction(() => document.querySelector(".communities .legend .name")?.textContent?.includes("less week 12"));
    expect(await values(page)).toEqual(at(30).map((value, c) => value - at(12)[c]));
    const ticks = await page.locator(".communities .legend .tick").allTextContents();
    expect(ticks[1]).toBe("0");
    expect(ticks[0]).toBe(ticks[2].replace("+", "−"));
    await week.fill("99");
    await week.press("Enter");
    await page.getByText("99 is not a whole number from 0 to 30; it stays 12.").waitFor();
    expect(errors).toEqual([]);
  });

  it("is walked, read and opened by keyboard, and keeps everybody's place while time moves", async () => {
    const { page } = await opened(20);
    const land = () => page.locator(".communities .area").evaluateAll((all) => all.map((one) => one.getAttribute("d")));
    const before = await land();
    await page.locator('.communities .parcel[tabindex="0"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector('.communities .tip[visibility="visible"]');
    await expect.poll(() => page.locator(".communities .tip text").first().textContent()).toMatch(/^(Community|Village) 1$/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^(Community|Village) 1$/ }).waitFor();
    await runTo(page, 24);
    expect(await land()).toEqual(before);
  });

  it.each([
    [390, "light"],
    [820, "dark"],
    [3840, "light"],
  ])("fits %i pixels, %s, with nothing that axe finds serious", async (width, theme) => {
    const { page } = await opened(4, { width, height: width < 800 ? 844 : 1200 });
    if (theme === "dark") await page.getByRole("button", { name: "Light or dark" }).click();
    const [box, sheet] = await Promise.all([
      page.locator(".communities .land").boundingBox(),
      page.locator(".picture.map .sheet").boundingBox(),
    ]);
    if (!box || !sheet) throw new Error("no map");
    expect(box.x).toBeGreaterThanOrEqual(sheet.x);
    expect(box.x + box.width).toBeLessThanOrEqual(sheet.x + sheet.width);
    expect(Math.max(box.width / sheet.width, box.height / sheet.height)).toBeGreaterThan(0.7);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await serious(page, "main")).toEqual([]);
  });

  it("sets the run against its baseline", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await page.goto(`${site.url}#laboratory?1&scenario=community&partyBuilding@5=off&week=20`);
    await settled(page, 20);
    await page.getByRole("tab", { name: "Map" }).click();
    const against = page.getByLabel("Compared with");
    await against.locator("option[value=baseline]").waitFor({ state: "attached" });
    await against.selectOption("baseline");
    await page.getByText("changed less baseline").first().waitFor();
    const off = `interventions=[{"week":5,"path":"partyBuilding","value":"off"}]`;
    const [here, there] = [await scenario("community", 'seed="1"'), await scenario("community", 'seed="1"', off)].map((one) =>
      runWeeks(one, 20).keepPast().week(20).communities.slice(PARTICIPATION),
    );
    await expect.poll(() => values(page)).toEqual([there[0] - here[0]]);
    expect(errors).toEqual([]);
  });
});
