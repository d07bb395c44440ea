import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { serviceWorker } from "../../src/pages/build.ts";
import { browserOptions } from "../support/chromium.ts";
import { StaticHost } from "../support/staticHost.ts";

let browser: Browser;
let context: BrowserContext;
let page: Page;
let host: StaticHost;
beforeAll(async () => {
  browser = await chromium.launch(await browserOptions());
});
beforeEach(async () => {
  host = await StaticHost.start();
  host.headers = { "cache-control": "max-age=600" }; // as GitHub Pages has it
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await host.close();
});
afterAll(() => browser?.close());

/** Puts a version of a small page where another may lie: its script is named by its content, as in a build. */
function deploy(at: string, version: string, parts: Readonly<Record<string, string>> = {}): void {
  const script = `app-${version}.js`;
  const contents = new Map<string, string>([
    ["./", `<!doctype html><title>Page</title><p></p><script type="module" src="./${script}"></script>`],
    [script, `document.querySelector("p").textContent = "version ${version}"; navigator.serviceWorker.register("./sw.js");`],
    ...Object.entries(parts),
  ]);
  for (const path of host.files.keys()) if (path.startsWith(at)) host.files.delete(path);
  for (const [path, content] of contents) host.files.set(at + (path === "./" ? "index.html" : path), content);
  host.files.set(`${at}sw.js`, serviceWorker(contents));
}

/** What a page shows. */
const shows = async (at: string) => {
  await page.goto(host.url + at);
  return page.locator("p").textContent();
};
const active = () => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
/** Looks for another version, and waits until it is installed or has failed to be. */
const update = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker>((resolve) =>
      registration.addEventListener("updatefound", () => resolve(registration.installing as ServiceWorker)),
    );
    void registration.update().catch(() => {});
    const worker = await found;
    while (worker.state === "installing") await new Promise((resolve) => setTimeout(resolve, 10));
    return worker.state;
  });
/** Closes the page, so that the worker that waits takes over, and opens another. */
async function reopen(): Promise<void> {
  await page.close();
  page = await context.newPage();
}

it("keeps a new version whole although the browser still has the old page, under max-age", async () => {
  deploy("/", "1");
  expect(await shows("/")).toBe("version 1");
  await active();
  deploy("/", "2");
  expect(await update()).toBe("installed");
  await reopen();
  await page.goto(`${host.url}/`); // from the cache of the browser, or not
  await active();
  await reopen();
  await host.close();
  expect(await shows("/")).toBe("version 2");
});

it("keeps what it has until the new version is there as a whole", async () => {
  deploy("/", "1");
  await shows("/");
  await active();
  const page1 = host.files.get("/index.html") as string | Buffer;
  deploy("/", "2");
  const script2 = host.files.get("/app-2.js") as string | Buffer;
  // A host in the middle of a deployment: the page of before, then a page in the place of a script that is not there yet.
  host.files.set("/index.html", page1);
  expect(await update()).toBe("redundant");
  deploy("/", "2");
  host.files.set("/app-2.js", page1);
  expect(await update()).toBe("redundant");
  await host.close();
  expect(await shows("/")).toBe("version 1");
  await host.open();
  host.files.set("/app-2.js", script2);
  await page.goto(`${host.url}/`);
  expect(await update()).toBe("installed");
  await reopen();
  await page.goto(`${host.url}/`);
  await active();
  await reopen();
  await host.close();
  expect(await shows("/")).toBe("version 2");
});

it("keeps two deployments on one origin apart, and drops what versions before kept of its own alone", async () => {
  deploy("/a/", "a");
  deploy("/b/", "b");
  await shows("/b/");
  await page.evaluate(async () => {
    // As it was named before: one of this page, one of another.
    await (await caches.open("four-circles-0123456789ab")).put("/a/", new Response("old"));
    await (await caches.open("four-circles-ba9876543210")).put("/c/", new Response("other"));
  });
  await active();
  await shows("/a/");
  await active();
  await shows("/b/");
  const names = await page.evaluate(() => caches.keys());
  expect(names.sort()).toEqual([
    expect.stringMatching(/^four-circles \/a\/ [0-9a-f]{12}$/),
    expect.stringMatching(/^four-circles \/b\/ [0-9a-f]{12}$/),
    "four-circles-ba9876543210",
  ]);
  await host.close();
  expect([await shows("/a/"), await shows("/b/"), await shows("/a/index.html?x=1")]).toEqual(["version a", "version b", "version a"]);
});

