import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import {
  type Contrast,
  type ContrastRow,
  FALSE_DISCOVERIES,
  falseDiscovery,
  HOLDS,
  check as measureBands,
  neutrality as measureNeutrality,
  readContrast,
  runContrast,
} from "../experiment/index.ts";
import { measureIndex, measures } from "../observation/index.ts";
import { formatProblem, type Language, say, type Word } from "../words/index.ts";
import { scenarioFrom, shippedScenarios, sourceFrom } from "./files.ts";
import { interval, number, percent } from "./numbers.ts";
import { pooled } from "./pool.ts";
import { aligned, CommandFailure, seedsOf, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

/** Measures the patterns for calibration and the structural ceiling, and says of each whether it holds. */
export async function check(
  path: string,
  options: { seeds?: string; out?: string; set: string[]; json?: boolean; threads?: string },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.seeds ?? "10", "check");
  const base = await scenarioFrom(path, options.set);
  const small = await scenarioFrom("community", []);
  const pool = await pooled(terminal, "check", threadsOf(options.threads), options.out);
  try {
    const rows = await measureBands(base, small, seeds, pool.runMeans);
    if (options.json) terminal.json(rows);
    else {
      terminal.out(
        aligned([
          ["pattern", "use", "verdict", "target range", "measured", "95% interval", "inside", "what", "source"],
          ...rows.map((row) => [
            row.pattern,
            row.use,
            row.pass ? "pass" : "FAIL",
            `${number(row.targetRange[0])} to ${number(row.targetRange[1])}`,
            number(row.estimate.mean, row.targetRange),
            `${interval(row.estimate)}${row.estimate.count === seeds.length ? "" : ` of ${row.estimate.count}`}`,
            percent(row.inside, { limits: [HOLDS] }),
            row.what,
            row.source,
          ]),
        ]),
      );
      for (const { what, note } of rows) if (note) terminal.out(`${what}: ${note}`);
    }
    const failed = rows.filter(({ pass }) => !pass).length;
    terminal.err(`${rows.length - failed} of ${rows.length} hold over ${seeds.length} seeds.`);
  } finally {
    await pool.close();
  }
}

const contrastFolder = () => join(shippedScenarios(), "contrasts");
const shippedContrasts = () =>
  readdirSync(contrastFolder())
    .filter((file) => file.endsWith(".yaml"))
    .sort();

/** A claim, what was found of it, what would speak against it, and what would explain the same. */
function tellContrast(language: Language, contrast: Contrast, rows: readonly ContrastRow[], replicates: number): string {
  const word = (name: Word, values = {}) => say(language, name, values);
  const of = (key: "claim" | "against" | "rival") => (language === "zh" && contrast[`${key}Zh`]) || contrast[key];
  const heads = ["estimand", "measure", "claimed", "effect", "interval", "share", "verdict"] as const;
  const table = aligned([
    heads.map((head) => word(`contrast_${head}`)),
    ...rows.map(({ name, nameZh, measure, claimed, effect, share, verdict }) => [
      (language === "zh" && nameZh) || name,
      language === "zh" ? measures[measureIndex.get(measure) as number].label.zh : measure,
      word(`contrast_${claimed}`),
      number(effect.mean),
      `${interval(effect, language)}${effect.count === replicates ? "" : ` ${say(language, "interval_of", { count: effect.count })}`}`,
      word("contrast_draws", {
        share: percent(share.mean),
        count: share.count,
        low: percent(share.low),
        high: percent(share.high),
      }),
      word(`contrast_${verdict}`),
    ]),
  ]);
  const lines = [...table.split("\n"), word("contrast_against", { text: of("against") }), word("contrast_rival", { text: of("rival") })];
  return [of("claim"), ...lines.map((line) => `  ${line}`)].join("\n");
}

