import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join, relative } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import {
  type Contrast,
  type ContrastRecord,
  contrastRecord,
  contrastRuns,
  drawsFrom,
  modelDigest,
  type RunOrder,
  trunkOf,
} from "../../experiment/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import type { Language } from "../../words/index.ts";
import { contrastFrom, scenarioFrom, shippedScenarios, writeWhole } from "../files.ts";
import { pooled } from "../pool.ts";
import { posteriorFrom } from "../posterior.ts";
import { CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { contrastsFigure } from "./figure.ts";
import { contrastsPage } from "./page.ts";
import { type Named, showContrast, tellContrast, tellList, tellVerdicts } from "./tell.ts";

const contrastFolder = () => join(shippedScenarios(), "contrasts");
const shippedContrasts = () =>
  readdirSync(contrastFolder())
    .filter((file) => file.endsWith(".yaml"))
    .sort();

/** Draws from the priors, instead of the posterior that comes along. */
const PRIORS = "priors";
/** The posterior of the model that comes along, if it does. */
const shippedPosterior = () => join(contrastFolder(), "posterior");

interface Options {
  scenario: string;
  pairs: string;
  draws: string;
  posterior?: string;
  seed: string;
  language: Language;
  json?: boolean;
  out?: string;
  record?: string;
  threads?: string;
}

/** Lists the claims of the paper, shows one, or runs one or all of them as paired experiments. */
export async function contrast(name: string, shown: string | undefined, options: Options, terminal: Terminal): Promise<void> {
  const { language } = options;
  const base = await scenarioFrom(options.scenario, []);
  if (name === "list") {
    const all = await contrastsNamed("all", base);
    if (options.json) terminal.json(all);
    else terminal.out(tellList(language, all));
    return;
  }
  if (name === "show") {
    const named = await contrastsNamed(shown ?? "all", base);
    if (options.json) terminal.json(named);
    else terminal.out(named.map((one) => showContrast(language, one)).join("\n\n"));
    return;
  }
  if (shown !== undefined)
    throw new CommandFailure(`contrast: ${shown} is one name too many. Write contrast ${name}, or contrast show ${shown}.`);
  await runNamed(await contrastsNamed(name, base), base, options, terminal);
}

async function runNamed(named: readonly Named[], base: BaseScenario, options: Options, terminal: Terminal): Promise<void> {
  const { language, seed } = options;
  const replicates = wholeNumber(options.pairs, "contrast: --pairs", 2, 100_000);
  const draws = wholeNumber(options.draws, "contrast: --draws", 0, 100_000);
  const from = await drawnFrom(options.posterior);
  const pool = await pooled(terminal, "contrast", threadsOf(options.threads), options.out);
  try {
    const asked = await contrastRuns(
      named.map((one) => one.contrast),
      (set) => scenarioFrom(options.scenario, set),
      { replicates, draws, seed },
      drawsFrom(from.sets),
    );
    terminal.err(tellSize(asked.orders));
    const began = performance.now();
    const results = asked.rows(await pool.runMeans(asked.orders));
    const seconds = Math.round((performance.now() - began) / 1000);
    const rows = named.map(({ id }, k) => ({ id, rows: results[k] }));
    if (options.json) terminal.json(named.map(({ id, contrast: of }, k) => ({ id, title: of.title, claim: of.claim, rows: results[k] })));
    else {
      for (const [k, { id, contrast: of }] of named.entries())
        terminal.out(`${id}: ${tellContrast(language, of, results[k], replicates)}\n`);
      terminal.out(tellVerdicts(language, results.flat()));
      terminal.err(`${replicates} pairs at the defaults, ${draws} draws from ${from.name}, scenario ${options.scenario}, seed ${seed}.`);
    }
    if (options.record === undefined) return;
    const record: ContrastRecord = {
      date: new Date().toISOString().slice(0, 10),
      program: packageJson.version,
      scenario: options.scenario,
      seed,
      pairs: replicates,
      draws,
      drawn: from.name,
      ...(from.digest === undefined ? {} : { posterior: from.digest }),
      cost: { runs: asked.orders.length, seconds, threads: pool.lanes, machine: cpus()[0]?.model.trim() ?? "" },
      model: modelDigest(base, seed),
      contrasts: named.map(({ id, contrast: of }, k) => contrastRecord(id, of, rows[k].rows)),
    };
    await writeRecord(options.record, record, new Map(named.map(({ id, contrast: of }) => [id, of])));
    terminal.err(`Recorded in ${options.record}.json, ${options.record}.md and ${options.record}.svg.`);
  } finally {
    await pool.close();
  }
}

/** The contrasts that a name stands for: a file, one that comes along by its name or number, or all. */
async function contrastsNamed(name: string, base: BaseScenario): Promise<Named[]> {
  const along = shippedContrasts();
  const found = along.filter((file) => name === "all" || basename(file, ".yaml") === name || file.startsWith(`${name.padStart(2, "0")}-`));
  const files =
    found.length > 0 ? found.map((file) => relative(process.cwd(), join(contrastFolder(), file))) : existsSync(name) ? [name] : [];
  if (files.length === 0)
    throw new CommandFailure(
      `contrast: ${name} is neither a file nor a contrast. Write all, or one of ${along.map((file) => basename(file, ".yaml")).join(", ")}.`,
    );
  return Promise.all(files.map(async (file) => ({ id: basename(file, ".yaml"), contrast: await contrastFrom(file, base) })));
}

/** What parameters are drawn from: the posterior that is named, that which comes along, or the priors. */
async function drawnFrom(posterior: string | undefined) {
  if (posterior === PRIORS || (posterior === undefined && !existsSync(shippedPosterior()))) return { name: "the priors", sets: undefined };
  const folder = posterior ?? shippedPosterior();
  const digest = createHash("sha256")
    .update(readFileSync(join(folder, "posterior.parquet")))
    .digest("hex");
  const name = posterior === undefined ? "the posterior of scenarios/contrasts/posterior" : `the posterior in ${posterior}`;
  return { name, sets: await posteriorFrom(folder), digest };
}

/** How many runs there are to be; first weeks that several have in common count once. */
function tellSize(orders: readonly RunOrder[]): string {
  const trunks = new Map(orders.map((order) => [trunkOf(order), order.shared ?? 0]));
  let weeks = 0;
  for (const { scenario, shared = 0 } of orders) weeks += scenario.weeks - shared;
  for (const shared of trunks.values()) weeks += shared;
  return `${orders.length} runs of ${weeks} weeks in all.`;
}

/** Writes a record for programs and for people: the claims board of the laboratory shows the first, the documentation is the others. */
async function writeRecord(path: string, record: ContrastRecord, contrasts: ReadonlyMap<string, Contrast>): Promise<void> {
  await writeWhole(`${path}.json`, `${JSON.stringify(record)}\n`);
  await writeWhole(`${path}.md`, contrastsPage(record, contrasts, `${basename(path)}.svg`));
  await writeWhole(`${path}.svg`, contrastsFigure(record, contrasts));
}
