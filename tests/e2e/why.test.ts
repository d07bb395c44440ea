import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { Replay, type Story } from "../../src/observation/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { openLaboratory, runTo } from "../support/laboratory.ts";
import { scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const WEEKS = 40;

/** The community after some weeks, paused. */
async function ran(): Promise<{ page: Page; errors: string[]; week: number }> {
  const { page, errors } = await site.page();
  await openLaboratory(page, site.url);
  return { page, errors, week: await runTo(page, WEEKS) };
}

async function storyHere(index: number, weeks: number): Promise<Story> {
  const started = Replay.start({ start: await scenario("community", 'seed="1"'), agent: { kind: "resident", index }, from: 0 }, mechanisms);
  if (!started.ok) throw new Error(tellSaid("en", started.message));
  while (started.replay.world.week < weeks) started.replay.step();
  return started.replay.story();
}

/** The first matter that was brought to somebody by a week: not every one that arises is. */
async function firstRouted(weeks: number): Promise<number> {
  const start = await scenario("community", 'seed="1"');
  for (let index = 0; ; index++) {
    const started = Replay.start({ start, agent: { kind: "matter", index }, from: 0 }, mechanisms);
    if (!started.ok) throw new Error("no replay");
    while (started.replay.world.week < weeks) started.replay.step();
    if (started.replay.story().events.some(({ mechanism }) => mechanism === "routing")) return index;
  }
}

describe("ask why", () => {
  it("tells from the inspector, beside the run, a story whose draws are those of the run; what would have been is asked with one click", async () => {
    const { page, errors, week } = await ran();
    const digest = await page.locator("[data-digest]").getAttribute("data-digest");
    await page.getByRole("tab", { name: "Residents" }).click();
    await page.locator(".people .sheet[aria-busy=false] canvas").focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "Resident 0", exact: true }).waitFor();
    await page.getByRole("button", { name: "Why?" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".story-line");
    const here = await storyHere(0, week);
    await page.getByLabel("Also weeks in which values only drift").check();
    const shown = await page.locator(".story-line > li").count();
    expect(shown).toBe(Math.min(60, here.events.length));
    // The newest decision with a draw, as the page words it, is the newest that Node records.
    const draw = here.events
      .slice(-60)
      .reverse()
      .flatMap(({ draws }) => draws)
      .find(({ p }) => p.length === 2 && p[1] < 1);
    const label = await page.locator(".story-line svg.draw").first().getAttribute("aria-label");
    const drawn = Number(label?.match(/Random number ([\d.e-]+)/)?.[1]);
    expect(drawn).toBeCloseTo(draw?.u ?? Number.NaN, 2);
    await page.getByLabel("Also weeks in which values only drift").uncheck();
    await page.locator(".story-line .otherwise").first().click();
    await page.locator("section.otherwise").waitFor();
    await expect.poll(() => page.locator("section.otherwise").textContent()).toMatch(/would differ/);
    // Nothing of this has touched the run.
    await expect.poll(() => page.locator("[data-digest]").getAttribute("data-digest")).toBe(digest);
    await expect.poll(() => page.locator("[data-week]").getAttribute("data-week")).toBe(String(week));
    expect(errors).toEqual([]);
  });

  it("opens whom a story names, a matter along its whole path, and the specification of a mechanism", async () => {
    const { page, errors, week } = await ran();
    const n = await firstRouted(week);
    await page.getByRole("link", { name: "Ask why" }).click();
    await page.getByLabel("Whose story").selectOption("matter");
    await page.getByLabel("Number").fill(String(n));
    expect((await page.locator(".story-line").count()) + (await page.locator(".why progress").count())).toBe(0); // nothing runs until asked
    await page.getByRole("button", { name: "Tell the story" }).click();
    await page.getByRole("heading", { name: new RegExp(`^Matter ${n}, weeks 1 to`) }).waitFor();
    await page.getByText("takes a route").waitFor();
    const path = await page.locator(".story-line").textContent();
    for (const step of ["state: raised →", "route: none →", "who raised it: Resident"]) expect(path).toContain(step);
    await page.getByRole("button", { name: "Routes of matters" }).first().click();
    await page.waitForSelector(".register tbody tr");
    await expect.poll(() => page.locator(".register tbody").textContent()).toContain("Routes of matters");
    await page.getByRole("link", { name: "Ask why" }).click();
    await page
      .locator(".story-line .whom")
      .filter({ hasText: /^Resident/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /^Resident \d+, weeks 1 to/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it("says that there is no such agent before anything runs, and forgets a story when the run is another", async () => {
    const { page, errors } = await ran();
    await page.getByRole("link", { name: "Ask why" }).click();
    await page.getByLabel("Whose story").selectOption("organization");
    await page.getByLabel("Number").fill("99999999");
    await page.getByRole("button", { name: "Tell the story" }).click();
    await page.getByText(/There is no Organization 99999999: by this week there are \d+ of its kind/i).waitFor();
    expect(page.workers().filter((worker) => worker.url().includes("second.worker"))).toEqual([]);
    await page.getByLabel("Number").fill("0");
    await page.getByRole("button", { name: "Tell the story" }).click();
    await page.getByRole("heading", { name: /^Organization 0, weeks 1 to/ }).waitFor();
    await page.getByLabel("Seed").fill("2");
    await page.getByLabel("Seed").press("Enter");
    await page.waitForFunction(() => document.querySelector(".story") === null);
    expect(errors).toEqual([]);
  });

  it.each(["light", "dark"])("has nothing that axe finds serious, in Chinese too, %s", async (theme) => {
    const { page } = await ran();
    await page.getByRole("button", { name: "中文" }).click();
    if (theme === "dark") await page.getByRole("button", { name: "明暗切换" }).click();
    await page.getByRole("link", { name: "追问缘由" }).click();
    await page.getByRole("button", { name: "讲述" }).click();
    await page.waitForSelector(".story-line li");
    for (const summary of await page.locator(".story details > summary").all()) await summary.click();
    const { violations } = await new AxeBuilder({ page: page as never }).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))])).toEqual([]);
  });
});
