import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/experiment/index.ts";
import { agentDifferences, agentStatesOf } from "../../src/observation/index.ts";
import { openLaboratory, runTo } from "../support/laboratory.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const attribute = (page: Page, name: string) => page.locator(`[${name}]`).getAttribute(name);

/** The page of two runs, after some weeks of the first. */
async function opened(weeks: number): Promise<{ page: Page; errors: string[]; week: number }> {
  const { page, errors } = await site.page();
  await openLaboratory(page, site.url);
  const week = await runTo(page, weeks);
  await page.getByRole("link", { name: "Compare" }).click();
  await page.waitForSelector(".compare form");
  return { page, errors, week };
}

/** Waits until both worlds rest in the same week and what differs is told. */
async function rested(page: Page, week: number): Promise<void> {
  await page.waitForFunction(
    (n) => {
      const { counterfactualWeek, counterfactualDigest } =
        (document.querySelector("[data-counterfactual-week]") as HTMLElement | null)?.dataset ?? {};
      return counterfactualWeek === String(n) && counterfactualDigest !== "" && document.querySelector(".differences") !== null;
    },
    week,
    { timeout: 60_000 },
  );
}

/** The community with the programme off from a week on, in Node. */
async function without(from: number, weeks: number): Promise<Run> {
  const off = `interventions=[{"week":${from},"path":"partyBuilding","value":"off"}]`;
  return runWeeks(await scenario("community", 'seed="1"', off), weeks);
}

