import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serious } from "../support/accessibility.ts";
import { openLaboratory, settled } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

const ROOM = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };
const WEEK = 5;
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const sentence = (page: Page) => page.locator(".stage h1").textContent();
const picture = (page: Page) => page.evaluate(() => location.hash.slice(1).split("?")[0].split("/")[1]);

/** Opens a picture on the stage by its address, with some weeks run. */
async function openStage(page: Page, name: string, query = `1&scenario=community&week=${WEEK}`): Promise<void> {
  await page.goto(`${site.url}#stage/${name}?${query}`);
  await page.waitForSelector(`[data-week="${query.match(/week=(\d+)/)?.[1]}"]`);
  await page.waitForFunction(() => document.querySelector(".stage h1") !== null);
}

/** Has the page write down the size of all letters that it paints on canvases: pixels of the page. */
const watchLetters = (page: Page) =>
  page.addInitScript(() => {
    const painted: number[] = [];
    (globalThis as unknown as { painted: number[] }).painted = painted;
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...args: Parameters<typeof fillText>) {
      painted.push((Number(this.font.match(/([\d.]+)px/)?.[1]) * this.getTransform().d) / devicePixelRatio);
      return fillText.apply(this, args);
    };
  });

/** The smallest letters on the stage: in the page, in drawings and on canvases, which are painted anew for it in the other theme. */
async function smallest(page: Page): Promise<{ size: number; text: string }> {
  await page.evaluate(() => {
    (globalThis as unknown as { painted: number[] }).painted.length = 0;
  });
  await page.keyboard.press("d");
  await page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 60)));
  return page.evaluate(() => {
    const found = (globalThis as unknown as { painted: number[] }).painted.map((size) => ({ size, text: "on a canvas" }));
    const walker = document.createTreeWalker(document.querySelector(".stage") as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement as Element;
      const text = node.textContent?.trim() ?? "";
      if (text === "" || parent.closest(".aloud, title, dialog, option") || !parent.checkVisibility()) continue;
      const { c, d } = (parent instanceof SVGGraphicsElement && parent.getScreenCTM()) || { c: 0, d: 1 };
      const scale = Math.hypot(c, d); // also of what is turned
      found.push({ size: Number.parseFloat(getComputedStyle(parent).fontSize) * scale, text });
    }
    return found.reduce((least, one) => (one.size < least.size ? one : least));
  });
}

