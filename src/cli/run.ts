import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import packageJson from "../../package.json" with { type: "json" };
import { World } from "../engine/index.ts";
import { drawsFrom, Run } from "../experiment/index.ts";
import { type Manifest, mattersCsv, measuresCsv, SCHEMA_VERSION, sealed, snapshotFiles } from "../exports/index.ts";
import type { KernelTarget } from "../kernels/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import type { MeasureId } from "../observation/index.ts";
import { type BaseScenario, settings, settingsOf } from "../scenario/index.ts";
import { tellSaid } from "../words/index.ts";
import { scenarioFrom } from "./files.ts";
import { percent } from "./numbers.ts";
import { posteriorFrom } from "./posterior.ts";
import { Profile } from "./profile.ts";
import { rests } from "./rests.ts";
import { RunFolder } from "./runFolder.ts";
import { CommandFailure, type Terminal, wholeNumber } from "./terminal.ts";
import { type Helpers, hire } from "./threadGroup.ts";

export interface RunOptions {
  seed?: string;
  weeks?: string;
  set: string[];
  out?: string;
  overwrite?: boolean;
  snapshot: string[];
  json?: boolean;
  checkpoint?: string;
  resume?: boolean;
  profile?: boolean;
  threads?: string;
  kernels: KernelTarget;
  posterior?: string;
}

const SAVE_EVERY = 52;
const MOST_THREADS = 64;

const LONGEST = 3650; // weeks

/** Runs a scenario. Everything finished is on disk each year and whenever it is interrupted. */
export async function run(path: string, options: RunOptions, terminal: Terminal): Promise<void> {
  const { seed, weeks } = options;
  const written = await scenarioFrom(path, [
    ...options.set,
    ...(seed === undefined ? [] : settingsOf("--seed", { seed })),
    ...(weeks === undefined ? [] : [{ given: "--weeks", path: "weeks", text: weeks }]),
  ]);
  const sets = await posteriorFrom(options.posterior);
  const fixed = new Set(settings("--set", options.set).map((one) => one.path));
  const [scenario] = sets ? drawsFrom(sets)(written, 1, written.seed, fixed) : [written];
  const snapshots = options.snapshot.map((week) => wholeNumber(week, "run: --snapshot", 1, LONGEST));
  for (const week of snapshots) {
    if (week > scenario.weeks) throw new CommandFailure(`run: --snapshot is ${week}, past the end of the run (${scenario.weeks} weeks).`);
  }
  const every = options.checkpoint === undefined ? 0 : wholeNumber(options.checkpoint, "run: --checkpoint", 1, LONGEST);
  const threads = options.threads === undefined ? 1 : wholeNumber(options.threads, "run: --threads", 1, MOST_THREADS);
  const { out } = options;
  if ((every > 0 || snapshots.length > 0 || options.resume) && out === undefined) {
    throw new CommandFailure("run: --snapshot, --checkpoint and --resume need a folder. Add --out DIR.");
  }

  if (options.resume && options.overwrite) throw new CommandFailure("run: --resume goes on, --overwrite begins anew. Give one of them.");

  const mode = options.resume ? "resume" : options.overwrite ? "overwrite" : "new";
  const folder = out === undefined ? undefined : await RunFolder.open(out, mode, terminal.err);
  const helpers = hire(threads);
  let came: Awaited<ReturnType<typeof runIn>>;
  try {
    const profile = options.profile ? new Profile() : undefined;
    came = await runIn(
      folder,
      { scenario, snapshots, every, helpers, resume: options.resume === true, profile, kernels: options.kernels },
      terminal,
    );
    for (const line of profile?.lines(Math.max(1, came.manifest.weeks)) ?? []) terminal.err(line);
  } finally {
    await helpers.dismiss();
    folder?.close();
  }
  const { manifest, summary } = came;
  if (options.json) terminal.json(manifest);
  else terminal.out([...summary, ...(out === undefined ? [] : [`written to ${out}`])].join("\n"));
  if (manifest.status === "interrupted")
    throw new CommandFailure(
      `run: interrupted after week ${manifest.weeks}. ${folder ? "Go on with --resume." : "Nothing of it is kept; with --out it would be."}`,
    );
}

interface Task {
  scenario: BaseScenario;
  /** Weeks after which the whole state is written. */
  snapshots: readonly number[];
  /** Weeks from one checkpoint to the next; 0 for none. */
  every: number;
  helpers: Helpers;
  resume: boolean;
  profile: Profile | undefined;
  kernels: KernelTarget;
}

