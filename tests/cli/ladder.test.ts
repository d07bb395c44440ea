import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Command } from "../support/command.ts";

const tiny = ["population.residents=500", "population.communities=1", "population.subdistricts=1"].flatMap((one) => ["--set", one]);

it("climbs the ladder: tells of five rungs what they reproduce, and draws each", async () => {
  const figures = mkdtempSync(join(tmpdir(), "four-circles-"));
  const command = new Command(["ladder", "--seeds", "1", "--weeks", "53", "--figures", figures, ...tiny]);
  expect(await command.ended).toBe(0);
  expect(command.out.match(/^Rung \d: .*$/gm)).toHaveLength(5);
  expect(command.out).toMatch(/^6 mechanisms on, \d of \d patterns reproduced\.$/m);
  expect(command.out).toMatch(/^participation_rate( +0\.\d+){5}$/m);
  expect(command.err).toContain("What takes seven years is left out");
  const files = readdirSync(figures).sort();
  expect(files).toEqual(["1-neighbours.svg", "2-matters.svg", "3-organizations.svg", "4-circles.svg", "5-programme.svg"]);
  for (const file of files)
    expect(readFileSync(join(figures, file), "utf8")).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]+<\/svg>\n$/);
  expect(readFileSync(join(figures, "1-neighbours.svg"), "utf8")).toContain(">Participation, ages 70–79<");
});

it("prints the ladder as a page: words, figure, patterns, known answers and the equations of what is new on each rung", async () => {
  const command = new Command(["ladder", "--seeds", "1", "--weeks", "13", "--markdown", ...tiny]);
  expect(await command.ended).toBe(0);
  const pages = command.out.split(/^## /m);
  expect(pages.map((page) => page.split("\n")[0]).slice(1)).toEqual([
    "Rung 1: neighbours",
    "Rung 2: matters",
    "Rung 3: organizations",
    "Rung 4: circles",
    "Rung 5: the programme",
    "All rungs side by side",
  ]);
  for (const page of pages.slice(1, 6)) {
    expect(page).toMatch(/^\*\*Known answers\.\*\* \S/m);
    expect(page).toMatch(/!\[Rung \d: .*\]\(ladder\/\d-\w+\.svg\)/);
  }
  expect(pages[1]).toContain("threshold: joins if r ≥ θ");
  expect(pages[2]).toContain("### What is new: 10 mechanisms, 16 in all");
  expect(pages[2]).not.toContain("threshold: joins if r ≥ θ"); // it was there before
});
