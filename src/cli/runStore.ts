import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RunRequest, type RunResult, resultFault } from "../experiment/index.ts";
import { Journal, type Place } from "./batch/journal.ts";
import { makeFolder } from "./files.ts";
import { lock } from "./lock.ts";
import { refuseOtherResults } from "./otherResults.ts";
import { CommandFailure } from "./terminal.ts";

/**
 * Finished runs of an experiment in a folder. Each is on the disk before it counts, so that the same command, given again after
 * a stop of any kind or with more runs, does only what is missing.
 */
export class RunStore {
  private readonly index: Map<string, Place>;
  private readonly journal: Journal;
  private readonly unlock: () => void;

  private constructor(index: Map<string, Place>, journal: Journal, unlock: () => void) {
    this.index = index;
    this.journal = journal;
    this.unlock = unlock;
  }

  /**
   * @param kind  of the experiment, as its experiment.json names it
   * @param say   told what was found damaged, or what there is to wait for
   * @throws CommandFailure if another process writes there, or another kind of experiment has
   */
  static async open(folder: string, kind: string, say: (text: string) => void): Promise<RunStore> {
    await makeFolder(folder);
    const unlock = await lock(folder, "runs", say);
    try {
      refuseOtherResults(folder, "study");
      refuseOtherStudy(folder, kind);
      const index = new Map<string, Place>();
      const journal = await Journal.open(join(folder, "runs.4c"), index, true);
      if (journal.state) say(journal.state);
      return new RunStore(index, journal, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  has(key: string): boolean {
    return this.index.has(key);
  }

  async get(request: RunRequest): Promise<RunResult | undefined> {
    const place = this.index.get(request.key);
    const result = place && (await place.journal.result(place.at, place.length));
    return result?.ok && resultFault(request, result, []) === undefined ? result : undefined;
  }

  /** Resolves when it is on the disk. */
  put(key: string, result: RunResult): Promise<void> {
    return this.journal.append(key, result);
  }

  async close(): Promise<void> {
    await this.journal.close();
    this.unlock();
  }
}

/** Keeps studies apart, whose tables have other names and would stand side by side. */
function refuseOtherStudy(folder: string, kind: string): void {
  const file = join(folder, "experiment.json");
  if (!existsSync(file)) return;
  const found = readFileSync(file, "utf8").match(/"kind": *"(\w+)"/)?.[1] ?? "unknown";
  if (found !== kind) throw new CommandFailure(`${folder}: holds results of ${found}. Name another folder with --out.`);
}
