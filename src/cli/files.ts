import { existsSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import {
  type Contrast,
  type Outcome,
  type PlanReading,
  patterns,
  readContrast,
  readOutcomes,
  readPlan,
  readTargets,
  SEVEN_YEARS,
  type Span,
  type Targets,
} from "../experiment/index.ts";
import { Manifest, sealOf } from "../exports/index.ts";
import { scenarioSchema } from "../mechanisms/index.ts";
import { type BaseScenario, type Resolve, readScenario, type Setting, type Source, settings } from "../scenario/index.ts";
import { type Lesson, readLesson } from "../teaching/index.ts";
import { formatProblem, tellSaid } from "../words/index.ts";
import { unwritable } from "./fileFailure.ts";
import { readSource } from "./readSource.ts";
import { CommandFailure } from "./terminal.ts";

/** A folder that the program brings along: beside the package.json above this file. */
export function shippedFolder(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, name);
}
export const shippedScenarios = (): string => shippedFolder("scenarios");

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
  if ("message" in found) throw new CommandFailure(`${path}: ${tellSaid("en", found.message)} ${tellSaid("en", found.remedy)}`);
  return found;
}

/**
 * Reads a plan of a batch with its scenario.
 *
 * @throws CommandFailure that lists everything wrong with it
 */
export async function planFrom(path: string): Promise<PlanReading & { ok: true }> {
  const reading = await readPlan(await sourceFrom(path, "plan, such as scenarios/plans/rigidity.yaml"), resolveSource);
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
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
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.scenario;
}

/**
 * Reads a lesson from a file, or by the name of one that the program brings along ("2-matters").
 *
 * @throws CommandFailure that lists everything wrong with it
 */
export async function lessonFrom(path: string): Promise<Lesson> {
  const shipped = join(shippedFolder("lessons"), `${basename(path, ".yaml")}.yaml`);
  const source = await sourceFrom(existsSync(path) || !existsSync(shipped) ? path : shipped, "lesson, such as lessons/1-neighbours.yaml");
  const reading = await readLesson(source, resolveSource);
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.lesson;
}

/**
 * Reads a file of outcomes.
 *
 * @param byDefault  weeks of those that name none
 * @param weeks      of a run
 * @throws CommandFailure that lists everything wrong with it
 */
export async function outcomesFrom(path: string, byDefault: Span, weeks: number): Promise<Outcome[]> {
  const reading = readOutcomes(await sourceFrom(path, "file of outcomes"), byDefault, weeks);
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.outcomes;
}

/**
 * Reads a contrast.
 *
 * @param base  the scenario in which it is to run
 * @throws CommandFailure that lists everything wrong with it
 */
export async function contrastFrom(path: string, base: BaseScenario): Promise<Contrast> {
  const reading = readContrast(await sourceFrom(path, "contrast"), base);
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.contrast;
}

/**
 * Reads a file of targets; those that come along if none is named.
 *
 * @throws CommandFailure that lists everything wrong with it
 */
export async function targetsFrom(path: string | undefined): Promise<Targets> {
  if (path === undefined) return { patterns: patterns(), weeks: SEVEN_YEARS };
  const reading = readTargets(await sourceFrom(path, "file of targets, such as scenarios/targets/patterns.yaml"));
  if (!reading.ok) throw new CommandFailure(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading;
}

/**
 * Makes a folder and those above it. Node's own way to do so never comes back where a file system answers "no such file" to
 * whoever makes a folder, as /proc does.
 *
 * @throws CommandFailure that says why not
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await madeFrom(resolve(path));
  } catch (error) {
    throw unwritable(path, error);
  }
  if (!statSync(path).isDirectory()) throw new CommandFailure(`${path}: is a file, not a folder. Name another place with --out.`);
}

async function madeFrom(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (existsSync(path)) return;
    if (code !== "ENOENT" || dirname(path) === path || existsSync(dirname(path))) throw error;
    await madeFrom(dirname(path));
    await madeFrom(path);
  }
}

/**
 * Writes a file as a whole or not at all: it takes its name when it is on the disk.
 *
 * @throws CommandFailure that says why not
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const part = `${path}.part`;
  try {
    await writeFile(part, content, { flush: true });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw unwritable(path, error);
  }
}

/**
 * Reads a document that carries its own checksum: a manifest, or what a batch or a study says of itself.
 *
 * @param what    it should be
 * @param remedy  what to do if it is not, or not as it was written
 * @throws CommandFailure that says what is wrong with it
 */
export async function sealedFrom<T>(file: string, schema: z.ZodType<T>, what: string, remedy: string): Promise<T> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON (${error.message})` : "cannot be read";
    throw new CommandFailure(`${file}: ${why}. ${remedy}`);
  }
  if (sealOf(json) === "altered") throw new CommandFailure(`${file}: is not what was written there: its checksum is another. ${remedy}`);
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  if (path.join() === "checksum" || path.join() === "sha256")
    throw new CommandFailure(`${file}: has no checksum; it was written by an earlier version, or altered. ${remedy}`);
  throw new CommandFailure(`${file}: is not ${what}: ${[...path, message].join(" ")}. ${remedy}`);
}

/** Reads the manifest of a run, named by itself or by its folder. */
export async function manifestFrom(path: string): Promise<{ manifest: Manifest; folder: string }> {
  const file = path.endsWith(".json") ? path : join(path, "manifest.json");
  if (!existsSync(file))
    throw new CommandFailure(`${path}: no manifest can be read there. Name the folder of a run, or its manifest.json.`);
  return { manifest: await sealedFrom(file, Manifest, "the manifest of a run", "Run the scenario again."), folder: dirname(file) };
}

/** The scenario of a manifest, checked again by the schema of this version. */
export function scenarioOf(manifest: Manifest): BaseScenario {
  const parsed = scenarioSchema.safeParse(manifest.scenario);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandFailure(
    `manifest of version ${manifest.version}: this version cannot read its scenario: ${issue.path.join(".")} ${issue.message}. Use version ${manifest.version}.`,
  );
}
