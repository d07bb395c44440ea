import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type BatchProgress,
  type BatchReport,
  type Expansion,
  MemoryStore,
  type PlanIndex,
  planIndices,
  plannedRuns,
  type RunStore,
  ranked,
  runBatch,
  type Shard,
  Summary,
} from "../../experiment/index.ts";
import { indexFileNames, indexFiles } from "../../exports/index.ts";
import type { Executor } from "../pool.ts";
import type { Progress } from "../progress.ts";
import { heedSignals } from "../stopping.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import { BatchFolder } from "./folder.ts";
import { indexTables, stoppingLine, summaryTable } from "./summary.ts";
import { compileTables } from "./tables.ts";

/** How the runs of a plan are computed, and what becomes of them. */
export interface Conducting {
  /** Command that runs the plan, as messages name it. */
  command: string;
  /** Folder where results are kept [in memory]. */
  out?: string | undefined;
  /** Opens what computes runs; it is told what to call when it cannot go on [nothing is computed: what is there is put together]. */
  executor?: (fail: (failure: CommandFailure) => void) => Executor | Promise<Executor>;
  shard?: Shard | undefined;
  reuse?: boolean | undefined;
  csv?: boolean | undefined;
  json?: boolean | undefined;
}

/** What a plan came to. */
interface Found {
  report: BatchReport;
  summary: Summary<Expansion>;
  indices: readonly PlanIndex[];
  /** Tables that were written. */
  files: readonly string[];
  seconds: number;
}

/** Runs what is missing of a plan, each run on the disk before it counts, compiles the tables, and tells what was found. */
export async function conduct(expansion: Expansion, how: Conducting, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const { command, out, shard, reuse } = how;
  const folder = out === undefined ? undefined : await BatchFolder.open(out, expansion, { shard, reuse }, (text) => terminal.err(text));
  const controller = new AbortController();
  let executor: Executor | undefined;
  const interrupt = () => {
    controller.abort();
    void executor?.close();
  };
  heedSignals(command, terminal);
  terminal.stop.addEventListener("abort", interrupt);
  const watch = progressOf(terminal, expansion.plan.title);
  try {
    executor = await opened(how, (failure) => controller.abort(failure), terminal);
    const store = folder ?? new MemoryStore();
    const report = await runBatch(expansion, {
      store: executor?.kept ? telling(store, executor.kept) : store,
      lanes: executor?.lanes ?? 1,
      ...(executor ? { execute: executor.execute } : {}),
      ...(shard ? { shard } : {}),
      retryFailed: executor !== undefined,
      signal: controller.signal,
      progress: watch.update,
    });
    watch.stop();
    if (controller.signal.reason instanceof CommandFailure) throw controller.signal.reason;
    refuseParts(report, how);
    const found = await compile(expansion, report, folder ?? store, how);
    tell({ ...found, report, seconds: (performance.now() - began) / 1000 }, how, terminal);
    if (executor?.inWords && !how.json) terminal.out(executor.inWords());
    tellFailures(report, how, terminal);
  } finally {
    watch.stop();
    terminal.stop.removeEventListener("abort", interrupt);
    await executor?.close();
    await folder?.close();
  }
}

/** What computes the runs; nothing if nothing is to be computed, or no longer. */
async function opened(
  { executor }: Conducting,
  fail: (failure: CommandFailure) => void,
  { stop }: Terminal,
): Promise<Executor | undefined> {
  try {
    return await executor?.(fail);
  } catch (error) {
    if (stop.aborted) return undefined;
    throw error;
  }
}

/** @throws CommandFailure if runs are missing */
function refuseParts({ interrupted, done, total, missing }: BatchReport, { command, out }: Conducting): void {
  if (interrupted)
    throw new CommandFailure(
      out === undefined
        ? `${command}: interrupted with ${done} of ${total} runs done. Nothing of it is kept.`
        : `${command}: interrupted with ${done} of ${total} runs on the disk. Give the same command again to go on.`,
    );
  if (missing > 0)
    throw new CommandFailure(
      `${out}: ${missing} of ${total} runs are missing. Run the shards that lack, or give the command without --merge.`,
    );
}

