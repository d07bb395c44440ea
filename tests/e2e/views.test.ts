import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { communityStates, distributions, LORENZ, LORENZ_POINTS } from "../../src/observation/index.ts";
import { findingsOf } from "../../src/views/index.ts";
import { networkFrame } from "../../src/worker/frames.ts";
import { serious } from "../support/accessibility.ts";
import { choose, openLaboratory, stepTo } from "../support/laboratory.ts";
import { scenario } from "../support/scenarios.ts";
import { openSite, type Site } from "../support/site.ts";

const WEEKS = 9;
let site: Site;
let page: Page;
let errors: string[];
/** The same weeks in Node: what the pictures must agree with. */
let run: Run;

beforeAll(async () => {
  site = await openSite();
  ({ page, errors } = await site.page({ width: 1500, height: 1200 }));
  await openLaboratory(page, site.url);
  await choose(page, "zhonglou-tenth.yaml");
  await stepTo(page, WEEKS);
  run = Run.start(await scenario("zhonglou-tenth"), mechanisms);
  run.keepPast();
  while (run.world.week < WEEKS) run.step();
});
afterAll(() => site?.close());

const show = async (picture: string, mark: string) => {
  await page.locator(`#tab-${picture}`).click();
  await page.waitForSelector(mark);
};
const amounts = (selector: string, attribute: string) =>
  page.locator(selector).evaluateAll((all, name) => all.map((element) => Number(element.getAttribute(name))), attribute);
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
/** Waits until a text stands in the page, and fails with what stands there instead. */
const says = async (selector: string, text: string) => {
  await page
    .waitForFunction(
      ([where, what]) => [...document.querySelectorAll(where)].some(({ textContent }) => textContent?.includes(what)),
      [selector, text],
      { timeout: 5000 },
    )
    .catch(async () => expect(await page.locator(selector).allTextContents()).toContain(text));
};
/** Holds a week from the first chart of measures, by keyboard. */
const holdWeek = async (week: number) => {
  await page.locator("figure.series").first().focus();
  await page.keyboard.press("Home");
  for (let k = 1; k < week; k++) await page.keyboard.press("ArrowRight");
  await page.getByText(`Week ${week} is shown in every chart.`).waitFor();
};
const release = async () => {
  await page.locator("figure.series").first().focus();
  await page.keyboard.press("Escape");
};
const download = async (plate: string, item: string) => {
  await page.locator(`.picture.${plate} .saving button[aria-expanded]`).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: item }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

