import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serious } from "../support/accessibility.ts";
import { drop } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const plan = `title: Rigidity with and without the programme
scenario: community
set: { population.residents: 500, organizations.count: 8 }
factors:
  rigidity: [0, 0.5, 1]
arms:
  off: { set: { partyBuilding: off } }
  on: { set: { partyBuilding: on } }
replicates: 4
weeks: 26
outcomes:
  - { measure: participation_rate, span: [14, 26] }
  - { measure: motivation_mean }
`;

const enter = async (page: Page) => {
  await page.goto(`${site.url}#experiments`);
  await page.getByRole("heading", { name: "Plan", exact: true }).waitFor();
};
const write = (page: Page, text: string) => page.getByRole("textbox", { name: "Plan", exact: true }).fill(text);
const done = (page: Page) => page.locator("[data-done]").getAttribute("data-done").then(Number);
const download = async (page: Page, button: string) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return readFileSync(await file.path());
};

describe("the page of experiments", () => {
  it("goes on after the tab was closed, and ends in the bytes that the command line writes", async () => {
    const { page, errors } = await site.page();
    await enter(page);
    await write(page, plan);
    await page.getByText("24 runs: 3 points × 2 arms × 4 replicates, 26 weeks each").waitFor();
    await page.getByText(/about \d+ (seconds?|minutes) on this machine/).waitFor(); // a short trial has been timed
    await page.getByRole("spinbutton", { name: "Workers" }).fill("1");
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.waitForFunction(() => Number(document.querySelector("[data-done]")?.getAttribute("data-done")) >= 3);
    await page.close();

    const again = await page.context().newPage();
    await enter(again);
    await again.getByRole("button", { name: "Load" }).click();
    await again.getByText("24 runs:").waitFor();
    await again.waitForSelector("[data-row]"); // what had finished is there before anything runs
    await again.getByRole("spinbutton", { name: "Workers" }).fill("2");
    await again.getByRole("button", { name: "Run the plan" }).click();
    await again.waitForFunction(() => document.querySelector("[data-done]")?.getAttribute("data-done") === "24");
    await again.getByRole("button", { name: "runs.parquet" }).and(again.locator(":enabled")).waitFor();

    // What it says of arms and factors, in words: four replicates are too few for a verdict, not for a picture.
    await again.getByText("Too early to say whether Participation differs between “programme on” and “programme off”").waitFor();
    await again
      .getByText(/To find a difference of 0\.5 points in four of five studies takes about \d+ replicates; there are 4\./)
      .waitFor();
    expect(await again.locator(".differences .dots .row").count()).toBe(4); // all points, and each
    await again.locator(".effects h3", { hasText: /Rigidity|No factor/ }).waitFor();
    expect(await again.locator(".effects .dots .row .label").allTextContents()).toEqual(["Rigidity: 0 → 1"]);
    await again.getByRole("button", { name: "中文" }).click();
    await again.getByText("判断“党建开启”与“党建关闭”的成年人参与率有无差别，为时尚早").waitFor();
    await again.getByRole("button", { name: "English" }).click();
    expect(await serious(again, ".results")).toEqual([]);

    const folder = mkdtempSync(join(tmpdir(), "four-circles-experiment-"));
    writeFileSync(join(folder, "plan.yaml"), await download(again, "Plan as a file"));
    const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
    execFileSync(process.execPath, [program, "batch", join(folder, "plan.yaml"), "--out", join(folder, "out"), "--csv"], {
      stdio: "ignore",
    });
    for (const table of ["runs.parquet", "measures.parquet", "runs.csv"]) {
      const here = readFileSync(join(folder, "out", table));
      expect(here.equals(await download(again, table)), table).toBe(true);
    }
    const means = await again.locator('[data-row="2/on"] [data-mean]').first().getAttribute("data-mean");
    const rows = readFileSync(join(folder, "out", "runs.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const column = (name: string) => rows[0].indexOf(name);
    const of = rows
      .filter((row) => row[column("point")] === "2" && row[column("arm")] === "on")
      .map((row) => Number(row[column("participation_rate")]));
    expect(Number(means)).toBeCloseTo(of.reduce((sum, value) => sum + value, 0) / of.length, 12);
    await again.locator(".outcome-chart svg").nth(1).waitFor();

    // Another reader drops what the command line wrote on the page, and sees the same numbers.
    const { page: other } = await site.page();
    await other.goto(site.url);
    const opened = other.locator('input[type="file"][accept*=".parquet"]');
    await opened.setInputFiles(join(folder, "out", "runs.parquet"));
    await other.getByText("runs.parquet: Rigidity with and without the programme, 24 runs").waitFor();
    await expect.poll(() => other.locator('[data-row="2/on"] [data-mean]').first().getAttribute("data-mean")).toBe(means);
    await opened.setInputFiles(join(folder, "out", "measures.parquet"));
    await other.getByText("Open the runs.parquet beside it.").waitFor();
    expect(errors).toEqual([]);
  });

  it("pauses and goes on, and forgets", async () => {
    const { page } = await site.page();
    await enter(page);
    // Long enough that something is left to pause.
    await write(page, plan.replace("replicates: 4", "replicates: 6").replace("weeks: 26", "weeks: 520"));
    await page.getByText("36 runs:").waitFor();
    await page.getByRole("spinbutton", { name: "Workers" }).fill("1");
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.waitForFunction(() => Number(document.querySelector("[data-done]")?.getAttribute("data-done")) >= 2);
    await page.getByRole("button", { name: "Pause the plan" }).click();
    await page.getByRole("button", { name: "Run the plan" }).waitFor();
    const paused = await done(page);
    expect(paused).toBeLessThan(36);
    await page.getByRole("spinbutton", { name: "Workers" }).fill("2");
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.waitForFunction(() => document.querySelector("[data-done]")?.getAttribute("data-done") === "36", undefined, {
      timeout: 120_000,
    });
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("No experiment has run here yet.").waitFor();
    await page.getByText("Nothing has run yet.").waitFor();
  });

  it("draws results against the plan that they came from, whatever is written or opened since", async () => {
    const { page, errors } = await site.page();
    await enter(page);
    // The form writes outcomes of other kinds than means into the plan, once it knows the units of measures.
    await page.locator("#plan-parameters option").first().waitFor({ state: "attached" });
    await page.getByRole("combobox", { name: "What is taken of Participation" }).selectOption("crossing");
    await page.getByRole("spinbutton", { name: "Level", exact: true }).fill("30");
    await page.keyboard.press("Tab");
    await page.getByRole("combobox", { name: "Set against another measure" }).nth(2).selectOption("over");
    await page.waitForFunction(() => {
      const written = [...document.querySelectorAll("textarea")].map(({ value }) => value).join("");
      return /take: crossing\s+level: 0.3/.test(written) && /measure: motivation_mean\s+over: \w+/.test(written);
    });
    const short = plan.replace("replicates: 4", "replicates: 2").replace("weeks: 26", "weeks: 8").replace("[14, 26]", "[3, 8]");
    await write(page, short);
    await page.getByText("12 runs:").waitFor();
    await page.getByRole("button", { name: "Run the plan" }).click();
    await page.waitForSelector('[data-row="2/on"]');
    await page.waitForFunction(() => document.querySelector("[data-done]")?.getAttribute("data-done") === "12");
    const heads = () => page.locator(".summary thead th").allTextContents();
    const read = ["Participation points", "Intrinsic motivation points"]; // of how arms differ; of the arms, shares in percent
    expect((await heads()).slice(-2)).toEqual(read);
    expect(await heads()).toContain("Participation % of adults");
    await page.locator(".outcome-chart svg").nth(1).waitFor();

    // Other outcomes: until they are run, what is shown is of the plan as it was, and says so.
    await write(
      page,
      short.replace("measure: motivation_mean", "measure: trust_community, span: [1, 8]").replace(/^.*participation_rate.*\n/m, ""),
    );
    await page.getByText("Nothing has run yet.").or(page.getByText("These are results of the plan")).first().waitFor();
    await write(page, `${short}outcomes:\n`); // with a fault
    await page.locator("[role=alert]").waitFor();
    await write(page, short);
    await page.waitForSelector('[data-row="2/on"]');
    expect((await heads()).slice(-2)).toEqual(read);
    await write(page, `${short}nonsense: 1\n`);
    await page.getByText("These are results of the plan “Rigidity with and without the programme” as it last ran.").waitFor();
    await expect.poll(() => page.locator('[data-row="2/on"]').count()).toBe(1);
    await write(page, short);
    await page.waitForFunction(() => document.querySelector(".results .notice") === null);

    // A file that is no plan, dropped or chosen, leaves the plan; a plan that is dropped is opened here.
    await drop(page, "broken.yaml", "scenario: nowhere\n");
    await page.getByText("broken.yaml cannot be opened as a plan").waitFor();
    await expect.poll(() => page.getByRole("textbox", { name: "Plan", exact: true }).inputValue()).toBe(short);
    await drop(page, "results.parquet", "PAR1....");
    await page.getByText("results.parquet cannot be read as Parquet").waitFor();
    await expect.poll(() => page.locator('[data-row="2/on"]').count()).toBe(1);
    await page.getByRole("link", { name: "Laboratory" }).click();
    await drop(page, "other.yaml", short.replace("weeks: 8", "weeks: 9"));
    await page.getByText("9 weeks each").waitFor();
    for (const place of ["Laboratory", "Is it real?", "Claims", "Experiments"])
      await page.locator("nav.pages").getByRole("link", { name: place, exact: true }).click();
    await page.getByText("9 weeks each").waitFor();
    await expect.poll(() => page.locator(".failed").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("writes the plan from the form, and says where a plan is wrong", async () => {
    const { page } = await site.page();
    await enter(page);
    const field = page.getByLabel("Add a parameter");
    await page.locator("#plan-parameters option").first().waitFor({ state: "attached" });
    await field.fill("mechanisms.participation.noise");
    await page.locator(".factors li").waitFor();
    await page.getByRole("combobox", { name: "Design" }).selectOption("latinHypercube");
    await page.getByRole("spinbutton", { name: "Size" }).fill("5");
    await page.keyboard.press("Tab");
    await page.getByText("40 runs: 5 points × 2 arms × 4 replicates").waitFor();
    const written = await page.getByRole("textbox", { name: "Plan", exact: true }).inputValue();
    expect(written).toContain("kind: latinHypercube");
    await write(page, plan.replace("rigidity:", "rigidty:"));
    await page.locator("[role=alert]").waitFor();
    await expect.poll(() => page.locator("[role=alert]").textContent()).toMatch(/5:\d+.*rigidty.*rigidity/s);
    expect(await serious(page)).toEqual([]);
  });
});
