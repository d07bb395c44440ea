import type { Page, Worker } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLaboratory, runTo, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** The worker whose script has this name, once it is there. */
async function worker(page: Page, name: string): Promise<Worker> {
  for (;;) {
    const found = page.workers().find((one) => one.url().includes(name));
    if (found) return found;
    await page.waitForTimeout(50);
  }
}

/** Ends a worker as want of memory may: without any error. */
const vanish = (one: Worker) => one.evaluate(() => close()).catch(() => {});
const shout = (one: Worker) =>
  one.evaluate(() => {
    setTimeout(() => {
      throw new Error("out of memory");
    });
  });

describe("a worker that fails", () => {
  it.each([
    ["with an error", shout, "The computation has stopped: Uncaught Error: out of memory"],
    ["without a word", vanish, "The computation has stopped: The worker ended without a word"],
  ] as const)("%s leaves a page that says so and goes on with any run that is asked of it", async (_, end, said) => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await stepTo(page, 2);
    await end(await worker(page, "laboratory.worker"));
    await page.getByText(said).waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Run" }).isDisabled()).toBe(true);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await page.locator(".mark .handle").waitFor(); // kept for the run that begins anew
    await page.getByRole("button", { name: "Begin again" }).click();
    await settled(page, 0);
    await stepTo(page, 1);
    await vanish(await worker(page, "laboratory.worker"));
    await page.getByText("The computation has stopped").waitFor();
    await page.getByLabel("Seed").fill("3");
    await page.getByLabel("Seed").press("Enter");
    await page.waitForFunction(() => document.querySelector(".alarm") === null);
    await settled(page, 0);
    await stepTo(page, 1);
  });

  it("of a counterfactual run or of a story is said there, and another takes its place", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await runTo(page, 8);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await runTo(page, 12);
    await page.locator(".against .told").waitFor();
    await vanish(await worker(page, "counterfactual.worker"));
    await runTo(page, 16);
    await page.locator(".against").getByRole("alert").filter({ hasText: "The worker ended without a word" }).waitFor();
    await page.getByRole("button", { name: "Begin it again" }).click();
    await page.locator(".against .told").waitFor();
    await page.getByRole("button", { name: "Run without the baseline" }).click();

    await page.getByRole("tab", { name: "Ask why" }).click();
    const tell = page.getByRole("button", { name: "Tell the story" });
    await tell.click();
    await page.waitForSelector(".tale");
    await vanish(await worker(page, "counterfactual.worker"));
    await tell.click();
    await page.getByRole("alert").filter({ hasText: "The worker ended without a word" }).waitFor();
    await tell.click();
    await page.waitForSelector(".tale");
    await page.getByRole("button", { name: "Step one week" }).click();
    await settled(page);
  });

  /** A plan of so many runs, each of so many weeks, under way. */
  async function planUnderWay(runs: number, weeks: number): Promise<Page> {
    const { page } = await site.page();
    await page.goto(`${site.url}#experiments`);
    await page.getByText("8 runs:").waitFor();
    await page
      .getByRole("textbox", { name: "Plan", exact: true })
      .fill(
        `title: Small\nscenario: community\nset: { population.residents: 300, organizations.count: 4 }\nreplicates: ${runs}\nweeks: ${weeks}\noutcomes:\n  - { measure: motivation_mean }\n`,
      );
    await page.getByText(`${runs} runs:`).waitFor();
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.getByRole("button", { name: "Pause the plan" }).waitFor();
    return page;
  }

  it("of one run of a plan fails that run, which is run again when the plan is", async () => {
    const page = await planUnderWay(60, 26); // it hears between two of them
    await vanish(await worker(page, "run.worker"));
    await page.getByText("The worker ended without a word").first().waitFor();
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.waitForSelector('[data-row="0/base"]');
    await expect.poll(() => page.getByText("The worker ended without a word").count()).toBe(0);
  });

  it("of the experiments is said there, and the plan is read and run by another", async () => {
    const page = await planUnderWay(2, 600);
    await vanish(await worker(page, "experiments.worker"));
    await page.getByText("The experiment stopped: The worker ended without a word").waitFor();
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.waitForFunction(() => document.querySelector("[data-done]")?.getAttribute("data-done") === "2");
    await page.waitForSelector('[data-row="0/base"]');
  });
});
