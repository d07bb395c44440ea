import { join } from "node:path";
import { parse } from "yaml";
import type { WeightedSet } from "../experiment/index.ts";
import { Experiment } from "../exports/index.ts";
import { scenarioSchema } from "../mechanisms/index.ts";
import { parameterCatalog, valueFault } from "../scenario/index.ts";
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
  if (folder === undefined) return undefined;
  const { kind, plan, sha256 } = await sealedFrom(join(folder, "experiment.json"), Experiment, "the result of a study", AGAIN);
  if (!("posterior.parquet" in sha256)) throw new CommandFailure(`${folder}: holds a study of another kind (${kind}). ${AGAIN}`);
  await requireWhole(folder, sha256, ["posterior.parquet"], AGAIN);
  const paths = Object.keys(plan.factors as Record<string, string>);
  const types = new Map(parameterCatalog(scenarioSchema).map(({ path, type }) => [path, type]));
  const readCell = (path: string, cell: unknown) => (types.get(path) === "boolean" ? parse(String(cell)) : cell);
  const sets = (await readTable(join(folder, "posterior.parquet"))).map((row) => ({
    weight: Number(row.weight),
    parameters: Object.fromEntries(paths.map((path) => [path, readCell(path, row[path])])),
  }));
  for (const path of paths) {
    if (!types.has(path)) throw new CommandFailure(`${folder}: has ${path}, which is not a parameter of this version. ${AGAIN}`);
    const fault = sets.map(({ parameters }) => valueFault(scenarioSchema, path, parameters[path])).find((found) => found !== undefined);
    if (fault) throw new CommandFailure(`${folder}: ${path} ${tellSaid("en", fault.message)} ${tellSaid("en", fault.remedy)}`);
  }
  return sets;
}
