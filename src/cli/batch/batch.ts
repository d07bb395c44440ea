import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { type BatchProgress, type BatchReport, expandPlan, type RunStore, runBatch, type Shard, Summary } from "../../experiment/index.ts";
import { planFrom } from "../files.ts";
import { type Executor, LONGEST_LIMIT, threadPool } from "../pool.ts";
import type { Progress } from "../progress.ts";
import { heedSignals } from "../stopping.ts";
import { CommandFailure, type Terminal, wholeNumber } from "../terminal.ts";
import { BatchFolder } from "./folder.ts";
import { stoppingLine, summaryTable } from "./summary.ts";
import { compileTables } from "./tables.ts";

export interface BatchCommandOptions {
  out?: string;
  workers?: string;
  queue?: string;
  recheck: string;
  limit: string;
  shard?: string;
  merge?: boolean;
  reuse?: boolean;
  csv?: boolean;
  json?: boolean;
}

/** Runs what is missing of a plan, each run on the disk before it counts, and compiles the tables. */
export async function batch(path: string, options: BatchCommandOptions, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const { plan, base } = await planFrom(path);
  const expansion = await expandPlan(plan, base, packageJson.version);
  const shard = options.shard === undefined ? undefined : shardOf(options.shard);
  if (shard && options.merge) throw new CommandFailure("batch: --shard runs a part, --merge puts parts together. Give one of them.");
  if (options.queue !== undefined && (options.workers !== undefined || options.shard !== undefined || options.merge))
    throw new CommandFailure(
      "batch: with --queue, runs are computed by whoever serves it: start four-circles work --queue there, and leave --workers, --shard and --merge out.",
    );
  const recheck = Number(options.recheck);
  if (!(recheck >= 0 && recheck <= 1))
    throw new CommandFailure(`batch: --recheck is ${options.recheck}. Write a share from 0 to 1, such as 0.01.`);
  const limit = wholeNumber(options.limit, "batch: --limit", 1, LONGEST_LIMIT);
  const workers = options.workers === undefined ? undefined : wholeNumber(options.workers, "batch: --workers", 1, 256);
  const out = options.out ?? join("out", (path.split(/[\\/]/).at(-1) as string).replace(/\.ya?ml$/, ""));
  const folder = await BatchFolder.open(out, expansion, { shard, reuse: options.reuse }, (text) => terminal.err(text));
  const controller = new AbortController();
  let executor: Executor | undefined;
  const interrupt = () => {
    controller.abort();
    void executor?.close();
  };
  heedSignals("batch", terminal);
  terminal.stop.addEventListener("abort", interrupt);
  const watch = progressOf(terminal, expansion.plan.title);
  try {
    if (options.queue !== undefined) {
      const { openQueue, SpotCheck } = await import("../queue/index.ts");
      const check = new SpotCheck(recheck, () => threadPool(undefined, limit));
      executor = await openQueue(options.queue, expansion, terminal, check, (failure) => controller.abort(failure));
    } else if (!options.merge) executor = threadPool(workers, limit);
    const report = await runBatch(expansion, {
      store: executor?.kept ? telling(folder, executor.kept) : folder,
      lanes: executor?.lanes ?? 1,
      ...(executor ? { execute: executor.execute } : {}),
      ...(shard ? { shard } : {}),
      retryFailed: !options.merge,
      signal: controller.signal,
      progress: watch.update,
    });
    watch.stop();
    if (controller.signal.reason instanceof CommandFailure) throw controller.signal.reason;
    if (report.interrupted)
      throw new CommandFailure(
        `batch: interrupted with ${report.done} of ${report.total} runs on the disk. Give the same command again to go on.`,
      );
    if (report.missing > 0)
      throw new CommandFailure(
        `${out}: ${report.missing} of ${report.total} runs are missing. Run the shards that lack, or give the command without --merge.`,
      );
    const summary = new Summary(expansion);
    const files = shard ? [] : await compileTables(folder, expansion, report, options.csv === true, summary.add);
    if (!shard) summary.close();
    const seconds = (performance.now() - began) / 1000;
    if (options.json) terminal.json(asJson(out, report, summary, files));
    else {
      if (!shard) terminal.out(summaryTable(summary));
      const line = shard ? undefined : stoppingLine(expansion, report);
      if (line) terminal.out(line);
      const computed = report.done - report.found;
      terminal.out(
        `${report.done} runs of ${expansion.points} points: ${computed} computed in ${seconds.toFixed(1)} s (${(60 * (computed / seconds)).toFixed(0)} a minute), ${report.found} there before, ${report.failed} failed`,
      );
      const more = executor?.inWords?.();
      if (more) terminal.out(more);
      terminal.out(
        files.length > 0
          ? `written to ${files.map((file) => join(out, file)).join(", ")}`
          : `part ${shard?.part} of ${shard?.of} is in ${out}; put all parts together with --merge`,
      );
    }
    for (const { run, arm, seed, cause } of report.failures) terminal.err(`run ${run} (arm ${arm}, seed ${seed}) failed: ${cause}`);
    // A part has done its work when all its runs are recorded; whoever puts the parts together is told what failed.
    if (report.failed > 0 && !shard)
      throw new CommandFailure(
        `batch: ${report.failed} of ${report.done} runs failed; the others are complete. The same command tries them again.`,
      );
  } finally {
    watch.stop();
    terminal.stop.removeEventListener("abort", interrupt);
    await executor?.close();
    await folder.close();
  }
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

/** "2/4" */
function shardOf(text: string): Shard {
  const [part, of] = text.split("/").map(Number);
  if (!Number.isInteger(part) || !Number.isInteger(of) || part < 1 || part > of)
    throw new CommandFailure(`batch: --shard is ${text}. Write part and number of parts, such as 2/4.`);
  return { part, of };
}

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

const asJson = (folder: string, report: BatchReport, summary: Summary, files: string[]) => {
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
  };
};
