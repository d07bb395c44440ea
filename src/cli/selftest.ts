import { readFile } from "node:fs/promises";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { readCorpus, selfTest } from "../experiment/index.ts";
import type { KernelTarget } from "../kernels/index.ts";
import { shippedScenarios } from "./files.ts";
import { threadPool } from "./pool.ts";
import { heedSignals } from "./stopping.ts";
import { CommandFailure, type Terminal, threadsOf, wholeNumber } from "./terminal.ts";

const MOST = 1000;

/** Runs random scenarios that come along, and says whether this machine comes to the digests that were computed elsewhere. */
export async function selftest(
  options: { runs: string; threads?: string; kernels: KernelTarget; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const runs = wholeNumber(options.runs, "selftest: --runs", 1, MOST);
  const known = await readCorpus(new Uint8Array(await readFile(join(shippedScenarios(), "corpus.bin"))));
  const pool = threadPool(threadsOf(options.threads, "selftest: --threads"), undefined, options.kernels);
  heedSignals("selftest", terminal);
  const bar = terminal.progress(runs, "selftest", "runs");
  const found = await selfTest(
    known,
    { runs, lanes: pool.lanes, execute: pool.execute, program: packageJson.version, signal: terminal.stop },
    (done) => bar.update(done, ""),
  ).finally(async () => {
    bar.stop();
    await pool.close();
  });
  const { same, of, others } = found;
  if (options.json) terminal.json(found);
  else {
    for (const { place, fault, what } of others)
      terminal.out(`scenario ${place}: ${fault === "failed" ? what : `the digest of ${fault} is ${what}`}`);
    terminal.out(`${same} of ${of} random scenarios end in the digests that they have elsewhere (Node.js ${process.version})`);
  }
  if (others.length > 0)
    throw new CommandFailure(
      `selftest: ${others.length} of ${of} runs differ on this machine. Its results are not those of others: tell us, with the line above and the machine.`,
    );
  if (same < of) throw new CommandFailure(`selftest: interrupted with ${same} of ${of} runs done. Nothing of it is kept.`);
}
