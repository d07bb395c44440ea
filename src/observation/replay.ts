import { type Mechanism, Simulation, type World, writeCheckpoint } from "../engine/index.ts";
import type { BaseScenario, Intervention, Said } from "../scenario/index.ts";
import { AgentTracer, type Force } from "./agentTracer.ts";
import { type Agent, attribute, countChances, type Story, type StoryKind } from "./story.ts";

export interface Telling {
  /** The scenario with the interventions of the run, to begin at week 0, or a checkpoint of the run. */
  readonly start: BaseScenario | Uint8Array;
  /** All interventions of the run, where it went on after the checkpoint with others than it knew. */
  readonly interventions?: readonly Intervention[] | undefined;
  readonly agent: Agent<StoryKind>;
  /** Weeks that pass before the story begins. */
  readonly from: number;
  readonly force?: Force | undefined;
}

/**
 * Runs what has been run once more, to the same bits, and watches one agent: nothing need be recorded for a story to be
 * told. A run with a forced draw is another run, which tells what would have been.
 */
export class Replay {
  private readonly simulation: Simulation;
  private readonly tracer: AgentTracer;
  private readonly from: number;

  private constructor(simulation: Simulation, tracer: AgentTracer, from: number) {
    this.simulation = simulation;
    this.tracer = tracer;
    this.from = from;
  }

  static start(
    { start, interventions, agent, from, force }: Telling,
    mechanisms: readonly Mechanism[],
  ): { ok: true; replay: Replay } | { ok: false; message: Said } {
    let tracer: AgentTracer | undefined;
    // The simulation is there before its tracer, who needs its world.
    const observer = {
      watches: (...of: Parameters<AgentTracer["watches"]>) => (tracer as AgentTracer).watches(...of),
      decide: (...of: Parameters<AgentTracer["decide"]>) => (tracer as AgentTracer).decide(...of),
      remark: (...of: Parameters<AgentTracer["remark"]>) => (tracer as AgentTracer).remark(...of),
    };
    let simulation: Simulation;
    if (start instanceof Uint8Array) {
      const resumed = Simulation.resume(start, mechanisms, { observer });
      if (!resumed.ok) return resumed;
      simulation = resumed.simulation;
      if (interventions) simulation.world.schedule.replace(interventions);
    } else simulation = Simulation.start(start, mechanisms, { observer });
    tracer = new AgentTracer(simulation.world, agent, force);
    return { ok: true, replay: new Replay(simulation, tracer, Math.max(from, simulation.world.week)) };
  }

  get world(): World {
    return this.simulation.world;
  }

  /** Runs one week. */
  step(): void {
    const { simulation, tracer } = this;
    const week = simulation.world.week + 1;
    if (week <= this.from) {
      tracer.pass(week);
      simulation.step();
      return;
    }
    tracer.begin(week);
    simulation.step((part, run) => {
      run();
      const [phase, mechanism] = part.split("/");
      tracer.after(phase === "week" ? "" : mechanism);
    });
  }

  /** The world as it stands, from which another story can begin. */
  checkpoint(): Uint8Array<ArrayBuffer> {
    return writeCheckpoint(this.world, "story");
  }

  /** Digest of the whole state: that of the run which is told, unless a draw was forced. */
  digest(): string {
    return this.simulation.digest();
  }

  story(): Story {
    const { events, agent } = this.tracer;
    const { week } = this.simulation.world;
    return {
      agent,
      from: Math.min(this.from, week),
      to: week,
      row: this.tracer.rowNow(),
      ties: this.tracer.tiesNow(),
      events,
      attribution: attribute(events),
      chances: countChances(events),
    };
  }
}
