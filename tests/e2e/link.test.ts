import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { drop, enterPage, openLaboratory, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe("a link", () => {
  it("is the whole run: another browser comes to the same digest, and says so", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await page.locator("#p-rigidity").fill("0.8");
    await page.locator(".changes li").waitFor();
    await settled(page, 0);
    await stepTo(page, 2);
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("placebo");
    await page.locator(".mark .handle").waitFor();
    const digest = await stepTo(page, 4);
    await page.waitForFunction(() => location.hash.includes("week=4"));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(decodeURI(link)).toContain("scenario=community&seed=1&rigidity=0.8&partyBuilding@3=placebo&week=4&digest=");

    const { page: other, errors } = await site.page();
    await other.goto(link);
    await other.getByText("the checksum agrees").waitFor();
    expect(await settled(other, 4)).toBe(digest);
    await expect.poll(() => other.locator("#p-rigidity").inputValue()).toBe("0.8");
    await enterPage(other, "register");
    await other.waitForSelector(".register");
    expect(other.url()).toContain("#register?1&scenario=community");
    expect(errors).toEqual([]);
  });

  it("says that a digest is another, or made by another version", async () => {
    const query = (program: string) => `#laboratory?1&scenario=community&seed=1&week=1&digest=0123456789abcdef&program=${program}`;
    const { page } = await site.page();
    await page.goto(site.url + query(packageJson.version));
    await page.getByText("Another run: at week 1").waitFor();
    const { page: later } = await site.page();
    await later.goto(site.url + query("9.9.9"));
    await later.getByText("The link was made by version 9.9.9").waitFor();
  });

  it.each([
    ["2&scenario=community", "it begins with “2”"],
    ["1&scenario=community&rigidity=7", "rigidity is 7 (0-1). Write a number from 0 to 1"],
    ["1&scenario=community&partyBildung@3=off", "names partyBildung, which is not a parameter. Did you mean partyBuilding?"],
  ])("that is broken says what is wrong with it: %s", async (query, said) => {
    const { page } = await site.page();
    await page.goto(`${site.url}#laboratory?${query}`);
    await page.getByText(said).waitFor();
  });

  it("brings along a scenario that was opened from a file", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await drop(page, "mine.yaml", "extends: community.yaml\ntitle: Mine # own\nrigidity: 0.3\n");
    await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "mine.yaml");
    const digest = await stepTo(page, 1);
    await page.waitForFunction(() => location.hash.includes("week=1"));
    const { page: other } = await site.page();
    await other.goto(page.url());
    await other.getByText("the checksum agrees").waitFor();
    expect(await settled(other, 1)).toBe(digest);
    await expect.poll(() => other.locator(".scenario option:checked").textContent()).toBe("Mine");
  });
});
