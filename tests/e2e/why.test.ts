import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chanceAt } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { type Agent, Replay, type Story, StoryFinder, type StoryKind } from "../../src/observation/index.ts";
import { agentName, type Language, say, tellLife, tellSaid, tellSuggestion } from "../../src/words/index.ts";
import { serious } from "../support/accessibility.ts";
import { openLaboratory, runTo, settled } from "../support/laboratory.ts";
import { scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const WEEKS = 40;
const start = await scenario("community", 'seed="1"');

/** The community after some weeks, paused, where it is asked why. */
async function ran(): Promise<{ page: Page; errors: string[]; week: number }> {
  const { page, errors } = await site.page();
  await openLaboratory(page, site.url);
  const week = await runTo(page, WEEKS);
  await page.getByRole("tab", { name: "Ask why" }).click();
  return { page, errors, week };
}

/** Whom the rules find in the same run. */
function suggestionsHere(weeks: number) {
  const run = Run.start(start, mechanisms);
  const finder = new StoryFinder(run.world);
  while (run.world.week < weeks) {
    run.step();
    finder.observe(run.world);
  }
  return finder.suggestions(run.world);
}

function storyHere(agent: Agent<StoryKind>, weeks: number): Story {
  const started = Replay.start({ start, agent, from: 0 }, mechanisms);
  if (!started.ok) throw new Error(tellSaid("en", started.message));
  while (started.replay.world.week < weeks) started.replay.step();
  return started.replay.story();
}

const byId = new Map(mechanisms.map((mechanism) => [mechanism.id, mechanism]));
const sentences = (language: Language, story: Story) => {
  const life = tellLife(language, story, {
    meaning: (mechanism, stream, draw) => chanceAt(byId.get(mechanism)?.chances?.[stream], draw),
    title: (id) => byId.get(id)?.title[language] ?? say(language, "story_week"),
  });
  return [...life.who, ...life.turned, ...life.stands].map(({ text }) => text);
};

/** The first matter that was brought to somebody by a week: not every one that arises is. */
function firstRouted(weeks: number): number {
  for (let index = 0; ; index++)
    if (storyHere({ kind: "matter", index }, weeks).events.some(({ mechanism }) => mechanism === "routing")) return index;
}

describe("ask why", () => {
  it("suggests whom to ask, tells one in sentences beside their circles, in both languages, and what would have been with one click", async () => {
    const { page, errors, week } = await ran();
    const digest = await settled(page, week);
    const found = suggestionsHere(week);
    expect(found.length).toBeGreaterThan(2);
    await expect.poll(() => page.locator(".suggestions button").allTextContents()).toEqual(found.map((one) => tellSuggestion("en", one)));
    const { agent } = found[0];
    await page.locator(".suggestions button").first().click();
    const tale = page.locator(".tale");
    const name = agentName("en", agent);
    await page.getByRole("heading", { name: `${name}, weeks 1 to ${week}` }).waitFor();
    const here = storyHere(agent, week);
    const textOfPage = (await tale.textContent()) ?? "";
    for (const sentence of sentences("en", here)) expect(textOfPage).toContain(sentence);
    await page.locator(".tale .person .sheet[aria-busy=false]").waitFor();
    expect(page.url()).toContain(`#laboratory/why/${agent.kind}-${agent.index}?`);
    // Numbers come when they are asked for, and are those of the run.
    expect(await page.locator(".story-line").count()).toBe(0);
    await page.getByText("Every event and number").click();
    await page.getByLabel("Also weeks in which values only drift").check();
    await expect.poll(() => page.locator(".story-line > li").count()).toBe(Math.min(60, here.events.length));
    const draw = here.events
      .slice(-60)
      .reverse()
      .flatMap(({ draws }) => draws)
      .find(({ p }) => p.length === 2 && p[1] < 1);
    const label = await page.locator(".story-line svg.draw").first().getAttribute("aria-label");
    expect(Number(label?.match(/Random number ([\d.e-]+)/)?.[1])).toBeCloseTo(draw?.u ?? Number.NaN, 2);
    await page.locator(".tale .remark .otherwise").last().click();
    await page.locator("section.otherwise").waitFor();
    expect(await page.locator("section.otherwise").textContent()).toMatch(/would differ/);
    // Nothing of this has touched the run.
    expect(await settled(page, week)).toBe(digest);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: `${agentName("zh", agent)}，第 1 至 ${week} 周` }).waitFor();
    await expect.poll(async () => (await tale.textContent())?.includes(sentences("zh", here)[0])).toBe(true);
    for (const theme of ["light", "dark"]) {
      if (theme === "dark") await page.getByRole("button", { name: "明暗切换" }).click();
      await page.locator(".tale details").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      await page.locator(".story-line").waitFor();
      expect(await serious(page)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });

  it("says of a number or a week that there is not before anything runs, follows a matter, and forgets a story when the run is another", async () => {
    const { page, errors, week } = await ran();
    await page.getByLabel("Whose story").selectOption("organization");
    const { organizations } = Run.start(start, mechanisms).world;
    await expect.poll(() => page.getByLabel("Number", { exact: true }).getAttribute("max")).toMatch(/^\d+$/);
    expect(Number(await page.getByLabel("Number", { exact: true }).getAttribute("max"))).toBeGreaterThanOrEqual(organizations.rows - 1);
    for (const [field, wrong] of [
      ["Number", "99999999"],
      ["From week", "0"],
      ["To week", String(week + 1)],
    ]) {
      await page.getByLabel(field, { exact: field === "Number" }).fill(wrong);
      await page.getByLabel(field, { exact: field === "Number" }).press("Tab");
      await page.getByText(`${wrong} is not a whole number from`).waitFor();
    }
    expect(await page.locator(".tale, .why progress").count()).toBe(0);

    const n = firstRouted(week);
    await page.getByLabel("Whose story").selectOption("matter");
    await page.getByLabel("Number", { exact: true }).fill(String(n));
    await page.getByRole("button", { name: "Tell the story" }).click();
    await page.getByRole("heading", { name: new RegExp(`^Matter ${n}, weeks 1 to ${week}$`) }).waitFor();
    await page.getByText(/^In week \d+ it is brought to: /).waitFor();
    await page.getByText("Every event and number").click();
    const path = await page.locator(".story-line").textContent();
    for (const step of ["state: raised →", "route: none →", "who raised it: Resident"]) expect(path).toContain(step);
    await page
      .locator(".tale .sentence .whom")
      .filter({ hasText: /^Resident/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /^Resident \d+, weeks 1 to/ }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: new RegExp(`^Matter ${n}, weeks 1 to ${week}$`) }).waitFor();

    await page.getByLabel("Seed").fill("2");
    await page.getByLabel("Seed").press("Enter");
    await page.waitForFunction(() => document.querySelector(".tale") === null);
    expect(errors).toEqual([]);
  });
});
