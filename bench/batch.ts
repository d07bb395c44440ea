import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { KernelTarget } from "../src/kernels/index.ts";
import { type Spread, spreadOf } from "./spread.ts";

const program = join(import.meta.dirname, "../cli/four-circles.js");

export interface BatchThroughput {
  runs: number;
  workers: number;
  /** Seconds that the whole command took with one worker, and with as many as cores. */
  one: Spread;
  all: Spread;
  /** Runs in an hour and core with all workers over those with one, within rounds: 1 is as fast as alone. */
  perCore: Spread;
}

/** Times `four-circles batch` with one worker and with as many as cores, in turns. */
export function batchThroughput(rounds: number, quick: boolean, kernels: KernelTarget, tell: (text: string) => void): BatchThroughput {
  if (!existsSync(program)) throw new Error("bench: --batch times the built command line. Run npm run build first.");
  const workers = cpus().length;
  const runs = (quick ? 2 : 50) * workers; // so many that what each worker compiles first weighs little
  const folder = mkdtempSync(join(tmpdir(), "four-circles-bench-"));
  try {
    const plan = join(folder, "plan.yaml");
    const outcomes = "outcomes:\n  - { measure: participation_rate }\n";
    writeFileSync(plan, `title: Throughput\nscenario: community\nreplicates: ${runs}\nweeks: ${quick ? 4 : 104}\n${outcomes}`);
    const seconds = (count: number, round: number) => {
      const out = join(folder, `${count}-${round}`);
      const start = performance.now();
      const given = [program, "batch", plan, "--out", out, "--workers", String(count), "--kernels", kernels];
      execFileSync(process.execPath, given, { stdio: "ignore" });
      return (performance.now() - start) / 1000;
    };
    const times = Array.from({ length: rounds }, (_, round) => {
      tell(`batch: round ${round + 1} of ${rounds}`);
      return { one: seconds(1, round), all: seconds(workers, round) };
    });
    return {
      runs,
      workers,
      one: spreadOf(times.map(({ one }) => one)),
      all: spreadOf(times.map(({ all }) => all)),
      perCore: spreadOf(times.map(({ one, all }) => one / all / workers)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
