import { MemoryStore } from "../../experiment/index.ts";
import type { PlanStore } from "./host.ts";
import type { KeptPlan } from "./protocol.ts";

/** Finished runs and their plans in memory, where a browser keeps nothing: they go with the page. */
export class PassingRuns extends MemoryStore implements PlanStore {
  readonly lasting = false;
  private readonly byDigest = new Map<string, { plan: KeptPlan; runs: readonly string[] }>();

  async keepPlan(plan: KeptPlan, runs: string[]): Promise<void> {
    this.byDigest.set(plan.digest, { plan, runs });
  }

  async plans(): Promise<KeptPlan[]> {
    return Array.from(this.byDigest.values(), ({ plan }) => plan).sort((a, b) => b.at - a.at);
  }

  async forget(digest: string): Promise<void> {
    const gone = this.byDigest.get(digest);
    this.byDigest.delete(digest);
    const needed = new Set(Array.from(this.byDigest.values(), ({ runs }) => runs).flat());
    for (const key of gone?.runs ?? []) if (!needed.has(key)) this.results.delete(key);
  }
}
