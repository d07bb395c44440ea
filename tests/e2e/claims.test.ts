import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claims, record } from "../../src/pages/claims/shipped.ts";
import { serious } from "../support/accessibility.ts";
import { enterPage, settled } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const WIDE = 1440;

/** The claims, or one of them, once the worker has told what its measures are called. */
async function opened(width = WIDE, place = ""): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await site.page({ width, height: 900 });
  await page.goto(`${site.url}#claims${place}`);
  if (width >= 1200 || place !== "") await page.locator(".mechanisms li").first().waitFor();
  else await page.locator(".board ol a").first().waitFor();
  return { page, errors };
}
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe("the claims board", () => {
  it("shows each claim with its contrasts as they were recorded, and says of which model", async () => {
    const { page, errors } = await opened();
    await expect.poll(() => page.locator(".board ol li").count()).toBe(22);
    const marks = await page.locator(".board .strip").evaluateAll((all) => all.map((strip) => strip.querySelectorAll(".stand").length));
    // A claim whose file was changed since has nothing to show until it is recorded anew.
    expect(marks).toEqual(claims.map(({ rows = [] }) => rows.length));
    const counts = await page.locator(".standings strong").allTextContents();
    expect(counts.map(Number).reduce((a, b) => a + b, 0)).toBe(claims.flatMap(({ rows = [] }) => rows).length);
    await page.getByText(`Recorded on ${record.date}`).waitFor();
    // Either the same state of the same district, or it says that it is not.
    await page.locator(".same-model, .other-model").first().waitFor();

    await page.getByRole("searchbox", { name: "Search the claims" }).fill("time bank");
    await page.getByRole("link", { name: /^Does a time bank/ }).click();
    await page.getByRole("heading", { name: /^Does a time bank/ }).waitFor();
    expect(page.url()).toContain("#claims/06-time-bank");
    const claim = page.locator("article.claim");
    await expect.poll(() => claim.locator("tbody tr").count()).toBe(5);
    for (const said of ["The time bank sustains volunteering", "What would count against it", "Competing explanation", "hours a year"])
      await expect.poll(() => claim.textContent()).toContain(said);
    await expect.poll(() => claim.locator(".mechanisms").textContent()).toContain("switch: ");
    await expect.poll(() => claim.locator(".arms li").count()).toBe(6);
    expect(errors).toEqual([]);
  });

  it("says what matters by what the reader sets", async () => {
    const { page } = await opened(WIDE, "/12-rigid-flexible");
    const standings = () => page.locator("tr[data-standing]").evaluateAll((all) => all.map((row) => row.getAttribute("data-standing")));
    const shown = ["claimed", "defaultsOnly", "reverse"];
    expect((await standings()).some((one) => shown.includes(one ?? ""))).toBe(true);
    const times = page.getByLabel("Smallest effects of interest, times");
    await times.fill("1000");
    await times.blur();
    await expect.poll(async () => (await standings()).filter((one) => shown.includes(one ?? ""))).toEqual([]);
  });

  it("runs the pairs of a claim here: the interval narrows, and they are those recorded or it says that they are not", async () => {
    const { page, errors } = await opened(WIDE, "/15-role-transformation");
    await page.getByRole("button", { name: "Run 12 pairs here" }).click();
    await page.getByText(/Run here: \d+ pairs/).waitFor({ timeout: 150_000 });
    await page.getByRole("button", { name: "Run 12 more pairs" }).waitFor({ timeout: 150_000 });
    await expect.poll(() => page.locator("article .help").first().textContent()).toContain("Run here: 12 pairs");
    const told = await page.locator("article .same-model, article .other-model").textContent();
    const same = (await page.locator(".board .other-model").count()) === 0;
    if (same) expect(told).toContain(`The first ${Math.min(12, record.pairs)} pairs came out as recorded, to the last digit.`);
    else expect(told).toMatch(/to the last digit|came out otherwise than recorded/);
    const looked = await page.locator(".narrowing g text").allTextContents();
    expect(looked.at(-1)).toBe("12");
    await page.getByRole("button", { name: "Show what was recorded" }).click();
    await page.getByText(`As recorded: ${record.pairs} pairs`).waitFor();
    expect(errors).toEqual([]);
  });

  it("opens both worlds side by side, an arm in the laboratory, and its pairs as a plan", async () => {
    const { page, errors } = await opened(WIDE, "/22-epidemic");
    await page.getByRole("button", { name: "Open both worlds: A and B" }).click();
    await page.locator("nav.pages a[href='#laboratory'][aria-current=page]").waitFor();
    await page.locator(".against .told").getByText("Week 234").waitFor({ timeout: 120_000 });
    await expect.poll(() => page.locator(".against footer").textContent()).toContain("“baseline”: ");

    const claim = () => page.evaluate(() => void (location.hash = "claims/22-epidemic"));
    await claim();
    await page.getByRole("link", { name: "Open arm B in the laboratory" }).click();
    await settled(page, 234);
    await expect.poll(() => page.locator(".scenario select").inputValue()).toBe("district.yaml");
    await expect.poll(() => page.getByLabel("Party-building programme", { exact: true }).inputValue()).toBe("off");

    await claim();
    await page.getByRole("button", { name: "Make it a plan" }).click();
    await page.getByText("48 runs:").waitFor();
    expect(errors).toEqual([]);
  });

  it("is walked by keyboard alone", async () => {
    const { page } = await opened(820);
    await page.locator(".board ol a").nth(4).focus();
    await page.keyboard.press("Enter");
    // The claim has taken the place of the list: one stands at its head.
    await page.locator("#claim-head:focus").waitFor();
    await expect.poll(() => page.locator(".board").isVisible()).toBe(false);
    await page.getByRole("link", { name: "← All claims" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".board ol a").first().waitFor();
  });

  it.each([390, 820, 1280, 1440])("is whole and meets nothing that axe finds serious, %i pixels wide", async (width) => {
    const { page, errors } = await opened(width);
    for (const place of ["", "/02-extension-operation", "/11-seven-lines"]) {
      await page.evaluate((hash) => void (location.hash = hash), `claims${place}`);
      if (place !== "")
        await page
          .locator(`[data-claim="${place.slice(1)}"] .mechanisms li`)
          .first()
          .waitFor();
      for (const language of ["中文", "English"]) {
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await serious(page)).toEqual([]);
        await page.getByRole("button", { name: language }).click();
      }
    }
    await page.getByRole("button", { name: "中文" }).click();
    const text = (await page.locator("article.claim").textContent()) ?? "";
    expect(text).toContain("竞争性解释");
    expect(text).not.toMatch(/\{\{|undefined|NaN/);
    expect(errors).toEqual([]);
  });
});

describe("the register", () => {
  it("leads from a row to its mechanisms, parameters and claims, and from a claim to its rows", async () => {
    const { page, errors } = await opened(WIDE, "/06-time-bank");
    await page.locator("article .of").getByRole("link", { name: "V2", exact: true }).click();
    await page.locator("[data-row=V2]").waitFor();
    expect(page.url()).toContain("#register/V2");
    const row = page.locator("[data-row=V2]");
    await expect.poll(() => row.locator(".mechanisms").textContent()).toContain("Time bank");
    await row.getByRole("link", { name: /^6\. Does a time bank/ }).click();
    await page.locator('[data-claim="06-time-bank"]').waitFor();

    await enterPage(page, "register");
    await page.getByRole("searchbox", { name: "Search the register" }).fill("endogenous drive of residents");
    await page.getByText("No row has these words.").waitFor();
    await page.getByRole("searchbox", { name: "Search the register" }).fill("drive of their own"); // words of a claim find its rows
    await page.getByRole("row", { name: /^Z25/ }).getByRole("link", { name: "Z25" }).click();
    await page
      .locator("[data-row=Z25]")
      .getByRole("button", { name: /^In the laboratory: / })
      .first()
      .click();
    await page.locator("nav.pages a[href='#laboratory'][aria-current=page]").waitFor();
    await expect.poll(() => page.getByRole("searchbox", { name: "Search parameters" }).inputValue()).not.toBe("");
    await expect.poll(() => page.locator(".controls .control").count()).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it.each([390, 1280])("is whole and meets nothing that axe finds serious, %i pixels wide", async (width) => {
    const { page } = await site.page({ width, height: 900 });
    await page.goto(`${site.url}#register`);
    await page.locator(".register tbody tr").first().waitFor();
    for (const place of ["", "/N03"]) {
      await page.evaluate((hash) => void (location.hash = hash), `register${place}`);
      if (place !== "") await page.locator("[data-row=N03]").waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
    }
  });
});
