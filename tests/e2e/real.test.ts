import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serious } from "../support/accessibility.ts";
import { drop, enterPage, openLaboratory, settled } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";
import { studyFiles } from "../support/study.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const small = "extends: community.yaml\ntitle: Small\npopulation: { residents: 400 }\norganizations: { count: 4 }\n";

/** A small laboratory, with something changed if wanted, and the page that asks whether it is real. */
async function asked(width: number, change: boolean): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await site.page({ width, height: 900 });
  await openLaboratory(page, site.url);
  await drop(page, "small.yaml", small);
  await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "small.yaml");
  await settled(page, 0);
  if (change) {
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await settled(page, 0);
  }
  await page.getByRole("main").getByRole("link", { name: "Is it real?" }).click();
  await page.locator(".real").waitFor();
  return { page, errors };
}

describe("whether a change is real", () => {
  it("is answered by pairs of runs: a verdict in words, the interval as it narrows, and a plan at one press", async () => {
    const { page, errors } = await asked(1280, true);
    await expect.poll(() => page.locator(".real header").textContent()).toContain("The change: Party-building programme: off.");
    await page.getByText(/seconds? a pair on this machine/).waitFor(); // before anything has run
    await page.getByRole("button", { name: "Run pairs until it can be told" }).click();
    await page.locator("tr[data-measure]").first().waitFor(); // while the runs come in
    // It ends by itself, long before the sixty pairs that it may take: the change is a large one.
    await page.getByRole("button", { name: "Go on until it can be told" }).waitFor({ timeout: 120_000 });
    await page.getByText(/Precise enough after \d+ pairs: .*confidence sequence/s).waitFor();

    const verdicts = await page.locator("tr[data-measure]").evaluateAll((all) => all.map((row) => row.getAttribute("data-verdict")));
    expect(verdicts.length).toBe(10);
    expect(verdicts).not.toContain("tooEarly");
    const pairs = Number(/(\d+) pairs\.$/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[1]);
    expect(pairs).toBeGreaterThanOrEqual(6);
    expect(pairs).toBeLessThan(60);
    const counts = (await page.locator(".narrowing g text").allTextContents()).map(Number);
    expect(counts.at(-1)).toBe(pairs);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));

    // The reader sets what would matter, and the words follow: nothing here differs by 50 points.
    const least = page.getByLabel("Least difference that matters, points");
    await least.fill("50");
    await least.blur();
    await expect.poll(() => page.locator("tr[data-verdict=higher], tr[data-verdict=lower]").count()).toBe(0);

    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toMatch(new RegExp(`参与率.*${pairs} 对`));
    await page.getByRole("button", { name: "English" }).click();

    await page.getByRole("button", { name: "Make it a plan" }).click();
    await page.locator("nav.pages a[href='#experiments'][aria-current=page]").waitFor();
    await page.getByText(`${2 * Math.max(12, pairs)} runs:`).waitFor();
    await expect
      .poll(() => page.getByRole("textbox", { name: "Plan", exact: true }).inputValue())
      .toMatch(/changed:\s+set:\s+partyBuilding: off/);
    expect(errors).toEqual([]);
  });

  it("is not said of another change, and what runs can be stopped", async () => {
    const { page, errors } = await asked(390, false);
    await expect.poll(() => page.locator(".real header").textContent()).toContain("with it against without it");
    await page.getByRole("button", { name: "Run pairs until it can be told" }).click();
    await page.locator("tr[data-measure]").first().waitFor();
    await page.getByRole("button", { name: "Stop" }).last().click();
    await page.getByRole("button", { name: "Go on until it can be told" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await enterPage(page, "laboratory");
    await page.getByRole("button", { name: "What would you change?" }).click(); // on a phone
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("placebo");
    await settled(page, 0);
    await enterPage(page, "real");
    await expect.poll(() => page.locator("tr[data-measure]").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("is asked over seeds and parameters where a posterior was opened, whose picture stands among the experiments", async () => {
    const { page, errors } = await asked(1280, true);
    const { description, posterior } = studyFiles();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles([
        { name: "experiment.json", mimeType: "application/json", buffer: Buffer.from(description) },
        { name: "posterior.parquet", mimeType: "", buffer: Buffer.from(posterior) },
      ]);
    const study = page.locator(".study");
    await study.getByText("0 of 1 held-out observations").waitFor();
    await study.locator("figure svg[role=img]").waitFor();
    await study.getByRole("button", { name: "Is it real, over seeds and parameters?" }).click();
    await page.getByText("from 1 sets of “A small fit”").waitFor();
    await page.locator("tr[data-measure]").first().waitFor();
    await page.getByText("It covers seeds and parameters").waitFor();
    await page.getByRole("button", { name: "Stop" }).last().click();
    await page.getByRole("button", { name: "Leave the posterior out" }).click();
    await expect.poll(() => page.locator("tr[data-measure]").count()).toBe(0);
    await page.getByRole("button", { name: "Draw from the posterior" }).click();
    await page.getByRole("button", { name: "Make it a plan" }).click();
    await expect.poll(() => page.getByRole("textbox", { name: "Plan", exact: true }).inputValue()).toMatch(/draws: own\s+rows:/);
    expect(errors).toEqual([]);
  });
});
