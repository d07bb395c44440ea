import type { KernelTarget } from "../kernels/index.ts";
import { type DrawKey, drawKey } from "../random/index.ts";
import { type BaseScenario, type Said, said } from "../scenario/index.ts";
import { type Restored, readCheckpoint } from "./checkpoint.ts";
import { digest } from "./digest.ts";
import type { Mechanism } from "./mechanism.ts";
import type { Observer } from "./observer.ts";
import { type Post, ThreadGroup } from "./threadGroup.ts";
import { type Stopwatch, Week } from "./week.ts";
import { World } from "./world.ts";

/** A district and the week that drives it. */
export class Simulation {
  readonly world: World;
  private readonly weekly: Week;

  private constructor(world: World, mechanisms: readonly Mechanism[], observer?: Observer) {
    this.world = world;
    // A checkpoint brings the tables that mechanisms keep of their own; what it lacks begins as in week 0.
    for (const mechanism of mechanisms) {
      for (const table of mechanism.tables?.(world) ?? []) if (!world.own.has(table.name)) world.own.set(table.name, table);
    }
    const key: DrawKey = drawKey(world.scenario.seed);
    this.weekly = new Week(world, mechanisms, key, observer);
  }

  /** Builds the district of a scenario, at the end of week 0; or begins with one that is built already. */
  static start(
    scenario: BaseScenario,
    mechanisms: readonly Mechanism[],
    { observer, world = World.build(scenario) }: { observer?: Observer; world?: World } = {},
  ): Simulation {
    return new Simulation(world, mechanisms, observer);
  }

  /** Goes on from a checkpoint. */
  static resume(
    bytes: Uint8Array,
    mechanisms: readonly Mechanism[],
    { observer, kernels }: { observer?: Observer | undefined; kernels?: KernelTarget | undefined } = {},
  ): { ok: true; simulation: Simulation; restored: Restored & { ok: true } } | { ok: false; message: Said } {
    const restored = readCheckpoint(bytes, kernels);
    if (!restored.ok) return restored;
    const { scenario } = restored.world;
    const unknown = mechanisms.find(({ id }) => (scenario.mechanisms as Record<string, unknown>)[id] === undefined);
    if (unknown) {
      return { ok: false, message: said("hasNoMechanism", { mechanism: unknown.id, version: restored.program }) };
    }
    return { ok: true, simulation: new Simulation(restored.world, mechanisms, observer), restored };
  }

  /** Shares the work of the weeks to come out among this thread and others; to the same bits. */
  shareOut(helpers: readonly Post[]): void {
    this.world.kernels.threadGroup = new ThreadGroup(this.world, helpers);
  }

  /** Runs one week. */
  step(time?: Stopwatch): void {
    this.weekly.run(time);
  }

  /** Digest of the whole state. */
  digest(): string {
    return digest(this.world.parts());
  }
}
