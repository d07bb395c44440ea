import { type Ablation, type AblationEffect, ablation as measureAblation } from "../experiment/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { scenarioFrom } from "./files.ts";
import { named } from "./named.ts";
import { chance, interval, number } from "./numbers.ts";
import { pooled } from "./pool.ts";
import { aligned, seedsOf, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

/** Outcomes told of each mechanism; the rest is in --json. */
const TOLD = 4;

/** Switches each mechanism off, and tells which outcomes move, and in which direction. */
export async function ablation(
  path: string,
  options: { pairs: string; weeks: string; of: string[]; set: string[]; out?: string; json?: boolean; threads?: string },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.pairs, "ablation", "--pairs");
  const weeks = wholeNumber(options.weeks, "ablation: --weeks", 1, 3650);
  const of = named(
    options.of,
    mechanisms.map(({ id }) => id),
    "ablation: --of",
  );
  const base = await scenarioFrom(path, options.set);
  const pool = await pooled(terminal, "ablation", threadsOf(options.threads), options.out);
  try {
    const rows = await measureAblation(base, of, seeds, weeks, pool.runMeans);
    if (options.json) terminal.json(rows);
    else {
      terminal.out(
        aligned([["mechanism", "without it", "with it", "95% interval of the difference", "chance", "outcome"], ...rows.flatMap(lines)]),
      );
      terminal.out(
        `What is told changes by half a point or more where it runs from 0 to 1, by 2% or more of its level elsewhere; chances are adjusted for all ${rows.length} mechanisms and their outcomes.`,
      );
    }
    const silent = rows.filter(({ moves }) => moves.length === 0);
    terminal.err(
      `${rows.length - silent.length} of ${rows.length} mechanisms move an outcome; ${silent.filter(({ same }) => same).length} change none to the last bit.`,
    );
  } finally {
    await pool.close();
  }
}

const lines = ({ mechanism, moves, unsure, same }: Ablation): string[][] => {
  const rest = (text: string) => [[mechanism, "", "", "", "", text]];
  if (same) return rest("none changes, to the last bit");
  if (moves.length === 0)
    return rest(unsure.length === 0 ? "none by as much as matters" : `cannot tell of ${unsure.map(({ outcome }) => outcome).join(", ")}`);
  return moves.slice(0, TOLD).map((one, k) => [k === 0 ? mechanism : "", ...effectCells(one)]);
};

const effectCells = ({ outcome, effect, level, adjusted }: AblationEffect): string[] => [
  number(level - effect.mean),
  number(level),
  interval(effect),
  chance(adjusted),
  outcome,
];
