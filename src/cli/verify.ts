import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { csvParse } from "d3";
import { parquetReadObjects } from "hyparquet";
import { Run } from "../experiment/index.ts";
import { CRATE_FILE, Experiment, type Manifest, mattersCsv, measuresCsv, snapshotFiles } from "../exports/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { AGAIN, verifyBatch } from "./batch/verify.ts";
import { changedFiles, inWords } from "./checksums.ts";
import { differences, tableDifferences } from "./differences.ts";
import { manifestFrom, scenarioOf, sealedFrom } from "./files.ts";
import { RESULTS } from "./publish/crate.ts";
import { verifyCrate } from "./publish/verifyCrate.ts";
import { rests } from "./rests.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";

/**
 * Runs what a manifest names, as far as it went.
 *
 * @param look  sees the run at its start and after each week
 */
export async function runAgain(manifest: Manifest, terminal: Terminal, look: (run: Run) => Promise<void> | void = () => {}): Promise<Run> {
  const scenario = scenarioOf(manifest);
  const again = Run.start(scenario, mechanisms);
  const bar = terminal.progress(manifest.weeks, scenario.title);
  const rest = rests(bar);
  try {
    await look(again);
    while (again.world.week < manifest.weeks) {
      if (terminal.stop.aborted) throw new CommandFailure("Interrupted before the run was repeated to its end; nothing was written.");
      again.step();
      await look(again);
      await rest(again.world.week);
    }
  } finally {
    bar.stop();
  }
  return again;
}

/** Looks whether results are what was written, and whether a run is what its scenario gives. */
export async function verify(path: string, terminal: Terminal): Promise<void> {
  const told: Tell = (what, same, more) => terminal.out(`${what.padEnd(9)} ${same ? "same     " : "different"} ${more}`);
  const faults = existsSync(join(path, CRATE_FILE))
    ? [...(await verifyCrate(path, told)), ...(await verifyResults(join(path, RESULTS), terminal, told))]
    : await verifyResults(path, terminal, told);
  if (faults.length > 0) throw new CommandFailure(faults.map((fault) => `${path}: ${fault}`).join("\n"));
}

function verifyResults(path: string, terminal: Terminal, told: Tell): Promise<string[]> {
  if (existsSync(join(path, "batch.json"))) return verifyBatch(path, told);
  return existsSync(join(path, "experiment.json")) ? verifyStudy(path, told) : verifyRun(path, terminal, told);
}

/** Says of a part of the results whether it is as it should be. */
export type Tell = (what: string, same: boolean, more: string) => void;

/** Runs a scenario again from its manifest and compares digests and tables. */
async function verifyRun(path: string, terminal: Terminal, tell: Tell): Promise<string[]> {
  const { manifest, folder } = await manifestFrom(path);
  const alone = path.endsWith(".json"); // its files may be elsewhere
  const names = Object.keys(manifest.sha256).filter((name) => !alone || existsSync(join(folder, name)));
  const checksums = Object.fromEntries(names.map((name) => [name, manifest.sha256[name]]));
  const changed = new Map((await changedFiles(folder, checksums)).map(({ name, state }) => [name, inWords(state)]));

  /** Puts a fault of a file into words, row by row, from what the run gives. */
  const compare = async (name: string, content: string | ArrayBuffer) => {
    const file = join(folder, name);
    if (!names.includes(name) || !existsSync(file)) return;
    const found = await readFile(file);
    if (found.equals(typeof content === "string" ? Buffer.from(content) : Buffer.from(content))) return;
    changed.set(name, (await rowsThatDiffer(file, found, content)) ?? "is not what the run gives, though its rows are");
  };
  const again = await runAgain(manifest, terminal, async ({ world }) => {
    if (!names.some((name) => name.startsWith(`week-${world.week}/`))) return;
    for (const [name, make] of snapshotFiles(world)) await compare(`week-${world.week}/${name}`, make());
  });

  const pairs = [
    ["state", manifest.digest.state, again.stateDigest()],
    ["measures", manifest.digest.measures, again.measuresDigest()],
  ] as const;
  for (const [what, before, now] of pairs) tell(what, before === now, now);
  if (pairs.some(([, before, now]) => before !== now))
    return [
      `another result after ${manifest.weeks} weeks. It was written by version ${manifest.version} on Node ${manifest.node}; seeded results change only between versions.`,
    ];
  await compare("measures.csv", measuresCsv(again.recorder));
  await compare("matters.csv", mattersCsv(again.recorder));
  tell("files", changed.size === 0, names.join(", "));
  return [...changed].map(([name, what]) => `${name} ${what}.`);
}

async function rowsThatDiffer(file: string, found: Buffer, content: string | ArrayBuffer): Promise<string | undefined> {
  if (typeof content === "string")
    return differences(csvParse(content), csvParse(found.toString("utf8")), ({ week, type }, r) =>
      [`line ${r + 2}, week ${week}`, ...(type ? [type] : [])].join(", "),
    );
  return tableDifferences(await parquetReadObjects({ file: content }), file, (_, r) => `row ${r}`);
}

/** Compares the tables of a study with their checksums. */
async function verifyStudy(path: string, tell: Tell): Promise<string[]> {
  const { sha256 } = await sealedFrom(join(path, "experiment.json"), Experiment, "the result of a study", AGAIN);
  const changed = await changedFiles(path, sha256);
  tell("files", changed.length === 0, Object.keys(sha256).join(", "));
  return changed.map(({ name, state }) => `${name} ${inWords(state)}. ${AGAIN}`);
}
