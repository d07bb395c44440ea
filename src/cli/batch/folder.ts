import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Expansion, RunResult, RunStore, Shard } from "../../experiment/index.ts";
import { SCHEMA_VERSION } from "../../exports/index.ts";
import { writeWhole } from "../files.ts";
import { CommandFailure } from "../terminal.ts";
import { Journal, type Place } from "./journal.ts";

const DESCRIPTION = "batch.json";

/** What stands in a folder of results, for whoever opens it. */
interface Description {
  program: "four-circles";
  version: string;
  schemaVersion: number;
  /** Digest of plan and scenario: results of another plan are refused. */
  digest: string;
  plan: unknown;
  /** Scenario as parsed, with what all runs set. */
  scenario: unknown;
}

/** The results of a batch in a folder: a journal of finished runs, beside it snapshots, and the tables made at the end. */
export class BatchFolder implements RunStore {
  readonly path: string;
  private readonly index: Map<string, Place>;
  private readonly journals: readonly Journal[];
  private readonly own: Journal;
  private readonly unlock: () => void;

  private constructor(path: string, index: Map<string, Place>, journals: readonly Journal[], own: Journal, unlock: () => void) {
    this.path = path;
    this.index = index;
    this.journals = journals;
    this.own = own;
    this.unlock = unlock;
  }

  /**
   * Opens the folder of a batch, or begins one.
   *
   * @param options.reuse  takes the finished runs of another plan that this one has as well
   * @param warn           told what was found torn
   * @throws CommandFailure for results of another version or plan, and if another process writes there
   */
  static async open(
    path: string,
    expansion: Expansion,
    { shard, reuse = false }: { shard?: Shard | undefined; reuse?: boolean | undefined },
    warn: (text: string) => void,
  ): Promise<BatchFolder> {
    await mkdir(path, { recursive: true });
    await describe(path, expansion, reuse);
    const name = shard ? `journal-${shard.part}-of-${shard.of}` : "journal";
    const unlock = lock(path, name);
    try {
      const index = new Map<string, Place>();
      const own = await Journal.open(join(path, `${name}.4c`), index, true);
      const others = readdirSync(path).filter((file) => /^journal(-\d+-of-\d+)?\.4c$/.test(file) && file !== `${name}.4c`);
      const journals = [own, ...(await Promise.all(others.map((file) => Journal.open(join(path, file), index, false))))];
      if (own.torn > 0) warn(`${path}: dropped ${own.torn} bytes of a run that was being written when the batch was stopped.`);
      return new BatchFolder(path, index, journals, own, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  state(key: string): "finished" | "failed" | undefined {
    const place = this.index.get(key);
    return place && (place.ok ? "finished" : "failed");
  }

  async get(key: string): Promise<RunResult | undefined> {
    const place = this.index.get(key);
    return place?.journal.result(place.at, place.length);
  }

  async put(key: string, result: RunResult): Promise<void> {
    try {
      if (result.ok) {
        for (const { week, name, bytes } of result.snapshots)
          await writeWhole(join(this.path, "snapshots", key, `week-${week}`, name), bytes);
        await this.own.append(key, { ...result, snapshots: [] });
      } else await this.own.append(key, result);
    } catch (error) {
      throw this.unwritable(error);
    }
  }

  /** What to say when something cannot be written here. */
  unwritable(error: unknown): unknown {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) return error;
    const why = code === "ENOSPC" || code === "EDQUOT" ? "there is no space left" : message;
    return new CommandFailure(
      `${this.path}: cannot be written: ${why}. All finished runs are kept; make room and give the same command again.`,
    );
  }

  async close(): Promise<void> {
    for (const journal of this.journals) await journal.close();
    this.unlock();
  }
}

/** Says in the folder what it is for, or refuses it if it is for something else. */
async function describe(path: string, { plan, base, program, digest }: Expansion, reuse: boolean): Promise<void> {
  const file = join(path, DESCRIPTION);
  if (existsSync(file)) {
    let found: Description;
    try {
      found = JSON.parse(await readFile(file, "utf8")) as Description;
    } catch (error) {
      throw new CommandFailure(`${file}: cannot be read (${(error as Error).message}). Name another folder with --out.`);
    }
    if (found.version !== program)
      throw new CommandFailure(
        `${path}: holds results of version ${found.version}; this is version ${program}, whose results may differ. Name another folder with --out, or go on with npx four-circles@${found.version}.`,
      );
    if (found.digest === digest) return;
    if (!reuse)
      throw new CommandFailure(
        `${path}: holds results of another plan or scenario (${String((found.plan as { title?: string })?.title)}). Name another folder with --out, or give --reuse to keep those of its runs that this plan has too.`,
      );
  }
  const description: Description = {
    program: "four-circles",
    version: program,
    schemaVersion: SCHEMA_VERSION,
    digest,
    plan,
    scenario: base,
  };
  // Shards may begin at the same time: each writes a file of its own, and the last to be named stays, equal to the others.
  const part = `${file}.${hostname()}.${process.pid}.part`;
  await writeFile(part, `${JSON.stringify(description, null, 2)}\n`, { flush: true });
  await rename(part, file);
}

/** Keeps a second process from writing the same journal; a lock whose process is gone is taken over. */
export function lock(path: string, name: string): () => void {
  const file = join(path, `${name}.lock`);
  const mine = `${hostname()} ${process.pid}`;
  try {
    writeFileSync(file, mine, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const [host, pid] = readFileSync(file, "utf8").split(" ");
    if (host !== hostname() || isAlive(Number(pid)))
      throw new CommandFailure(`${path}: process ${pid} on ${host} is writing there. Wait for it, or, if it is gone, delete ${file}.`);
    writeFileSync(file, mine);
  }
  return () => rmSync(file, { force: true });
}

/** True if a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
