import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import type { Intervention } from "../../src/scenario/index.ts";
import { openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** The digest of one community after some weeks, run in Node. */
async function digestInNode(weeks: number, interventions: Intervention[]): Promise<string> {
  const run = Run.start({ ...(await scenario("community")), interventions }, mechanisms);
  for (let week = 0; week < weeks; week++) run.step();
  return run.stateDigest();
}

/** Waits until the run rests with a digest, and fails with the one that it rests with instead. */
async function comesTo(page: Page, week: number, digest: string): Promise<void> {
  await page
    .waitForFunction((expected) => document.querySelector<HTMLElement>("[data-digest]")?.dataset.digest === expected, digest)
    .catch(async () => expect(await settled(page, week)).toBe(digest));
}

describe("the timeline", () => {
  it.each([390, 1400])(
    "stands at the foot of the window and plays the past, %i pixels wide; the scenario is chosen beside its question",
    async (width) => {
      const { page, errors } = await site.page({ width, height: 900 });
      await openLaboratory(page, site.url);
      await stepTo(page, 4);
      const foot = await page.locator(".run-bar").boundingBox();
      expect(Math.round((foot?.y ?? 0) + (foot?.height ?? 0))).toBe(900);
      const scrubber = page.getByRole("slider", { name: "Week that all pictures show" });
      await scrubber.fill("2");
      await page.getByText("Week 2 of 4 so far").waitFor();
      await page.getByRole("button", { name: "Play", exact: true }).waitFor();
      await scrubber.focus();
      await page.keyboard.press("Space");
      await page.getByText("Week 4 of 624").waitFor(); // it has come to the last week, where the run would go on
      await page.getByRole("button", { name: "Run", exact: true }).waitFor();
      await page.keyboard.press("Home");
      await page.getByRole("button", { name: "To the last week" }).click();
      await page.getByText("Week 4 of 624").waitFor();

      await page.locator(".question").getByLabel("Scenario").selectOption("elevators.yaml");
      await settled(page, 0);
      await page.locator(".question h1").getByText("Does deliberation bring consent").waitFor();
      expect(errors).toEqual([]);
    },
  );

  it("moves and takes back a change of the past by keys, and runs the weeks since again", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await stepTo(page, 4);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    const mark = page.getByRole("slider", { name: "Party-building programme: off" });
    await mark.waitFor();
    await expect.poll(() => mark.getAttribute("aria-valuetext")).toBe("Week 5");
    const change = (week: number): Intervention[] => [{ week, path: "partyBuilding", value: "off" }];
    expect(await stepTo(page, 12)).toBe(await digestInNode(12, change(5)));
    await mark.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await comesTo(page, 12, await digestInNode(12, change(3)));
    await mark.focus();
    for (let k = 0; k < 8; k++) await page.keyboard.press("ArrowRight");
    await comesTo(page, 12, await digestInNode(12, change(11)));
    await mark.focus();
    await page.keyboard.press("Delete");
    await comesTo(page, 12, await digestInNode(12, []));
    await expect.poll(() => mark.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("lets a mark be dragged into the future, where nothing is run again", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await stepTo(page, 1);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    const mark = page.getByRole("slider", { name: "Party-building programme: off" });
    const from = await mark.boundingBox();
    const track = await page.locator(".track").boundingBox();
    if (!from || !track) throw new Error("no mark on the track");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width / 2, from.y, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => Number(document.querySelector(".mark .handle")?.getAttribute("aria-valuenow")) > 300);
    expect(await stepTo(page, 3)).toBe(await digestInNode(3, []));
  });
});
