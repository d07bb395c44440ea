import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Running } from "../kills/commands.ts";
import { residentOf, verdict } from "./memory.ts";

/** A batch of many tiny runs. */
export async function soakBatch(runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-soak-"));
  const plan = join(folder, "plan.yaml");
  writeFileSync(
    plan,
    [
      "title: Many",
      "scenario: community",
      "set: { population.residents: 200, organizations.count: 3 }",
      "outcomes: [{ measure: participation_rate, span: [1, 6] }]",
      "weeks: 6",
      `replicates: ${runs}`,
    ].join("\n"),
  );
  const samples: number[] = [];
  const command = new Running(["batch", plan, "--out", join(folder, "out")]);
  while (!command.over) {
    await pause(500);
    samples.push(residentOf(command.child.pid as number));
  }
  if ((await command.ended) !== 0) throw new Error(`soak: the batch ended with ${command.err}`);
  console.log(execFileSync("du", ["-sh", join(folder, "out")], { encoding: "utf8" }).split("\t")[0], "on the disk");
  rmSync(folder, { recursive: true, force: true });
  verdict(
    `batch of ${runs} runs, resident memory with all its threads`,
    samples.filter((bytes) => bytes > 0),
  );
}
