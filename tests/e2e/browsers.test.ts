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
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(chinese ? "zh" : "en");
    if (!chinese) await stepTo(page, 1);
    if (name.includes("clipboard")) {
      await page.getByRole("button", { name: "Copy link" }).click();
      await shows(page, "address");
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** Runs two small runs in the page of experiments. */
async function runPlan(page: Page): Promise<void> {
  await page.goto(`${site.url}#experiments`);
  const lines = ["title: Tiny", "scenario: community", "set: { population.residents: 200, organizations.count: 3 }", "weeks: 3"];
  const plan = [...lines, "replicates: 2", "outcomes: [{ measure: participation_rate, span: [1, 3] }]"].join("\n");
  await page.getByRole("textbox", { name: "Plan", exact: true }).fill(plan);
  await page.getByText("2 runs:").waitFor();
  await page.getByRole("button", { name: "Run the plan" }).click();
  await page.waitForSelector('[data-done="2"]');
  await page.waitForSelector("[data-row]");
}

it("experiments compute again what the browser has kept and is damaged", async () => {
  const { page, errors } = await site.page();
  await runPlan(page);
  const row = () => page.locator("[data-row]").first().textContent();
  const whole = await row();
  await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await asked(indexedDB.open("four-circles"));
    const runs = database.transaction("finished", "readwrite").objectStore("finished");
    const [key] = await asked(runs.getAllKeys());
    await asked(runs.put(new Uint8Array(3), key));
    database.close();
  });
  await page.reload();
  await runPlan(page);
  expect(await row()).toBe(whole);
  expect(errors).toEqual([]);
});

it("experiments run in a browser that denies its database, and say that nothing is kept", async () => {
  const { page, errors } = await site.page();
  await page.route(/experiments\.worker.*\.js$/, async (route) => {
    const response = await route.fetch();
    const deny = `Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } });`;
    await route.fulfill({ response, body: `${deny}\n${await response.text()}` });
  });
  await runPlan(page);
  await page.getByText("This browser does not let the page keep anything").waitFor();
  await page.waitForSelector("[data-plan]");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.waitForSelector("[data-plan]", { state: "detached" });
  expect(errors).toEqual([]);
});
