import { gzipSync } from "node:zlib";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serious } from "../support/accessibility.ts";
import { enterPage, openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const verdict = (page: Page) => page.locator(".decision .verdict").textContent();
const shareIn = (text: string | null) => Number(text?.match(/([\d.]+)%/)?.[1]);

describe("the first page", () => {
  it("says what this is and shows a decision without an engine, in little script", async () => {
    const { page, errors } = await site.page();
    const scripts: Promise<Buffer>[] = [];
    const workers: string[] = [];
    page.on("response", (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(response.body());
    });
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.goto(site.url);
    await page.getByRole("heading", { level: 1, name: "Who comes when the neighbourhood calls?" }).waitFor();
    await page.getByRole("button", { name: /What if the programme stops/ }).waitFor();
    await page.locator(".decision .contact").first().waitFor();
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    console.log(`script before the first picture: ${(bytes / 1000).toFixed(0)} KB, compressed`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(300_000);
    expect(workers).toEqual([]);
    expect(page.url()).toBe(site.url);
    expect(errors).toEqual([]);
  });

  it("has no door that leads nowhere", async () => {
    const { page } = await site.page();
    await page.goto(site.url);
    await page.locator("a.door").first().waitFor();
    const doors = await page.locator("a.door").evaluateAll((all) => all.map((door) => door.getAttribute("href")));
    const pages = await page.locator("nav.pages a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(doors).toContain("#laboratory");
    expect(doors).toContain("#lessons");
    expect(await page.locator(".opening").textContent()).toContain("npx four-circles class");
    for (const door of doors) expect(pages).toContain(door);
    await page.locator('a.door[href="#experiments"]').click();
    await page.locator("nav.pages a[href='#experiments'][aria-current=page]").waitFor();
  });

  it("lets one person be turned, by pointer and by keyboard, and says what comes of it", async () => {
    const { page, errors } = await site.page();
    await page.goto(site.url);
    const before = shareIn(await verdict(page));
    const known = page.getByRole("button", { name: /^Acquaintance: did not come/ }).first();
    await known.click();
    const after = shareIn(await verdict(page));
    expect(after).toBeGreaterThan(before);
    const bar = shareIn(await page.locator(".decision .bar-label").textContent());
    expect(await verdict(page)).toContain(after >= bar ? ": they would come" : ": they would stay away");
    await page.getByRole("button", { name: "As it was in the run" }).click();
    expect(shareIn(await verdict(page))).toBe(before);
    expect(await verdict(page)).toContain(before >= bar ? ": they would come" : ": they would stay away");

    await page.locator(".contact[tabindex='0']").focus();
    const was = await page.locator(".contact:focus").getAttribute("data-resident");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(".contact:focus").getAttribute("data-resident")).not.toBe(was);
    const pressed = await page.locator(".contact:focus").getAttribute("aria-pressed");
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator(".contact:focus").getAttribute("aria-pressed")).not.toBe(pressed);
    await expect.poll(() => page.locator(".contact[tabindex='0']").count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it("counts what it draws, in every week, and tells of somebody for whom the others decide", async () => {
    const { page } = await site.page();
    await page.goto(site.url);
    const { bars } = (await (await page.request.get(`${site.url}recorded-decision.json`)).json()) as { bars: number[] };
    for (const bar of bars) expect(bar > 0 && bar < 1, `comes from ${bar}`).toBe(true);
    const slider = page.locator(".decision input[type=range]");
    const last = Number(await slider.getAttribute("max"));
    for (const week of [0, Math.floor(last / 2), last]) {
      await slider.fill(String(week));
      const said = await page.locator(".corner").evaluateAll((all) =>
        all.map((one) =>
          one.textContent
            ?.match(/(\d+) of (\d+)/)
            ?.slice(1, 3)
            .map(Number),
        ),
      );
      const drawn = await page.locator(".contact").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
      for (const [k, circle] of (await page.locator(".corner strong").allTextContents()).entries()) {
        const inIt = drawn.filter((label) => label.split(":")[0].split(" + ").includes(circle));
        expect([inIt.filter((label) => label.endsWith(": came")).length, inIt.length], `${circle}, week ${week}`).toEqual(said[k]);
      }
    }
  });

  it("shows by one press what comes of a programme that stops: two curves, how far apart they are, and pairs of it", async () => {
    const { page, errors } = await site.page();
    await page.goto(site.url);
    await page.getByRole("button", { name: /What if the programme stops/ }).click();
    await expect.poll(() => page.locator(".scenario select").inputValue()).toBe("paper-district.yaml");
    await page.getByText("If every part of the programme works as described").waitFor();
    const told = page.locator(".against .told");
    await told.getByText(/Week \d+, changed against baseline: .*Formal coverage \d+ points lower/).waitFor({ timeout: 120_000 });
    await page.locator(".u-legend .ghost").first().waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.locator(".against").getByRole("button", { name: "Is it real?" }).click();
    await page.getByText("The change: Week 53: Party-building programme: off.").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    expect(errors).toEqual([]);
  });

  it("offers to go on to whoever comes back", async () => {
    const { page, errors } = await site.page();
    await page.goto(site.url);
    await expect.poll(() => page.getByRole("link", { name: /^Go on/ }).count()).toBe(0);
    await openLaboratory(page, site.url);
    const digest = await stepTo(page, 3);
    await page.waitForFunction(() => location.hash.includes("week=3"));
    await page.goto("about:blank");
    await page.goto(site.url);
    await page.getByRole("link", { name: /Go on.*One community.*week 3/ }).click();
    expect(await settled(page, 3)).toBe(digest);
    await enterPage(page, "start"); // the run stays while one looks at the first page
    await enterPage(page, "laboratory");
    expect(await settled(page, 3)).toBe(digest);
    expect(errors).toEqual([]);
  });

  it.each([390, 820, 1280, 3840])("is whole and meets nothing that axe finds serious, %i pixels wide", async (width) => {
    const { page } = await site.page({ width, height: 900 });
    await page.goto(site.url);
    for (const language of ["中文", "English"]) {
      await page.locator(".decision .contact").first().waitFor();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
      await page.getByRole("button", { name: language }).click();
    }
  });
});
