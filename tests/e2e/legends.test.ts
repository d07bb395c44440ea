import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choose, openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** What the legends of the charts over time say, chart by chart: [name, value]. */
const legends = (page: Page) =>
  page
    .locator("figure.series")
    .evaluateAll((charts) =>
      charts.map((chart) =>
        [...chart.querySelectorAll(".u-legend tr")].map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent)),
      ),
    );
const values = async (page: Page) => (await legends(page)).flat().map(([, value]) => value);
/** The charts draw a frame after the page. */
const drawn = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Texts that charts write on their canvases, each with the pixels that are cut off it. */
async function writtenOnCanvases(page: Page): Promise<() => Promise<{ text: string; cut: number }[]>> {
  await page.addInitScript(() => {
    const all: { text: string; cut: number }[] = [];
    Object.assign(globalThis, { writtenTexts: all });
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      const [{ width }, { a, e }] = [this.measureText(text), this.getTransform()];
      const left = a * (x - (this.textAlign === "right" ? width : this.textAlign === "center" ? width / 2 : 0)) + e;
      all.push({ text, cut: Math.max(0, -left, left + a * width - this.canvas.width) });
      write.call(this, text, x, y);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { writtenTexts: { text: string; cut: number }[] }).writtenTexts.splice(0));
}

describe("axes of the charts over time", () => {
  it.each([390, 1280])("name their weeks and write their numbers whole, and say when there is no week, %i pixels wide", async (width) => {
    const { page } = await site.page({ width, height: 900 });
    const written = await writtenOnCanvases(page);
    await page.goto(`${site.url}#laboratory`);
    await page.locator(".recorded").waitFor();
    await page.getByRole("button", { name: "All measures" }).click();
    await drawn(page);
    const recorded = await written();
    expect(recorded.filter(({ text }) => text.startsWith("Week ")).length).toBeGreaterThanOrEqual(9); // charts
    expect(recorded.filter(({ cut }) => cut > 0.5)).toEqual([]);
    await settled(page);
    await choose(page, "zhonglou-tenth.yaml");
    await drawn(page);
    await written();
    await page.getByRole("button", { name: "Light or dark" }).click();
    await drawn(page);
    const empty = (await written()).map(({ text }) => text);
    expect(empty.filter((text) => text === "No week has been run yet.").length).toBeGreaterThanOrEqual(9);
    expect(empty.filter((text) => text.startsWith("Week "))).toEqual([]);
  });
});

describe("legends of the charts over time", () => {
  it("show the last week of the recorded run before anything runs, and no week that is not there", async () => {
    const { page } = await site.page({ width: 1280, height: 800 });
    await page.goto(`${site.url}#laboratory`);
    await page.locator(".recorded").waitFor();
    await drawn(page);
    const recorded = await values(page);
    expect(recorded[0]).toBe("104");
    expect(recorded.filter((value) => !/^\d[\d.,]*%?$/.test(value ?? ""))).toEqual([]);
  });

  it("say names alone while there is no week: after a scenario is chosen, and after the theme is switched then", async () => {
    const { page, errors } = await site.page({ width: 1280, height: 800 });
    await openLaboratory(page, site.url);
    await choose(page, "zhonglou-tenth.yaml");
    await drawn(page);
    const names = (await legends(page)).flat().map(([name]) => name);
    expect(names.slice(0, 3)).toEqual(["week", "all adults", "party members"]);
    expect(new Set(await values(page))).toEqual(new Set([""]));
    await page.getByRole("button", { name: "Light or dark" }).click();
    await drawn(page);
    expect(new Set(await values(page))).toEqual(new Set([""]));
    expect(errors).toEqual([]);
  });

  it("keep the week that is shown when the theme is switched, the window resized, the run reset and stepped", async () => {
    const { page } = await site.page({ width: 1280, height: 800 });
    await openLaboratory(page, site.url);
    await stepTo(page, 3);
    await drawn(page);
    const before = await values(page);
    expect(before[0]).toBe("3");
    expect(before.filter((value) => !/^\d[\d.,]*%?$/.test(value ?? ""))).toEqual([]);
    await page.getByRole("button", { name: "Light or dark" }).click();
    await drawn(page);
    expect(await values(page)).toEqual(before);
    await page.setViewportSize({ width: 1250, height: 800 });
    await drawn(page);
    expect(await values(page)).toEqual(before);
    // A pointer that rests on a chart while its weeks are taken away leaves no value behind.
    await page.locator("figure.series .u-over").first().hover();
    await page.keyboard.press("0");
    await settled(page, 0);
    await page.getByRole("button", { name: "Step one week" }).press("Enter");
    await settled(page, 1);
    await drawn(page);
    expect((await values(page)).filter((value) => !/^(\d[\d.,]*%?)?$/.test(value ?? ""))).toEqual([]);
  });
});