it("shows the page that it keeps when the server has an error, and the server's answer when it says that there is none", async () => {
  host.headers = { "cache-control": "no-store" };
  deploy("/", "1");
  await shows("/");
  await active();
  host.status = 502;
  expect(await shows("/")).toBe("version 1");
  host.status = 200;
  expect(await page.evaluate(async () => (await fetch("./gone/")).status)).toBe(404);
  host.files.set("/gone/index.html", "<p>another page</p>");
  expect(await shows("/gone/")).toBe("another page");
});

it("lets a tab that was opened before a deployment go on, with parts that the host has not any more", async () => {
  deploy("/", "1", { "part-1.js": "export const what = 'a part of version 1';" });
  await shows("/");
  await active();
  await page.reload(); // from now on its requests pass through the worker
  deploy("/", "2");
  expect(await page.evaluate(`import("${host.url}/part-1.js").then(({ what }) => what)`)).toBe("a part of version 1");
  expect(await page.locator("p").textContent()).toBe("version 1");
  await reopen();
  expect(await shows("/")).toBe("version 2"); // whole, as soon as it is asked for
});

const YEAR = "max-age=31536000, immutable";
it.each([
  ["has every answer asked for again", () => "no-cache", false],
  [
    "lets files that are named by their content be kept for a year",
    (path: string) => (path.startsWith("/app-") ? YEAR : "no-cache"),
    false,
  ],
  ["stands behind a proxy that keeps the page too", () => "max-age=600", true],
] as const)(
  "a host that %s: an open tab goes on, and whoever comes again has one version whole, at last the new one",
  async (_, control, proxied) => {
    host.cacheControl = control;
    if (proxied) host.proxy = new Map();
    deploy("/", "1", { "part-1.js": "export const what = 'a part of version 1';" });
    await shows("/");
    await active();
    await page.reload();
    deploy("/", "2");
    for (const path of host.proxy?.keys() ?? []) if (path !== "/index.html") host.proxy?.delete(path); // the page is kept longest
    expect(await update()).toBe(proxied ? "redundant" : "installed");
    expect(await page.evaluate(`import("${host.url}/part-1.js").then(({ what }) => what)`)).toBe("a part of version 1");
    await reopen();
    expect(await shows("/")).toBe(proxied ? "version 1" : "version 2");
    if (proxied) {
      host.proxy?.clear();
      expect(await shows("/")).toBe("version 2");
      const waits = async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        return registration.waiting !== null;
      };
      await expect.poll(() => page.evaluate(waits)).toBe(true);
      await reopen();
      await shows("/");
    }
    await active();
    await reopen();
    await host.close();
    expect(await shows("/")).toBe("version 2");
  },
);

it("a first visit through a proxy that still has the page of a version before is told so, and led past the proxy", async () => {
  deploy("/", "2");
  const built = (name: string) => readFileSync(join(import.meta.dirname, "../../dist/pages", name));
  host.files.set("/unloaded.js", built("unloaded.js"));
  host.proxy = new Map([["/index.html", built("index.html")]]); // whose scripts are gone
  await page.goto(`${host.url}/`);
  const told = page.getByRole("alert");
  expect(await told.textContent()).toContain("a newer version has taken its place");
  await told.getByRole("link", { name: "Load the page anew" }).click();
  await expect.poll(() => page.locator("p").textContent()).toBe("version 2");
});

it("locks nobody out when it fails: a broken script, one that is gone, and a store that the browser has emptied", async () => {
  deploy("/", "1");
  await shows("/");
  await active();
  const broken = ["this is no script", "throw new Error('not today');", undefined];
  for (const [k, script] of broken.entries()) {
    deploy("/", `2${k}`);
    if (script === undefined) host.files.delete("/sw.js");
    else host.files.set("/sw.js", script);
    expect(await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update().then(String, ({ name }) => name)))).toMatch(
      /Error|ServiceWorkerRegistration/,
    );
    expect(await shows("/")).toBe(`version 2${k}`);
  }
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  expect(await shows("/")).toBe("version 22");
  deploy("/", "3");
  expect(await shows("/")).toBe("version 3");
});
