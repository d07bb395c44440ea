import { digest, KeptWorld, type Mechanism, type Post, Simulation, type Stopwatch, type World, writeCheckpoint } from "../engine/index.ts";
import type { KernelTarget } from "../kernels/index.ts";
import { Recorder, WeeklySummaries } from "../observation/index.ts";
import { type BaseScenario, type Said, said } from "../scenario/index.ts";

/** A simulation and what has been observed of it. */
export class Run {
  readonly recorder: Recorder;
  /** The past for pictures, if somebody asked to keep it. */
  weeklySummaries: WeeklySummaries | undefined;
  private readonly simulation: Simulation;

  private constructor(simulation: Simulation, recorder: Recorder) {
    this.simulation = simulation;
    this.recorder = recorder;
  }

  /** Builds the district of a scenario, at the end of week 0; or begins with one that is built already. */
  static start(scenario: BaseScenario, mechanisms: readonly Mechanism[], world?: World): Run {
    const simulation = Simulation.start(scenario, mechanisms, world ? { world } : {});
    return new Run(simulation, new Recorder(simulation.world, scenario.weeks));
  }

  /** Goes on from a checkpoint, to the same bits as if it had never stopped. @param kernels  what runs them, where it can be had */
  static resume(
    bytes: Uint8Array,
    mechanisms: readonly Mechanism[],
    kernels?: KernelTarget,
  ): { ok: true; run: Run; program: string } | { ok: false; message: Said } {
    const resumed = Simulation.resume(bytes, mechanisms, { kernels });
    if (!resumed.ok) return resumed;
    const { simulation, restored } = resumed;
    try {
      const recorder = new Recorder(simulation.world, simulation.world.scenario.weeks);
      if (restored.extras.has("weeks")) recorder.restore(restored.extras, simulation.world.week);
      const run = new Run(simulation, recorder);
      if (restored.extras.has("weeklySummaries.first")) run.keepPast().restore(restored.extras);
      return { ok: true, run, program: restored.program };
    } catch {
      // Another version keeps other measures.
      return { ok: false, message: said("holdsOtherMeasures", { version: restored.program }) };
    }
  }

  /** All that it is by now, from which others go on (`goOn`). */
  keep(): KeptWorld {
    return new KeptWorld(this.world, this.recorder.parts());
  }

  /**
   * Goes on from what another run has kept, to the same bits as from the beginning.
   *
   * @param scenario  one that is the same up to then
   */
  static goOn(kept: KeptWorld, scenario: BaseScenario, mechanisms: readonly Mechanism[], kernels?: KernelTarget): Run {
    const run = Run.start(scenario, mechanisms, kept.open(scenario, kernels));
    run.recorder.restore(kept.extras, kept.week);
    return run;
  }

  get world(): World {
    return this.simulation.world;
  }

  get scenario(): BaseScenario {
    return this.world.scenario;
  }

  /** Keeps a summary of every week from now on; it goes into checkpoints. */
  keepPast(): WeeklySummaries {
    this.weeklySummaries ??= new WeeklySummaries(this.world);
    return this.weeklySummaries;
  }

  /** Shares the work out among this thread and others, each of which gives its messages to a `helper`; to the same bits. */
  shareOut(helpers: readonly Post[]): void {
    this.simulation.shareOut(helpers);
  }

  /** Runs one week and observes it. */
  step(time?: Stopwatch): void {
    this.simulation.step(time);
    if (time) time("weekIsObserved/recorder", () => this.recorder.observe(this.world));
    else this.recorder.observe(this.world);
    this.weeklySummaries?.observe(this.world);
  }

  /** Ends it: the memory of its world serves the next one. What was observed of it stays; its world is not to be looked at. */
  end(): void {
    this.world.release();
  }

  /** Digest of the whole state. */
  stateDigest(): string {
    return this.simulation.digest();
  }

  /** Digest of all measures of all weeks. */
  measuresDigest(): string {
    const { recorder } = this;
    return digest(recorder.parts().filter(({ name }) => name === "values" || name === "matters"));
  }

  /** The whole run, to be resumed. @param program  version of the program, named to whoever cannot read it */
  checkpoint(program: string): Uint8Array<ArrayBuffer> {
    return writeCheckpoint(this.world, program, [...this.recorder.parts(), ...(this.weeklySummaries?.parts() ?? [])]);
  }
}