async function runIn(
  folder: RunFolder | undefined,
  { scenario, snapshots, every, helpers, resume, profile, kernels }: Task,
  terminal: Terminal,
): Promise<{ manifest: Manifest; summary: string[] }> {
  const began = performance.now();
  const current = resume
    ? await resumed((folder as RunFolder).checkpoint, kernels, terminal)
    : Run.start(scenario, mechanisms, World.build(scenario, { kernels, share: helpers.share }));
  if (resume) {
    if (!sameRun(current.scenario, scenario))
      throw new CommandFailure(
        `run: the checkpoint in ${folder?.path} belongs to another scenario or seed. Give the same ones, or leave --resume out.`,
      );
    await folder?.goOn(current.world.week, (before) => sameRun(before as BaseScenario, scenario));
  }
  helpers.lend(current);
  const built = performance.now();

  const save = async (status: Manifest["status"]): Promise<Manifest> => {
    const manifest = {
      program: "four-circles" as const,
      version: packageJson.version,
      schemaVersion: SCHEMA_VERSION,
      status,
      scenario: { ...scenario },
      seed: scenario.seed,
      weeks: current.world.week,
      digest: { state: current.stateDigest(), measures: current.measuresDigest() },
      durations: { build: Math.round(built - began), run: Math.round(performance.now() - built) },
      kernels: current.world.memory.kernels,
      peakMemory: process.resourceUsage().maxRSS * 1024,
      node: process.version,
    };
    if (!folder) return sealed({ ...manifest, files: [], sha256: {} });
    await folder.write("measures.csv", measuresCsv(current.recorder));
    await folder.write("matters.csv", mattersCsv(current.recorder));
    return folder.describe(manifest);
  };

  const bar = terminal.progress(scenario.weeks, scenario.title);
  const rest = rests(bar);
  try {
    await setImmediate();
    if (folder) await save("running");
    while (current.world.week < scenario.weeks && !terminal.stop.aborted) {
      current.step(profile?.measure);
      const { week } = current.world;
      const shown = snapshots.includes(week);
      if (shown)
        for (const [name, make] of snapshotFiles(current.world)) await folder?.write(`week-${week}/${name}`, new Uint8Array(make()));
      // Before the checkpoint, from which a run that was killed goes on: its manifest knows the snapshots of all weeks until then.
      if (folder && week < scenario.weeks && (shown || week % SAVE_EVERY === 0)) await save("running");
      if (every > 0 && week % every === 0) await folder?.writeCheckpoint(current.checkpoint(packageJson.version));
      await rest(week, () => `participation ${percent(current.recorder.value("participation_rate"), { decimals: 1 })}`);
    }
    if (current.world.week < scenario.weeks) await folder?.writeCheckpoint(current.checkpoint(packageJson.version));
  } finally {
    bar.stop();
  }
  const finished = current.world.week >= scenario.weeks;
  const manifest = await save(finished ? "finished" : "interrupted");
  if (finished) await folder?.removeCheckpoint();
  return { manifest, summary: inWords(current, manifest) };
}

function inWords({ scenario, recorder }: Run, { weeks, durations, peakMemory, digest }: Manifest): string[] {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const share = (id: MeasureId) => percent(recorder.value(id), { decimals: 1 });
  return [
    ...(scenario.question === undefined ? [] : [`question: ${scenario.question}`]),
    `${scenario.title}, seed ${scenario.seed}: ${weeks} weeks in ${seconds(durations.run)}, built in ${seconds(durations.build)}, ${Math.round(peakMemory / 2 ** 20)} MiB`,
    `participation ${share("participation_rate")}, settled ${share("settlement_rate_true")} (recorded ${share("settlement_rate_recorded")}), covered ${share("coverage_formal")} (functioning ${share("coverage_functional")})`,
    `digest ${digest.state}`,
  ];
}

/** Whether two scenarios run alike, but for their length. Interventions of a week apply in their order; weeks may stand in any. */
function sameRun(a: BaseScenario, b: BaseScenario): boolean {
  const plain = (of: BaseScenario) =>
    JSON.stringify({ ...of, weeks: 0, interventions: [...of.interventions].sort((x, y) => x.week - y.week) });
  return plain(a) === plain(b);
}

async function resumed(path: string, kernels: KernelTarget, terminal: Terminal): Promise<Run> {
  if (!existsSync(path))
    throw new CommandFailure(`run: there is no ${path} to go on from. Leave --resume out, or begin with --checkpoint N.`);
  const outcome = Run.resume(new Uint8Array(await readFile(path)), mechanisms, kernels);
  if (!outcome.ok) throw new CommandFailure(`${path} ${tellSaid("en", outcome.message)}`);
  if (outcome.program !== packageJson.version) {
    terminal.err(
      `run: ${path} was written by version ${outcome.program}, this is ${packageJson.version}: from week ${outcome.run.world.week} on the results may be others.`,
    );
  }
  return outcome.run;
}
