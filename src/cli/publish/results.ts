import { existsSync } from "node:fs";
import { join } from "node:path";
import { BatchDescription, Experiment, type Manifest } from "../../exports/index.ts";
import { scenarioSchema } from "../../mechanisms/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import { AGAIN } from "../batch/verify.ts";
import { manifestFrom, sealedFrom } from "../files.ts";
import { CommandFailure } from "../terminal.ts";

/** Finished results in a folder, as far as they are published. */
export interface Results {
  title: string;
  question: string | undefined;
  /** Version of the program that made them, and of Node where it was taken down. */
  version: string;
  node: string | undefined;
  scenario: BaseScenario;
  /** Plan of a batch. */
  plan: Readonly<Record<string, unknown>> | undefined;
  /** Files by their paths, those of which the seal tells what they should be, and the one that bears it. */
  files: readonly string[];
}

/**
 * What a run, a batch or a study has left in a folder.
 *
 * @throws CommandFailure if there is nothing, or it is not finished
 */
export async function resultsIn(folder: string): Promise<Results> {
  const at = (name: string) => join(folder, name);
  if (existsSync(at("batch.json"))) {
    const { sha256, plan, scenario, version } = await sealedFrom(at("batch.json"), BatchDescription, "the description of a batch", AGAIN);
    if (!("runs.parquet" in sha256))
      throw new CommandFailure(`${folder}: the batch is not finished. Give the batch command again; it goes on where it stopped.`);
    const texts = plan as { title: string; question?: string };
    const files = ["batch.json", ...Object.keys(sha256)];
    return { ...textsOf(texts), version, node: undefined, scenario: checked(folder, scenario), plan, files };
  }
  if (existsSync(at("experiment.json"))) {
    const experiment = await sealedFrom(at("experiment.json"), Experiment, "the result of a study of this version", AGAIN);
    const { sha256, scenario, version } = experiment;
    const files = ["experiment.json", ...Object.keys(sha256)];
    return { ...textsOf(experiment), version, node: undefined, scenario: checked(folder, scenario), plan: undefined, files };
  }
  if (!existsSync(at("manifest.json")))
    throw new CommandFailure(
      `${folder}: holds no results. Name a folder that --out of run, batch, compare, sensitivity or calibrate has written.`,
    );
  const { manifest } = await manifestFrom(folder);
  if (manifest.status !== "finished")
    throw new CommandFailure(`${folder}: the run is not finished (${manifest.status} after week ${manifest.weeks}). Go on with --resume.`);
  return resultsOfRun(folder, manifest);
}

function resultsOfRun(folder: string, { scenario, version, node, sha256 }: Manifest): Results {
  const parsed = checked(folder, scenario);
  return { ...textsOf(parsed), version, node, scenario: parsed, plan: undefined, files: ["manifest.json", ...Object.keys(sha256)] };
}

const textsOf = ({ title, question }: { title: string; question?: string | undefined }) => ({ title, question });

/** A scenario by the schema of this version. */
function checked(folder: string, scenario: unknown): BaseScenario {
  const parsed = scenarioSchema.safeParse(scenario);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new CommandFailure(
    `${folder}: its scenario is not one of this version: ${[...path, message].join(" ")}. Publish it with the version that wrote it.`,
  );
}
