import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { Command } from "../../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "four-circles-contrast-"));
const file = join(folder, "own.yaml");
writeFileSync(
  file,
  `title: Own
titleZh: 自拟
question: Is it so?
claim: It is.
mechanism: By messages.
against: It is not.
rival: Chance.
rows: [F11]
set: { population.residents: 400 }
from: 20
arms:
  some: {}
  many: { set: { mechanisms.awareness.messages: 8 } }
  off: { set: { partyBuilding: off } }
span: [24, 30]
estimands:
  - { name: more, measure: messages_per_resident, weights: { many: 1, some: -1 }, claimed: positive, least: 0.5 }
  - { name: peak, measure: participation_rate, take: maximum, weights: { some: 1, off: -1 }, claimed: positive, least: 0.01 }
`,
);

const asked = (threads: string, record: string, ...more: string[]) =>
  ["contrast", file, "--scenario", "community", "--posterior", "priors", "--pairs", "30", "--draws", "12", "--threads", threads].concat([
    "--record",
    join(folder, record),
    ...more,
  ]);
/** What was recorded, but for how long it took. */
const recorded = (record: string) => {
  const { cost, ...rest } = JSON.parse(readFileSync(join(folder, `${record}.json`), "utf8"));
  return { runs: cost.runs, rest, figure: readFileSync(join(folder, `${record}.svg`), "utf8") };
};

it("contrasts killed in the middle and asked for again do what is missing, and come to the same bytes as at once on one thread", async () => {
  const out = join(folder, "out");
  const killed = new Command(asked("2", "again", "--out", out));
  const journal = join(out, "runs.4c");
  while (!existsSync(journal) || statSync(journal).size < 3000) await pause(10);
  expect(await killed.kill("SIGKILL")).toBe("SIGKILL");
  expect(existsSync(join(folder, "again.json"))).toBe(false);

  const again = new Command(asked("2", "again", "--out", out));
  expect(await again.ended).toBe(0);
  const [, before] = again.err.match(/(\d+) of 126 runs were there before/) as RegExpMatchArray;
  expect(Number(before)).toBeGreaterThan(0);
  expect(Number(before)).toBeLessThan(126);
  expect(again.err).toMatch(/126 runs of \d+ weeks in all\./);

  const once = new Command(asked("1", "once"));
  expect(await once.ended).toBe(0);
  expect(recorded("again")).toEqual(recorded("once"));
  expect(again.out).toBe(once.out);
  expect(once.out).toContain("helps");
}, 240_000);

it("contrasts are listed, and shown with all that they ask, in English and Chinese", async () => {
  const said = async (...args: string[]) => {
    const command = new Command(["contrast", ...args]);
    expect(await command.ended).toBe(0);
    return command.out;
  };
  expect((await said("list")).trim().split("\n")).toHaveLength(23);
  const shown = await said("show", "7");
  for (const part of ["mechanism: ", "against the claim: ", "smallest 0.01 (", "which differ from week 105 on"])
    expect(shown).toContain(part);
  const chinese = await said("show", "07-alliance", "--language", "zh");
  for (const part of ["机制：", "反面证据：", "购买同样的资源"]) expect(chinese).toContain(part);
  const wrong = new Command(["contrast", "7", "8"]);
  expect(await wrong.ended).toBe(1);
  expect(wrong.err).toContain("contrast: 8 is one name too many.");
});
