import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDistrict } from "../../src/workbook/index.ts";
import { drop, openLaboratory, runTo, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";
import { gbk } from "../support/workbooks.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const week = (page: Page) => page.locator("[data-week]").getAttribute("data-week").then(Number);
const scenarioShown = (page: Page) => page.locator(".scenario select").inputValue();

/** The beginning of a JPEG as a phone writes it. */
const photo = Uint8Array.of(
  0xff,
  0xd8,
  0xff,
  0xe1,
  0x45,
  0x78,
  0x69,
  0x66,
  0x4d,
  0x4d,
  0x2a,
  0x08,
  0x0b,
  0xd7,
  0xa3,
  0x91,
  0x0a,
  0x3a,
  0x20,
  0xe9,
);
const cases: [what: string, name: string, content: Uint8Array | string, said: string][] = [
  ["a photo", "photo.jpg", photo, "photo.jpg is neither a scenario, nor a checkpoint, nor results of a batch."],
  ["a damaged checkpoint", "half.4c", new TextEncoder().encode(`4CIRCLES${"x".repeat(80)}`), "half.4c is damaged"],
  ["a scenario with faults", "mine.yaml", "title: Mine\nrigidity: 7\n", "mine.yaml cannot be opened; what was open stays as it is."],
  ["a text that is no scenario", "notes.txt", "Dear all,\nsee you at ten.\n", "notes.txt cannot be opened; what was open stays as it is."],
];

describe("what cannot be opened", () => {
  it.each(cases)("leaves the run as it is, at rest and in mid-run: %s", async (_, name, content, said) => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    const digest = await stepTo(page, 3);
    await drop(page, name, content);
    await page.getByText(said).waitFor();
    expect(await settled(page, 3)).toBe(digest);
    expect(await scenarioShown(page)).toBe("community.yaml");
    await expect.poll(() => page.locator(".measures").count()).toBe(1);
    await page.locator(".notices").getByRole("button", { name: "Close" }).click();

    await page.locator(".speed select").selectOption("12");
    await page.getByRole("button", { name: "Run" }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week) > 5);
    await drop(page, name, content);
    await page.getByText(said).waitFor();
    const then = await week(page);
    await page.waitForFunction((n) => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week) > n + 1, then);
    expect(errors).toEqual([]);
  });

  it("is said of a damaged link too, and of one that asks for what cannot be", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    const digest = await stepTo(page, 2);
    for (const [query, said] of [
      ["1&scenario=nowhere&week=3", "the scenario nowhere.yaml, which this copy of the laboratory does not have"],
      ["1&scenario=community&text=AAAA", "The scenario in the link is damaged"],
      ["1&scenario=community&rigidity=7&week=9", "rigidity is 7"],
    ]) {
      await page.evaluate((hash) => (location.hash = hash), `laboratory?${query}`);
      await page.getByText(said).waitFor();
      expect(await settled(page, 2)).toBe(digest);
      await page.waitForFunction(() => location.hash.includes("week=2")); // the address is that of what is open
    }
    expect(errors).toEqual([]);
  });

  it("leaves a page that is opened by such a link with the laboratory as it opens", async () => {
    const { page } = await site.page();
    await page.goto(`${site.url}#laboratory?1&scenario=community&rigidity=7&week=9`);
    await page.getByText("rigidity is 7").waitFor();
    await settled(page, 0);
    await stepTo(page, 1);
  });
});

describe("the address", () => {
  it("is kept up while a run goes on: a reload in mid-run comes back to about its week", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await page.locator(".speed select").selectOption("12");
    await page.getByRole("button", { name: "Run" }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week) >= 30);
    const before = await week(page);
    await page.reload();
    await settled(page);
    const after = await week(page);
    expect(after).toBeGreaterThan(before - 20);
    expect(after).toBeLessThan(before + 12);
  });
});

describe("what was said of a run", () => {
  it("is not said of another: the verdict on a link goes when the seed is changed, the copied link when its run is", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await stepTo(page, 2);
    await page.waitForFunction(() => location.hash.includes("week=2"));
    const { page: other } = await site.page();
    await other.goto(page.url());
    await other.getByText("The same run: at week 2").waitFor();
    await other.getByLabel("Seed").fill("7");
    await other.getByLabel("Seed").press("Enter");
    await other.waitForFunction(() => document.querySelector(".told") === null);
    await settled(other, 0);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied.").waitFor();
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await page.waitForFunction(() => document.querySelector(".told") === null);
    expect(errors).toEqual([]);
  });
});

describe("a run", () => {
  it("is not undone by a double click, and what is asked of it at once is done in order", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await page.locator(".speed select").selectOption("12");
    await page.getByRole("button", { name: "Run" }).dblclick();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week) >= 3);
    // In mid-run another scenario, and Run before it stands.
    await page.evaluate(() => {
      const select = document.querySelector(".scenario select") as HTMLSelectElement;
      select.value = "elevators.yaml";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      (document.querySelector(".drive button[aria-label=Reset]") as HTMLButtonElement).click();
    });
    await settled(page, 0);
    expect(await scenarioShown(page)).toBe("elevators.yaml");
    await page.getByRole("button", { name: "Step one week" }).dblclick();
    await settled(page, 2);
    expect(await runTo(page, 6)).toBeGreaterThanOrEqual(6);
    expect(errors).toEqual([]);
  });
});

it("reads the tables of a district, says what is given and what is assumed, and opens it", async () => {
  const { page, errors } = await site.page();
  await openLaboratory(page, site.url);
  await drop(page, "bad.csv", "社区,常住人口\n永红社区,-5\n");
  await page.getByText("bad!B2: is -5.").waitFor();
  const table = gbk("街道,社区,常住人口\n永红街道,永红社区,900\n,西林社区,600\n合计,,1500\n");
  await drop(page, "mine.csv", table);
  await page.getByText("2 communities, 1500 residents").waitFor();
  const report = page.getByRole("status", { name: "Where each quantity is from" });
  await report.getByText("What is doubtful: 2").click();
  await report.getByText("mine!4: is a total, and is left out.").waitFor();
  await report.locator("summary").getByText("Where each quantity is from").click();
  const { district } = await readDistrict([{ name: "mine.csv", bytes: table }]);
  await report.getByText(`Checksum of the data: ${district?.digest}`).waitFor(); // as Node has it
  expect(await scenarioShown(page)).toBe("mine.yaml");
  await stepTo(page, 2);
  expect(errors).toEqual([]);
});
