import type { KeptWorld } from "../../engine/index.ts";
import { Run } from "../../experiment/index.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import type { BaseScenario, Intervention } from "../../scenario/index.ts";
import { roundMeasures } from "../../teaching/index.ts";

/** Weeks of a round: a quarter of a year. */
export const ROUND = 13;

/** A district after some rounds. Plain data: it can be sent to a thread. */
export interface QuarterOrder {
  /** What all districts begin with. */
  base: BaseScenario;
  round: number;
  /** What was done in it so far. */
  interventions: readonly Intervention[];
}

/** How a district stands after a round. */
export interface Quarter {
  digest: string;
  /** [measure of `roundMeasures`] in the last week. */
  values: readonly number[];
}

/** Whoever computes how a district stands. @param seat  that of the district: who computed its last round is quickest with the next */
export type ComputeQuarter = (seat: number, order: QuarterOrder) => Promise<Quarter>;

/** Districts that begin alike, from round to round; states are kept from which others go on, so that each round is computed once. */
export class Quarters {
  private readonly kept = new Map<string, { round: number; world: KeptWorld; quarter: Quarter }>();

  after({ base, round, interventions }: QuarterOrder): Quarter {
    const keyAt = (at: number) => JSON.stringify([at, interventions.filter(({ week }) => week <= ROUND * at)]);
    const known = this.kept.get(keyAt(round));
    if (known) return known.quarter;
    let from = round - 1;
    while (from > 0 && !this.kept.has(keyAt(from))) from--;
    const scenario = { ...base, weeks: ROUND * round, interventions: [...base.interventions, ...interventions] };
    const begun = this.kept.get(keyAt(from));
    const run = begun ? Run.goOn(begun.world, scenario, mechanisms) : Run.start(scenario, mechanisms);
    try {
      if (!begun) this.keep(keyAt(0), 0, run);
      while (run.world.week < scenario.weeks) run.step();
      return this.keep(keyAt(round), round, run);
    } finally {
      run.end();
    }
  }

  private keep(key: string, round: number, run: Run): Quarter {
    const quarter = { digest: run.stateDigest(), values: round === 0 ? [] : roundMeasures.map((id) => run.recorder.value(id)) };
    // A round and the one before it, if it is taken back; more would fill the memory.
    for (const [old, { round: of }] of this.kept) if (of > 0 && of < round - 1) this.kept.delete(old);
    this.kept.set(key, { round, world: run.keep(), quarter });
    return quarter;
  }
}
