import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checksumOf } from "../../src/exports/index.ts";
import { openSite, type Site } from "../support/site.ts";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const folder = mkdtempSync(join(tmpdir(), "four-circles-batch-folder-"));
const out = join(folder, "out");
let site: Site;

beforeAll(async () => {
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: Two arms
scenario: community
set: { population.residents: 100, organizations.count: 2 }
weeks: 2
replicates: 4
arms: { off: { set: { partyBuilding: off } }, on: {} }
outcomes: [{ measure: participation_rate, span: [1, 2] }]
`,
  );
  execFileSync(process.execPath, [program, "batch", join(folder, "plan.yaml"), "--out", out], { stdio: "ignore" });
  site = await openSite();
});
afterAll(() => site?.close());

const read = (name: string) => readFileSync(join(out, name));
/** Opens files on the page together, as from a folder. */
const open = (page: Page, files: Record<string, Buffer>) =>
  page
    .locator('input[type="file"][accept*=".parquet"]')
    .setInputFiles(Object.entries(files).map(([name, buffer]) => ({ name, mimeType: "application/octet-stream", buffer })));

it("the folder of a batch is opened as it was written, and refused by the name of the file that is not", async () => {
  const { page, errors } = await site.page();
  await page.goto(site.url);
  const [table, description, weeks] = ["runs.parquet", "batch.json", "measures.parquet"].map(read);
  await open(page, { "batch.json": description, "measures.parquet": weeks, "runs.parquet": table });
  await page.getByText("runs.parquet: Two arms, 8 runs").waitFor();

  const altered = Buffer.from(table);
  altered[60] ^= 1;
  await open(page, { "runs.parquet": altered });
  await page.getByText("runs.parquet is not what was written: its checksum is another.").waitFor();
  const retitled = Buffer.from(description.toString().replace('"Two arms"', '"Ten arms"'));
  await open(page, { "batch.json": retitled, "runs.parquet": table });
  await page.getByText("The batch.json beside runs.parquet is not what was written").waitFor();
  await page.getByText("runs.parquet: Two arms, 8 runs").waitFor(); // what was open stays
  expect(errors).toEqual([]);
});

/** True if a table is not read after a while. */
async function isEndless(bytes: Uint8Array): Promise<boolean> {
  const source = `import("hyparquet").then(({ parquetReadObjects }) => parquetReadObjects({ file: workerData.slice().buffer }))
    .then(() => parentPort.postMessage("read"), () => parentPort.postMessage("refused"))`;
  const reader = new Worker(`const { parentPort, workerData } = require("node:worker_threads"); ${source}`, {
    eval: true,
    workerData: bytes,
  });
  const answer = await Promise.race([new Promise((resolve) => reader.once("message", resolve)), pause(3000, "endless")]);
  await reader.terminate();
  return answer === "endless";
}

/** A table of eight rows in which one bit of the head of a page is another, so that its reader does not come back. */
async function inCircles(table: Buffer): Promise<Buffer> {
  const head = Buffer.from("5c1510", "hex"); // its count of values: eight
  for (let at = table.indexOf(head); at >= 0; at = table.indexOf(head, at + 1)) {
    const changed = Buffer.from(table);
    changed[at + 2] ^= 128;
    if (await isEndless(changed)) return changed;
  }
  throw new Error("no such page");
}

it("a table made to lead its reader in circles is given up, and the page stays of use", async () => {
  const forged = await inCircles(read("runs.parquet"));
  const place = forged.lastIndexOf('"checksum":"') + '"checksum":"'.length;
  forged.fill("0", place, place + 64);
  forged.write(checksumOf(forged), place, "latin1");

  const { page, errors } = await site.page();
  await page.goto(site.url);
  const began = performance.now();
  await open(page, { "runs.parquet": forged });
  await page.getByText("runs.parquet cannot be read as Parquet").waitFor({ timeout: 60_000 });
  expect(performance.now() - began).toBeGreaterThan(9000); // else it was not led in circles
  await open(page, { "runs.parquet": read("runs.parquet") });
  await page.getByText("runs.parquet: Two arms, 8 runs").waitFor();
  expect(errors).toEqual([]);
});
