import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { Manifest, sealed, sealOf, snapshotFileNames } from "../exports/index.ts";
import { changedFiles } from "./checksums.ts";
import { makeFolder, writeWhole } from "./files.ts";
import { lock } from "./lock.ts";
import { refuseOtherResults } from "./otherResults.ts";
import { CommandFailure } from "./terminal.ts";

const MANIFEST = "manifest.json";
const CHECKPOINT = "checkpoint.4c";
/** What a run writes, and what other commands make of it. */
const OWN = [MANIFEST, "measures.csv", "matters.csv", CHECKPOINT];
const DERIVED = ["report.html", "organizations.gexf", "organizations-over-time.gexf", "organizations.graphml", ...snapshotFileNames];

const weekOf = (name: string): number => Number(name.match(/^week-(\d+)(\/|$)/)?.[1] ?? Number.NaN);

/** The folder that a run writes to: as long as it is open no other command does, and what it holds is of this run alone. */
export class RunFolder {
  readonly path: string;
  private readonly checksums = new Map<string, string>();
  private readonly unlock: () => void;

  private constructor(path: string, unlock: () => void) {
    this.path = path;
    this.unlock = unlock;
  }

  /**
   * Takes a folder for a run.
   *
   * @param mode  what may become of a run that is there: nothing, or it gives way, or this is the same and goes on
   * @param say   told if there is something to wait for
   * @throws CommandFailure if there are other results, or if another process writes there
   */
  static async open(path: string, mode: "new" | "overwrite" | "resume", say: (text: string) => void): Promise<RunFolder> {
    await makeFolder(path);
    const unlock = await lock(path, "run", say);
    try {
      refuseOtherResults(path, "run");
      if (mode === "new") refuseOlderRun(path);
      if (mode === "overwrite") await removeRun(path);
      return new RunFolder(path, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  get checkpoint(): string {
    return join(this.path, CHECKPOINT);
  }

  /** Writes a file of the run, and takes its checksum down for the manifest. */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    await writeWhole(join(this.path, name), content);
    this.checksums.set(name, createHash("sha256").update(content).digest("hex"));
  }

  /** Writes a checkpoint, which carries a checksum of its own and is another by the next. */
  writeCheckpoint(bytes: Uint8Array): Promise<void> {
    return writeWhole(this.checkpoint, bytes);
  }

  removeCheckpoint(): Promise<void> {
    return rm(this.checkpoint, { force: true });
  }

  /**
   * Takes over the snapshots of weeks that a run has behind it when it goes on, and removes those of weeks that it will come to.
   *
   * @param isThis  whether a scenario is that of this run
   * @throws CommandFailure if there are snapshots of which nobody knows whether they are of this run
   */
  async goOn(week: number, isThis: (scenario: Record<string, unknown>) => boolean): Promise<void> {
    const before = manifestOf(this.path);
    const named = before && isThis(before.scenario) ? Object.entries(before.sha256) : [];
    const known = Object.fromEntries(named.filter(([name]) => weekOf(name) <= week));
    const [changed] = await changedFiles(this.path, known);
    if (changed)
      throw new CommandFailure(`${join(this.path, changed.name)}: is ${changed.state}. Run the scenario again with --overwrite.`);
    for (const name of snapshotsIn(this.path)) {
      if (weekOf(name) > week) await removeSnapshot(join(this.path, name));
      else if (!Object.keys(known).some((file) => file.startsWith(`${name}/`)))
        throw new CommandFailure(
          `${join(this.path, name)}: is in no manifest, and may be of another run. Move it away, and give the same command again.`,
        );
    }
    for (const [name, checksum] of Object.entries(known)) this.checksums.set(name, checksum);
  }

  /** Writes the manifest, with the checksums of all files. */
  async describe(manifest: Omit<Manifest, "files" | "sha256" | "checksum">): Promise<Manifest> {
    const files = [
      MANIFEST,
      ...this.checksums.keys(),
      ...(manifest.status !== "finished" && existsSync(this.checkpoint) ? [CHECKPOINT] : []),
    ];
    const whole = sealed({ ...manifest, files, sha256: Object.fromEntries(this.checksums) });
    await writeWhole(join(this.path, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`);
    return whole;
  }

  close(): void {
    this.unlock();
  }
}

const snapshotsIn = (path: string) => readdirSync(path).filter((name) => /^week-\d+$/.test(name));

/** The manifest in a folder, if there is one that is as it was written. */
function manifestOf(path: string): Manifest | undefined {
  try {
    const document = JSON.parse(readFileSync(join(path, MANIFEST), "utf8"));
    return sealOf(document) === "whole" ? Manifest.parse(document) : undefined;
  } catch {
    return undefined;
  }
}

function refuseOlderRun(path: string): void {
  const [found] = [...OWN, ...snapshotsIn(path)].filter((name) => existsSync(join(path, name)));
  if (found === undefined) return;
  const manifest = manifestOf(path);
  const remedy = "Name another folder with --out, or give --overwrite to replace";
  if (!manifest) throw new CommandFailure(`${path}: holds ${found}, of a run that is not known. ${remedy} it.`);
  const { status, weeks, seed, scenario } = manifest;
  const run = `${String(scenario.title)}, seed ${seed}`;
  if (status === "finished") throw new CommandFailure(`${path}: holds a finished run (${run}, ${weeks} weeks). ${remedy} it.`);
  const resume = existsSync(join(path, CHECKPOINT)) ? "Go on with --resume, name" : "Name";
  throw new CommandFailure(
    `${path}: holds a run that was stopped after week ${weeks} or later (${run}). ${resume} another folder with --out, or give --overwrite to replace it.`,
  );
}

/** Removes a run with what was made of it: the manifest first, so that it never speaks of files that are gone. */
async function removeRun(path: string): Promise<void> {
  for (const name of [...OWN, ...DERIVED]) await rm(join(path, name), { force: true });
  for (const name of snapshotsIn(path)) await removeSnapshot(join(path, name));
}

/** Removes the files of a snapshot, and its folder if nothing else is in it. */
async function removeSnapshot(path: string): Promise<void> {
  for (const name of snapshotFileNames) await rm(join(path, name), { force: true });
  await rmdir(path).catch(() => {});
}
