import { join } from "node:path";
import type { JudgedSet, WeightedSet } from "../experiment/index.ts";
import { Experiment, posteriorOf } from "../exports/index.ts";
import { tellSaid } from "../words/index.ts";
import { requireWhole } from "./checksums.ts";
import { sealedFrom } from "./files.ts";
import { readTable } from "./readTable.ts";
import { CommandFailure } from "./terminal.ts";

const AGAIN = "Name the folder of a calibration or a fit that has ended, or make it again.";

/**
 * The sets of parameters that a calibration or a fit has left, with their weights, as they were written.
 *
 * @param folder  of --posterior; none if it is left out
 * @throws CommandFailure that says what is wrong with it
 */
export async function posteriorFrom(folder: string | undefined): Promise<readonly WeightedSet[] | undefined> {
  return folder === undefined ? undefined : (await judgedFrom(folder)).sets;
}

/**
 * The same with how near each set came, and the range of each parameter.
 *
 * @throws CommandFailure that says what is wrong with it
 */
export async function judgedFrom(folder: string): Promise<{ sets: readonly JudgedSet[]; ranges: Readonly<Record<string, string>> }> {
  const { kind, plan, sha256 } = await sealedFrom(join(folder, "experiment.json"), Experiment, "the result of a study", AGAIN);
  if (!("posterior.parquet" in sha256)) throw new CommandFailure(`${folder}: holds a study of another kind (${kind}). ${AGAIN}`);
  await requireWhole(folder, sha256, ["posterior.parquet"], AGAIN);
  const rows = await readTable(join(folder, "posterior.parquet"));
  const found = posteriorOf(plan, rows);
  if (found.ok) {
    const sets = found.sets.map((set, k) => ({ ...set, distance: Number(rows[k].distance) }));
    return { sets, ranges: plan.factors as Record<string, string> };
  }
  const { path, message, remedy } = found;
  if (!message) throw new CommandFailure(`${folder}: has ${path}, which is not a parameter of this version. ${AGAIN}`);
  throw new CommandFailure(`${folder}: ${path} ${tellSaid("en", message)}${remedy ? ` ${tellSaid("en", remedy)}` : ""}`);
}
