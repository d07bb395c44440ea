import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paperIndex } from "../../src/experiment/index.ts";
import { choose, enterPage, openLaboratory, runTo, settled, stepTo } from "../support/laboratory.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const week = (page: Page) => page.locator("[data-week]").getAttribute("data-week").then(Number);

describe("the laboratory", () => {
  it("computes the same bits in the browser's worker as in Node", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    expect(await stepTo(page, 12)).toBe(runWeeks(await scenario("community"), 12).stateDigest());
    expect(errors).toEqual([]);
  });

  it("runs, pauses, goes on and resets", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    const paused = await runTo(page, 10);
    await page.waitForTimeout(400);
    expect(await week(page)).toBe(paused);
    await expect.poll(() => page.locator(".u-legend").first().textContent()).toMatch(/all adults:?\s*\d/);
    await page.getByRole("button", { name: "Reset" }).click();
    await settled(page, 0);
    expect(errors).toEqual([]);
  });

  it("opens residents and organizations, and shows their circles", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await page.getByRole("tab", { name: "Residents" }).click();
    await page.locator(".people .sheet[aria-busy=false] canvas").focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "Resident 0", exact: true }).waitFor();
    await expect.poll(() => page.locator(".inspector dl").textContent()).toContain("Motivation");
    await page.locator(".inspector .ties button").first().click();
    await page.waitForFunction(() => document.querySelector(".inspector h2")?.textContent !== "Resident 0");
    await page.getByRole("tab", { name: "Network" }).click();
    await page.locator(".network .sheet[aria-busy=false] canvas").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Organization 0", exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it("says what is wrong instead of failing, and speaks Chinese", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "运行", exact: true }).waitFor();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("zh");
    await expect.poll(() => page.locator(".controls").textContent()).toContain("党建工作");
  });

  it("shows the register of the paper, every row with a home, in both languages", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await enterPage(page, "register");
    await page.waitForSelector(".register tbody tr");
    expect(page.url()).toContain("#register");
    await expect.poll(() => page.locator(".register tbody tr").count()).toBe(paperIndex().length);
    await page.getByRole("searchbox", { name: "Search the register" }).fill("supervision");
    await page.getByRole("row", { name: /^B7/ }).waitFor();
    await expect.poll(() => page.getByRole("row", { name: /^B7/ }).textContent()).toContain("Claim 11");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "对照表" }).waitFor();
    await page.getByRole("link", { name: "实验室" }).click();
    await page.waitForSelector(".measures");
    expect(errors).toEqual([]);
  });

  it("keeps the page responsive while 65,854 residents run", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await choose(page, "zhonglou-tenth.yaml");
    await page.getByRole("button", { name: "Run" }).click();
    await page.waitForFunction(() => Number((document.querySelector("[data-week]") as HTMLElement).dataset.week) >= 4);
    const before = await week(page);
    const frames = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const until = performance.now() + 2000;
          const tick = () => {
            count++;
            if (performance.now() < until) requestAnimationFrame(tick);
            else resolve(count);
          };
          requestAnimationFrame(tick);
        }),
    );
    console.log(`frames a second while running 65,854 residents: ${(frames / 2).toFixed(0)}`);
    // Not a measure of speed: only that the page was drawn at all while the worker computed.
    expect(frames).toBeGreaterThan(10);
    await page.waitForFunction((n) => Number((document.querySelector("[data-week]") as HTMLElement).dataset.week) > n, before);
  });
});
