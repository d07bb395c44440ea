import type { Browser, Page } from "playwright";
import { choose, openLaboratory } from "../tests/support/laboratory.ts";
import { openSite } from "../tests/support/site.ts";

export interface PageSpeed {
  weeksPerSecond: number;
  /** Processor time of the page with all its threads, and of drawing, a week; milliseconds. */
  processor: { page: number; drawing: number };
  framesPerSecond: number;
  /** Milliseconds between two frames. */
  longestFrame: number;
  /** Milliseconds from an input to the end of the frame that shows it, while the run goes on. */
  inputs: Record<string, number[]>;
  /** Frames a second of each picture of the network, the run at rest: the week dragged, and zoomed, with every frame. */
  network: Record<string, { dragged: number; zoomed: number }>;
}

const DRAWN = 4; // seconds of each
const WARM = 60; // weeks before anything is measured: until then V8 is still compiling

/** The built laboratory in Chromium, running a scenario with the network shown. */
export async function pageSpeed(scenario: string, seconds: number, presses: number): Promise<PageSpeed> {
  const site = await openSite();
  try {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await choose(page, `${scenario}.yaml`);
    await page.locator(".network.blocks .sheet[aria-busy=false] canvas").waitFor();
    const devtools = await (page.context().browser() as Browser).newBrowserCDPSession();
    const processor = async () => {
      const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
      const of = (type: string) => processInfo.reduce((sum, one) => sum + (one.type === type ? 1000 * one.cpuTime : 0), 0);
      return { page: of("renderer"), drawing: of("GPU") };
    };
    await page.getByRole("button", { name: "Run" }).click();
    await page.waitForFunction((n) => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week) >= n, WARM, {
      timeout: 300_000,
    });

    const before = await processor();
    const { weeks, gaps, took } = await page.evaluate(
      (milliseconds) =>
        new Promise<{ weeks: number; gaps: number[]; took: number }>((resolve) => {
          const week = () => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week);
          const [began, first, gaps] = [performance.now(), week(), [] as number[]];
          let last = began;
          const frame = () => {
            const now = performance.now();
            gaps.push(now - last);
            last = now;
            if (now - began < milliseconds) requestAnimationFrame(frame);
            else resolve({ weeks: week() - first, gaps, took: now - began });
          };
          requestAnimationFrame(frame);
        }),
      1000 * seconds,
    );
    const after = await processor();

    const inputs: Record<string, number[]> = {};
    const [tab, language] = [(id: string) => page.locator(`#tab-${id}`), page.getByRole("button", { name: /^(中文|English)$/ })];
    for (let k = 0; k < presses; k++) {
      for (const [name, press] of [
        ["tab of the map", () => tab("map").click()],
        ["tab of the network", () => tab("network").click()],
        ["key on a tab", () => tab("network").press("ArrowRight")],
        ["language", () => language.click()],
      ] as const) {
        const shown = page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const told = ({ timeStamp }: Event) => {
                for (const type of ["click", "keydown"]) removeEventListener(type, told, true);
                // A message sent before a frame is drawn comes when it has been.
                requestAnimationFrame(() => {
                  const { port1, port2 } = new MessageChannel();
                  port1.onmessage = () => resolve(performance.now() - timeStamp);
                  port2.postMessage(0);
                });
              };
              for (const type of ["click", "keydown"]) addEventListener(type, told, true);
            }),
        );
        await press();
        (inputs[name] ??= []).push(await shown);
        await page.waitForTimeout(300);
      }
    }
    await page.getByRole("button", { name: /^(Pause|暂停)$/ }).click();
    const network: PageSpeed["network"] = {};
    await tab("network").click();
    for (const name of await page
      .locator("input[name=network-picture]")
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))) {
      await page.locator(`.segments label:has([value=${name}])`).click();
      await page.locator("#picture .sheet[aria-busy=false] canvas").waitFor();
      network[name] = { dragged: await framesWhile(page, "drag", 1000 * DRAWN), zoomed: await framesWhile(page, "zoom", 1000 * DRAWN) };
    }
    return {
      weeksPerSecond: (1000 * weeks) / took,
      processor: { page: (after.page - before.page) / weeks, drawing: (after.drawing - before.drawing) / weeks },
      framesPerSecond: (1000 * gaps.length) / took,
      longestFrame: Math.max(...gaps),
      inputs,
      network,
    };
  } finally {
    await site.close();
  }
}

/** Frames a second while the week of all pictures is dragged to and fro, or the picture of the network is zoomed, once with every frame. */
const framesWhile = (page: Page, what: "drag" | "zoom", milliseconds: number): Promise<number> =>
  page.evaluate(
    ({ what, milliseconds }) =>
      new Promise<number>((resolve) => {
        const scrubber = document.querySelector(".scrubber") as HTMLInputElement;
        const canvas = document.querySelector("#picture .network canvas") as HTMLCanvasElement;
        const { left, top, width, height } = canvas.getBoundingClientRect();
        const weeks = Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week);
        const drag = (k: number) => {
          scrubber.value = String(1 + Math.abs((k % (2 * weeks)) - weeks));
          scrubber.dispatchEvent(new InputEvent("input", { bubbles: true }));
        };
        const zoom = (k: number) => {
          const [clientX, clientY] = [left + width / 2, top + height / 2];
          const deltaY = k % 60 < 30 ? -12 : 12;
          canvas.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ctrlKey: true, clientX, clientY, deltaY }));
        };
        const began = performance.now();
        let frames = 0;
        const frame = () => {
          const now = performance.now();
          if (now - began >= milliseconds) resolve((1000 * frames) / (now - began));
          else {
            (what === "drag" ? drag : zoom)(frames++);
            requestAnimationFrame(frame);
          }
        };
        requestAnimationFrame(frame);
      }),
    { what, milliseconds },
  );
