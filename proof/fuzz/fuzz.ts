import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Command } from "commander";
import fc from "fast-check";
import type { Kind } from "./kind.ts";
import { kinds } from "./kinds.ts";

const { runs, seed, of, threads } = new Command("fuzz")
  .description("Makes inputs of each kind at random, and looks whether all holds that must. Of what fails, the smallest is printed.")
  .option("--runs <n>", "inputs of each kind", Number, 1000)
  .option("--seed <n>", "whole number; the same gives the same inputs", Number, Date.now() % 1e6)
  .option("--of <list>", `only these kinds: ${kinds.map(({ id }) => id).join(", ")}`, (text) => text.split(","))
  .option("--threads <n>", "threads", Number, availableParallelism())
  .parse()
  .opts<{ runs: number; seed: number; of?: string[]; threads: number }>();

/** After so long an input is said to be endless, in ms; what comes to an end is held to less (scenarios). */
const LIMIT = 120_000;
const MEMORY = 2048; // MB of objects that a thread may hold

/** A thread that checks inputs one by one. One that does not answer is ended, and another takes its place. */
class Checker {
  private thread: Worker | undefined;

  async check(id: string, input: unknown): Promise<void> {
    this.thread ??= new Worker(join(import.meta.dirname, "fuzz.worker.js"), { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    const { thread } = this;
    const fault = await new Promise<string | undefined>((resolve) => {
      const timer = setTimeout(() => answer({ fault: `has not ended after ${LIMIT / 1000} s` }), LIMIT);
      const failed = ({ message }: Error) => answer({ fault: message });
      const answer = ({ fault: told }: { fault?: string }) => {
        clearTimeout(timer);
        thread.off("message", answer).off("error", failed);
        resolve(told);
      };
      thread.on("message", answer).on("error", failed);
      thread.postMessage({ id, input });
    });
    if (fault === undefined) return;
    if (!fault.startsWith("held: ")) await this.close(); // it may be of no use any more
    throw new Error(fault.replace(/^held: /, ""));
  }

  async close(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/** Checks a share of the inputs of a kind; returns what is to be said of it if one fails. */
async function share({ id, any, show = JSON.stringify }: Kind, at: number): Promise<string | undefined> {
  const checker = new Checker();
  const numRuns = Math.floor((runs * (at + 1)) / threads) - Math.floor((runs * at) / threads);
  try {
    const found = await fc.check(
      fc.asyncProperty(any, (input) => checker.check(id, input)),
      { seed: seed + at, numRuns, endOnFailure: false },
    );
    if (!found.failed) return undefined;
    const { counterexample, errorInstance, numShrinks } = found;
    const [input] = counterexample as [unknown];
    return `${id}, seed ${seed + at}: ${(errorInstance as Error).message}\nThe smallest found (${numShrinks} steps):\n${show(input)}`;
  } finally {
    await checker.close();
  }
}

const wrong = of?.find((id) => kinds.every((kind) => kind.id !== id));
if (wrong !== undefined) throw new Error(`fuzz: there is no kind ${wrong}. There are ${kinds.map(({ id }) => id).join(", ")}.`);
console.log(`seed ${seed}, ${runs} inputs of each kind`);
for (const kind of kinds.filter(({ id }) => of === undefined || of.includes(id))) {
  const began = performance.now();
  const shares = await Promise.all(Array.from({ length: threads }, (_, at) => share(kind, at)));
  const faults = shares.filter((fault) => fault !== undefined);
  console.log(
    `${kind.id}: ${faults.length === 0 ? "all hold" : "FAILED"} (${((performance.now() - began) / 1000).toFixed(0)} s): ${kind.holds}`,
  );
  for (const fault of faults) console.log(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
