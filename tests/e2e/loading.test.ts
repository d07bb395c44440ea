import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterPage, openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** A laboratory after two weeks that keeps no copy of itself. */
async function opened(): Promise<{ page: Page; digest: string }> {
  const { page } = await site.page();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "serviceWorker", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await openLaboratory(page, site.url);
  return { page, digest: await stepTo(page, 2) };
}
const alert = (page: Page) => page.getByRole("alert").filter({ hasText: "This part of the page could not be loaded" });

describe("a part of the page that does not come", () => {
  it("says so, leaves the run, and comes when it is asked for again", async () => {
    const { page, digest } = await opened();
    await enterPage(page, "claims");
    await page.route(/Register-.*\.js$/, (route) => route.abort());
    await page.getByRole("link", { name: "Register", exact: true }).click();
    await alert(page).waitFor();
    await expect.poll(() => page.locator("#content .busy").count()).toBe(0);
    await page.unroute(/Register-.*\.js$/);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector(".register tbody tr");
    await enterPage(page, "laboratory");
    expect(await settled(page, 2)).toBe(digest);
  });

  it("that a newer version has taken away is there when the page is loaded anew, and so is the run", async () => {
    const { page, digest } = await opened();
    await page.route(/MapPicture-.*\.js$/, (route) => route.fulfill({ status: 404, contentType: "text/html", body: "not found" }));
    await page.locator("#tab-map").click();
    await alert(page).waitFor();
    await expect.poll(() => page.locator("#picture .busy").count()).toBe(0);
    await page.getByRole("button", { name: "Try again" }).click();
    await alert(page).waitFor();
    await page.unroute(/MapPicture-.*\.js$/);
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Load the page anew" }).click()]);
    expect(await settled(page, 2)).toBe(digest);
    await page.locator("#tab-map").click();
    await page.waitForSelector(".picture.map .parcel");
  });
});
