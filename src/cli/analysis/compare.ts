import { type ComparisonPoint, type ComparisonRow, compare as compareArms, runAlike } from "../../experiment/index.ts";
import { type ResultColumn, resultFiles } from "../../exports/index.ts";
import { settings } from "../../scenario/index.ts";
import { scenarioFrom } from "../files.ts";
import { interval, number } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { aligned, CommandFailure, type Terminal, wholeNumber } from "../terminal.ts";
import { describe, measuresOf, type StudyOptions, spanOf, threadsOf, weeksSet, writeStudy } from "./study.ts";

const SHOWN = 25;

/** Pairs of runs on common draws, with and without a change: what differs, and how surely. */
export async function compare(
  path: string,
  options: StudyOptions & { with: string[]; pairs: string; measure: string[] },
  terminal: Terminal,
): Promise<void> {
  if (options.with.length === 0)
    throw new CommandFailure("compare: what is to be changed? Add --with path=value, such as --with partyBuilding=off.");
  const set = weeksSet(options);
  const without = await scenarioFrom(path, set);
  const changed = await scenarioFrom(path, [...set, ...settings("--with", options.with)]);
  if (runAlike(without, changed))
    throw new CommandFailure(
      `compare: --with ${options.with.join(" --with ")} changes nothing in the runs. Give another value than the scenario has.`,
    );
  const pairs = wholeNumber(options.pairs, "compare: --pairs", 2, 100_000);
  const span = spanOf("compare", options, without);
  const chosen = new Set(measuresOf("compare", options.measure));
  const { seed, out } = options;
  const pool = await pooled(terminal, "compare", threadsOf(options), out);
  try {
    const found = await compareArms({ without, changed, pairs, seed, span, weekly: out !== undefined }, pool.runJobs);
    const wanted = ({ measure }: { measure: string }) => chosen.size === 0 || chosen.has(measure);
    const rows = found.rows.filter(wanted);
    const plan = { with: options.with, pairs, span, measures: chosen.size === 0 ? "all" : [...chosen] };
    const described = { kind: "compare" as const, plan, scenario: without, seed, runs: 2 * pairs, results: rows };
    if (out !== undefined)
      await writeStudy(out, described, [
        ...resultFiles("effects", effectColumns, rows),
        ...resultFiles("series", seriesColumns, found.series.filter(wanted)),
      ]);
    if (options.json) {
      terminal.json(describe(described, {}));
      return;
    }
    const shown = chosen.size === 0 ? rows.filter(({ strength }) => Math.abs(strength) > 0).slice(0, SHOWN) : rows;
    terminal.out(
      aligned([
        ["measure", "without", "with", "effect", "95% t", "95% bootstrap", "strength", "pairs"],
        ...shown.map((row) => [
          row.measure,
          number(row.without),
          number(row.with),
          number(row.effect.mean),
          interval(row.effect),
          interval({ ...row.effect, ...row.bootstrap }),
          number(row.strength),
          String(row.effect.count),
        ]),
      ]),
    );
    const apart = rows.filter(({ bootstrap: { low, high } }) => low > 0 || high < 0).length;
    const same = rows.filter(({ strength }) => strength === 0).length;
    terminal.out(
      `${options.with.join(", ")}: mean of ${pairs} differences over weeks ${span[0]} to ${span[1]}, with minus without, on common draws (seed ${seed}).`,
    );
    terminal.out(
      `Intervals exclude zero in ${apart} of ${rows.length} measures; by chance one in twenty would; ${same} do not move at all. Bootstrap: BCa over pairs. Strength: mean over standard deviation of the differences.`,
    );
    if (shown.length < rows.length && chosen.size === 0)
      terminal.err(`The ${shown.length} strongest are shown; --json and --out hold all.`);
    if (out !== undefined) terminal.err(`written to ${out}`);
  } finally {
    await pool.close();
  }
}

const effectColumns: ResultColumn<ComparisonRow>[] = [
  { name: "measure", type: "STRING", unit: "", description: "Measure.", value: (row) => row.measure },
  { name: "unit", type: "STRING", unit: "", description: "Unit of the measure.", value: (row) => row.unit },
  { name: "without", type: "DOUBLE", unit: "unit of the measure", description: "Mean without the change.", value: (row) => row.without },
  { name: "with", type: "DOUBLE", unit: "unit of the measure", description: "Mean with the change.", value: (row) => row.with },
  {
    name: "effect",
    type: "DOUBLE",
    unit: "unit of the measure",
    description: "Mean difference of pairs, with minus without.",
    value: ({ effect }) => effect.mean,
  },
  {
    name: "t_low",
    type: "DOUBLE",
    unit: "unit of the measure",
    description: "Low end of the 95% t-interval.",
    value: ({ effect }) => effect.low,
  },
  { name: "t_high", type: "DOUBLE", unit: "unit of the measure", description: "High end of it.", value: ({ effect }) => effect.high },
  {
    name: "bootstrap_low",
    type: "DOUBLE",
    unit: "unit of the measure",
    description: "Low end of the 95% BCa bootstrap interval over pairs.",
    value: ({ bootstrap }) => bootstrap.low,
  },
  {
    name: "bootstrap_high",
    type: "DOUBLE",
    unit: "unit of the measure",
    description: "High end of it.",
    value: ({ bootstrap }) => bootstrap.high,
  },
  {
    name: "strength",
    type: "DOUBLE",
    unit: "standard deviations",
    description: "Mean over standard deviation of the differences.",
    value: (row) => row.strength,
  },
  {
    name: "pairs",
    type: "INT32",
    unit: "pairs",
    description: "Pairs in which both arms have a value.",
    value: ({ effect }) => effect.count,
  },
];

const seriesColumns: ResultColumn<ComparisonPoint>[] = [
  { name: "week", type: "INT32", unit: "week", description: "Week, counted from 1.", value: (row) => row.week },
  ...(effectColumns as unknown as ResultColumn<ComparisonPoint>[]).filter(({ name }) =>
    ["measure", "without", "with", "effect", "t_low", "t_high", "pairs"].includes(name),
  ),
];
