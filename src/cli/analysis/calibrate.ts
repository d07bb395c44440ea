import { type AcceptedSet, type Calibration, calibrate as calibrateBands, HOLDS, type Pattern } from "../../experiment/index.ts";
import { type ResultColumn, resultFiles } from "../../exports/index.ts";
import { scenarioFrom, targetsFrom } from "../files.ts";
import { interval, number, percent } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { aligned, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { factorsFrom, rangesOf } from "./factors.ts";
import { describe, type StudyOptions, writeStudy } from "./study.ts";

const SHOWN = 12;
const endings = {
  met: "all accepted sets lie in every target range",
  generations: "the generations asked for are done",
  runs: "the runs are used up",
  stuck: "no set came nearer",
};

/** Sets of parameters with which a scenario lies in the target ranges of its patterns. */
export async function calibrate(
  path: string,
  options: Omit<StudyOptions, "weeks" | "span"> & {
    method: "smc" | "rejection";
    factors: string[];
    particles: string;
    generations: string;
    runs: string;
    replicates: string;
    targets?: string;
  },
  terminal: Terminal,
): Promise<void> {
  const { method, seed, out } = options;
  const base = await scenarioFrom(path, options.set);
  const factors = factorsFrom("calibrate", options.factors);
  const particles = wholeNumber(options.particles, "calibrate: --particles", 2, 100_000);
  const generations = wholeNumber(options.generations, "calibrate: --generations", 1, 100);
  const runs = wholeNumber(options.runs, "calibrate: --runs", particles, 10_000_000);
  const targets = await targetsFrom(options.targets);
  const patterns = targets.patterns.filter(({ use }) => use === "C");
  const replicates = wholeNumber(options.replicates, "calibrate: --replicates", 1, 1000);
  terminal.err(`Up to ${runs * replicates} runs of ${targets.weeks} weeks: ${factors.length} factors, ${patterns.length} patterns.`);
  const pool = await pooled(terminal, "calibrate", threadsOf(options.threads), out);
  try {
    const { sets, ...found } = await calibrateBands(
      { base, method, factors, particles, generations, runs, replicates, targets, seed },
      pool.runMeans,
    );
    const used = replicates * found.generations.reduce((sum, { proposed }) => sum + proposed, 0);
    const plan = {
      method,
      particles,
      generations,
      runs,
      ...(replicates > 1 ? { replicates } : {}),
      factors: rangesOf(factors),
      ...(options.targets === undefined ? {} : { targets: options.targets }),
    };
    const described = { kind: "calibrate" as const, plan, scenario: base, seed, runs: used, results: { ...found, sets: sets.length } };
    if (out !== undefined) await writeStudy(out, described, resultFiles("posterior", posteriorColumns(sets[0].parameters, patterns), sets));
    if (options.json) {
      terminal.json({ ...describe(described, {}), sets });
      return;
    }
    tell(sets.length, found, terminal);
    if (out !== undefined) terminal.err(`written to ${out}`);
  } finally {
    await pool.close();
  }
}

type Found = Omit<Calibration, "sets">;

/** Tells how the sampler went, and what it found. @param sets  that were accepted */
function tell(sets: number, found: Found, terminal: Terminal): void {
  terminal.out(
    aligned([
      ["generation", "tolerance", "simulated", "accepted", "rate", "effective"],
      ...found.generations.map(({ tolerance, proposed, accepted, effective }, g) => [
        String(g),
        number(tolerance),
        String(proposed),
        String(accepted),
        percent(accepted / proposed),
        effective.toFixed(1),
      ]),
    ]),
  );
  terminal.out("");
  terminal.out(patternTable(found));
  terminal.out("");
  tellParameters(found, terminal);
  tellEnd(sets, found, terminal);
}

const patternTable = ({ patterns }: Found): string =>
  aligned([
    ["pattern", "verdict", "target range", "median", "90% interval", "weight inside", "what"],
    ...patterns.map(({ pattern, holds, targetRange, median, low, high, inside, what }) => [
      pattern,
      holds ? "holds" : "FAILS",
      `${number(targetRange[0])} to ${number(targetRange[1])}`,
      number(median, targetRange),
      interval({ low, high }),
      percent(inside, { limits: [HOLDS] }),
      what,
    ]),
  ]);

/** The parameters that the target ranges say most about. */
function tellParameters(found: Found, terminal: Terminal): void {
  const moved = found.factors.toSorted((a, b) => b.contraction - a.contraction).slice(0, SHOWN);
  terminal.out(
    aligned([
      ["parameter", "median", "90% interval", "posterior contraction"],
      ...moved.map(({ path: of, median, low, high, contraction }) => [of, number(median), interval({ low, high }), percent(contraction)]),
    ]),
  );
  if (found.factors.length > moved.length) terminal.out(`and ${found.factors.length - moved.length} with less posterior contraction`);
}

/** How it ended, and which patterns fail. */
function tellEnd(sets: number, found: Found, terminal: Terminal): void {
  const failing = found.patterns.filter(({ holds }) => !holds);
  terminal.out(
    `\n${sets} sets accepted, worth ${found.effective.toFixed(1)} of equal weight; ${found.meetingAll} lie in every target range. Ended: ${endings[found.ended]}; tolerance ${number(found.generations[found.generations.length - 1].tolerance)}.`,
  );
  if (failing.length > 0)
    terminal.out(
      `FAILS: ${failing.map(({ what, inside }) => `${what} (${percent(inside, { limits: [HOLDS] })} of the weight inside)`).join("; ")}. A pattern fails where less than ${percent(HOLDS)} of the weight lies in its target range.`,
    );
  terminal.out(
    "The target ranges are wide: these sets serve equally well. Use all of them with their weights; no single one is the calibrated model.",
  );
}

const column = (name: string, type: "DOUBLE" | "STRING", unit: string, description: string, value: ResultColumn<AcceptedSet>["value"]) => ({
  name,
  type,
  unit,
  description,
  value,
});

const posteriorColumns = (parameters: AcceptedSet["parameters"], patterns: readonly Pattern[]): ResultColumn<AcceptedSet>[] => [
  column("weight", "DOUBLE", "", "Weight of the set; all sum to 1.", (set) => set.weight),
  column(
    "distance",
    "DOUBLE",
    "widths of target ranges",
    "Root of the sum of squared distances to the target ranges; 0 if its run lies in all.",
    (set) => set.distance,
  ),
  ...Object.entries(parameters).map(([path, example]) =>
    typeof example === "number"
      ? column(path, "DOUBLE", "", `Parameter ${path}.`, (set) => set.parameters[path] as number)
      : column(path, "STRING", "", `Parameter ${path}.`, (set) => String(set.parameters[path])),
  ),
  ...patterns.map(({ pattern, what, targetRange }, p) =>
    column(`pattern ${pattern}: ${what}`, "DOUBLE", "", `Target range ${targetRange[0]} to ${targetRange[1]}.`, (set) => set.patterns[p]),
  ),
];
