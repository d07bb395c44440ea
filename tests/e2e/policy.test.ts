import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contentPolicy } from "../../src/pages/build.ts";
import { enterPage, openLaboratory, saved, stepTo } from "../support/laboratory.ts";
import { openSite, type Site } from "../support/site.ts";
import { StaticHost } from "../support/staticHost.ts";

const root = join(import.meta.dirname, "../..");
let site: Site;
/** A host that sends the headers that it is told to. */
let host: StaticHost;
beforeAll(async () => {
  site = await openSite();
  host = await StaticHost.start();
  const pages = join(root, "dist/pages");
  for (const path of readdirSync(pages, { recursive: true, encoding: "utf8" }))
    if (statSync(join(pages, path)).isFile()) host.files.set(`/four-circles/${path}`, readFileSync(join(pages, path)));
});
afterAll(async () => {
  await site?.close();
  await host?.close();
});

const policyOf = (page: string) => page.match(/http-equiv="Content-Security-Policy" content="(.*?)"/)?.[1].replaceAll("&#39;", "'");

it("is written in the page and in what to set at a host, and leaves no script in the page", () => {
  const page = readFileSync(join(root, "dist/pages/index.html"), "utf8");
  expect(policyOf(page)).toBe(contentPolicy);
  expect(readFileSync(join(root, "docs/hosting.md"), "utf8")).toContain(`Content-Security-Policy: ${contentPolicy}`);
  expect(page.match(/<script(?! (type="module" crossorigin )?src=)|\son\w+=|javascript:/g)).toBeNull();
  expect(contentPolicy).not.toMatch(/script-src[^;]*(unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*|data:|blob:)/);
});

it.each(["headers", "page"] as const)("lets everything work that the page does, and nothing else (policy of the %s)", async (from) => {
  const { page, errors } = await site.page({ offline: true });
  const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  host.posted.length = 0;
  // What threads are denied is reported to the host alone.
  host.headers = from === "headers" ? { ...isolated, "content-security-policy": `${contentPolicy}; report-uri /report` } : {};
  await openLaboratory(page, `${host.url}/four-circles/`);
  const weekTwo = await stepTo(page, 2);
  for (const picture of await page.locator(".gallery [role=tab]").all()) {
    await picture.click();
    await page.waitForSelector("#picture .sheet[aria-busy=false], #picture .suggestions, #picture .choosing [role=status]");
  }
  await page.locator("#tab-map").click();
  await page.waitForSelector(".picture.map .parcel");
  for (const [item, begins] of [
    ["Save as SVG", "<svg"],
    ["Save as PNG", "\x89PNG"],
    ["Save as CSV", ""],
  ]) {
    await page.locator(".picture.map .saving button[aria-expanded]").click();
    const { bytes } = await saved(page, () =>
      page
        .locator(".picture.map .menu")
        .getByRole("button", { name: item.replace("Save as ", "") })
        .click(),
    );
    expect(
      bytes
        .toString("latin1")
        .replace(/^<\?xml.*?\?>\s*/, "")
        .startsWith(begins),
      item,
    ).toBe(true);
  }
  for (const name of ["start", "experiments", "claims", "register"]) await enterPage(page, name);
  await enterPage(page, "experiments");
  await page
    .getByRole("textbox", { name: "Plan", exact: true })
    .fill(
      ["title: Tiny", "scenario: community", "set: { population.residents: 200, organizations.count: 3 }", "weeks: 3", "replicates: 2"]
        .concat("outcomes: [{ measure: participation_rate, span: [1, 3] }]")
        .join("\n"),
    );
  await page.getByText("2 runs:").waitFor();
  await page.getByRole("button", { name: "Run the plan" }).click();
  await page.waitForSelector('[data-done="2"]');
  await page.getByRole("button", { name: "Test this engine" }).click();
  await page.getByText("All 100 runs end in the same checksums as elsewhere.").waitFor({ timeout: 120_000 });
  await enterPage(page, "laboratory");
  await expect.poll(() => page.locator("[data-digest]").getAttribute("data-digest")).toBe(weekTwo);
  expect([errors, host.posted]).toEqual([[], []]);

  const done = await page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(globalThis, { ran });
    const script = document.createElement("script");
    script.textContent = "ran.push('a script written into the page')";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="ran.push('a handler')">`);
    await fetch("https://example.org/").then(
      () => ran.push("another host"),
      () => {},
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    return ran;
  });
  expect(done).toEqual([]);
  expect(errors.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(3);
  if (from === "headers") await expect.poll(() => host.posted.length).toBeGreaterThanOrEqual(3);
});

it("lets a report be shown as it is made, from a file and from a host with the policy, and nothing run in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-policy-"));
  const call = (...args: string[]) => execFileSync("node", [join(root, "dist/cli/four-circles.js"), ...args], { stdio: "pipe" });
  const little = ["community", "--set", "population.residents=300", "--weeks", "5"];
  call("run", ...little, "--set", "title=<script>ran.push(1)</script>", "--out", join(folder, "run"));
  call("compare", ...little, "--with", "partyBuilding=off", "--pairs", "3", "--out", join(folder, "compare"));
  try {
    host.headers = { "content-security-policy": contentPolicy };
    for (const name of ["run", "compare"]) {
      const file = join(folder, name, "report.html");
      call("report", join(folder, name));
      host.files.set(`/${name}.html`, readFileSync(file));
      for (const url of [`file://${file}`, `${host.url}/${name}.html`]) {
        const { page, errors } = await site.page();
        await page.addInitScript(() => Object.assign(globalThis, { ran: [] }));
        await page.goto(url);
        expect(await page.locator("figure svg").count(), url).toBeGreaterThan(0);
        expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth), "its own style").toBe("992px");
        expect([await page.evaluate("ran"), errors]).toEqual([[], []]);
        await page.evaluate(() => {
          document.body.insertAdjacentHTML(
            "beforeend",
            `<img src="data:," onerror="ran.push('a handler')"><iframe src="https://example.org/">`,
          );
          return new Promise((resolve) => setTimeout(resolve, 100));
        });
        expect(await page.evaluate("ran")).toEqual([]);
        expect(errors.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(2);
        await page.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