/** Sums up a plan that is complete, and writes its tables if it has a folder. A part is not summed up: others lack. */
async function compile(
  expansion: Expansion,
  report: BatchReport,
  store: RunStore | BatchFolder,
  { shard, csv = false }: Conducting,
): Promise<Omit<Found, "report" | "seconds">> {
  const summary = new Summary(expansion);
  if (shard) return { summary, indices: [], files: [] };
  let indices: PlanIndex[] = [];
  const sumUp = () => {
    summary.close();
    indices = ranked(expansion.plan, planIndices(expansion, summary.rows));
    return indexFiles(expansion.plan, indices);
  };
  if (store instanceof BatchFolder) {
    const files = await compileTables(store, expansion, report, csv, { run: summary.add, end: sumUp });
    for (const name of indexFileNames) if (!files.includes(name)) await rm(join(store.path, name), { force: true }); // of another plan
    return { summary, indices, files };
  }
  for (const run of plannedRuns(expansion, report.replicates)) {
    const result = await store.get(run.request.key);
    if (result) summary.add(run, result);
  }
  sumUp();
  return { summary, indices, files: [] };
}

/** Tells what was found. */
function tell(found: Found, { out, shard, json }: Conducting, terminal: Terminal): void {
  const { report, summary, indices, files, seconds } = found;
  if (json) {
    terminal.json(asJson(out, found));
    return;
  }
  const expansion = summary.of;
  if (!shard) {
    terminal.out(indices.length > 0 ? indexTables(expansion, indices) : summaryTable(summary));
    const line = stoppingLine(expansion, report);
    if (line) terminal.out(line);
  }
  const computed = report.done - report.found;
  terminal.out(
    `${report.done} runs of ${expansion.points} points: ${computed} computed in ${seconds.toFixed(1)} s (${(60 * (computed / seconds)).toFixed(0)} a minute), ${report.found} there before, ${report.failed} failed`,
  );
  if (out === undefined) return;
  terminal.out(
    files.length > 0
      ? `written to ${files.map((file) => join(out, file)).join(", ")}`
      : `part ${shard?.part} of ${shard?.of} is in ${out}; put all parts together with --merge`,
  );
}

/** @throws CommandFailure if runs failed: a part has done its work when all its runs are recorded, whoever puts the parts together is told */
function tellFailures({ failures, failed, done }: BatchReport, { command, shard }: Conducting, terminal: Terminal): void {
  for (const { run, arm, seed, cause } of failures) terminal.err(`run ${run} (arm ${arm}, seed ${seed}) failed: ${cause}`);
  if (failed > 0 && !shard)
    throw new CommandFailure(`${command}: ${failed} of ${done} runs failed; the others are complete. The same command tries them again.`);
}

/** A store that tells when a result is safe. */
const telling = (store: RunStore, kept: (key: string) => void): RunStore => ({
  state: (key) => store.state(key),
  get: (key) => store.get(key),
  async put(key, result) {
    await store.put(key, result);
    kept(key);
  },
});

/** A bar with rate and time left where a person is watching. */
function progressOf(terminal: Terminal, title: string): { update(progress: BatchProgress): void; stop(): void } {
  let bar: Progress | undefined;
  const from = performance.now();
  return {
    update({ done, found, failed, total }) {
      bar ??= terminal.progress(total, title, "runs");
      const rate = (60_000 * (done - found)) / (performance.now() - from);
      bar.update(done, `${rate.toFixed(rate < 10 ? 1 : 0)} a minute${failed > 0 ? `, ${failed} failed` : ""}`, total);
    },
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}

const asJson = (folder: string | undefined, { report, summary, indices, files }: Found) => {
  const { done, found, failed, failures, replicates, precise } = report;
  return {
    folder,
    runs: done,
    found,
    failed,
    failures,
    replicates: Array.from(replicates),
    precise: Array.from(precise, Boolean),
    files,
    summary: summary.rows,
    differences: summary.differences,
    indices,
  };
};
