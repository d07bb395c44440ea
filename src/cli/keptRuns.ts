import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import packageJson from "../../package.json" with { type: "json" };
import type { Job, Means } from "../experiment/index.ts";
import { lock } from "./batch/folder.ts";
import { Journal, type Place } from "./batch/journal.ts";

/** Equal keys, equal results: version of the program, scenario with its seed, spans and mechanisms. */
export const jobKey = (job: Job): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify([packageJson.version, job]))));

/**
 * Finished runs of an experiment in a folder. Each is on the disk before it counts, so that the same command, given again after
 * a stop of any kind or with more runs, does only what is missing.
 */
export class KeptRuns {
  private readonly index: Map<string, Place>;
  private readonly journal: Journal;
  private readonly unlock: () => void;

  private constructor(index: Map<string, Place>, journal: Journal, unlock: () => void) {
    this.index = index;
    this.journal = journal;
    this.unlock = unlock;
  }

  /** @throws CommandFailure if another process writes there */
  static async open(folder: string): Promise<KeptRuns> {
    await mkdir(folder, { recursive: true });
    const unlock = lock(folder, "runs");
    try {
      const index = new Map<string, Place>();
      return new KeptRuns(index, await Journal.open(join(folder, "runs.4c"), index, true), unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  has(key: string): boolean {
    return this.index.has(key);
  }

  async get(key: string, spans: number): Promise<Means | undefined> {
    const place = this.index.get(key);
    const result = place && (await place.journal.result(place.at, place.length));
    if (!result?.ok) return undefined;
    const width = result.outcomes.length / spans;
    return Array.from({ length: spans }, (_, s) => result.outcomes.slice(s * width, (s + 1) * width));
  }

  /** Resolves when it is on the disk. */
  put(key: string, means: Means): Promise<void> {
    const outcomes = Float64Array.from(means.flatMap((span) => Array.from(span)));
    return this.journal.append(key, { ok: true, digest: { state: "", measures: "" }, outcomes, series: new Float64Array(), snapshots: [] });
  }

  async close(): Promise<void> {
    await this.journal.close();
    this.unlock();
  }
}
