import { existsSync, readdirSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Expansion, RunResult, RunStore, Shard } from "../../experiment/index.ts";
import { BatchDescription, SCHEMA_VERSION, sealed, snapshotFileNames } from "../../exports/index.ts";
import type { Checksums } from "../checksums.ts";
import { unwritable } from "../fileFailure.ts";
import { makeFolder, writeWhole } from "../files.ts";
import { lock } from "../lock.ts";
import { refuseOtherResults } from "../otherResults.ts";
import { CommandFailure } from "../terminal.ts";
import { Journal, type Place } from "./journal.ts";

const DESCRIPTION = "batch.json";

/** The results of a batch in a folder: a journal of finished runs, beside it snapshots, and the tables made at the end. */
export class BatchFolder implements RunStore {
  readonly path: string;
  private readonly expansion: Expansion;
  private readonly name: string;
  private readonly index: Map<string, Place>;
  private readonly journals: readonly Journal[];
  private readonly own: Journal;
  private readonly unlock: () => void;

  private constructor(
    path: string,
    expansion: Expansion,
    name: string,
    index: Map<string, Place>,
    journals: readonly Journal[],
    own: Journal,
    unlock: () => void,
  ) {
    this.path = path;
    this.expansion = expansion;
    this.name = name;
    this.index = index;
    this.journals = journals;
    this.own = own;
    this.unlock = unlock;
  }

  /**
   * Opens the folder of a batch, or begins one.
   *
   * @param options.reuse  takes the finished runs of another plan that this one has as well
   * @param warn           told what was found torn or damaged, and if there is something to wait for
   * @throws CommandFailure for results of another command, version or plan, and if another process writes there
   */
  static async open(
    path: string,
    expansion: Expansion,
    { shard, reuse = false }: { shard?: Shard | undefined; reuse?: boolean | undefined },
    warn: (text: string) => void,
  ): Promise<BatchFolder> {
    await makeFolder(path);
    const name = shard ? `journal-${shard.part}-of-${shard.of}` : "journal";
    const unlock = await lock(path, name, warn);
    try {
      refuseOtherResults(path, "batch");
      await begin(path, expansion, name, reuse);
      const index = new Map<string, Place>();
      const own = await Journal.open(join(path, `${name}.4c`), index, true);
      const others = journalsIn(path).filter((file) => file !== `${name}.4c`);
      const journals = [own, ...(await Promise.all(others.map((file) => Journal.open(join(path, file), index, false))))];
      for (const { state } of shard ? [own] : journals) if (state) warn(state);
      return new BatchFolder(path, expansion, name, index, journals, own, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** A run whose snapshots are gone, or that holds other numbers than the plan asks for, has to be run again. */
  state(key: string): "finished" | "failed" | undefined {
    const place = this.index.get(key);
    if (!place?.ok) return place && "failed";
    const { keep, weeks } = this.expansion;
    if (place.outcomes !== keep.outcomes.length || place.series !== keep.measures.length * Math.ceil(weeks / keep.every)) return undefined;
    return this.snapshotsOf(key).every((name) => existsSync(join(this.path, name))) ? "finished" : undefined;
  }

  /** Files of the snapshots of a run, by their paths in the folder. */
  snapshotsOf(key: string): string[] {
    return this.expansion.keep.snapshots.flatMap((week) => snapshotFileNames.map((name) => `snapshots/${key}/week-${week}/${name}`));
  }

  async get(key: string): Promise<RunResult | undefined> {
    const place = this.index.get(key);
    return place?.journal.result(place.at, place.length);
  }

  async put(key: string, result: RunResult): Promise<void> {
    if (!result.ok) return this.own.append(key, result);
    for (const { week, name, bytes } of result.snapshots) await writeWhole(join(this.path, "snapshots", key, `week-${week}`, name), bytes);
    return this.own.append(key, { ...result, snapshots: [] });
  }

  /** Says in the folder what it holds: as long as no checksums of the tables stand there, the batch is not finished. */
  describe(sha256: Checksums): Promise<void> {
    return describe(this.path, this.expansion, this.name, sha256);
  }

  async close(): Promise<void> {
    for (const journal of this.journals) await journal.close();
    this.unlock();
  }
}

/** The finished runs in the folder of a batch, to be read alone. */
export async function finishedRuns(path: string): Promise<RunStore & { close(): Promise<void> }> {
  const index = new Map<string, Place>();
  const journals = await Promise.all(journalsIn(path).map((file) => Journal.open(join(path, file), index, false)));
  return {
    state: (key) => (index.get(key)?.ok === false ? "failed" : index.has(key) ? "finished" : undefined),
    get: async (key) => {
      const place = index.get(key);
      return place?.journal.result(place.at, place.length);
    },
    put: () => Promise.reject(new Error("finishedRuns: can only be read.")),
    close: async () => {
      for (const journal of journals) await journal.close();
    },
  };
}

const journalsIn = (path: string) => readdirSync(path).filter((file) => /^journal(-\d+-of-\d+)?\.4c$/.test(file));

/** Takes a folder for a batch, or refuses it if it is for something else. */
async function begin(path: string, expansion: Expansion, name: string, reuse: boolean): Promise<void> {
  const { program, digest } = expansion;
  const file = join(path, DESCRIPTION);
  if (existsSync(file)) {
    const found = await descriptionIn(file);
    if (found.version !== program)
      throw new CommandFailure(
        `${path}: holds results of version ${found.version}; this is version ${program}, whose results may differ. Name another folder with --out, or go on with npx four-circles@${found.version}.`,
      );
    if (found.digest === digest) return;
    if (!reuse)
      throw new CommandFailure(
        `${path}: holds results of another plan or scenario (${String(found.plan.title)}). Name another folder with --out, or give --reuse to keep those of its runs that this plan has too.`,
      );
  }
  await describe(path, expansion, name, {});
}

/** What stands in a folder, as far as one must know it to go on: the rest is written anew. */
async function descriptionIn(file: string): Promise<Pick<BatchDescription, "version" | "digest" | "plan">> {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CommandFailure(`${file}: cannot be read (${(error as Error).message}). Name another folder with --out.`);
  }
  const parsed = BatchDescription.pick({ version: true, digest: true, plan: true }).safeParse(found);
  if (!parsed.success) throw new CommandFailure(`${file}: does not describe a batch. Name another folder with --out, or delete that file.`);
  return parsed.data;
}

/** @param name  of the lock that is held: nobody else writes under it */
async function describe(path: string, { plan, base, program, digest }: Expansion, name: string, sha256: Checksums): Promise<void> {
  const description: Omit<BatchDescription, "checksum"> = {
    program: "four-circles",
    version: program,
    schemaVersion: SCHEMA_VERSION,
    digest,
    plan,
    scenario: { ...base },
    sha256,
  };
  const file = join(path, DESCRIPTION);
  // Shards may begin at the same time: each writes a file of its own, and the last to be named stays, equal to the others.
  const part = `${file}.${name}.part`;
  try {
    await writeFile(part, `${JSON.stringify(sealed(description), null, 2)}\n`, { flush: true });
    await rename(part, file);
  } catch (error) {
    throw unwritable(file, error);
  }
}