describe("the pictures", () => {
  it("show the ladder of awareness as the measures have it, in any week that is held", async () => {
    await show("awareness", ".stacked .layer");
    const supports = (week: number) => percent.format(run.recorder.value("awareness_supports", week));
    await says(".name.rung3", supports(WEEKS));
    await holdWeek(4);
    await says(".name.rung3", supports(4));
    await says(".name.rung0", percent.format(1 - run.recorder.value("awareness_knows", 4)));
    await release();
    await says(".name.rung3", supports(WEEKS));
  });

  it("move all with the pointer: a week under it is shown in pictures of other kinds", async () => {
    await show("map", ".parcel");
    const { communities } = run.keepPast().week(WEEKS);
    const now = await amounts(".parcel", "data-value");
    expect(now).toEqual(now.map((_, c) => communities[c * communityStates.length + communityStates.indexOf("participation")]));
    const box = await page.locator("figure.series .u-over").first().boundingBox();
    if (!box) throw new Error("no chart");
    await page.mouse.move(box.x + 2, box.y + 40);
    await page.waitForFunction((before) => document.querySelector(".parcel")?.getAttribute("data-value") !== before, String(now[0]));
    const early = await amounts(".parcel", "data-value");
    for (const [c, value] of early.entries()) expect(value).toBeLessThan(now[c]);
    await page.mouse.move(5, 5);
    await page.waitForFunction((before) => document.querySelector(".parcel")?.getAttribute("data-value") === before, String(now[0]));
  });

  it("open a community from the map by keyboard", async () => {
    await show("map", ".parcel");
    await page.locator(".parcel").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^(Community|Village) 1$/ }).waitFor();
    await page.waitForSelector('.parcel.picked[data-community="1"]');
  });

  it("balance the flow of resources, and sum it over the window of weeks", async () => {
    await show("flows", ".flows .band");
    const sum = async () => (await amounts(".flows .band", "data-amount")).reduce((a, b) => a + b, 0);
    const heights = async (side: string) => (await amounts(`.flows .bar.${side}`, "height")).reduce((a, b) => a + b, 0);
    expect(await heights("from")).toBeCloseTo(await heights("to"), 3);
    const year = await sum();
    await page.locator(".picture.flows select").nth(1).selectOption("4");
    await says(".picture.flows > .help", `weeks ${WEEKS - 3}–${WEEKS}`);
    await expect.poll(sum, { timeout: 5000 }).toBeLessThan(year); // the picture follows its words by a frame
    const month = await sum();
    expect(month).toBeGreaterThan(0);
    await page.locator(".picture.flows select").nth(0).selectOption("credits");
    await page.waitForFunction(
      (before) => [...document.querySelectorAll(".band")].reduce((s, b) => s + Number(b.getAttribute("data-amount")), 0) !== before,
      month,
    );
    await page.locator(".picture.flows select").nth(0).selectOption("money");
    await page.locator(".picture.flows select").nth(1).selectOption("52");
  });

  it("count open matters as the measure does", async () => {
    await show("matters", ".stacked .layer.takenUp");
    await page.locator(".picture.matters .saving button").first().click();
    const row = page.locator(".picture.matters .behind tbody tr").last();
    await row.waitFor();
    const cells = (await row.locator("th, td").allTextContents()).map(Number);
    // Week, then raised, taken up, deliberated, decided, in service, reopened, escalated, closed, settled, dropped.
    expect(cells[0]).toBe(WEEKS);
    expect(cells.slice(1, 8).reduce((a, b) => a + b, 0)).toBe(run.recorder.value("matters_open", WEEKS));
    expect((await amounts(".moves .band", "data-amount")).length).toBeGreaterThan(3);
    await page.locator(".picture.matters .saving button").first().click();
  });

  it("show coverage on paper and coverage that works as the measures have them", async () => {
    await show("coverage", ".coverage .balloon");
    await says(".name.functional", percent.format(run.recorder.value("coverage_functional", WEEKS)));
    const covered = (await amounts(".balloon", "data-count")).reduce((a, b) => a + b, 0);
    expect(covered / run.recorder.value("orgs_alive", WEEKS)).toBeCloseTo(run.recorder.value("coverage_formal", WEEKS), 12);
  });

  it("draw Lorenz curves with the Gini indexes of the measures", async () => {
    await show("distributions", ".curve.hoursOfGivers[d]");
    const drawn = async (curve: (typeof distributions)[number]) => (await amounts(`.curve.${curve}`, "data-gini"))[0];
    expect(await drawn("hoursOfGivers")).toBe(run.recorder.value("volunteer_hours_gini", WEEKS));
    expect(await drawn("incomeOfOrganizations")).toBe(run.recorder.value("org_income_gini", WEEKS));
    const past = run.keepPast().week(WEEKS).curves;
    expect(await drawn("moneyOfOrganizations")).toBe(past[distributions.indexOf("moneyOfOrganizations") * LORENZ + LORENZ_POINTS]);
  });

  it("paint all residents, say when they show now, and open a community from there", async () => {
    await show("residents", ".density canvas");
    await says(".picture.density > .help", percent.format(run.recorder.value("participation_rate", WEEKS)));
    const painted = () =>
      page.locator(".density canvas").evaluate((canvas: HTMLCanvasElement) => {
        const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let k = 3; k < data.length; k += 4) if (data[k] > 0) count++;
        return count;
      });
    await expect.poll(painted, { timeout: 5000 }).toBeGreaterThan(20_000);
    await page.locator(".picture.cohorts .sheet[aria-busy=false]").waitFor();
    await expect.poll(() => page.locator(".cohorts .cell").count()).toBeGreaterThan(100);
    await holdWeek(3);
    await says(".picture.density .notice", "week 4, the nearest that is, is shown"); // every fourth is kept
    await expect.poll(() => page.locator(".picture.cohorts .notice").count()).toBe(0);
    await release();
    await page.locator(".density .sheet[aria-busy=false] canvas").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^(Community|Village) 1$/ }).waitFor();
    await expect.poll(() => page.locator(".picture.people select").first().inputValue()).toBe("1");
  });

  it("show the network of any week as it was, in every picture, and pick from it by keyboard", async () => {
    const counted = async () => (await page.locator(".picture.network.blocks .circles strong").allTextContents()).map(Number);
    const members = (week: number) =>
      findingsOf(networkFrame(run.world, run.keepPast().network, week)).circles.map((circle) => circle.members);
    await show("network", ".network.blocks .sheet[aria-busy=false] canvas");
    await expect.poll(counted, { timeout: 5000 }).toEqual(members(WEEKS));
    await holdWeek(2);
    await expect.poll(counted, { timeout: 5000 }).toEqual(members(2));
    await release();
    await expect.poll(counted, { timeout: 5000 }).toEqual(members(WEEKS));
    const canvas = page.locator(".network .sheet canvas");
    await canvas.focus();
    await page.keyboard.press("ArrowRight");
    const organization = (await page.locator(".network .aloud").textContent()) ?? "";
    expect(organization).toMatch(/^Organization \d+: /);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(".network .aloud").textContent()).toMatch(/: tie to Organization \d+$/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Organization \d+$/ }).waitFor();
    await canvas.focus();
    await page.keyboard.press("2");
    await page.locator('.circles button[aria-pressed="true"]', { hasText: "Acquaintance" }).waitFor();
    await page.keyboard.press("0");
  });

  it("drag to any computed week with the scrubber, and no further", async () => {
    await show("network", ".network.blocks .sheet[aria-busy=false] canvas");
    const scrubber = page.getByRole("slider", { name: "Week that all pictures show" });
    await scrubber.fill("5");
    await page.getByText("Week 5 is shown in every chart.").waitFor();
    const members = findingsOf(networkFrame(run.world, run.keepPast().network, 5)).circles.map((circle) => String(circle.members));
    await expect.poll(() => page.locator(".picture.network.blocks .circles strong").allTextContents(), { timeout: 5000 }).toEqual(members);
    await scrubber.fill("300");
    await expect.poll(() => scrubber.inputValue()).toBe(String(WEEKS));
    await page.getByText("is shown in every chart.").waitFor({ state: "detached" });
  });

  it.each(["layers", "matrix", "overTime", "change", "person"])("draw the network as %s, with its table and as a drawing", async (name) => {
    await show("network", ".picture.network");
    await page.locator(`input[name=network-picture][value=${name}]`).check({ force: true });
    const plate = name === "overTime" ? "over-time" : name;
    await page.locator(`.network.${plate} .sheet[aria-busy=false] canvas`).waitFor();
    await page.locator(`.network.${plate} .saving button`).first().click();
    await expect.poll(() => page.locator(`.network.${plate} .behind tbody tr`).count()).toBeGreaterThan(0);
    const { bytes } = await download(`network.${plate}`, "Picture (SVG)");
    expect(bytes.toString("utf8")).toMatch(/^<svg.*<(path|text) /s);
    expect(await serious(page, ".gallery")).toEqual([]);
    await page.locator("input[name=network-picture][value=blocks]").check({ force: true });
  });
});