describe("two worlds", () => {
  it("are the same world when nothing is changed: no measure and no agent differs, the digests are equal, and stay so", async () => {
    const { page, errors, week } = await opened(20);
    await page.getByRole("button", { name: "Remove Party-building programme" }).click();
    await page.getByText("both runs would be equal").waitFor();
    await page.getByRole("button", { name: "Start the counterfactual", exact: true }).click();
    await rested(page, week);
    const then = await runTo(page, week + 10);
    await rested(page, then);
    expect(await attribute(page, "data-counterfactual-digest")).toBe(await attribute(page, "data-digest"));
    expect(await attribute(page, "data-differing")).toBe("0");
    expect(await attribute(page, "data-first")).toBe("0");
    expect([await attribute(page, "data-residents"), await attribute(page, "data-organizations")]).toEqual(["0", "0"]);
    await page.getByText("No measure differs.").waitFor();
    expect(errors).toEqual([]);
  });

  it("agree up to the week of the change; the second is the one that Node runs with that intervention, agents included", async () => {
    const { page, errors, week } = await opened(40);
    const from = 25;
    await page.getByLabel("From before week").fill(String(from));
    await page.getByRole("button", { name: "Start the counterfactual", exact: true }).click();
    await rested(page, week);
    const here = runWeeks(await scenario("community", 'seed="1"'), week);
    const there = await without(from, week);
    expect(await attribute(page, "data-digest")).toBe(here.stateDigest());
    expect(await attribute(page, "data-counterfactual-digest")).toBe(there.stateDigest());
    expect(Number(await attribute(page, "data-first"))).toBeGreaterThanOrEqual(from);
    // Series and their difference in one unit; what is zero in one run alone does not lead.
    expect(await page.locator('[data-measure="participation_rate"] figcaption').allTextContents()).toEqual([
      expect.stringMatching(/\(% of adults\)$/),
      expect.stringMatching(/difference \(percentage points\)$/),
    ]);
    const cells = await page.locator(".differences tbody tr:first-child td").allTextContents();
    expect(cells.slice(0, 2)).not.toContain("0");
    expect(Number(cells[3])).toBeGreaterThan(0);
    const residents = agentDifferences(agentStatesOf(here.world), agentStatesOf(there.world), "resident", 1);
    expect(residents.total).toBeGreaterThan(0);
    expect(await attribute(page, "data-residents")).toBe(String(residents.total));
    // Those who differ open in both runs, with their stories side by side.
    await page.locator(".differences .link").last().click();
    await page.waitForFunction(() => document.querySelectorAll(".pair .story").length === 2);
    await expect.poll(() => page.locator(".pair").textContent()).toContain("in both runs");
    expect(errors).toEqual([]);
  });

  it("branch off a checkpoint where the change is of the next week, and go on in step", async () => {
    const { page, errors, week } = await opened(15);
    await page.getByRole("button", { name: "Start the counterfactual", exact: true }).click();
    await rested(page, week);
    expect(await attribute(page, "data-differing")).toBe("0");
    const then = await runTo(page, week + 12);
    await rested(page, then);
    expect(await attribute(page, "data-counterfactual-digest")).toBe((await without(week + 1, then)).stateDigest());
    expect(Number(await attribute(page, "data-differing"))).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it("stand in the address: a reload brings both back, the second the same to the bit", async () => {
    const { page, errors, week } = await opened(20);
    await page.getByLabel("From before week").fill("8");
    await page.getByRole("button", { name: "Start the counterfactual", exact: true }).click();
    await rested(page, week);
    await page.waitForFunction(() => location.hash.includes("&other=8&other:partyBuilding=off"));
    const [first, second] = [await attribute(page, "data-digest"), await attribute(page, "data-counterfactual-digest")];
    await page.reload();
    await rested(page, week);
    expect([await attribute(page, "data-digest"), await attribute(page, "data-counterfactual-digest")]).toEqual([first, second]);
    await expect.poll(() => page.locator(".standing").textContent()).toMatch(/Changed: .*: off/);
    await page.waitForFunction(() => location.hash.includes("&other=8&other:partyBuilding=off"));
    await page.getByRole("button", { name: "End the counterfactual" }).click();
    await page.waitForFunction(() => !location.hash.includes("other"));
    expect(errors).toEqual([]);
  });

  it("lead to pairs of runs that ask of the same change, from the same week on", async () => {
    const { page, week } = await opened(12);
    await page.getByLabel("From before week").fill("6");
    await page.getByRole("button", { name: "Start the counterfactual", exact: true }).click();
    await rested(page, week);
    await page.locator(".standing").getByRole("button", { name: "Is it real?" }).click();
    await page.getByText("The change: Week 6: Party-building programme: off.").waitFor();
    await page.getByRole("button", { name: "Make it a plan" }).click();
    await page.getByText("24 runs:").waitFor();
    const plan = await page.getByRole("textbox", { name: "Plan", exact: true }).inputValue();
    expect(plan).toMatch(/- week: 6\s+path: partyBuilding\s+value: off/);
  });

  it("change what is sought in words, with its unit and its bounds", async () => {
    const { page } = await opened(3);
    await page.getByRole("searchbox", { name: "Search parameters" }).fill("no such thing at all");
    await page.getByText("No parameter").waitFor();
    await page.getByRole("searchbox", { name: "Search parameters" }).fill("shuttles");
    await page.getByRole("searchbox", { name: "Search parameters" }).fill("rigidity");
    const change = page.locator(".compare select").first();
    await expect.poll(() => change.inputValue()).toBe("rigidity");
    await page.locator("#compare-value").fill("7");
    await page.locator("#compare-value").press("Enter");
    await page.getByText("7 is not a number from 0 to 1").waitFor();
    await page.locator("#compare-value").fill("0.9");
    await page.locator("#compare-value").press("Enter");
    await page.getByRole("button", { name: "Add the change" }).click();
    await page.getByText("Rigidity: 0.9").waitFor();
  });

  it("say what the second is, whatever is being prepared for another, and it ends with the past that it branched off", async () => {
    const { page, errors, week } = await opened(12);
    await page.getByRole("button", { name: "Start the counterfactual" }).click();
    await rested(page, week);
    const standing = page.locator(".standing");
    await expect.poll(() => standing.textContent()).toMatch(/Changed: .*: off/);
    await page.getByRole("button", { name: "Programme as placebo" }).click();
    await expect.poll(() => standing.textContent()).toMatch(/Changed: .*: off/);
    await page.getByLabel("Seed", { exact: true }).fill("5");
    await page.getByLabel("Seed", { exact: true }).press("Enter");
    await page.getByText("the counterfactual run ended with it").waitFor();
    await expect.poll(() => standing.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it.each(["light", "dark"])("are reached by keyboard and have nothing that axe finds serious, in Chinese too, %s", async (theme) => {
    const { page, week } = await opened(15);
    await page.getByRole("button", { name: "中文" }).click();
    if (theme === "dark") await page.getByRole("button", { name: "明暗切换" }).click();
    await page.getByLabel("从第几周之前开始").fill("5");
    await page.getByLabel("从第几周之前开始").press("Enter");
    await rested(page, week);
    await page.locator(".differences .link").last().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".pair .story").length === 2);
    const { violations } = await new AxeBuilder({ page: page as never }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))])).toEqual([]);
  });
});