/** How many estimands came to which verdict, and how many are shown beyond what looking at all of them would show by chance. */
function tellVerdicts(language: Language, rows: readonly ContrastRow[]): string {
  const having = (verdict: ContrastRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const beyond = falseDiscovery(rows.map(({ p }) => p)).filter((adjusted) => adjusted <= FALSE_DISCOVERIES).length;
  return say(language, "contrast_all", {
    all: rows.length,
    claimed: having("as claimed"),
    opposite: having("opposite"),
    inconclusive: having("inconclusive"),
    beyond,
  });
}

/** Runs one claim of the paper, or all of them, as paired experiments. */
export async function contrast(
  name: string,
  options: { scenario: string; pairs: string; draws: string; seed: string; language: Language; json?: boolean; threads?: string },
  terminal: Terminal,
): Promise<void> {
  const named = shippedContrasts();
  const found = named.filter((file) => name === "all" || basename(file, ".yaml") === name || file.startsWith(`${name.padStart(2, "0")}-`));
  const files =
    found.length > 0 ? found.map((file) => relative(process.cwd(), join(contrastFolder(), file))) : existsSync(name) ? [name] : [];
  if (files.length === 0)
    throw new CommandFailure(
      `contrast: ${name} is neither a file nor a contrast. Write all, or one of ${named.map((file) => basename(file, ".yaml")).join(", ")}.`,
    );
  const base = await scenarioFrom(options.scenario, []);
  const contrasts = await Promise.all(
    files.map(async (file) => {
      const reading = readContrast(await sourceFrom(file, "contrast"), base);
      if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
      return { id: basename(file, ".yaml"), contrast: reading.contrast };
    }),
  );
  const replicates = wholeNumber(options.pairs, "contrast: --pairs", 2, 100_000);
  const draws = wholeNumber(options.draws, "contrast: --draws", 0, 100_000);
  const pool = await pooled(terminal, "contrast", threadsOf(options.threads));
  const results: { id: string; title: string; claim: string; against: string; rival: string; rows: ContrastRow[] }[] = [];
  try {
    for (const { id, contrast: of } of contrasts) {
      const rows = await runContrast(
        of,
        (set) => scenarioFrom(options.scenario, set),
        { replicates, draws, seed: options.seed },
        pool.runMeans,
      );
      const { title, claim, against, rival } = of;
      results.push({ id, title, claim, against, rival, rows });
      if (!options.json) terminal.out(`${id}: ${tellContrast(options.language, of, rows, replicates)}\n`);
    }
  } finally {
    await pool.close();
  }
  if (options.json) terminal.json(results);
  else {
    const rows = results.flatMap((of) => of.rows);
    terminal.out(tellVerdicts(options.language, rows));
    terminal.err(
      `${replicates} pairs at the defaults, ${draws} draws from the priors, scenario ${options.scenario}, seed ${options.seed}.`,
    );
  }
}

/** Shows in which share of draws from the priors the master switch helps, does nothing or harms. */
export async function neutrality(
  path: string,
  options: { draws: string; replicates: string; weeks: string; seed: string; set: string[]; json?: boolean; threads?: string },
  terminal: Terminal,
): Promise<void> {
  const base = await scenarioFrom(path, options.set);
  const pool = await pooled(terminal, "neutrality", threadsOf(options.threads));
  try {
    const rows = await measureNeutrality(
      base,
      {
        draws: wholeNumber(options.draws, "neutrality: --draws", 1, 100_000),
        replicates: wholeNumber(options.replicates, "neutrality: --replicates", 2, 1000),
        weeks: wholeNumber(options.weeks, "neutrality: --weeks", 1, 3650),
        seed: options.seed,
      },
      pool.runMeans,
    );
    if (options.json) terminal.json(rows);
    else {
      terminal.out(
        aligned([
          ["outcome", "help", "no effect", "harm", "median difference", "5% to 95% of draws", "draws"],
          ...rows.map((r) => [
            r.outcome,
            percent(r.help),
            percent(r.none),
            percent(r.harm),
            number(r.median),
            `${number(r.low)} to ${number(r.high)}`,
            String(r.count),
          ]),
        ]),
      );
      terminal.out(
        "By the 90% interval of each draw; where there is no effect, one draw in twenty helps and one in twenty harms by chance.",
      );
    }
  } finally {
    await pool.close();
  }
}
