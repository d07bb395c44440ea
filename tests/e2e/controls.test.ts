import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { levers } from "../../src/pages/laboratory/controls/levers.ts";
import { drop, openLaboratory, saved, settled, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const cli = join(import.meta.dirname, "../../dist/cli/four-circles.js");

describe("the controls", () => {
  it("stand under the phases of the week or under the circles, and are found by a word of either language", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    const headings = () => page.locator(".controls h3").allTextContents();
    expect((await headings()).slice(0, 3)).toEqual(["The district", "Time advances", "Matters arise"]);
    await page.getByLabel("circle", { exact: true }).check();
    await expect.poll(() => headings()).toEqual(["Party-building", "Acquaintance", "Interest", "Work", "The district as a whole"]);
    await page.getByRole("searchbox").fill("调解");
    await expect.poll(() => page.locator(".controls summary").allTextContents()).toContain("Mediation by organizations ");
    await page.getByRole("searchbox").fill("no such parameter");
    await expect.poll(() => page.locator(".controls").textContent()).toContain("No parameter has this");
    expect(errors).toEqual([]);
  });

  it("have words in Chinese for names, units, options and items of lists", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("searchbox").fill("权重");
    const labels = await page.locator(".control label, .control legend, .control option").allTextContents();
    expect(labels.length).toBeGreaterThan(8);
    expect(labels.filter((label) => /[a-z]{2}/i.test(label))).toEqual([]);
  });

  it("list what differs from the file, and the file that is saved runs to the same digest on the command line", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await page.getByLabel("Scenario").selectOption("elevators.yaml");
    await settled(page, 0);
    await page.getByRole("searchbox").fill("matters by type");
    await page.getByRole("searchbox").fill("arrivals.rates");
    await page.getByLabel("pets").fill("11");
    await page.getByLabel("pets").blur();
    await page.waitForFunction(() => document.querySelector(".changes li") !== null);
    await settled(page, 0);
    await stepTo(page, 2);
    await page.getByRole("searchbox").fill("");
    await page.getByLabel("Party-building programme", { exact: true }).selectOption("off");
    await page.locator(".changes li").nth(1).waitFor();
    const differences = await page.locator(".changes").textContent();
    expect(differences).toContain("Arrival of matters · Matters by type: 8, 12, 3");
    expect(differences).toContain("Week 3: Party-building programme: off");
    const there = await stepTo(page, 5);
    const { name, bytes } = await saved(page, () => page.getByRole("button", { name: "Download as a scenario file" }).click());
    const text = bytes.toString();
    expect(name).toBe("elevators.yaml");
    expect(text).toContain("# Elevators in old blocks: a matter of consent.");
    expect(text).toContain("# more is at stake than in everyday matters");
    expect(text).toContain("- { week: 3, path: partyBuilding, value: off }");
    const folder = mkdtempSync(join(tmpdir(), "four-circles-"));
    writeFileSync(join(folder, name), text);
    const manifest = JSON.parse(
      execFileSync("node", [cli, "run", join(folder, name), "--weeks", "5", "--json"], { encoding: "utf8", stdio: "pipe" }),
    );
    expect(manifest.digest.state).toBe(there);
    expect(errors).toEqual([]);
  });

  it("say what they make of a number that cannot be, and go back where a change is refused", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await drop(
      page,
      "mine.yaml",
      "title: Mine\nextends: community.yaml\npopulation: { residents: 300 }\ninterventions:\n  - { week: 60, path: rigidity, value: 0 }\n",
    );
    await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "mine.yaml");
    await settled(page, 0);
    const field = (path: string) => page.locator(`[data-path="${path}"] input[type=number]`);
    const fill = async (path: string, value: string) => {
      await field(path).fill(value);
      await field(path).blur();
    };
    await fill("rigidity", "7");
    await page.getByText("7 is not a number from 0 to 1; it stays 0.5.").waitFor();
    await settled(page, 0);
    await expect.poll(() => field("rigidity").inputValue()).toBe("0.5");
    await fill("rigidity", "0.4");
    await page.waitForFunction(() => location.hash.includes("rigidity=0.4")); // the run has begun anew with it
    await settled(page, 0);
    await expect.poll(() => page.locator(".said").count()).toBe(0);
    await fill("rigidity", "");
    await page.getByText("That is not a number; it stays 0.4.").waitFor();
    await page.getByRole("searchbox").fill("population.residents");
    await fill("population.residents", "299.7");
    await page.getByText("299.7 is not a whole number from 1 to 2000000; it stays 300.").waitFor();
    await page.getByRole("searchbox").fill("");
    await page.locator(".run-menu summary").click();
    await fill("weeks", "40"); // before the intervention of the file
    await page.getByText("This change cannot be made; the run stays as it is.").waitFor();
    await settled(page, 0);
    await expect.poll(() => field("weeks").inputValue()).toBe("624");
    expect(errors).toEqual([]);
  });

  it("begin with what policy can change, each once, with help when it is asked for, and the length of the run apart", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    const shown = await page.locator(".controls .levers .control").evaluateAll((all) => all.map((one) => one.getAttribute("data-path")));
    expect(shown).toEqual(levers);
    await page.locator(".controls > details").first().waitFor();
    for (const group of await page.locator(".controls > details > summary").all()) await group.click();
    const paths = await page.locator(".controls .control").evaluateAll((all) => all.map((one) => one.getAttribute("data-path") ?? ""));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).not.toContain("weeks");

    const help = page.getByText("Scales every requirement of the programme");
    await expect.poll(() => help.isVisible()).toBe(false);
    await page.getByRole("button", { name: "About: Rigidity", exact: true }).focus();
    await page.keyboard.press("Enter");
    await help.waitFor();
    await page.locator(".run-menu summary").focus();
    await page.keyboard.press("Enter");
    await page.locator('.run-menu [data-path="weeks"] input[type=number]').waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator('.run-menu [data-path="weeks"]').isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });

  it("name the communities of a change that is not one of all, as do the list and the timeline", async () => {
    const { page, errors } = await site.page();
    await openLaboratory(page, site.url);
    await drop(
      page,
      "parts.yaml",
      "title: Parts\nextends: community.yaml\npopulation: { residents: 600, communities: 4, subdistricts: 2 }\ninterventions:\n" +
        "  - { week: 1, path: rigidity, value: 0.1, communities: treated }\n  - { week: 9, path: rigidity, value: 0.2, communities: [0, 2, 3] }\n",
    );
    await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "parts.yaml");
    await settled(page, 0);
    const said = ["0.1, only in the pilot area (communities 0–1)", "0.2, only in communities 0, 2–3"];
    for (const text of said) {
      await expect.poll(() => page.locator(".changes").textContent()).toContain(text);
      await expect.poll(() => page.locator('[data-path="rigidity"]').textContent()).toContain(text);
    }
    const marks = await page.locator(".mark.fixed .point").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(marks).toEqual(said.map((text, k) => expect.stringContaining(`Week ${[1, 9][k]}: Rigidity: ${text}`)));
    await page.locator(".mark.fixed .point").first().focus();
    await expect.poll(() => page.locator(".mark .note").textContent()).toContain(said[0]);
    expect(errors).toEqual([]);
  });

  it("run a scenario that is dropped on the page, and say in both languages what is wrong with it and where", async () => {
    const { page } = await site.page();
    await openLaboratory(page, site.url);
    await drop(page, "mine.yaml", "title: Mine\nextends: community.yaml\nrigidity: 7\npopulation:\n  resident: 5\n");
    await page.locator(".alarm").waitFor();
    const said = await page.locator(".alarm").textContent();
    expect(said).toContain("mine.yaml:3:11 rigidity is 7 (0-1). Write a number from 0 to 1; the default is 0.5.");
    expect(said).toContain("mine.yaml:5:3 population.resident is not a parameter. Did you mean residents?");
    await page.getByRole("button", { name: "中文" }).click();
    const zh = await page.locator(".alarm").textContent();
    expect(zh).toMatch(/rigidity 为 7/);
    expect(zh).toContain("请写 0 到 1 之间的数；默认 0.5。");
    await drop(page, "mine.yaml", "title: Mine\nextends: community.yaml\nrigidity: 0.7\n");
    await page.waitForFunction(() => (document.querySelector(".scenario select") as HTMLSelectElement).value === "mine.yaml");
    await settled(page, 0);
    await expect.poll(() => page.locator(".alarm").count()).toBe(0);
  });
});
