import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { type Expansion, expandPlan, type Shard } from "../../experiment/index.ts";
import type { KernelTarget } from "../../kernels/index.ts";
import { planFrom } from "../files.ts";
import { LONGEST_LIMIT, threadPool } from "../pool.ts";
import { CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { type Conducting, conduct } from "./conduct.ts";

export interface BatchCommandOptions {
  out?: string;
  workers?: string;
  queue?: string;
  recheck: string;
  limit: string;
  kernels: KernelTarget;
  shard?: string;
  merge?: boolean;
  reuse?: boolean;
  csv?: boolean;
  json?: boolean;
}

/** Runs what is missing of a plan in a file. */
export async function batch(path: string, options: BatchCommandOptions, terminal: Terminal): Promise<void> {
  const { plan, base } = await planFrom(path);
  const expansion = await expandPlan(plan, base, packageJson.version);
  const { reuse, csv, json } = options;
  const out = options.out ?? join("out", (path.split(/[\\/]/).at(-1) as string).replace(/\.ya?ml$/, ""));
  const shard = options.shard === undefined ? undefined : shardOf(options.shard);
  await conduct(expansion, { command: "batch", out, shard, reuse, csv, json, ...executorOf(expansion, options, terminal) }, terminal);
}

/** Who computes the runs: threads, or whoever serves a queue; nobody where parts are put together. */
function executorOf(expansion: Expansion, options: BatchCommandOptions, terminal: Terminal): Pick<Conducting, "executor"> {
  const { queue, merge } = options;
  if (options.shard !== undefined && merge)
    throw new CommandFailure("batch: --shard runs a part, --merge puts parts together. Give one of them.");
  if (queue !== undefined && (options.workers !== undefined || options.shard !== undefined || merge))
    throw new CommandFailure(
      "batch: with --queue, runs are computed by whoever serves it: start four-circles work --queue there, and leave --workers, --shard and --merge out.",
    );
  const recheck = Number(options.recheck);
  if (!(recheck >= 0 && recheck <= 1))
    throw new CommandFailure(`batch: --recheck is ${options.recheck}. Write a share from 0 to 1, such as 0.01.`);
  const limit = wholeNumber(options.limit, "batch: --limit", 1, LONGEST_LIMIT);
  const workers = threadsOf(options.workers, "batch: --workers");
  if (merge) return {};
  if (queue === undefined) return { executor: () => threadPool(workers, limit, options.kernels) };
  return {
    async executor(fail) {
      const { openQueue, SpotCheck } = await import("../queue/index.ts");
      const check = new SpotCheck(recheck, () => threadPool(undefined, limit));
      return openQueue(queue, expansion, terminal, check, fail);
    },
  };
}

/** "2/4" */
function shardOf(text: string): Shard {
  const [part, of] = text.split("/").map(Number);
  if (!Number.isInteger(part) || !Number.isInteger(of) || part < 1 || part > of)
    throw new CommandFailure(`batch: --shard is ${text}. Write part and number of parts, such as 2/4.`);
  return { part, of };
}
