import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright";
import { browserOptions } from "../tests/support/chromium.ts";
import { servePages } from "../tests/support/site.ts";
import type { Case } from "./cases.ts";
import { versionOf } from "./installed.ts";
import { Late } from "./late.ts";
import { canDriveWebKit, driveWebKit } from "./webkit.ts";

/** The built page in a browser that is driven from here. */
export interface DrivenPage {
  /** Of the browser, where it tells when it is driven alone. */
  version?: string;
  /** Digest of the state in which the page leaves a case. */
  digest(of: Case): Promise<string>;
  /** Has the page run the random scenarios that come along with it: how many end in the digests that they have elsewhere. */
  selfTest(): Promise<{ same: number; of: number }>;
  /** Opens an address, and waits until an expression comes to a text there, which it gives back. */
  see(address: string, expression: string): Promise<string>;
  close(): Promise<void>;
}

export interface PageDriver {
  name: string;
  /** Absent if it is not here. */
  version: string | undefined;
  /** How to get it. */
  get: string;
  open(): Promise<DrivenPage>;
}

/** ms for which a page may say nothing new: as long as it goes on, a slow machine has time. */
const LIMIT = 5 * 60_000;
const EVERY = 500; // ms between two looks

/** The address at which the page runs a case to its last week. */
const addressOf = ({ scenario, set, weeks }: Case): string => {
  const settings = Object.entries(set).map(([path, value]) => `&${path}=${encodeURIComponent(JSON.stringify(value))}`);
  return `#laboratory?1&scenario=${scenario}${settings.join("")}&week=${weeks}`;
};

/** The digest that the page shows at rest in a week, and "" before. */
const shown = (week: number) =>
  `(document.querySelector('[data-week="${week}"]') && document.querySelector("[data-digest]")?.dataset.digest) || ""`;

/** What the page says of its engine when it has tested it, which it is asked to once. */
const tested = `(() => {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Test this engine");
  if (button && !globalThis.isTested) button.click();
  globalThis.isTested ||= button !== undefined;
  return document.body.textContent.match(/(?:All|\\d+ of) \\d+ runs end in the same checksums/)?.[0] ?? "";
})()`;

/** Opens an address, and waits until an expression comes to a text there, as long as the page goes on. @throws Late */
async function see(
  go: (address: string) => Promise<unknown>,
  ask: (expression: string) => Promise<unknown>,
  address: string,
  expression: string,
) {
  await go(address);
  let before: unknown;
  for (let end = Date.now() + LIMIT; Date.now() < end; await setTimeout(EVERY)) {
    const text = await ask(expression);
    if (typeof text === "string" && text !== "") return text;
    const says = await ask("document.body.textContent");
    if (says !== before) end = Date.now() + LIMIT;
    before = says;
  }
  throw new Late(`${address}: the page said nothing new for ${LIMIT / 60_000} minutes`);
}

/** What a browser is asked, by what opens an address anew in it and what an expression comes to there. */
const asked = (seen: (address: string, expression: string) => Promise<string>): Pick<DrivenPage, "digest" | "see" | "selfTest"> => ({
  see: seen,
  digest: (one) => seen(addressOf(one), shown(one.weeks)),
  async selfTest() {
    const said = await seen("#experiments", tested);
    const [same, of = same] = (said.match(/\d+/g) ?? []).map(Number);
    return { same, of };
  },
});

/** The same in a browser that has many pages: a fresh one each time. */
const inFreshPages = <
  P extends { goto(url: string): Promise<unknown>; evaluate(expression: string): Promise<unknown>; close(): Promise<void> },
>(
  url: string,
  newPage: () => Promise<P>,
) =>
  asked(async (address, expression) => {
    const page = await newPage();
    try {
      return await see(
        (to) => page.goto(url + to),
        (text) => page.evaluate(text),
        address,
        expression,
      );
    } finally {
      await page.close();
    }
  });

const chromiumDriver = async (): Promise<PageDriver> => ({
  name: "Chromium",
  version: versionOf((await browserOptions()).executablePath ?? chromium.executablePath()) ?? "of npm",
  get: "apt-get install chromium",
  async open() {
    const site = await servePages();
    const browser = await chromium.launch(await browserOptions());
    return {
      ...inFreshPages(site.url, () => browser.newPage()),
      async close() {
        await browser.close();
        await site.close();
      },
    };
  },
});

const firefoxPath = () => ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find((path) => existsSync(path));

/** Firefox over WebDriver BiDi, which it speaks by itself. */
const firefoxDriver = (): PageDriver => ({
  name: "Firefox",
  version: firefoxPath() && versionOf(firefoxPath() as string),
  get: "apt-get install firefox-esr",
  async open() {
    const { launch } = await import("puppeteer-core");
    const site = await servePages();
    const browser = await launch({ browser: "firefox", executablePath: firefoxPath() as string, headless: true });
    return {
      ...inFreshPages(site.url, () => browser.newPage()),
      async close() {
        await browser.close();
        await site.close();
      },
    };
  },
});

const webkitDriver = (): PageDriver => ({
  name: "WebKitGTK",
  version: canDriveWebKit() ? "" : undefined, // told when it is driven
  get: "apt-get install webkit2gtk-driver xvfb",
  async open() {
    const site = await servePages();
    const { version, go, ask, close } = await driveWebKit();
    return {
      version,
      ...asked(async (address, expression) => {
        await go("about:blank"); // another hash alone opens nothing anew
        return see((to) => go(site.url + to), ask, address, expression);
      }),
      async close() {
        await close();
        await site.close();
      },
    };
  },
});

export const pageDrivers = async (): Promise<readonly PageDriver[]> => [await chromiumDriver(), firefoxDriver(), webkitDriver()];
