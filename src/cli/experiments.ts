import {
  checkTargets,
  drawsFrom,
  HOLDS,
  LEAST_THAT_MATTERS,
  check as measureBands,
  neutrality as measureNeutrality,
  type NeutralityRow,
} from "../experiment/index.ts";
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
    out?: string;
    json?: boolean;
    threads?: string;
  },
  terminal: Terminal,
): Promise<void> {
  const base = await scenarioFrom(path, options.set);
  const sets = await posteriorFrom(options.posterior);
  const pool = await pooled(terminal, "neutrality", threadsOf(options.threads), options.out);
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
          ...rows.map((r) => [r.outcome, ...told(r), number(r.median), `${number(r.low)} to ${number(r.high)}`, String(r.count)]),
        ]),
      );
      terminal.out(
        `By the 90% interval of each draw, and by ${number(LEAST_THAT_MATTERS)} or more; where there is no effect, one draw in twenty helps and one in twenty harms by chance.`,
      );
      terminal.out("\nParameters that go with the difference over draws (rank correlation; of those named, one in twenty by chance):");
      terminal.out(
        aligned(
          rows.flatMap(({ outcome, deciding }) =>
            deciding.length === 0
              ? [[outcome, "none that can be told from chance", ""]]
              : deciding.slice(0, 5).map(({ path, correlation }) => [outcome, path, number(correlation)]),
          ),
        ),
      );
      terminal.out("\nWhere it helps and where it harms (a tree over the draws, as deep as foretells draws left out):");
      terminal.out(
        aligned([
          ["outcome", "where", "help", "no effect", "harm", "median difference", "draws"],
          ...rows.flatMap(({ outcome, foretold, regions }) =>
            foretold > 0
              ? regions.map((region) => [outcome, whereOf(region.bounds), ...told(region), number(region.median), String(region.count)])
              : [[outcome, "no parting foretells draws left out", "", "", "", "", ""]],
          ),
        ]),
      );
      terminal.out(
        `Foretold of the spread of ranks in draws left out: ${rows.map(({ outcome, foretold }) => `${outcome} ${percent(foretold)}`).join(", ")}.`,
      );
    }
  } finally {
    await pool.close();
  }
}

const told = ({ help, none, harm }: Pick<NeutralityRow, "help" | "none" | "harm">) => [percent(help), percent(none), percent(harm)];

const whereOf = (bounds: NeutralityRow["regions"][number]["bounds"]) =>
  bounds.map(({ path, side, value }) => `${path} ${side === "below" ? "<" : ">="} ${number(value)}`).join(", ");
