import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { violations } from "../support/accessibility.ts";
import { browserOptions } from "../support/chromium.ts";
import { Command } from "../support/command.ts";

const PATIENCE = { timeout: 60_000 };
const folder = mkdtempSync(join(tmpdir(), "four-circles-class-"));
let browser: Browser;
const errors: string[] = [];
beforeAll(async () => {
  browser = await chromium.launch(await browserOptions());
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(url: string, width = 390): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "en-US", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  return page;
}

/** Starts a class and tells where it is. */
async function begin(source: string[], out: string) {
  const command = new Command(["class", ...source, "--port", "0", "--host", "127.0.0.1", "--out", join(folder, out)]);
  await command.said("The class is open.");
  const found = (what: RegExp) => what.exec(command.out)?.[1] as string;
  return {
    command,
    phones: found(/Phones: +(\S+)/),
    code: found(/letters (\w{4})/),
    teacher: found(/Teacher: +(\S+)/),
    screen: found(/Projector: (\S+)/),
  };
}

async function joined(url: string, code: string, name: string): Promise<Page> {
  const page = await openPage(`${url}/#${code}`);
  await page.getByLabel("Your name, or that of your group").fill(name);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: new RegExp(`^Seat \\d+: ${name}$`) }).waitFor(PATIENCE);
  return page;
}

it("a class plays a round: a phone reloads and stays itself, the room sees what came of it, and the laboratory comes to the same state", async () => {
  const { command, phones, code, teacher, screen } = await begin([], "district");
  const board = await openPage(teacher, 1280);
  const projector = await openPage(screen, 1280);
  await projector.locator(".code", { hasText: code }).waitFor(PATIENCE);
  const first = await joined(phones, code, "Plum");
  await joined(phones, code, "Choir");
  await board.getByRole("button", { name: "Open round 1" }).click();
  await first.locator(".turn fieldset").first().locator("input").nth(3).check(PATIENCE);
  await first.getByRole("button", { name: "Send" }).click();
  await first.getByText("Sent. You may change it").waitFor(PATIENCE);
  await first.reload();
  await first.getByRole("heading", { name: "Seat 1: Plum" }).waitFor(PATIENCE); // by the token that it keeps
  await expect.poll(() => first.locator(".turn fieldset").first().locator("input").nth(3).isChecked()).toBe(true);
  expect(await violations(first)).toEqual([]);
  await board.getByText("2 of 2 here, 1 done").waitFor(PATIENCE);
  await board.getByRole("button", { name: "Close the round and run the quarter" }).click();
  await projector.getByText("1 seats moved; the others were played by the scenario.").waitFor(PATIENCE);
  const port = new URL(phones).port;
  const second = new Command(["class", "--port", port, "--host", "127.0.0.1", "--out", join(folder, "second")]);
  expect(await second.ended).toBe(1);
  expect(second.err).toContain(`port ${port}: is in use`);
  const rival = new Command(["class", "--port", "0", "--host", "127.0.0.1", "--out", join(folder, "district")]);
  expect(await rival.ended).toBe(1);
  expect(rival.err).toContain("is writing there");
  await first.getByRole("heading", { name: "What came of round 1" }).waitFor(PATIENCE);
  expect(await violations(board)).toEqual([]);
  const [laboratory] = await Promise.all([
    board.context().waitForEvent("page"),
    board.getByRole("button", { name: "Open the run in the laboratory" }).click(),
  ]);
  await laboratory.getByText(/The same run: at week 13/).waitFor({ timeout: 120_000 });
  expect(errors).toEqual([]);
  expect(await command.kill("SIGINT")).toBe(0);
});

it("a class predicts a lesson together: the room sees all drawings, then the runs", async () => {
  const { command, phones, code, teacher, screen } = await begin(["2-matters"], "lesson");
  const [board, projector] = [await openPage(teacher, 1280), await openPage(screen, 1280)];
  for (const [name, value] of [
    ["Plum", "0.2"],
    ["Choir", "0.8"],
  ]) {
    const phone = await joined(phones, code, name);
    await phone.locator("input[type=range]").fill(value);
    await phone.getByRole("button", { name: "That is what I expect" }).click();
    await phone.getByText("Sent. You may change it until it is revealed.").waitFor(PATIENCE);
  }
  await projector.getByText("2 predictions").waitFor(PATIENCE);
  await board.getByRole("button", { name: "Reveal" }).click();
  await expect.poll(() => projector.locator(".strip .dot").count(), { timeout: 120_000 }).toBe(2 + 16);
  const [table] = await Promise.all([
    board.waitForEvent("download", { timeout: 120_000 }),
    board.getByRole("button", { name: "Predictions (CSV)" }).click(),
  ]);
  const [heads, ...rows] = readFileSync(await table.path(), "utf8")
    .trim()
    .split("\n");
  expect(heads).toMatch(/,crps,came_about,runs$/);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatch(/,\d+,(Plum|Choir),value,\w+,0\.[28],0\.\d+,,16$/);
  expect(errors).toEqual([]);
  expect(await command.kill("SIGINT")).toBe(0);
});
