import type { CDPSession, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choose, enterPage, openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
let page: Page;
let session: CDPSession;
beforeAll(async () => {
  site = await openSite();
  ({ page } = await site.page({ width: 1280, height: 900 }));
  session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await openLaboratory(page, site.url);
});
afterAll(() => site?.close());

/** Listeners and nodes that are left when all that can be given back has been. */
async function held(): Promise<{ listeners: number; nodes: number }> {
  for (let k = 0; k < 3; k++) {
    await session.send("HeapProfiler.collectGarbage");
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { listeners: of("JSEventListeners"), nodes: of("Nodes") };
}

/** What a round of work leaves behind, in each round after two in which the page has opened all that it opens once. */
async function left(round: () => Promise<void>): Promise<{ listeners: number; nodes: number }[]> {
  await round();
  await round();
  const counts = [await held()];
  for (let k = 0; k < 3; k++) {
    await round();
    counts.push(await held());
  }
  return counts.slice(1).map(({ listeners, nodes }, k) => ({ listeners: listeners - counts[k].listeners, nodes: nodes - counts[k].nodes }));
}
const nothing = (rounds: { listeners: number; nodes: number }[]) => {
  // A round may leave the text of a tip or of a number; what stays with each adds up.
  expect(rounds.reduce((sum, { listeners }) => sum + listeners, 0)).toBeLessThanOrEqual(3);
  expect(rounds.reduce((sum, { nodes }) => sum + nodes, 0)).toBeLessThanOrEqual(30);
};

describe("the page gives back what its charts hold", () => {
  it("after a run and its reset, and another district", async () => {
    nothing(
      await left(async () => {
        await choose(page, "zhonglou-tenth.yaml");
        await stepTo(page, 2);
        await page.keyboard.press("0");
        await settled(page, 0);
        await choose(page, "community.yaml");
      }),
    );
  });

  it("after each picture was looked at, in another theme and language", async () => {
    nothing(
      await left(async () => {
        for (const tab of ["map", "flows", "matters", "awareness", "coverage", "distributions", "residents", "network"]) {
          await page.locator(`#tab-${tab}`).click();
          await page.locator("#picture .sheet").first().waitFor();
        }
        await page.getByRole("button", { name: "Light or dark" }).click();
        await page.getByRole("button", { name: "中文" }).click();
        await page.getByRole("button", { name: "English" }).click();
        await page.getByRole("button", { name: "Light or dark" }).click();
      }),
    );
  });

  it("after the other pages were entered and left", async () => {
    nothing(
      await left(async () => {
        for (const name of ["start", "experiments", "claims", "register", "laboratory"]) await enterPage(page, name);
      }),
    );
  });
});
