import { LONG_YEARS, type StationarityRow, stationarity } from "../experiment/index.ts";
import { scenarioFrom } from "./files.ts";
import { number, percent } from "./numbers.ts";
import { pooled } from "./pool.ts";
import { aligned, seedsOf, type Terminal, threadsOf } from "./terminal.ts";

/** Measures whether anything drifts in 40 years in which no programme and no change of support moves it. */
export async function checkLong(
  path: string,
  options: { seeds?: string; out?: string; set: string[]; json?: boolean; threads?: string },
  terminal: Terminal,
): Promise<void> {
  const seeds = seedsOf(options.seeds ?? "3", "check");
  const base = await scenarioFrom(path, options.set);
  const pool = await pooled(terminal, "check", threadsOf(options.threads), options.out);
  try {
    const rows = await stationarity(base, seeds, pool.runMeans);
    if (options.json) terminal.json(rows);
    else
      terminal.out(
        aligned([
          ["verdict", "years 2-12", `years 10-${LONG_YEARS}`, "drift", "limit", "measure"],
          ...rows.map((row) => [row.pass ? "pass" : "FAIL", number(row.early), number(row.late), ...drifted(row), row.measure]),
        ]),
      );
    const failed = rows.filter(({ pass }) => !pass).length;
    terminal.err(`${rows.length - failed} of ${rows.length} keep their level over ${seeds.length} seeds.`);
  } finally {
    await pool.close();
  }
}

/** The drift and its limit, both as shares of the earlier level or both as differences. */
const drifted = ({ drift, limit, relative }: StationarityRow): string[] =>
  relative ? [percent(drift, { decimals: 1, limits: [limit, -limit] }), percent(limit)] : [number(drift, [limit, -limit]), String(limit)];
