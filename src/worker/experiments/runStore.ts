import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { decodeResult, encodeResult, type RunResult } from "../../experiment/index.ts";
import type { PlanStore } from "./host.ts";
import type { KeptPlan } from "./protocol.ts";

interface Database extends DBSchema {
  /** Results by key of the run, as `encodeResult` makes them. */
  finished: { key: string; value: Uint8Array<ArrayBuffer> };
  failed: { key: string; value: Uint8Array<ArrayBuffer> };
  /** By digest. */
  plans: { key: string; value: KeptPlan & { runs: string[] } };
}

/** Finished runs and their plans in the browser's own database: they stay when the page is closed. */
export class RunStore implements PlanStore {
  readonly lasting = true;
  private readonly database: IDBPDatabase<Database>;
  private readonly states: Map<string, "finished" | "failed">;

  private constructor(database: IDBPDatabase<Database>, states: Map<string, "finished" | "failed">) {
    this.database = database;
    this.states = states;
  }

  static async open(name = "four-circles"): Promise<RunStore> {
    const database = await openDB<Database>(name, 1, {
      upgrade(created) {
        for (const table of ["finished", "failed", "plans"] as const) created.createObjectStore(table);
      },
    });
    const states = new Map<string, "finished" | "failed">();
    for (const table of ["failed", "finished"] as const) for (const key of await database.getAllKeys(table)) states.set(key, table);
    return new RunStore(database, states);
  }

  state(key: string): "finished" | "failed" | undefined {
    return this.states.get(key);
  }

  async get(key: string): Promise<RunResult | undefined> {
    const table = this.states.get(key);
    const bytes = table && (await this.database.get(table, key));
    try {
      if (bytes) return decodeResult(bytes);
    } catch {} // damaged
    this.states.delete(key); // so that it is computed again
    return undefined;
  }

  async put(key: string, result: RunResult): Promise<void> {
    const table = result.ok ? "finished" : "failed";
    const writing = this.database.transaction(["finished", "failed"], "readwrite", { durability: "strict" });
    await Promise.all([writing.objectStore("failed").delete(key), writing.objectStore(table).put(encodeResult(result), key), writing.done]);
    this.states.set(key, table);
  }

  /** @param runs  keys of the runs of the plan */
  async keepPlan(plan: KeptPlan, runs: string[]): Promise<void> {
    await this.database.put("plans", { ...plan, runs }, plan.digest);
  }

  /** The plans, the latest first. */
  async plans(): Promise<KeptPlan[]> {
    const all = await this.database.getAll("plans");
    return all.sort((a, b) => b.at - a.at).map(({ runs: _, ...plan }) => plan);
  }

  /** Forgets a plan and the runs that no other plan has. */
  async forget(digest: string): Promise<void> {
    const all = await this.database.getAll("plans");
    const gone = all.find((plan) => plan.digest === digest);
    if (!gone) return;
    const needed = new Set(all.flatMap((plan) => (plan.digest === digest ? [] : plan.runs)));
    const writing = this.database.transaction(["finished", "failed", "plans"], "readwrite");
    const tasks: Promise<unknown>[] = [writing.objectStore("plans").delete(digest)];
    for (const key of gone.runs) {
      if (needed.has(key)) continue;
      for (const table of ["finished", "failed"] as const) tasks.push(writing.objectStore(table).delete(key));
      this.states.delete(key);
    }
    await Promise.all([...tasks, writing.done]);
  }
}
