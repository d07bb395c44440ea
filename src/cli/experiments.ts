import { checkTargets, drawsFrom, HOLDS, check as measureBands, neutrality as measureNeutrality } from "../experiment/index.ts";
import { scenarioFrom, targetsFrom } from "./files.ts";
import { interval, number, percent } from "./numbers.ts";
import { pooled } from "./pool.ts";
import { posteriorFrom } from "./posterior.ts";
import { aligned, seedsOf, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

/** Measures the patterns for calibration and the structural ceiling, and says of each whether it holds. */
export async function check(
  path: string,
  options: { seeds?: string; targets?: string; out?: string; set: string[]; json?: boolean; threads?: string },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.seeds ?? "10", "check");
  const base = await scenarioFrom(path, options.set);
  const small = await scenarioFrom("community", []);
  const pool = await pooled(terminal, "check", threadsOf(options.threads), options.out);
  try {
    const rows =
      options.targets === undefined
        ? await measureBands(base, small, seeds, pool.runMeans)
        : await checkTargets(base, seeds, await targetsFrom(options.targets), pool.runMeans);
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

/** Shows in which share of draws from the priors the master switch helps, does nothing or harms. */
export async function neutrality(
  path: string,
  options: {
    draws: string;
    replicates: string;
    weeks: string;
    seed: string;
    set: string[];
    posterior?: string;
    json?: boolean;
    threads?: string;
  },
  terminal: Terminal,
): Promise<void> {
  const base = await scenarioFrom(path, options.set);
  const sets = await posteriorFrom(options.posterior);
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
      drawsFrom(sets),
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
