import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "playwright";
import { choose, openLaboratory, settled } from "../../tests/support/laboratory.ts";
import { openSite } from "../../tests/support/site.ts";
import { MB, residentOf, verdict } from "./memory.ts";

/** ms that the page may take for anything, on a machine that has other work. */
const PATIENCE = 300_000;

/** The laboratory runs a scenario again and again, picture after picture. */
export async function soakPage(scenario: string, minutes: number): Promise<void> {
  const site = await openSite();
  const { page: shown, errors } = await site.page();
  shown.setDefaultTimeout(PATIENCE);
  await openLaboratory(shown, site.url);
  await choose(shown, `${scenario}.yaml`);
  const devtools = await (shown.context().browser() as Browser).newBrowserCDPSession();
  const own = await shown.context().newCDPSession(shown);
  await own.send("Performance.enable");
  const [resident, heap]: number[][] = [[], []];
  const tabs = await shown.locator(".gallery [role=tab]").all();
  const weekOf = async () => Number(await shown.locator("[data-week]").getAttribute("data-week"));
  const end = Date.now() + minutes * 60_000;
  let [weeks, before, minute] = [0, 0, 0];
  await shown.getByRole("button", { name: "Run", exact: true }).click();
  while (Date.now() < end) {
    const next = Date.now() + Math.min(60_000, (minutes * 60_000) / 9);
    while (Date.now() < Math.min(next, end)) {
      await tabs[minute++ % tabs.length].click();
      await pause(2500);
      const week = await weekOf();
      weeks += Math.max(0, week - before);
      before = week;
      if (!(await shown.getByRole("button", { name: "Pause", exact: true }).count())) {
        // At its end, or paused by a picture that wants rest: from the start again.
        await shown.keyboard.press("0");
        await settled(shown, 0);
        before = 0;
        await shown.getByRole("button", { name: "Run", exact: true }).click();
      }
    }
    await own.send("HeapProfiler.collectGarbage");
    const { metrics } = await own.send("Performance.getMetrics");
    heap.push(metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN);
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    resident.push(processInfo.filter(({ type }) => type === "renderer").reduce((sum, { id }) => sum + residentOf(id), 0));
    const [r, h] = [resident.at(-1) as number, heap.at(-1) as number];
    console.log(`${resident.length}: ${weeks} weeks, renderer ${(r / MB).toFixed(0)} MiB, objects of the page ${(h / MB).toFixed(1)} MiB`);
  }
  await site.close();
  verdict(`page, ${scenario}, ${minutes} minutes, ${weeks} weeks, resident memory of the renderer`, resident);
  verdict("objects of the page", heap);
  if (errors.length > 0) throw new Error(`soak: the page had errors: ${errors.slice(0, 5).join("; ")}`);
}
