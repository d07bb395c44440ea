import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { chromium } from "playwright";
import { describe, expect, it } from "vitest";
import { browserOptions } from "../support/chromium.ts";
import { faultsZh, report } from "../support/wordRules.ts";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const call = (...args: string[]) => execFileSync("node", [program, ...args], { encoding: "utf8", stdio: "pipe" });
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-reports-"));

/** The report of a plan, as a document. */
function reportOf(lines: readonly string[], language: string) {
  const dir = folder();
  const plan = [
    "title: A batch",
    "titleZh: 一次批量运行",
    "question: What comes of it?",
    "questionZh: 结果如何？",
    "scenario: community",
    "set: { population.residents: 200, organizations.count: 3 }",
    "weeks: 4",
    "outcomes: [{ measure: participation_rate, span: [1, 4] }, { measure: norm_compliance, span: [2, 4] }]",
    ...lines,
  ];
  writeFileSync(join(dir, "plan.yaml"), plan.join("\n"));
  call("batch", join(dir, "plan.yaml"), "--out", join(dir, "out"));
  call("report", join(dir, "out"), "--language", language);
  return parseHTML(readFileSync(join(dir, "out", "report.html"), "utf8")).document;
}

const arms = "arms: { off: { set: { partyBuilding: off } }, on: {} }";
const sampled = [
  "factors: { mechanisms.normDiffusion.tipping: { from: 0.3, to: 0.6 }, mechanisms.normDiffusion.steepness: { from: 0, to: 8 }, mechanisms.awareness.contagion: [simple, complex] }",
  "design: { kind: latinHypercube, size: 6 }",
  arms,
];
const crossed = ["factors: { rigidity: [0, 0.5, 1], mechanisms.awareness.reach: [0.01, 0.1] }", arms];
const written = [
  "design: { kind: rows, rows: [{}, { mechanisms.participation.acquaintanceWeight: 0 }, { mechanisms.participation.interestWeight: 0 }] }",
];
const marks = (document: Document, mark: string) => document.querySelectorAll(`figure svg [aria-label="${mark}"]`).length;

describe("the report of a batch draws what fits its design", () => {
  it("a sample of several factors: dots over each factor, no line over the numbers of points", () => {
    const document = reportOf(sampled, "en");
    expect(document.querySelectorAll("figure svg").length).toBe(2 * 3);
    expect([marks(document, "line"), marks(document, "dot")]).toEqual([0, 6]);
    for (const dots of document.querySelectorAll('[aria-label="dot"]')) expect(dots.querySelectorAll("circle").length).toBe(6 * 2);
    const captions = [...document.querySelectorAll("figcaption")].map((caption) => caption.textContent);
    expect(captions[0]).toBe("Participation, over Spread of norms · Tipping point.");
    expect(captions[5]).toBe("Compliance with norms, over Policy awareness · Spread by contact.");
  });

  it("two crossed factors: a cell for each pair of levels and each arm, with its value", () => {
    const document = reportOf(crossed, "en");
    expect(document.querySelectorAll("figure svg").length).toBe(2);
    expect([marks(document, "line"), document.querySelectorAll('figure:first-of-type [aria-label="cell"] rect').length]).toEqual([0, 12]);
    expect(document.querySelector("figcaption")?.textContent).toBe(
      "Participation (% of adults): mean over replicates. Rows: Policy awareness · Reach of a message (% chance per message); columns: Rigidity (0–1).",
    );
  });

  it("points written one by one: named by what each sets", () => {
    const document = reportOf(written, "en");
    const names = [...document.querySelectorAll("figure:first-of-type svg text")].map((text) => text.textContent);
    expect(names).toContain("nothing set");
    expect(names).toContain("Participation · Acquaintance circle 0");
  });
});

/** Everything that a reader sees of a page, text by text. */
function textsOf(document: Document): string[] {
  const texts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeName === "STYLE") return;
    if (node.nodeType === 3 && node.textContent?.trim()) texts.push(node.textContent.trim());
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  return texts;
}

const CODES = /^[0-9a-f]{64}$|^v?\d+\.\d+\.\d+$|^[\w.-]+\.(csv|parquet|json|yaml)(、[\w.-]+\.(csv|parquet|json|yaml))*$/;

describe("a report in Chinese has no English in it", () => {
  it.each([
    ["of a sample", sampled],
    ["of a grid", crossed],
    ["of written points", written],
    [
      "of a stopping rule",
      [arms, "until: { targets: [{ outcome: participation_rate, difference: [on, off], halfWidth: 0.5 }], minimum: 4, maximum: 4 }"],
    ],
  ])("%s", (_, lines) => {
    const document = reportOf(lines, "zh");
    const texts = textsOf(document).filter((text) => !CODES.test(text));
    expect(texts).toContain("结果如何？");
    expect(texts.flatMap((text) => report(text, faultsZh(text)))).toEqual([]);
  });

  it("of a run with interventions, a comparison, a screening", () => {
    const dir = folder();
    const file = join(dir, "mine.yaml");
    const change =
      "interventions: [{ week: 2, path: partyBuilding, value: off }, { week: 3, path: rigidity, value: 0.9, communities: [0] }]";
    writeFileSync(file, `extends: community.yaml\ntitle: Mine\ntitleZh: 我的情景\nweeks: 5\npopulation: { residents: 300 }\n${change}\n`);
    const little = [file, "--seed", "1"];
    call("run", ...little, "--out", join(dir, "run"));
    call("compare", ...little, "--with", "partyBuilding=off", "--pairs", "3", "--span", "2:4", "--out", join(dir, "compare"));
    call(
      ...["sensitivity", ...little, "--measures", "awareness_knows", "--size", "2", "--out", join(dir, "sensitivity")],
      ...["--factors", "rigidity", "mechanisms.awareness.messages=0:4", "mechanisms.awareness.contagion"],
    );
    for (const name of ["run", "compare", "sensitivity"]) {
      call("report", join(dir, name), "--language", "zh");
      const { document } = parseHTML(readFileSync(join(dir, name, "report.html"), "utf8"));
      const texts = textsOf(document).filter((text) => !CODES.test(text));
      expect(texts.length, name).toBeGreaterThan(40);
      expect(texts.flatMap((text) => report(`${name}: ${text}`, faultsZh(text)))).toEqual([]);
    }
  });
});

describe("a printed report", () => {
  it("keeps all columns of a comparison on the page", async () => {
    const dir = folder();
    call(
      "compare",
      "community",
      "--set",
      "population.residents=300",
      "--weeks",
      "5",
      "--with",
      "partyBuilding=off",
      "--pairs",
      "3",
      "--out",
      dir,
    );
    const browser = await chromium.launch(await browserOptions());
    try {
      for (const language of ["en", "zh"]) {
        call("report", dir, "--language", language);
        // A4 with margins of 15 mm, at 96 dots an inch.
        const page = await browser.newPage({ locale: "en-US", viewport: { width: Math.floor((180 / 25.4) * 96), height: 1000 } });
        await page.emulateMedia({ media: "print" });
        await page.goto(`file://${join(dir, "report.html")}`);
        const cut = await page.evaluate(() => {
          const { right } = document.body.getBoundingClientRect();
          const cells = [...document.querySelectorAll("td, th")];
          return { cells: cells.length, out: cells.filter((cell) => cell.getBoundingClientRect().right > right + 1).length };
        });
        expect(cut.cells).toBeGreaterThan(500);
        expect(cut.out, language).toBe(0);
      }
    } finally {
      await browser.close();
    }
  });
});
