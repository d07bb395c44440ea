import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type PlanReading, readPlan } from "../experiment/index.ts";
import { Manifest } from "../exports/index.ts";
import { scenarioSchema } from "../mechanisms/index.ts";
import { type BaseScenario, formatProblem, type Resolve, readScenario, type Setting, type Source, settings } from "../scenario/index.ts";
import { readSource } from "./readSource.ts";
import { CommandFailure } from "./terminal.ts";

/** Folder of the scenarios that the program brings along: beside the package.json above this file. */
export function shippedScenarios(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, "scenarios");
}

/**
 * The file that a path names, or the scenario of that name that the program brings along ("plans/rigidity" too): a file
 * that the laboratory saved may lie anywhere and extend one of these.
 */
function fileOf(path: string, folder: string): string {
  const file = join(folder, path);
  if (existsSync(file) && !statSync(file).isDirectory()) return file;
  const named = [`${path}.yaml`, basename(path)].map((name) => join(shippedScenarios(), name)).find((name) => existsSync(name));
  return named ? relative(process.cwd(), named) : file;
}

/** Finds the file that another file names, relative to it. */
export const resolveSource: Resolve = (path, from) => readSource(isAbsolute(path) ? path : fileOf(path, dirname(from)), true);

/** The file that a person names. */
export async function sourceFrom(path: string, what: string): Promise<Source> {
  const found = await readSource(isAbsolute(path) ? path : fileOf(path, ""), false);
  if (!found) throw new CommandFailure(`${path}: cannot be read. Name a ${what}.`);
  if ("message" in found) throw new CommandFailure(`${path}: ${found.message} ${found.remedy}`);
  return found;
}

/**
 * Reads a plan of a batch with its scenario.
 *
 * @throws CommandFailure that lists everything wrong with it
 */
export async function planFrom(path: string): Promise<PlanReading & { ok: true }> {
  const reading = await readPlan(await sourceFrom(path, "plan, such as scenarios/plans/rigidity.yaml"), resolveSource);
  if (!reading.ok) throw new CommandFailure(reading.problems.map(formatProblem).join("\n"));
  return reading;
}

/**
 * Reads a scenario from a file, or by the name of one that the program brings along ("community").
 *
 * @param set  what goes before the files; a text is an entry of --set
 * @throws CommandFailure that lists everything wrong with it
 */
export async function scenarioFrom(path: string, set: readonly (string | Setting)[]): Promise<BaseScenario> {
  const found = await sourceFrom(path, "scenario file, such as scenarios/community.yaml");
  const given = set.flatMap((one) => (typeof one === "string" ? settings("--set", [one]) : one));
  const reading = await readScenario(found, { schema: scenarioSchema, set: given, resolve: resolveSource });
  if (!reading.ok) throw new CommandFailure(reading.problems.map(formatProblem).join("\n"));
  return reading.scenario;
}

/** Writes a file as a whole or not at all: it takes its name when it is on the disk. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  await writeFile(part, content, { flush: true });
  await rename(part, path);
}

/** Reads the manifest of a run, named by itself or by its folder. */
export async function manifestFrom(path: string): Promise<{ manifest: Manifest; folder: string }> {
  const file = path.endsWith(".json") ? path : join(path, "manifest.json");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new CommandFailure(`${path}: no manifest can be read there. Name the folder of a run, or its manifest.json.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(`${file}: is not JSON (${(error as Error).message}). Run the scenario again.`);
  }
  const parsed = Manifest.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CommandFailure(
      `${file}: is not a manifest of a run: ${issue.path.join(".")} ${issue.message}. Expected the manifest.json that “four-circles run --out” writes.`,
    );
  }
  return { manifest: parsed.data, folder: dirname(file) };
}

/** The scenario of a manifest, checked again by the schema of this version. */
export function scenarioOf(manifest: Manifest): BaseScenario {
  const parsed = scenarioSchema.safeParse(manifest.scenario);
  if (parsed.success) return parsed.data as unknown as BaseScenario;
  const [issue] = parsed.error.issues;
  throw new CommandFailure(
    `manifest of version ${manifest.version}: this version cannot read its scenario: ${issue.path.join(".")} ${issue.message}. Use version ${manifest.version}.`,
  );
}
