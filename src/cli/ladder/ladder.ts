import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { HOLDS, type LadderRung, ladder as measureLadder, SEVEN_YEARS } from "../../experiment/index.ts";
import type { MeasureId } from "../../observation/index.ts";
import { makeFolder, scenarioFrom, shippedScenarios, writeWhole } from "../files.ts";
import { interval, number, percent } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { aligned, seedsOf, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { figureOf } from "./figure.ts";
import { ladderPage } from "./page.ts";

/** What the figure of each rung shows, by the number of the rung: shares, all on one axis. */
const SHOWN: readonly (readonly MeasureId[])[] = [
  ["participation_age_18_29", "participation_rate", "participation_age_70_79"],
  ["self_settled_share", "settlement_rate_true", "consent_reached_share"],
  ["settlement_rate_true", "org_quality_mean", "income_government"],
  ["participation_rate", "trust_neighbours", "care_met_share"],
  ["coverage_formal", "coverage_functional", "participation_rate", "settlement_rate_true"],
];

/** Names of the rungs that come along, from the lowest. */
export const rungs = (): string[] =>
  readdirSync(join(shippedScenarios(), "ladder"))
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => basename(file, ".yaml"));

/** Says of every rung which mechanisms are on, which patterns it reproduces, and where its measures lie. */
export async function ladder(
  options: {
    seeds: string;
    weeks: string;
    figures?: string;
    out?: string;
    set: string[];
    markdown?: boolean;
    json?: boolean;
    threads?: string;
  },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.seeds, "ladder");
  const weeks = wholeNumber(options.weeks, "ladder: --weeks", 1, 3650);
  const names = rungs();
  const plans = await Promise.all(
    names.map(async (name, k) => ({ scenario: await scenarioFrom(`ladder/${name}`, options.set), shown: SHOWN[k] ?? [] })),
  );
  const pool = await pooled(terminal, "ladder", threadsOf(options.threads), options.out);
  try {
    const found = await measureLadder(plans, seeds, weeks, pool.runMeans);
    if (options.figures !== undefined) {
      await makeFolder(options.figures);
      for (const [k, rung] of found.entries()) await writeWhole(join(options.figures, `${names[k]}.svg`), figureOf(rung));
    }
    if (options.json) terminal.json(found);
    else if (options.markdown) {
      const folder = options.figures === undefined ? "ladder" : basename(options.figures);
      const told = found.map((rung, k) => ({ ...rung, name: names[k], table: tellPatterns(rung), figure: `${folder}/${names[k]}.svg` }));
      terminal.out(ladderPage(told, { measures: tellMeasures(found), seeds: seeds.length, weeks }));
    } else {
      for (const rung of found) terminal.out(`${tellRung(rung)}\n`);
      terminal.out(tellMeasures(found));
    }
    if (weeks !== SEVEN_YEARS) terminal.err(`What takes seven years is left out: --weeks is ${weeks}, not ${SEVEN_YEARS}.`);
  } finally {
    await pool.close();
  }
}

function tellRung(rung: LadderRung): string {
  const { title, question, mechanisms, rows } = rung;
  const passed = rows.filter(({ pass }) => pass).length;
  return [title, question, `${mechanisms.length} mechanisms on, ${passed} of ${rows.length} patterns reproduced.`, tellPatterns(rung)].join(
    "\n",
  );
}

/** What a rung has of each pattern that its mechanisms can bring about. */
const tellPatterns = ({ rows }: LadderRung): string =>
  aligned([
    ["pattern", "verdict", "target range", "measured", "95% interval", "inside", "what"],
    ...rows.map(({ pattern, pass, targetRange, estimate, inside, what }) => [
      pattern,
      pass ? "pass" : "FAIL",
      `${number(targetRange[0])} to ${number(targetRange[1])}`,
      number(estimate.mean, targetRange),
      interval(estimate),
      percent(inside, { limits: [HOLDS] }),
      what,
    ]),
  ]);

/** The same measures of all rungs, side by side. */
const tellMeasures = (found: readonly LadderRung[]): string =>
  aligned([
    ["measure", ...found.map((_, k) => `rung ${k + 1}`)],
    ...found[0].measures.map(({ measure }, row) => [measure, ...found.map(({ measures: of }) => number(of[row].estimate.mean))]),
  ]);
