import {
  decompose as decomposeSpread,
  drawsFrom,
  rivalStructures,
  rungStructures,
  type SpreadRow,
  type SpreadSource,
  type Structure,
  spreadSources,
} from "../experiment/index.ts";
import { type BaseScenario, settings, valueAt } from "../scenario/index.ts";
import { scenarioFrom } from "./files.ts";
import { rungs } from "./ladder/ladder.ts";
import { interval, number, percent } from "./numbers.ts";
import { pooled } from "./pool.ts";
import { posteriorFrom } from "./posterior.ts";
import { aligned, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

/** The head of a share of the spread, where structures are rules or rungs. */
const headOf = (source: SpreadSource, kind: string): string =>
  source === "structure" ? kind : source === "both" ? `parameters × ${kind}` : source;

/** The rungs of the ladder as structures of a scenario. */
async function rungsBelow(base: BaseScenario): Promise<Structure[]> {
  const scenarios = await Promise.all(rungs().map(async (name) => [name, await scenarioFrom(`ladder/${name}`, [])] as const));
  const [, district] = scenarios[scenarios.length - 1];
  return rungStructures(Object.fromEntries(scenarios), district, base);
}

/** Tells how much of the spread of each main outcome is of the seed, of the parameters and of the structure: rival rules, and rungs of the ladder. */
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
    rungs?: boolean;
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
  const kinds = {
    rules: [asItIs, ...(own.length > 0 ? own : rivals)],
    ...(options.rungs ? { rungs: [asItIs, ...(await rungsBelow(base))] } : {}),
  };
  const sets = await posteriorFrom(options.posterior);
  const pool = await pooled(terminal, "decompose", threadsOf(options.threads), options.out);
  try {
    const found: { kind: string; structures: readonly Structure[]; rows: SpreadRow[] }[] = [];
    for (const [kind, structures] of Object.entries(kinds))
      found.push({ kind, structures, rows: await decomposeSpread(base, structures, size, pool.runMeans, drawsFrom(sets)) });
    if (options.json) {
      terminal.json(Object.fromEntries(found.map(({ kind, ...rest }) => [kind, rest])));
      return;
    }
    terminal.out(found.map(({ kind, structures, rows }) => tellSpread(kind, structures, rows)).join("\n\n"));
    terminal.err(
      `Shares of the variance with 95% intervals over ${size.sets} sets of parameters from ${sets ? `the posterior in ${options.posterior}` : "the priors"}, ${size.replicates} seeds each.`,
    );
  } finally {
    await pool.close();
  }
}

/** Which share of the spread is of what. @param kind  of structures: rules, or rungs */
function tellSpread(kind: string, structures: readonly Structure[], rows: readonly SpreadRow[]): string {
  const table = aligned([
    ["outcome", "standard deviation", ...spreadSources.map((source) => headOf(source, kind)), `${kind} measured`],
    ...rows.map(({ outcome, deviation, shares, structures: measured }) => [
      outcome,
      number(deviation),
      ...spreadSources.map((source) => `${percent(shares[source].value)} ${interval(shares[source], "en", percent)}`),
      String(measured),
    ]),
  ]);
  return `${table}\nThe ${kind}: ${structures.map(({ name }) => name).join("; ")}.`;
}
