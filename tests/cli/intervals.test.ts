import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";

const program = join(import.meta.dirname, "../../dist/cli/four-circles.js");
const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });

const plan = (...lines: string[]) =>
  [
    "title: Intervals",
    "scenario: community",
    "set: { population.residents: 200, organizations.count: 3 }",
    "weeks: 4",
    "arms: { off: { set: { partyBuilding: off } }, on: {} }",
    "outcomes: [{ measure: participation_rate, span: [1, 4] }, { measure: coverage_formal, span: [1, 4] }, { measure: matters_raised }]",
    ...lines,
  ].join("\n");

/** A share as reports show it. */
const asPercent = (value: number): string => (100 * value).toFixed(Math.abs(100 * value) < 10 ? 2 : 1);

/** Cells of the tables of a batch: in the terminal, in JSON and in its report. */
async function shownBy(text: string) {
  const dir = mkdtempSync(join(tmpdir(), "four-circles-intervals-"));
  const file = join(dir, "plan.yaml");
  writeFileSync(file, text);
  const told = await call("batch", file, "--out", join(dir, "out"));
  expect(told.err + told.code).toMatch(/0$/);
  const json = JSON.parse((await call("batch", file, "--out", join(dir, "out"), "--json")).out);
  const reports: Record<string, { cells: string[]; text: string }> = {};
  for (const language of ["en", "zh"]) {
    await call("report", join(dir, "out"), "--language", language);
    const { document } = parseHTML(readFileSync(join(dir, "out", "report.html"), "utf8"));
    const cells = [...document.querySelectorAll("td")].map((cell) => cell.textContent?.trim() ?? "");
    reports[language] = { cells, text: document.body.textContent ?? "" };
  }
  return { told: told.out, json, en: reports.en, zh: reports.zh };
}

describe("a batch shows one interval everywhere", () => {
  it("of fixed replicates: by t at 95%, differences too, and in words where there is none", async () => {
    const { told, json, en, zh } = await shownBy(plan("replicates: 3"));
    for (const { outcomes } of [...json.summary, ...json.differences]) {
      const { mean, low, high, unknown } = outcomes.participation_rate;
      expect(unknown).toBeUndefined();
      const cell = [mean, low, high].map((value: number) => value.toFixed(Math.abs(value) < 0.1 ? 4 : 3));
      const shown = `${cell[0]} [${cell[1]}, ${cell[2]}]`;
      expect(told).toContain(shown);
      const [inPercent, from, to] = [mean, low, high].map(asPercent);
      expect(en.cells).toContain(`${inPercent} [${from}, ${to}]`);
      expect(zh.cells).toContain(`${inPercent} [${from}, ${to}]`);
    }
    expect(json.differences[0].arms).toEqual(["on", "off"]);
    // Nothing is covered without the programme, in none of the runs.
    expect(json.summary[0].outcomes.coverage_formal).toMatchObject({ mean: 0, unknown: "equal" });
    expect(told).toContain("0.0000 all equal");
    expect(en.cells).toContain("0.00 all equal");
    expect(zh.cells).toContain("0.00 各值相等");
    for (const text of [told, en.text, zh.text]) expect(text).not.toContain("Infinity");
    expect(told).toContain("Intervals: 95%, by t, over replicates. Differences: replicate by replicate");
    expect(en.text).toContain("Intervals: 95%, by t, over replicates. Differences: replicate by replicate");
  });

  it("of a stopping rule: its confidence sequence, with its confidence", async () => {
    const until =
      "until: { targets: [{ outcome: participation_rate, difference: [on, off], halfWidth: 0.1 }], minimum: 4, maximum: 6, confidence: 0.99 }";
    const { told, json, en, zh } = await shownBy(plan(until));
    const [{ outcomes }] = json.differences;
    const { mean, low, high } = outcomes.participation_rate;
    expect(high - low).toBeGreaterThan(1); // six values in -1 to 1 say little
    expect(told).toContain(`[${low.toFixed(3)}, ${high.toFixed(3)}]`);
    expect(told).toContain(mean.toFixed(Math.abs(mean) < 0.1 ? 4 : 3));
    for (const text of [en.text, zh.text]) expect(text).toContain(`${asPercent(mean)} [${asPercent(low)}, ${asPercent(high)}]`);
    for (const text of [told, en.text, zh.text]) {
      expect(text).toContain("99%");
      expect(text).not.toContain("95%");
    }
    expect(told).toContain("Intervals: 99% confidence sequences over replicates, which hold at every look.");
  });
});
