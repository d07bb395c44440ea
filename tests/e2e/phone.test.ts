import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLaboratory } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

const SIZE = { width: 390, height: 844 };
let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  ({ page } = await site.page(SIZE));
  await openLaboratory(page, site.url);
});
afterAll(() => site?.close());

/** What of the card of who is opened can be seen without scrolling: its top and height in the window. */
async function card(): Promise<{ top: number; seen: number; heading: string | null }> {
  const heading = page.locator(".inspector h2");
  await heading.waitFor();
  const box = await page.locator(".inspector").boundingBox();
  const { y = 0, height = 0 } = box ?? {};
  return { top: y, seen: Math.min(SIZE.height, y + height) - Math.max(0, y), heading: await heading.textContent() };
}

describe("on a phone", () => {
  it.each([
    ["lower", "end"],
    ["upper", "start"],
  ] as const)("a node that is tapped in the %s half of the window opens its card in sight, and stays in sight", async (_, block) => {
    await page.locator(".network.blocks .sheet[aria-busy=false] canvas").waitFor();
    const canvas = page.locator(".network .sheet canvas");
    await canvas.evaluate((node, where) => node.scrollIntoView({ block: where }), block);
    const box = await canvas.boundingBox();
    if (!box) throw new Error("no network");
    let tapped = 0;
    // Nodes lie in blocks: tap outwards from the middle until one is hit.
    for (let k = 0; k < 400 && (await page.locator(".inspector h2").count()) === 0; k++) {
      const [turn, away] = [k * 2.4, 7 * Math.sqrt(k)];
      tapped = box.y + box.height / 2 + away * Math.sin(turn);
      await page.mouse.click(box.x + box.width / 2 + away * Math.cos(turn), tapped);
    }
    const { top, seen, heading } = await card();
    expect(heading).toMatch(/\S/);
    expect(seen).toBeGreaterThan(120);
    expect(tapped < top || tapped > top + seen).toBe(true); // the node stays in sight beside its card
    await page.getByRole("button", { name: "Close" }).click();
  });

  it("a community that is opened on the map shows its card in sight, and the end of the page can still be reached", async () => {
    await page.locator("#tab-map").click();
    await page.locator(".parcel").first().click();
    expect((await card()).seen).toBeGreaterThan(120);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [end, { top }] = [await page.locator("main > footer").boundingBox(), await card()];
    expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(top > 0 ? top : SIZE.height);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it("what policy can change lies in a sheet above the foot, which Escape closes", async () => {
    const lever = page.getByLabel("Party-building programme", { exact: true });
    const open = page.getByRole("button", { name: "What would you change?" });
    expect(await lever.isVisible()).toBe(false);
    await open.click();
    await lever.selectOption("off");
    const [sheet, foot] = [await page.locator(".controls").boundingBox(), await page.locator(".run-bar").boundingBox()];
    expect(sheet && foot && sheet.y > 0 && sheet.y < foot.y).toBe(true);
    await lever.press("Escape");
    await lever.waitFor({ state: "hidden" });
    expect(await open.getAttribute("aria-expanded")).toBe("false");
  });

  it("nothing asks for a pointer that hovers", async () => {
    const words = await page.locator("#page").textContent();
    expect(words).toMatch(/point at or tap/i);
    expect(words).not.toMatch(/hover/i);
  });
});
