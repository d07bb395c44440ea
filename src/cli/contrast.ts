import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import {
  type Contrast,
  type ContrastRecord,
  type ContrastRow,
  contrastRecord,
  drawsFrom,
  modelDigest,
  readContrast,
  runContrast,
} from "../experiment/index.ts";
import { formatProblem, type Language } from "../words/index.ts";
import { contrastsPage, tellContrast, tellVerdicts } from "./contrastsPage.ts";
import { scenarioFrom, shippedScenarios, sourceFrom, writeWhole } from "./files.ts";
import { pooled } from "./pool.ts";
import { posteriorFrom } from "./posterior.ts";
import { CommandFailure, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

const contrastFolder = () => join(shippedScenarios(), "contrasts");
const shippedContrasts = () =>
  readdirSync(contrastFolder())
    .filter((file) => file.endsWith(".yaml"))
    .sort();

interface Options {
  scenario: string;
  pairs: string;
  draws: string;
  posterior?: string;
  seed: string;
  language: Language;
  json?: boolean;
  record?: string;
  threads?: string;
}

/** Runs one claim of the paper, or all of them, as paired experiments. */
export async function contrast(name: string, options: Options, terminal: Terminal): Promise<void> {
  const named = shippedContrasts();
  const found = named.filter((file) => name === "all" || basename(file, ".yaml") === name || file.startsWith(`${name.padStart(2, "0")}-`));
  const files =
    found.length > 0 ? found.map((file) => relative(process.cwd(), join(contrastFolder(), file))) : existsSync(name) ? [name] : [];
  if (files.length === 0)
    throw new CommandFailure(
      `contrast: ${name} is neither a file nor a contrast. Write all, or one of ${named.map((file) => basename(file, ".yaml")).join(", ")}.`,
    );
  const base = await scenarioFrom(options.scenario, []);
  const contrasts = await Promise.all(
    files.map(async (file) => {
      const reading = readContrast(await sourceFrom(file, "contrast"), base);
      if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
      return { id: basename(file, ".yaml"), contrast: reading.contrast };
    }),
  );
  const replicates = wholeNumber(options.pairs, "contrast: --pairs", 2, 100_000);
  const draws = wholeNumber(options.draws, "contrast: --draws", 0, 100_000);
  const sets = await posteriorFrom(options.posterior);
  const drawn = options.posterior === undefined ? "the priors" : `the posterior in ${options.posterior}`;
  const pool = await pooled(terminal, "contrast", threadsOf(options.threads));
  const results: { id: string; contrast: Contrast; rows: ContrastRow[] }[] = [];
  try {
    for (const { id, contrast: of } of contrasts) {
      const rows = await runContrast(
        of,
        (set) => scenarioFrom(options.scenario, set),
        { replicates, draws, seed: options.seed },
        pool.runMeans,
        drawsFrom(sets),
      );
      results.push({ id, contrast: of, rows });
      if (!options.json) terminal.out(`${id}: ${tellContrast(options.language, of, rows, replicates)}\n`);
    }
  } finally {
    await pool.close();
  }
  if (options.json)
    terminal.json(results.map(({ id, contrast: { title, claim, against, rival }, rows }) => ({ id, title, claim, against, rival, rows })));
  else {
    terminal.out(
      tellVerdicts(
        options.language,
        results.flatMap((of) => of.rows),
      ),
    );
    terminal.err(`${replicates} pairs at the defaults, ${draws} draws from ${drawn}, scenario ${options.scenario}, seed ${options.seed}.`);
  }
  if (options.record !== undefined) {
    const record: ContrastRecord = {
      date: new Date().toISOString().slice(0, 10),
      program: packageJson.version,
      scenario: options.scenario,
      seed: options.seed,
      pairs: replicates,
      draws,
      ...(options.posterior === undefined ? {} : { drawn }),
      model: modelDigest(base, options.seed),
      contrasts: results.map(({ id, contrast: of, rows }) => contrastRecord(id, of, rows)),
    };
    await writeRecord(options.record, record, new Map(results.map(({ id, contrast: of }) => [id, of])));
    terminal.err(`Recorded in ${options.record}.json and ${options.record}.md.`);
  }
}

/** Writes a record for programs and for people: the claims board of the laboratory shows the first, the documentation is the second. */
async function writeRecord(path: string, record: ContrastRecord, contrasts: ReadonlyMap<string, Contrast>): Promise<void> {
  await writeWhole(`${path}.json`, `${JSON.stringify(record)}\n`);
  await writeWhole(`${path}.md`, contrastsPage(record, contrasts));
}
