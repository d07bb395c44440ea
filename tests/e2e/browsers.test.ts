import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLaboratory, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** What browsers have wrong, lack or deny, made so before any script of the page runs. */
const browsers: Record<string, () => void> = {
  'has the language "C"': () => Object.defineProperty(Navigator.prototype, "language", { get: () => "C" }),
  'has the language "zh_CN.UTF-8"': () => Object.defineProperty(Navigator.prototype, "language", { get: () => "zh_CN.UTF-8" }),
  'has the language "en-US@posix"': () => Object.defineProperty(Navigator.prototype, "language", { get: () => "en-US@posix" }),
  "has no language": () => Object.defineProperty(Navigator.prototype, "language", { get: () => undefined }),
  "has no matchMedia": () => Object.defineProperty(window, "matchMedia", { value: undefined, writable: true }),
  "denies storage": () => {
    const deny = () => {
      throw new DOMException("denied", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get: deny });
    Object.defineProperty(navigator, "serviceWorker", { get: deny });
  },
  "has no room for storage": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "has storage that others have written": () => {
    for (const name of ["language", "theme", "keys"])
      for (const key of [name, `four-circles.${name}`]) localStorage.setItem(key, "of another page");
  },
  "has no clipboard": () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
  "denies the clipboard": () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  },
};

const shows = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 5000 });

describe("the laboratory opens and runs in a browser that", () => {
  it.each(Object.entries(browsers))("%s", async (name, makeSo) => {
    const { page, errors } = await site.page();
    await page.addInitScript(makeSo);
    await openLaboratory(page, site.url);
    const chinese = name.includes("zh");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(chinese ? "zh" : "en");
    if (!chinese) await stepTo(page, 1);
    if (name.includes("clipboard")) {
      await page.getByRole("button", { name: "Copy link" }).click();
      await shows(page, "address");
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