/** How far the page or the picture reaches beyond the window, or the picture below the bar: pixels, of which boxes leave fractions. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector(".stage-bar")?.getBoundingClientRect() as DOMRect;
    const drawn = document.querySelector(".stage .sheet > *")?.getBoundingClientRect() as DOMRect;
    const node = document.querySelector(".stage .sheet > *") as HTMLElement;
    return Math.round(
      Math.max(
        document.documentElement.scrollWidth - innerWidth,
        drawn.bottom - bar.top,
        bar.bottom - innerHeight,
        node.scrollHeight - node.clientHeight,
      ),
    );
  });

describe("the stage", () => {
  it("shows every picture with a sentence and letters of 24 pixels or more, within a window of 1280 by 720", async () => {
    const { page, errors } = await site.page(ROOM);
    await watchLetters(page);
    await openStage(page, "series-participation", `1&scenario=zhonglou-tenth&week=${WEEK}`);
    const first = await picture(page);
    const seen: string[] = [];
    do {
      await page.waitForFunction(() => document.querySelector(".stage .sheet[aria-busy=true], .stage .busy") === null);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const name = await picture(page);
      seen.push(name);
      await expect.poll(() => sentence(page), { message: name }).toMatch(/\S/);
      const { size, text } = await smallest(page);
      expect(size, `${name}: “${text}”`).toBeGreaterThanOrEqual(24 - 0.01);
      expect(await beyond(page), name).toBeLessThanOrEqual(1);
      await page.keyboard.press("PageDown");
      await page.waitForFunction((before) => !location.hash.startsWith(`#stage/${before}?`), name);
      await page.waitForFunction(() => document.querySelector(".stage h1") !== null);
    } while ((await picture(page)) !== first);
    expect(new Set(seen).size).toBe(27);
    expect(errors).toEqual([]);
  });

  it("is driven by a presenter’s keys: weeks, pictures, running, a blank screen, dark and light, the list of keys, and out", async () => {
    const { page, errors } = await site.page(ROOM);
    await openStage(page, "series-matters");
    const at = page.locator(".stage .at");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => at.textContent()).toBe("Week 3");
    await expect.poll(() => sentence(page)).toMatch(/^In week 3, \d+ matters are open, /);
    await page.keyboard.press("End");
    await expect.poll(() => at.textContent()).toBe("Week 5");
    await page.keyboard.press("ArrowRight"); // past the last week the run goes on
    await page.waitForSelector('[data-week="6"]');
    await page.keyboard.press("Home");
    await expect.poll(() => sentence(page)).toMatch(/^In week 1, \d+ matters are open$/);

    await page.keyboard.press("ArrowDown");
    await expect.poll(() => picture(page)).toBe("series-organizations");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => picture(page)).toBe("series-hours");

    await page.locator(".go[aria-label=Play]").waitFor(); // a week of the past is held
    await page.keyboard.press("End");
    await page.keyboard.press(" ");
    await page.locator(".go[aria-label=Pause]").waitFor();
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>(".stage .at")?.dataset.week) > 6);
    await page.keyboard.press(" ");
    await page.locator(".go[aria-label=Run]").waitFor();

    await page.keyboard.press("b");
    await expect.poll(() => page.locator(".blank").evaluate((node) => getComputedStyle(node).backgroundColor)).toBe("rgb(0, 0, 0)");
    await page.keyboard.press("b");
    await expect.poll(() => page.locator(".blank").count()).toBe(0);
    await page.keyboard.press("d");
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.keyboard.press("?");
    await expect.poll(() => page.locator("dialog[open] dl").textContent()).toMatch(/SpaceRun, pause.*←→.*Esc/);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("dialog[open]") === null);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#picture");
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#laboratory\?1&scenario=community/);
    expect(errors).toEqual([]);
  });

  it("is opened by its key, from the head of the page, and with any picture from the picture itself", async () => {
    const { page, errors } = await site.page(ROOM);
    await openLaboratory(page, site.url);
    await page.keyboard.press("w");
    await settled(page, 1);
    await page.keyboard.press("s");
    await page.waitForSelector(".stage .series-participation");
    await page.goBack();
    await page.locator("#tab-flows").click();
    await page.getByRole("button", { name: "Show on the stage: Flow of resources" }).click();
    await page.waitForSelector(".stage .flows");
    await expect.poll(() => sentence(page)).toMatch(/^Money \(yuan\), weeks 1–1: /);
    await page.getByRole("button", { name: "Leave the stage" }).click();
    await page.locator(".taste").getByRole("button", { name: "Stage" }).click();
    await page.waitForSelector(".stage .flows");
    expect(errors).toEqual([]);
  });

  it("shows any claim of the paper, in letters of 24 pixels or more within the window, and leads back to it", async () => {
    const { page, errors } = await site.page(ROOM);
    await page.goto(`${site.url}#claims/05-four-circles`);
    await page.locator("article.claim").getByRole("button", { name: "Show on the stage" }).click();
    await page.locator(".stage .claim table").waitFor();
    expect(await sentence(page)).toBe("Do more people take part where the circles overlap?");
    expect(await page.evaluate(() => location.hash)).toMatch(/^#stage\/claim\/of-05-/);
    const names = readdirSync(join(import.meta.dirname, "../../scenarios/contrasts")).filter((file) => /^\d.*\.yaml$/.test(file));
    for (const name of names.map((file) => file.replace(".yaml", ""))) {
      const before = await sentence(page);
      await page.evaluate((id) => (location.hash = `stage/claim/of-${id}`), name);
      if (!name.startsWith("05")) await page.waitForFunction((text) => document.querySelector(".stage h1")?.textContent !== text, before);
      expect(await beyond(page), name).toBeLessThanOrEqual(1);
    }
    await watchLetters(page);
    await page.reload();
    await page.locator(".stage .claim table").waitFor();
    const { size, text } = await smallest(page);
    expect(size, text).toBeGreaterThanOrEqual(24 - 0.01);
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "Leave the stage" }).click();
    await page.waitForFunction(() => location.hash.startsWith("#claims/22-"));
    expect(errors).toEqual([]);
  });

  it("shows the first picture where an address names none that there is", async () => {
    const { page } = await site.page(ROOM);
    await openStage(page, "nothing-of-this-name");
    await page.waitForFunction(() => location.hash.startsWith("#stage/series-participation?"));
    await openStage(page, "density"); // of one community there is nothing to set side by side
    await page.waitForFunction(() => location.hash.startsWith("#stage/series-participation?"));
  });

  it("keeps what is chosen in a picture in its address: a link shows the same", async () => {
    const { page, errors } = await site.page(ROOM);
    await openStage(page, "flows/resource-time");
    await expect.poll(() => sentence(page)).toMatch(/^Time of all kinds \(minutes\), /);
    expect(page.url()).toContain("#stage/flows/resource-time?");
    await openStage(page, "blocks/circle-interest");
    const pressed = (name: string) => page.getByRole("button", { name }).getAttribute("aria-pressed");
    await expect.poll(() => pressed("Interest")).toBe("true");
    await page.getByRole("button", { name: "Party-building" }).click();
    await page.waitForFunction(() => location.hash.startsWith("#stage/blocks/circle-party?"));
    await page.keyboard.press("PageDown");
    await page.waitForFunction(() => location.hash.startsWith("#stage/layers?"));
    await page.keyboard.press("PageUp");
    await page.waitForFunction(() => location.hash.startsWith("#stage/blocks/circle-party?"));
    expect(errors).toEqual([]);
  });

  it("can be read and driven in the hand", async () => {
    const { page, errors } = await site.page(PHONE);
    await watchLetters(page);
    await openStage(page, "series-participation");
    for (let k = 0; k < 3; k++) {
      expect((await smallest(page)).size).toBeGreaterThanOrEqual(14 - 0.01);
      expect(await beyond(page)).toBeLessThanOrEqual(1);
      const targets = await page.locator(".stage-bar :is(button, a)").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      for (const { width, height, right } of targets) {
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(right).toBeLessThanOrEqual(PHONE.width);
      }
      await page.getByRole("button", { name: "Next picture" }).click();
    }
    expect(errors).toEqual([]);
  });

  it("grows with the screen, up to one of 3840 by 2160", async () => {
    const { page } = await site.page({ width: 3840, height: 2160 });
    await watchLetters(page);
    await openStage(page, "series-participation");
    expect((await smallest(page)).size).toBeCloseTo(72, 5);
    expect(await beyond(page)).toBeLessThanOrEqual(1);
  });

  it("speaks Chinese", async () => {
    const { page } = await site.page(ROOM);
    await page.addInitScript(() => localStorage.setItem("four-circles.language", "zh"));
    await openStage(page, "series-participation");
    await expect.poll(() => sentence(page)).toMatch(/^第 5 周，.*的成年人参与/);
    await expect.poll(() => page.locator(".stage main").textContent()).not.toMatch(/[A-Za-z]/);
    await expect.poll(() => page.locator(".stage-bar").textContent()).not.toMatch(/[A-Za-z]/);
  });

  it.each(["light", "dark"] as const)("has nothing that axe finds serious, %s", async (theme) => {
    const { page } = await site.page(ROOM);
    await page.addInitScript((of) => localStorage.setItem("four-circles.theme", of), theme);
    for (const name of ["series-participation", "blocks", "map", "people"]) {
      await openStage(page, name);
      await page.waitForFunction(() => document.querySelector(".stage .sheet[aria-busy=true], .stage .busy") === null);
      expect(await serious(page), name).toEqual([]);
    }
  });
});
