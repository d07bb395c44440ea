import { decompose as decomposeSpread, drawsFrom, rivalStructures, type Structure, spreadSources } from "../experiment/index.ts";
import { settings, valueAt } from "../scenario/index.ts";
import { scenarioFrom } from "./files.ts";
import { interval, number, percent } from "./numbers.ts";
import { pooled } from "./pool.ts";
import { posteriorFrom } from "./posterior.ts";
import { aligned, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

const heads = { seed: "seed", parameters: "parameters", structure: "rules", both: "parameters × rules" } as const;

/** Tells how much of the spread of each main outcome is of the seed, of the parameters and of rival rules. */
export async function decompose(
  path: string,
  options: {
    sets: string;
    replicates: string;
    weeks: string;
    with: string[];
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
  const size = {
    sets: wholeNumber(options.sets, "decompose: --sets", 3, 10_000),
    replicates: wholeNumber(options.replicates, "decompose: --replicates", 2, 1000),
    weeks: wholeNumber(options.weeks, "decompose: --weeks", 1, 3650),
    seed: options.seed,
  };
  const own = await Promise.all(
    settings("--with", options.with).map(async (one): Promise<Structure> => {
      const changed = await scenarioFrom(path, [...options.set, one]);
      return { name: `${one.path}=${one.text}`, set: { [one.path]: valueAt(changed, one.path) } };
    }),
  );
  const [asItIs, ...rivals] = rivalStructures(base);
  const structures = [asItIs, ...(own.length > 0 ? own : rivals)];
  const sets = await posteriorFrom(options.posterior);
  const pool = await pooled(terminal, "decompose", threadsOf(options.threads), options.out);
  try {
    const rows = await decomposeSpread(base, structures, size, pool.runMeans, drawsFrom(sets));
    if (options.json) {
      terminal.json({ structures, rows });
      return;
    }
    terminal.out(
      aligned([
        ["outcome", "standard deviation", ...spreadSources.map((source) => heads[source])],
        ...rows.map(({ outcome, deviation, shares }) => [
          outcome,
          number(deviation),
          ...spreadSources.map((source) => `${percent(shares[source].value)} ${interval(shares[source], "en", percent)}`),
        ]),
      ]),
    );
    terminal.out(`Rules: ${structures.map(({ name }) => name).join("; ")}.`);
    terminal.err(
      `Shares of the variance with 95% intervals over ${size.sets} sets of parameters from ${sets ? `the posterior in ${options.posterior}` : "the priors"}, ${size.replicates} seeds each.`,
    );
  } finally {
    await pool.close();
  }
}
