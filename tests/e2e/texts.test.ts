import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choose, openLaboratory, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** Texts of drawings that are cut off by their drawing, or lie on one another. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll("svg.figure")) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].filter(({ textContent }) => textContent?.trim());
      const boxes = texts.map((text) => text.getBoundingClientRect());
      for (const [k, a] of boxes.entries()) {
        const words = `${svg.getAttribute("class")}: ${texts[k].textContent}`;
        if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
          found.push(`cut off: ${words}`);
        for (const [j, b] of boxes.slice(0, k).entries()) {
          const [wide, tall] = [
            Math.min(a.right, b.right) - Math.max(a.left, b.left),
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
          ];
          if (wide > 2 && tall > 5) found.push(`on one another: ${words} and ${texts[j].textContent}`);
        }
      }
    }
    return found;
  });

describe.each([390, 1280])("texts of the pictures, %i pixels wide", (width) => {
  it("are whole and apart, in both languages", async () => {
    const { page, errors } = await site.page({ width, height: 900 });
    await openLaboratory(page, site.url);
    await choose(page, "zhonglou-tenth.yaml");
    await stepTo(page, 6);
    for (const language of ["English", "中文"]) {
      for (const tab of ["map", "flows", "matters", "awareness", "coverage", "distributions", "residents"]) {
        await page.locator(`#tab-${tab}`).click();
        await page.locator("#picture .sheet[aria-busy=false]").first().waitFor();
        await page.waitForTimeout(300); // sizes follow by a frame, drawings by another
        expect(await faults(page), `${tab}, ${language}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), tab).toBeLessThanOrEqual(0);
      }
      await page.locator("#tab-flows").click();
      const resource = page.locator(".picture.flows select").first();
      for (const value of await resource.locator("option").evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value))) {
        await resource.selectOption(value);
        await page.waitForTimeout(200);
        expect(await faults(page), `flow of ${value}, ${language}`).toEqual([]);
      }
      if (language === "English") await page.getByRole("button", { name: "中文" }).click();
    }
    expect(errors).toEqual([]);
  });
});
