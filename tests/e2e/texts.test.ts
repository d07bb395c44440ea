import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choose, enterPage, openLaboratory, stepTo } from "../support/laboratory.ts";
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

/** Letters under 12 pixels, what a program left in a text, and on a Chinese page words that are not Chinese. */
const slips = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const chinese = document.documentElement.lang === "zh";
    const walker = document.createTreeWalker(document.querySelector("#page") as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement as Element;
      const text = node.textContent?.trim() ?? "";
      if (text === "" || parent.closest("option, datalist, title, .aloud, dialog:not([open])") || !parent.checkVisibility()) continue;
      const { c, d } = (parent instanceof SVGGraphicsElement && parent.getScreenCTM()) || { c: 0, d: 1 };
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * Math.hypot(c, d);
      if (size < 11.9) found.push(`${size} pixels: ${text}`);
      if (/NaN|undefined|Infinity|\[object|\{\{|-32768/.test(text)) found.push(text);
      // Names of files and commands, the names of languages, marks of a row of the paper and checksums are what they are.
      const plain = text.replace(/“[^”]*”|[\w/-]+\.(yaml|parquet|csv)|\b[A-Z]\w?\d+\w?\b|\b[0-9a-f]{12,}\b/g, "");
      if (chinese && text !== "English" && /[A-Za-z]{2,}/.test(plain) && !parent.closest("code, textarea"))
        found.push(`not Chinese: ${text}`);
      if (chinese && /[\u4e00-\u9fff][,;:?!](?!\d)/.test(text)) found.push(`Latin marks: ${text}`);
    }
    return [...new Set(found)];
  });

it("no room has letters under 12 pixels, slips of a program, words left in English, or scrolls to the side: phone, desk and wall", async () => {
  const { page, errors } = await site.page({ width: 1280, height: 900 });
  await openLaboratory(page, site.url);
  await stepTo(page, 2);
  const rooms = ["start", "laboratory", "real", "experiments", "claims", "register"];
  for (const language of ["English", "中文"]) {
    for (const room of rooms) {
      await enterPage(page, room);
      await page.waitForFunction(() => document.querySelector("#content [aria-busy=true]") === null);
      for (const width of [390, 1280, 3840]) {
        await page.setViewportSize({ width, height: 900 });
        const where = `${room}, ${width} pixels, ${language}`;
        await expect.poll(() => slips(page), { message: where }).toEqual([]); // drawings follow a change of size by a frame or two
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
      }
    }
    // On the wall letters are larger: what is read at a desk is read across a room.
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThan(20);
    if (language === "English") await page.getByRole("button", { name: "中文" }).click();
  }
  expect(errors).toEqual([]);
});
