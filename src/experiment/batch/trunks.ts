import { BuiltDistricts, type KeptWorld, type Mechanism, World } from "../../engine/index.ts";
import type { KernelTarget } from "../../kernels/index.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { Run } from "../run.ts";
import { type RunOrder, trunkOf } from "./request.ts";

/**
 * Begins runs. Those that have their first weeks in common run these once, if they come one after the other: the state at
 * their end is kept, and each goes on from it. Districts that are built from the same are built once in any case.
 */
export class Trunks {
  /** Trunks that were run, not found. */
  runs = 0;
  private readonly districts = new BuiltDistricts();
  /** The last one. */
  private kept: { trunk: string; state: KeptWorld } | undefined;

  /** A run at the end of the weeks that it shares with others; at the end of week 0 if it shares none. */
  begin(order: RunOrder, kernels?: KernelTarget): Run {
    const { scenario, only, keep } = order;
    const which = only ? mechanisms.filter(({ id }) => only.includes(id)) : mechanisms;
    // Of weeks that are over, snapshots can no longer be taken, nor rows kept, nor communities looked at.
    const shared = Math.min(order.shared ?? 0, scenario.weeks);
    const early =
      keep.snapshots.some((week) => week <= shared) ||
      (keep.measures.length > 0 && keep.every <= shared) ||
      keep.outcomes.some(({ community }) => community !== undefined);
    if (shared === 0 || early) return this.start(order, which, kernels);
    const trunk = trunkOf({ ...order, shared });
    if (this.kept?.trunk !== trunk) {
      this.kept = undefined; // the old one goes before the new one comes
      this.kept = { trunk, state: this.run(order, shared, which, kernels) };
    }
    return Run.goOn(this.kept.state, scenario, which, kernels);
  }

  private run(order: RunOrder, weeks: number, which: readonly Mechanism[], kernels: KernelTarget | undefined): KeptWorld {
    this.runs++;
    const run = this.start(order, which, kernels);
    try {
      while (run.world.week < weeks) run.step();
      return run.keep();
    } finally {
      run.end();
    }
  }

  private start({ scenario }: RunOrder, which: readonly Mechanism[], kernels: KernelTarget | undefined): Run {
    return Run.start(scenario, which, World.build(scenario, { before: this.districts, kernels }));
  }
}
