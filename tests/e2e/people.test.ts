import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serious } from "../support/accessibility.ts";
import { enterPage, openLaboratory, settled } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe("people", () => {
  it("drive everything by keyboard: skip, run, pause, step, reset, search, list of keys", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.keyboard.press("w");
    await settled(page, 1);
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Run" }).waitFor();
    await settled(page);
    await page.keyboard.press("0");
    await settled(page, 0);
    await page.keyboard.press("/");
    await page.keyboard.type("rigidity");
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("rigidity");
    await page.keyboard.press("Tab");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest(".controls") && document.activeElement.localName))
      .toBe("summary"); // what differs from the scenario
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.getByLabel("Keys are on").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("w");
    await page.waitForTimeout(300);
    await expect.poll(() => page.locator("[data-week]").getAttribute("data-week")).toBe("0");
    // Whatever has focus shows it.
    await page.getByRole("button", { name: "Copy link" }).focus();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe("none");
    expect(errors).toEqual([]);
  });

  it.each(["light", "dark"] as const)("meet nothing that axe finds serious, in any page and language, %s", async (theme) => {
    const { page } = await site.page();
    await page.emulateMedia({ colorScheme: theme });
    await openLaboratory(page, site.url);
    await page.keyboard.press("w");
    await settled(page, 1);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await page.locator(".mark .handle").focus();
    await page.getByRole("searchbox").fill("weights");
    for (const language of ["en", "zh"]) {
      const pages = await page.locator("nav.pages a").count();
      for (let place = 0; place < pages; place++) {
        const name = await enterPage(page, place);
        expect(await serious(page), `${name} ${language}`).toEqual([]);
      }
      await page
        .getByRole("button", { name: "中文" })
        .click({ timeout: 1000 })
        .catch(() => undefined);
    }
  });

  it.each([360, 700])("read without scrolling sideways, %i pixels wide", async (width) => {
    const { page } = await site.page({ width, height: 800 });
    await openLaboratory(page, site.url);
    for (let place = 0; place < (await page.locator("nav.pages a").count()); place++) {
      const name = await enterPage(page, place);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, name).toBeLessThanOrEqual(0);
    }
  });

  it("print measures and pictures without the instrument around them", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".toolbar").isVisible()).toBe(false);
    await expect.poll(() => page.locator(".controls").isVisible()).toBe(false);
    await expect.poll(() => page.locator(".measures").isVisible()).toBe(true);
  });

  it("are asked for no movement if they want none", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((one) => {
          const { transitionProperty, transitionDuration, animationName } = getComputedStyle(one);
          return (
            animationName !== "none" ||
            (transitionProperty !== "none" && transitionDuration.split(", ").some((time) => parseFloat(time) > 0))
          );
        }).length,
    );
    expect(moving).toBe(0);
  });
});
