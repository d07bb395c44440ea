import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright";

/** Opens the laboratory with one community, which is quick, and waits for it. */
export async function openLaboratory(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#laboratory?1&scenario=community`);
  await settled(page);
  await page.waitForSelector("#picture");
  await page.waitForFunction(() => document.querySelector("#content .busy") === null);
}

/** Waits until a run has come to rest, with its digest, in a week if one is named. */
export async function settled(page: Page, week?: number): Promise<string> {
  const at = week === undefined ? "[data-week]" : `[data-week="${week}"]`;
  await page.waitForFunction((selector) => {
    const digest = document.querySelector<HTMLElement>("[data-digest]")?.dataset.digest;
    return document.querySelector(selector) !== null && digest !== "";
  }, at);
  return (await page.locator("[data-digest]").getAttribute("data-digest")) as string;
}

/** Runs to a week, one step at a time; returns the digest there. */
export async function stepTo(page: Page, week: number): Promise<string> {
  let now = Number(await page.locator("[data-week]").getAttribute("data-week"));
  while (now < week) {
    await page.getByRole("button", { name: "Step one week" }).click();
    await settled(page, ++now);
  }
  return settled(page, week);
}

/** Chooses a scenario of the list and waits for its district. */
export async function choose(page: Page, file: string): Promise<void> {
  await page.getByLabel("Scenario").selectOption(file);
  await settled(page, 0);
}

/** Runs until a week is reached, slowly enough that there is something left to pause; returns the week it rests in. */
export async function runTo(page: Page, week: number): Promise<number> {
  await page.locator(".speed select").selectOption("12");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.waitForFunction((n) => Number(document.querySelector<HTMLElement>("[data-week]")?.dataset.week) >= n, week);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await settled(page);
  return Number(await page.locator("[data-week]").getAttribute("data-week"));
}

/**
 * Opens a page by its name in the address, or by its place in the row of pages, and waits until it stands; returns what it is called.
 * The register is a part of the claims.
 */
export async function enterPage(page: Page, which: number | string): Promise<string> {
  if (which === "register") await enterPage(page, "claims");
  const links = page.locator(which === "register" ? ".tabs a" : "nav.pages a");
  const link = typeof which === "number" ? links.nth(which) : links.and(page.locator(`[href="#${which}"]`));
  await link.click();
  await link.and(page.locator("[aria-current=page]")).waitFor();
  await page.waitForFunction(() => document.querySelector("#content .busy") === null);
  return (await link.textContent()) ?? "";
}

/** What a click has the browser save. */
export async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([page.waitForEvent("download"), click()] as never);
  return { name: (download as Download).suggestedFilename(), bytes: readFileSync(await (download as Download).path()) };
}

/** Drops a file on the page, as from a folder. */
export async function drop(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const base64 = Buffer.from(content).toString("base64");
  await page.evaluate(
    ({ name, base64 }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    { name, base64 },
  );
}
