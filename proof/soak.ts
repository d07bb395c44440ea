import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Command } from "commander";
import type { Browser } from "playwright";
import { choose, openLaboratory, settled } from "../tests/support/laboratory.ts";
import { openSite } from "../tests/support/site.ts";
import { Running } from "./kills/commands.ts";

const { page, minutes, batch } = new Command("soak")
  .description("Has the page run for a long time, or computes a batch of many runs, and looks whether memory stays flat.")
  .option("--page <scenario>", "the laboratory with this scenario, again and again, picture after picture", "zhonglou-tenth")
  .option("--minutes <n>", "how long", Number, 30)
  .option("--batch <runs>", "a batch of so many runs instead", Number)
  .parse()
  .opts<{ page: string; minutes: number; batch?: number }>();

const MB = 2 ** 20;
/** What may be taken for flat: the last third above the second, of what is larger there by chance. */
const FLAT = 1.1;

/** Resident memory of a process, in bytes; 0 if it is gone. */
function residentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Says how memory went, and whether it stayed flat once all was there that is made once. */
function verdict(what: string, samples: readonly number[]): void {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [mean(samples.slice(third, 2 * third)), mean(samples.slice(2 * third))];
  const flat = last <= middle * FLAT;
  console.log(
    `${what}: first ${(samples[0] / MB).toFixed(0)} MiB, second third ${(middle / MB).toFixed(0)}, last third ${(last / MB).toFixed(0)}, most ${(Math.max(...samples) / MB).toFixed(0)}: ${flat ? "flat" : "GROWS"}`,
  );
  if (!flat) process.exitCode = 1;
}

async function soakPage(scenario: string): Promise<void> {
  const site = await openSite();
  const { page: shown, errors } = await site.page();
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

async function soakBatch(runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-soak-"));
  const plan = join(folder, "plan.yaml");
  writeFileSync(
    plan,
    [
      "title: Many",
      "scenario: community",
      "set: { population.residents: 200, organizations.count: 3 }",
      "outcomes: [{ measure: participation_rate, span: [1, 6] }]",
      "weeks: 6",
      `replicates: ${runs}`,
    ].join("\n"),
  );
  const samples: number[] = [];
  const command = new Running(["batch", plan, "--out", join(folder, "out")]);
  while (!command.over) {
    await pause(500);
    samples.push(residentOf(command.child.pid as number));
  }
  if ((await command.ended) !== 0) throw new Error(`soak: the batch ended with ${command.err}`);
  console.log(execFileSync("du", ["-sh", join(folder, "out")], { encoding: "utf8" }).split("\t")[0], "on the disk");
  rmSync(folder, { recursive: true, force: true });
  verdict(
    `batch of ${runs} runs, resident memory with all its threads`,
    samples.filter((bytes) => bytes > 0),
  );
}

await (batch === undefined ? soakPage(page) : soakBatch(batch));
