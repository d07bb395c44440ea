import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  DOUBT,
  type Fit,
  type FittedSet,
  type Fitting,
  fitModel,
  type HoldOut,
  holdingOut,
  leaveOneOut,
  type Observation,
  type Planted,
  type PlantedRow,
  type Prediction,
  planted as plantTruths,
  readObservations,
  shareWithInterval,
} from "../../experiment/index.ts";
import { checksumOf, type ResultColumn, resultFiles } from "../../exports/index.ts";
import { settings } from "../../scenario/index.ts";
import { formatProblem } from "../../words/index.ts";
import { scenarioFrom, sourceFrom } from "../files.ts";
import { interval, number, percent } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { aligned, CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { factorsFrom, rangesOf } from "./factors.ts";
import { describe, measuresOf, type StudyOptions, writeStudy } from "./study.ts";

type FitOptions = Omit<StudyOptions, "weeks" | "span"> & {
  data: string;
  factors: string[];
  holdOut?: string;
  particles: string;
  generations: string;
  sets: string;
  replicates: string;
  predictive: string;
  leaveOneOut?: boolean;
  planted?: string;
  world: string[];
};

/** Fits a scenario to observed values, or looks how well it would be fitted to planted ones. */
export async function fit(path: string, options: FitOptions, terminal: Terminal): Promise<void> {
  const { seed, out } = options;
  const data = seriesAt(options.data);
  const base = await scenarioFrom(path, options.set);
  const factors = factorsFrom("fit", options.factors);
  const observations = await observationsFrom({ ...options, data }, base.population.communities);
  const particles = wholeNumber(options.particles, "fit: --particles", 2, 100_000);
  const fitting: Fitting = {
    base,
    observations,
    factors,
    particles,
    generations: wholeNumber(options.generations, "fit: --generations", 1, 100),
    sets: wholeNumber(options.sets, "fit: --sets", particles, 10_000_000),
    replicates: wholeNumber(options.replicates, "fit: --replicates", 1, 1000),
    predictive: wholeNumber(options.predictive, "fit: --predictive", 20, 100_000),
    seed,
  };
  const truths = options.planted === undefined ? undefined : wholeNumber(options.planted, "fit: --planted", 1, 100_000);
  if (truths === undefined && options.world.length > 0)
    throw new CommandFailure("fit: --world is that of planted truths. Add --planted N.");
  const heldOut = observations.filter((one) => one.heldOut).length;
  const weeks = Math.max(...observations.map(({ span }) => span[1]));
  terminal.err(
    `Up to ${fitting.sets} sets of ${factors.length} parameters, ${fitting.replicates} runs of ${weeks} weeks each; ${observations.length - heldOut} observations are fitted, ${heldOut} held out.`,
  );
  const kind = truths === undefined ? "fit" : "planted";
  const pool = await pooled(terminal, kind, threadsOf(options.threads), out);
  let runs = 0;
  const counted: typeof pool.runMeans = (orders) => {
    runs += orders.length;
    return pool.runMeans(orders);
  };
  const plan = {
    data: basename(data),
    dataChecksum: checksumOf(await readFile(data)),
    observations: observations.length,
    ...(heldOut > 0 ? { heldOut } : {}),
    particles,
    generations: fitting.generations,
    sets: fitting.sets,
    replicates: fitting.replicates,
    predictive: fitting.predictive,
    factors: rangesOf(factors),
    ...(truths === undefined ? {} : { truths, ...(options.world.length > 0 ? { world: options.world } : {}) }),
  };
  try {
    if (truths !== undefined) {
      const world = await scenarioFrom(path, [...options.set, ...settings("--world", options.world)]);
      const found = await plantTruths(fitting, truths, counted, world);
      const described = { kind: "planted" as const, plan, scenario: base, seed, runs, results: found };
      if (out !== undefined) await writeStudy(out, described, resultFiles("planted", plantedColumns, found.rows));
      if (options.json) terminal.json(describe(described, {}));
      else tellPlanted(found, terminal);
      return;
    }
    const { sets, ...found } = await fitModel(fitting, counted);
    const leftOut = options.leaveOneOut ? await leaveOneOut(fitting, counted) : [];
    const described = { kind: "fit" as const, plan, scenario: base, seed, runs, results: { ...found, leftOut, sets: sets.length } };
    if (out !== undefined)
      await writeStudy(out, described, [
        ...resultFiles("posterior", setColumns(sets[0].parameters), sets),
        ...resultFiles("predictions", predictionColumns, found.predictions),
      ]);
    if (options.json) {
      terminal.json({ ...describe(described, {}), sets });
      return;
    }
    tell(sets.length, found, leftOut, terminal);
    if (out !== undefined) terminal.err(`written to ${out}`);
  } finally {
    await pool.close();
  }
}

/** Observations of a file, with those marked that are held out. */
/** The table of observations that a path names: the file, or the series of a district’s folder. */
const seriesAt = (path: string): string => (existsSync(join(path, "series.csv")) ? join(path, "series.csv") : path);

async function observationsFrom({ data, holdOut }: FitOptions, communities: number): Promise<Observation[]> {
  const reading = readObservations(await sourceFrom(data, "table of observations, such as series.csv"), communities);
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
  if (holdOut === undefined) return reading.observations;
  const share = Number(holdOut);
  const hold: HoldOut = Number.isNaN(share) ? { measure: measuresOf("fit", [holdOut])[0] } : { share };
  if ("share" in hold && !(share > 0 && share < 1))
    throw new CommandFailure(
      `fit: --hold-out is ${holdOut}. Write a share of the observations between 0 and 1, such as 0.25, or a measure.`,
    );
  const marked = holdingOut(reading.observations, hold);
  const held = marked.filter((one) => one.heldOut).length;
  if (held === 0)
    throw new CommandFailure(
      `fit: --hold-out ${holdOut} holds nothing out of ${marked.length} observations. Write a larger share, or a measure that was observed.`,
    );
  if (held === marked.length) throw new CommandFailure(`fit: --hold-out ${holdOut} leaves nothing to fit. Hold out less.`);
  return marked;
}

type Found = Omit<Fit, "sets">;

function tell(sets: number, found: Found, leftOut: Awaited<ReturnType<typeof leaveOneOut>>, terminal: Terminal): void {
  terminal.out(
    aligned([
      ["parameter", "median", "90% interval", "posterior contraction"],
      ...found.factors
        .toSorted((a, b) => b.contraction - a.contraction)
        .map(({ path, median, low, high, contraction }) => [path, number(median), interval({ low, high }), percent(contraction)]),
    ]),
  );
  terminal.out("");
  terminal.out(
    aligned([
      ["observed", "value", "90% predicted", "inside", "held out"],
      ...found.predictions.map((one) => [
        one.name,
        number(one.value),
        interval(one),
        one.inside ? "yes" : "NO",
        one.heldOut ? "held out" : "",
      ]),
    ]),
  );
  terminal.out(
    `\n${sets} sets, worth ${found.effective.toFixed(1)} of equal weight; tolerance ${number(found.generations[found.generations.length - 1].tolerance)}. ${coverage(found.predictions)}`,
  );
  if (leftOut.length > 0) {
    terminal.out(
      aligned([
        ["left out", "inside 90%", "p"],
        ...leftOut.map(({ measure, inside, count, reach }) => [measure, `${inside} of ${count}`, number(reach.p)]),
      ]),
    );
  }
  terminal.out(reachInWords(found));
}

function coverage(predictions: readonly Prediction[]): string {
  const of = (held: boolean) => {
    const those = predictions.filter(({ heldOut }) => heldOut === held);
    return those.length === 0
      ? ""
      : `${those.filter(({ inside }) => inside).length} of ${those.length} ${held ? "held-out" : "fitted"} observations`;
  };
  return `In their 90% bands: ${[of(false), of(true)].filter(Boolean).join(", ")}.`;
}

function reachInWords({ reach, heldOut }: Found): string {
  const verdict = reach.reached
    ? `The model reaches the data: p ${number(reach.p)} (posterior predictive check).`
    : `THE MODEL DOES NOT REACH THE DATA: of all it predicts with the parameters found, a share of ${number(reach.p)} lies as far off as what was observed (posterior predictive check, below ${DOUBT}). Something that it leaves out made them, or the errors are too small.`;
  const beyond = reach.beyond.length > 0 ? ` Beyond every prediction: ${reach.beyond.join(", ")}.` : "";
  const held = heldOut === undefined ? "" : ` Held out: p ${number(heldOut.p)}.`;
  return verdict + beyond + held;
}

/** How often the intervals hold what was planted, and how often the check says that the model reaches the data. */
function tellPlanted({ rows, reached, heldOut }: Planted, terminal: Terminal): void {
  const paths = [...new Set(rows.map(({ path }) => path))];
  const covered = (of: readonly PlantedRow[]) => {
    const share = shareWithInterval(
      of.map((row) => Number(row.covered)),
      (inside) => inside === 1,
    );
    return [`${of.filter((row) => row.covered).length} of ${of.length}`, percent(share.mean), interval(share)];
  };
  terminal.out(
    aligned([
      ["parameter", "in 90% interval", "share", "95% interval"],
      ...paths.map((path) => [path, ...covered(rows.filter((row) => row.path === path))]),
      ["all", ...covered(rows)],
    ]),
  );
  if (heldOut.count > 0) terminal.out(`Held out: ${heldOut.inside} of ${heldOut.count} observations in their 90% bands.`);
  terminal.out(`Said to reach the data in ${reached.filter(Boolean).length} of ${reached.length} fits.`);
}

const column = <Row>(
  name: string,
  type: ResultColumn<Row>["type"],
  description: string,
  value: ResultColumn<Row>["value"],
  unit = "",
): ResultColumn<Row> => ({ name, type, unit, description, value });

const setColumns = (parameters: FittedSet["parameters"]): ResultColumn<FittedSet>[] => [
  column("weight", "DOUBLE", "Weight of the set; all sum to 1.", (set) => set.weight),
  column("distance", "DOUBLE", "Distance of its nearest run to what was observed.", (set) => set.distance, "standard deviations"),
  ...Object.entries(parameters).map(([path, example]) =>
    column<FittedSet>(path, typeof example === "number" ? "DOUBLE" : "STRING", `Parameter ${path}.`, (set) =>
      typeof example === "number" ? (set.parameters[path] as number) : String(set.parameters[path]),
    ),
  ),
];

const predictionColumns: ResultColumn<Prediction>[] = [
  column("measure", "STRING", "Measure.", (row) => row.measure),
  column("community", "INT32", "Row of the community that it is of; none for the whole district.", (row) => row.community),
  column("from", "INT32", "First week of the observation.", (row) => row.span[0], "week"),
  column("to", "INT32", "Last week of the observation.", (row) => row.span[1], "week"),
  column("observed", "DOUBLE", "What was observed.", (row) => row.value, "unit of the measure"),
  column("error", "DOUBLE", "Standard error of it.", (row) => row.error, "unit of the measure"),
  column("held_out", "BOOLEAN", "True if the fit did not see it.", (row) => row.heldOut),
  column("low", "DOUBLE", "5% point of what is predicted.", (row) => row.low, "unit of the measure"),
  column("median", "DOUBLE", "Median of what is predicted.", (row) => row.median, "unit of the measure"),
  column("high", "DOUBLE", "95% point of what is predicted.", (row) => row.high, "unit of the measure"),
  column("inside", "BOOLEAN", "True if it lies between the two.", (row) => row.inside),
];

const plantedColumns: ResultColumn<PlantedRow>[] = [
  column("truth", "INT32", "Number of the truth, from 0.", (row) => row.truth),
  column("parameter", "STRING", "Path of the parameter.", (row) => row.path),
  column("planted", "DOUBLE", "Its true value.", (row) => row.value, "unit of the parameter"),
  column("low", "DOUBLE", "5% point of the posterior.", (row) => row.low, "unit of the parameter"),
  column("median", "DOUBLE", "Median of the posterior.", (row) => row.median, "unit of the parameter"),
  column("high", "DOUBLE", "95% point of the posterior.", (row) => row.high, "unit of the parameter"),
  column("covered", "BOOLEAN", "True if the truth lies between the two.", (row) => row.covered),
];
