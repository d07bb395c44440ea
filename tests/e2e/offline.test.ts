import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterPage, openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe("the laboratory", () => {
  it("shows a recorded run before 300 KB of script have come, and computes the same run from there", async () => {
    const { page, errors } = await site.page({ offline: true });
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(response.body());
    });
    // The engine is held back: the first chart does not need it.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/worker.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.url}#laboratory`);
    await page.getByText("A run recorded beforehand: 104 weeks of “The district as the paper describes it”.").waitFor();
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".measures canvas");
      const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.some((value, k) => k % 4 === 2 && Math.abs(value - pixels[k - 2]) > 80) === true; // the hue of a line
    });
    const before = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    console.log(`script before the first chart: ${(before / 1000).toFixed(0)} KB, compressed`);
    expect(before).toBeGreaterThan(10_000);
    expect(before).toBeLessThan(300_000);
    letGo();
    await settled(page, 0);
    await stepTo(page, 1);
    await expect.poll(() => page.getByText("A run recorded beforehand").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("opens and runs without a network after the first visit", async () => {
    const { page, errors } = await site.page({ offline: true });
    await openLaboratory(page, site.url);
    const online = await stepTo(page, 2);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.goto("about:blank");
    await page.goto(site.url);
    await page.locator(".decision .contact").first().waitFor(); // the first page too
    await openLaboratory(page, site.url);
    await settled(page, 0);
    expect(await stepTo(page, 2)).toBe(online);
    await enterPage(page, "register");
    await page.waitForSelector(".register tbody tr");
    await page.reload();
    await page.getByText("the checksum agrees").waitFor();
    expect(errors).toEqual([]);
  });

  it("keeps the headers of what it keeps, so that a page isolated from others stays so", async () => {
    const { page } = await site.page({ offline: true });
    await openLaboratory(page, site.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const kept = await page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((one) => one.startsWith("four-circles "));
      const cache = await caches.open(name);
      const from = await fetch("./", { cache: "reload" });
      const to = await cache.match("./");
      const names = ["content-type", "cross-origin-opener-policy", "cross-origin-embedder-policy"];
      return names.map((header) => [from.headers.get(header), to?.headers.get(header) ?? null]);
    });
    for (const [now, later] of kept) expect(later).toBe(now);
  });
});