describe("saved pictures", () => {
  it("are drawings that open elsewhere: fonts and colours inside, nothing left to look up", async () => {
    await show("map", ".parcel");
    const { name, bytes } = await download("map", "Picture (SVG)");
    expect(name).toBe(`zhonglou-tenth-map-week-${WEEKS}.svg`);
    const text = bytes.toString("utf8");
    const parsed = await page.evaluate((source) => {
      const file = new DOMParser().parseFromString(source, "image/svg+xml");
      return {
        root: file.documentElement.localName,
        failed: file.querySelector("parsererror") !== null,
        names: [...file.querySelectorAll("text")].map(({ textContent }) => textContent),
      };
    }, text);
    expect(parsed.root).toBe("svg");
    expect(parsed.failed).toBe(false);
    for (let community = 0; community < 10; community++) expect(parsed.names).toContain(String(community));
    expect(text).toMatch(/font-family:[^"]*sans-serif/);
    expect(text).not.toMatch(/var\(|currentColor|class=/);
  });

  it.each([
    ["map", "map", ".parcel"],
    ["residents", "density", ".density canvas"],
  ])("are PNG at twice the size: %s", async (tab, plate, mark) => {
    await show(tab, mark);
    await page.locator(`.picture.${plate} .sheet[aria-busy=false]`).waitFor();
    const { name, bytes } = await download(plate, "Picture (PNG)");
    expect(name).toBe(`zhonglou-tenth-${plate}-week-${WEEKS}.png`);
    expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const box = await page.locator(`.picture.${plate} .sheet`).boundingBox();
    expect(bytes.readUInt32BE(16)).toBe(2 * Math.floor(box?.width ?? 0));
  });

  it("are tables with a row for each community", async () => {
    await show("map", ".parcel");
    const { bytes } = await download("map", "Table (CSV)");
    const lines = bytes.toString("utf8").split("\n");
    expect(lines.length).toBe(12); // the last line ends too
    expect(lines[0]).toBe("\uFEFFCommunity,Subdistrict,participation");
  });
});

describe("pictures for everyone", () => {
  it.each(["network", "map", "flows", "matters", "awareness", "coverage", "distributions", "residents"])(
    "have nothing that axe finds serious: %s",
    async (tab) => {
      await show(tab, ".picture");
      await page.locator(".picture .saving button").first().click();
      await page.waitForSelector(".behind");
      expect(await serious(page, ".gallery")).toEqual([]);
      await page.locator(".picture .saving button").first().click();
    },
  );

  it("speak Chinese", async () => {
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("tab", { name: "地图" }).click();
    await page.getByRole("heading", { name: /^参与率：/ }).waitFor();
    await page.getByRole("tab", { name: "地图" }).press("ArrowRight");
    await page.getByRole("heading", { name: /^资金（元），第 \d+–\d+ 周：/ }).waitFor();
    await expect.poll(() => page.locator(".gallery").textContent()).not.toMatch(/Subdistrict|Outside|participation/);
    expect(errors).toEqual([]);
  });
});
