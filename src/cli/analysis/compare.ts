import {
  type ComparisonPoint,
  type ComparisonRow,
  compare as compareArms,
  drawsFrom,
  FALSE_DISCOVERIES,
  runAlike,
  type Span,
} from "../../experiment/index.ts";
import { type ResultColumn, resultFiles } from "../../exports/index.ts";
import { type BaseScenario, settings } from "../../scenario/index.ts";
import { outcomesFrom, scenarioFrom } from "../files.ts";
import { chance, interval, number, percent } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { posteriorFrom } from "../posterior.ts";
import { aligned, CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { describe, measuresOf, type StudyOptions, spanOf, weeksSet, writeStudy } from "./study.ts";

const SHOWN = 25;

/** Pairs of runs on common random numbers, with and without a change: what differs, and how surely. */
export async function compare(
  path: string,
  options: StudyOptions & { with: string[]; pairs: string; measure: string[]; outcomes?: string; posterior?: string },
  terminal: Terminal,
): Promise<void> {
  if (options.with.length === 0)
    throw new CommandFailure("compare: what is to be changed? Add --with path=value, such as --with partyBuilding=off.");
  const set = weeksSet(options);
  const baseline = await scenarioFrom(path, set);
  const changed = await scenarioFrom(path, [...set, ...settings("--with", options.with)]);
  if (runAlike(baseline, changed))
    throw new CommandFailure(
      `compare: --with ${options.with.join(" --with ")} changes nothing in the runs. Give another value than the scenario has.`,
    );
  const pairs = wholeNumber(options.pairs, "compare: --pairs", 2, 100_000);
  const span = spanOf("compare", options, baseline);
  const chosen = new Set(measuresOf("compare", options.measure));
  const outcomes = options.outcomes === undefined ? [] : await outcomesFrom(options.outcomes, span, baseline.weeks);
  if (outcomes.length > 0 && chosen.size > 0)
    throw new CommandFailure("compare: --measure stands beside --outcomes. Write the measure into the file, or take one of the two out.");
  const sets = await posteriorFrom(options.posterior);
  const fixed = new Set([...settings("--set", options.set), ...settings("--with", options.with)].map((one) => one.path));
  const draw = sets && ((arm: BaseScenario) => drawsFrom(sets)(arm, pairs, options.seed, fixed));
  const { seed, out } = options;
  const pool = await pooled(terminal, "compare", threadsOf(options.threads), out);
  try {
    const study = {
      baseline,
      changed,
      pairs,
      seed,
      span,
      weekly: out !== undefined,
      ...(chosen.size > 0 ? { only: chosen } : {}),
      outcomes,
      ...(draw ? { draw } : {}),
    };
    const { rows, series } = await compareArms(study, pool.runMeans);
    const plan = {
      with: options.with,
      pairs,
      span,
      measures: chosen.size === 0 ? "all" : [...chosen],
      ...(outcomes.length > 0 ? { outcomes } : {}),
      ...(options.posterior === undefined ? {} : { posterior: options.posterior }),
    };
    const described = { kind: "compare" as const, plan, scenario: baseline, seed, runs: 2 * pairs, results: rows };
    if (out !== undefined)
      await writeStudy(out, described, [...resultFiles("effects", effectColumns, rows), ...resultFiles("series", seriesColumns, series)]);
    if (options.json) {
      terminal.json(describe(described, {}));
      return;
    }
    tell(rows, { change: options.with, pairs, span, seed, all: chosen.size === 0 && outcomes.length === 0 }, terminal);
    if (out !== undefined) terminal.err(`written to ${out}`);
  } finally {
    await pool.close();
  }
}

/** What was compared. */
interface Compared {
  change: readonly string[];
  pairs: number;
  span: Span;
  seed: string;
  /** Whether no measures were named. */
  all: boolean;
}

/** Tells what differs, and how surely. */
function tell(rows: readonly ComparisonRow[], { change, pairs, span, seed, all }: Compared, terminal: Terminal): void {
  const ranked = rows.filter(({ given, effect }) => !given && Math.abs(effect.mean) > 0);
  const given = rows.filter((row) => row.given);
  const shown = all ? ranked.slice(0, SHOWN) : rows;
  terminal.out(
    aligned([
      ["measure", "baseline", "changed", "effect", "95% interval", "standardized", "p", "adjusted p", "pairs"],
      ...shown.map((row) => [
        row.measure,
        number(row.baseline),
        number(row.changed),
        number(row.effect.mean),
        interval(row.effect),
        number(row.standardized),
        chance(row.p),
        chance(row.adjusted),
        String(row.effect.count),
      ]),
    ]),
  );
  const apart = rows.filter(({ adjusted }) => adjusted <= FALSE_DISCOVERIES).length;
  const same = rows.filter(({ effect, p }) => effect.mean === 0 && p === 1).length;
  terminal.out(
    `${change.join(", ")}: mean of ${pairs} differences over weeks ${span[0]} to ${span[1]}, changed minus baseline, on common random numbers (seed ${seed}).`,
  );
  terminal.out(
    `${apart} of ${rows.length} measures move, at a false discovery rate of ${percent(FALSE_DISCOVERIES)} (Benjamini and Yekutieli 2001); ${same} do not move at all. Intervals: by t, each by itself. Standardized: mean over standard deviation of the differences.`,
  );
  if (given.length > 0 && all)
    terminal.out(
      `Set by the change itself, 0 in all runs of one arm or the same difference in all pairs: ${given.map(({ measure }) => measure).join(", ")}.`,
    );
  if (shown.length < rows.length && all)
    terminal.err(`The ${shown.length} with the largest standardized effects are shown; --json and --out hold all.`);
}

const effectColumns: ResultColumn<ComparisonRow>[] = [
  { name: "measure", type: "STRING", unit: "", description: "Measure.", value: (row) => row.measure },
  { name: "unit", type: "STRING", unit: "", description: "Unit of the measure.", value: (row) => row.unit },
  { name: "baseline", type: "DOUBLE", unit: "unit of the measure", description: "Mean without the change.", value: (row) => row.baseline },
  { name: "changed", type: "DOUBLE", unit: "unit of the measure", description: "Mean with the change.", value: (row) => row.changed },
  {
    name: "effect",
    type: "DOUBLE",
    unit: "unit of the measure",
    description: "Mean difference of pairs, changed minus baseline.",
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
    name: "standardized",
    type: "DOUBLE",
    unit: "standard deviations",
    description: "Mean over standard deviation of the differences; none where they do not spread.",
    value: (row) => row.standardized,
  },
  { name: "p", type: "DOUBLE", unit: "", description: "Chance of such differences if nothing moved: by t, paired.", value: (row) => row.p },
  {
    name: "p_adjusted",
    type: "DOUBLE",
    unit: "",
    description: "The same, corrected for looking at all measures of the table (false discovery rate of Benjamini and Yekutieli 2001).",
    value: (row) => row.adjusted,
  },
  {
    name: "given",
    type: "BOOLEAN",
    unit: "",
    description: "True if the change sets the measure: 0 in all runs of one arm alone, or the same difference in all pairs.",
    value: (row) => row.given,
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
  // Of these only columns are taken that a point has too.
  ...(effectColumns as ResultColumn<Pick<ComparisonRow, "measure" | "baseline" | "changed" | "effect">>[]).filter(({ name }) =>
    ["measure", "baseline", "changed", "effect", "t_low", "t_high", "pairs"].includes(name),
  ),
];
