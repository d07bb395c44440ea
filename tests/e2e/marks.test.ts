import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serious } from "../support/accessibility.ts";
import { openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const participation = (page: Page) => page.locator("figure.series").first();
const legend = (page: Page) =>
  participation(page)
    .locator(".u-legend tr:visible")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent ?? "")));
const list = (page: Page) => page.locator(".change-list li").allTextContents();

/** The table behind the first chart: its heads, and a row by its week. */
async function table(page: Page, week: number): Promise<{ heads: string[]; row: string[] }> {
  const button = page.locator(".measures .card").first().getByRole("button", { name: "Table: Participation", exact: true });
  await button.click();
  const behind = page.locator(".measures .card").first().locator("table");
  const heads = await behind.locator("thead th").allTextContents();
  const rows = await behind
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")));
  await button.click();
  return { heads, row: rows.find(([first]) => first === String(week)) ?? [] };
}

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

describe("what is changed", () => {
  it("is marked in every chart and listed in words; the curve of before stays when it is moved and taken back", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await stepTo(page, 4);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await page.getByRole("slider", { name: "Party-building programme: off" }).waitFor();
    await expect.poll(() => list(page)).toEqual(["Week 5: Party-building programme: off"]);
    await stepTo(page, 14);
    expect((await legend(page)).map(([name]) => name)).not.toContain("before");

    // Pointed at in a chart, and held by keyboard, it is told there; elsewhere it is not.
    const changed = participation(page).locator(".changed");
    await expect.poll(() => changed.textContent()).toBe("");
    await page.locator(".change-list li button").click();
    await page.mouse.move(5, 5); // no week is under the pointer
    await participation(page).focus();
    await changed.getByText("1 Week 5: Party-building programme: off").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await changed.getByText("1 Week 5: Party-building programme: off").waitFor();
    const box = await participation(page).locator(".u-over").boundingBox();
    if (!box) throw new Error("no chart");
    await page.mouse.move(box.x + (box.width * 4) / 13, box.y + box.height / 2); // week 5 of 1 to 14
    await page.waitForFunction(() => document.querySelector("figure.series .changed")?.textContent?.startsWith("1 Week 5"));
    await page.mouse.move(box.x + (box.width * 11) / 13, box.y + box.height / 2);
    await page.waitForFunction(() => document.querySelector("figure.series .changed")?.textContent === "");
    await page.mouse.move(5, 5);
    await participation(page).focus();
    await page.keyboard.press("Escape");

    // Taken back, the run with the change is the grey one; both are those that Node runs.
    await page.getByRole("slider", { name: "Party-building programme: off" }).focus();
    await page.keyboard.press("Delete");
    await page.getByText("Grey, “before”").waitFor();
    await settled(page, 14);
    await expect.poll(() => page.locator(".change-list p").textContent()).toContain("(with Week 5: Party-building programme: off)");
    const off = `interventions=[{"week":5,"path":"partyBuilding","value":"off"}]`;
    const [now, before] = [await scenario("community", 'seed="1"'), await scenario("community", 'seed="1"', off)].map((one) =>
      percent.format(runWeeks(one, 14).recorder.value("participation_members", 14)),
    );
    const { heads, row } = await table(page, 14);
    expect(heads[heads.indexOf("party members") + 4]).toBe("party members, before");
    expect(row[heads.indexOf("party members")]).not.toBe("");
    const read = (text: string) => percent.format(Number(text.replace("%", "")) / (text.includes("%") ? 100 : 1));
    expect(read(row[heads.indexOf("party members")])).toBe(now);
    expect(read(row[heads.indexOf("party members, before")])).toBe(before);
    expect((await legend(page)).filter(([name]) => name === "before").length).toBe(1);

    await page.getByRole("button", { name: "Take it away" }).click();
    await expect.poll(async () => (await legend(page)).map(([name]) => name)).not.toContain("before");
    expect(errors).toEqual([]);
  });

  it("by the scenario file is marked too, and another scenario leaves no curve of before", async () => {
    const { page } = await site.page();
    await page.goto(`${site.url}#laboratory?1&scenario=rigid-flexible&population.residents=2000&week=6`);
    await settled(page, 6);
    for (const said of await list(page)) expect(said).toMatch(/^Week \d+: .*\(from the scenario file\)$/);
    expect((await list(page)).length).toBeGreaterThan(0);
    await page.getByLabel("Seed", { exact: true }).fill("5");
    await page.getByLabel("Seed", { exact: true }).press("Enter");
    await page.getByText("Grey, “before”").waitFor();
    await expect.poll(() => page.locator(".change-list p").textContent()).toContain("(seed 1)");
    await openLaboratory(page, site.url);
    await expect.poll(() => page.locator(".change-list").count()).toBe(0);
  });

  it.each([
    [390, "light"],
    [1280, "dark"],
  ])("is read in Chinese too, %i pixels, %s, and axe finds nothing serious", async (width, theme) => {
    const { page } = await site.page({ width, height: 844 });
    await openLaboratory(page, site.url);
    await page.goto(`${site.url}#laboratory?1&scenario=community&partyBuilding@5=off&week=12`);
    await page.locator(".change-list li").waitFor();
    await settled(page, 12);
    await page.getByRole("button", { name: "中文" }).click();
    if (theme === "dark") await page.getByRole("button", { name: "明暗切换" }).click();
    await expect.poll(() => list(page)).toEqual(["第 5 周：党建工作：关"]);
    await page.locator(".change-list li button").focus();
    expect(await serious(page, ".measures")).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
