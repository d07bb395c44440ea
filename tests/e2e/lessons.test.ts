import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/accessibility.ts";
import { drop, saved } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const PATIENCE = { timeout: 120_000 };
const told = async (page: Page): Promise<string> => {
  await page.locator(".reveal .told").waitFor(PATIENCE);
  await expect.poll(() => page.locator(".predict progress").count(), PATIENCE).toBe(0);
  return (await page.locator(".reveal .told").textContent()) as string;
};

describe("a lesson", () => {
  it("is gone through by keyboard: draw, see where it parted from the runs, come back, step on, export, end in the laboratory", async () => {
    const { page, errors } = await site.page();
    await page.goto(`${site.url}#lessons`);
    await expect.poll(() => page.locator(".shelf a").count()).toBe(7);
    await page.locator(".shelf a").first().click();
    const last = page.locator(".knot").last();
    await last.focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press("PageUp");
    await expect.poll(() => last.getAttribute("aria-valuetext")).toBe("100.0%");
    expect(await violations(page, ".lesson")).toEqual([]);
    await page.getByRole("button", { name: "That is what I expect" }).click();
    expect(await told(page)).toMatch(/^Your line is .*above the band in weeks \d+ to 104, by up to \d+\.\d points\.$/);
    expect(new URL(page.url()).hash).toMatch(/^#lessons\/1-neighbours\/1\/p1-0\.25_/);
    const sentence = await told(page);

    await page.reload();
    expect(await told(page)).toBe(sentence); // from the address, against the same runs
    const { name, bytes } = await saved(page, () => page.getByRole("button", { name: "Predictions (CSV)" }).click());
    expect(name).toBe("1-neighbours-predictions.csv");
    const rows = bytes.toString().trim().split("\n");
    expect(rows).toHaveLength(10);
    expect(rows[9]).toMatch(/,curve,participation_rate,104,1,0\.\d+,0\.\d+,0\.\d+,0\.\d+$/);

    await page.keyboard.press("PageDown");
    await page.getByRole("radio").nth(3).check();
    await page.getByRole("button", { name: "That is what I expect" }).click();
    expect(await told(page)).toMatch(/^What you chose came about in \d+ of 16 runs\.$/);
    await page.getByRole("button", { name: "See it in a run" }).click();
    await page.locator(".scene-run .uplot").waitFor(PATIENCE);
    await expect.poll(() => page.locator(".scene-run .busy").count(), PATIENCE).toBe(0);
    await page.getByText("Standing out: all adults; weeks 53 to 104.").waitFor();

    await page.keyboard.press("PageDown");
    await page.getByRole("button", { name: "To the laboratory" }).click();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#laboratory/);
    expect(errors).toEqual([]);
  });

  it("of a teacher opens when it is dropped, travels in the link, and says what is wrong with it", async () => {
    const { page } = await site.page({ width: 390, height: 844 });
    const text = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(import.meta.dirname, "../../docs/lessons.md"), "utf8"))?.[1] as string;
    await page.goto(`${site.url}#lessons`);
    await page.locator(".shelf a").first().waitFor();
    await drop(page, "wrong.yaml", text.replace("awareness_knows", "awareness_nos"));
    await page.locator(".alarm code", { hasText: "wrong.yaml:19:16" }).waitFor();
    await drop(page, "mine.yaml", text);
    await page.getByRole("heading", { name: "Does asking more often help?" }).waitFor();
    await page.getByRole("radio").nth(2).check();
    await page.getByRole("button", { name: "That is what I expect" }).click();
    await expect.poll(() => page.url()).toContain("/p1-2");

    const { page: other } = await site.page();
    await other.goto(page.url());
    expect(await told(other)).toMatch(/of 12 runs/);
    await other.getByRole("button", { name: "For a projector" }).click();
    await other.locator(".lesson-stage .told").waitFor(PATIENCE);
    const size = await other.locator(".lesson-stage .told").evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    expect(size).toBeGreaterThanOrEqual(24);
    await other.goto(`${site.url}#lessons/~nothing/1`);
    await other.getByText("This link does not hold a lesson that can be read.").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
