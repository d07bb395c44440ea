import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drop, openLaboratory, saved, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const small = "extends: community.yaml\ntitle: Small\nweeks: 400\npopulation: { residents: 600 }\n";

/** Goes on with the run of a folder on the command line, to a week; returns the digest there. */
function resume(folder: string, weeks: number): string {
  const args = ["run", join(folder, "small.yaml"), "--weeks", String(weeks), "--out", folder, "--checkpoint", "1000", "--resume", "--json"];
  return JSON.parse(execFileSync("node", [program, ...args], { encoding: "utf8", stdio: "pipe" })).digest.state;
}

describe("a checkpoint", () => {
  it("saved in the page is gone on from on the command line, to the same digest", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await drop(page, "small.yaml", small);
    await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "small.yaml");
    await settled(page, 0);
    await stepTo(page, 2);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await page.locator(".mark .handle").waitFor();
    await stepTo(page, 4);
    const save = (item: string) =>
      saved(page, async () => {
        await page.locator(".menu summary", { hasText: "Files" }).click();
        await page.getByRole("button", { name: item }).click();
      });
    const folder = mkdtempSync(join(tmpdir(), "four-circles-"));
    const checkpoint = await save("Save checkpoint");
    const file = await save("Save scenario");
    expect([checkpoint.name, file.name]).toEqual(["small-week-4.4c", "small.yaml"]);
    writeFileSync(join(folder, "checkpoint.4c"), checkpoint.bytes);
    writeFileSync(join(folder, "small.yaml"), file.bytes);
    expect(resume(folder, 7)).toBe(await stepTo(page, 7));
    expect(errors).toEqual([]);
  });

  it("written on the command line opens in the page with its weeks and its scenario, and goes on to the same digest", async () => {
    const folder = mkdtempSync(join(tmpdir(), "four-circles-"));
    const path = join(folder, "checkpoint.4c");
    writeFileSync(
      join(folder, "small.yaml"),
      `${small}rigidity: 0.9\ninterventions:\n  - { week: 3, path: partyBuilding, value: placebo }\n`,
    );
    const child = spawn("node", [program, "run", join(folder, "small.yaml"), "--out", folder, "--checkpoint", "5"], { stdio: "ignore" });
    while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));

    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await page.locator("input[type=file]").setInputFiles(path);
    await page.getByText("checkpoint.4c is open at week").waitFor();
    await settled(page);
    const week = Number(await page.locator("[data-week]").getAttribute("data-week"));
    expect(week % 5).toBe(0);
    await expect.poll(() => page.locator(".u-legend").first().textContent()).toContain(String(week));
    await expect.poll(() => page.locator("#p-rigidity").inputValue()).toBe("0.9");
    await expect
      .poll(() => page.getByRole("slider", { name: "Party-building programme: placebo" }).getAttribute("aria-valuetext"))
      .toBe("Week 3");
    const there = await stepTo(page, week + 2);
    expect(resume(folder, week + 2)).toBe(there);

    // The scenario came along: from week 0 on, the same run.
    await page.getByRole("button", { name: "Reset" }).click();
    await settled(page, 0);
    expect(await stepTo(page, week + 2)).toBe(there);
    expect(errors).toEqual([]);
  });

  it("that is damaged, or no checkpoint at all, is refused with the reason", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await drop(page, "half.4c", new TextEncoder().encode(`4CIRCLES${"x".repeat(80)}`));
    await page.getByText("half.4c is damaged or only half written (88 bytes, checksum differs).").waitFor();
    await drop(page, "picture.png", Uint8Array.of(137, 80, 78, 71, 0, 0));
    await page.getByText("picture.png is neither a scenario, nor a checkpoint, nor results of a batch.").waitFor();
    await drop(page, "results.parquet", "PAR1....");
    await page.getByText("results.parquet cannot be read as Parquet").waitFor();
  });

  it("is kept in memory: a worker that fails is replaced, and the run goes on to the digest of an undisturbed one", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await drop(page, "small.yaml", small);
    await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "small.yaml");
    await settled(page, 0);
    await page.locator(".speed select").selectOption("12"); // the worker must fail before the run has come to its end
    await page.getByRole("button", { name: "Run" }).click();
    await page.waitForFunction(() => Number((document.querySelector("[data-week]") as HTMLElement).dataset.week) >= 30);
    await page.evaluate(() => {
      // As quick as a reader can be: the run is asleep between two weeks and has not noticed yet.
      const there = () =>
        [...document.querySelectorAll("button")].find((button) => /^Continue from week \d+$/.test(button.textContent ?? ""));
      const seen = new MutationObserver(() => {
        const button = there();
        if (button) {
          seen.disconnect();
          (window as unknown as { said: string | null }).said = document.querySelector(".alarm")?.textContent ?? null;
          button.click();
        }
      });
      seen.observe(document.body, { childList: true, subtree: true });
    });
    await page.workers()[0].evaluate(() => {
      setTimeout(() => {
        throw new Error("out of memory");
      });
    });
    await page.waitForFunction(() => "said" in window && document.querySelector(".alarm") === null);
    expect(await page.evaluate(() => (window as unknown as { said: string }).said)).toContain(
      "The computation has stopped: Uncaught Error: out of memory",
    );
    await settled(page);
    const week = Number(await page.locator("[data-week]").getAttribute("data-week"));
    expect(week).toBeGreaterThanOrEqual(26);
    const digest = await stepTo(page, week + 2);
    const folder = mkdtempSync(join(tmpdir(), "four-circles-"));
    writeFileSync(join(folder, "small.yaml"), small);
    const args = ["run", join(folder, "small.yaml"), "--weeks", String(week + 2), "--json"];
    expect(JSON.parse(execFileSync("node", [program, ...args], { encoding: "utf8", stdio: "pipe" })).digest.state).toBe(digest);
  });
});
