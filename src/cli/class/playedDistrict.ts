import { setImmediate } from "node:timers/promises";
import type { KeptWorld } from "../../engine/index.ts";
import { Run } from "../../experiment/index.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import type { MeasureId } from "../../observation/index.ts";
import type { BaseScenario, Intervention } from "../../scenario/index.ts";
import {
  movesToInterventions,
  type PeopleOfCommunity,
  type PlayedRound,
  paidInWeek,
  payers,
  paymentsOf,
  peopleOfSeats,
  roundMeasures,
  type SeatMove,
} from "../../teaching/index.ts";
import { ROUND } from "./quarters.ts";
import { roundRows } from "./roundRows.ts";
import { wholeScenario } from "./wholeScenario.ts";

/** What is kept of the end of a round. */
interface Kept {
  world: KeptWorld;
  digest: string;
  values: readonly number[];
  /** What rounds have set, by place and path. */
  set: ReadonlyMap<string, number>;
  /** [payer] what was given in it; of the beginning nothing is known. */
  paid: readonly number[] | undefined;
  people: readonly PeopleOfCommunity[];
}

/** The district that a class plays: round by round, from the state that the last one ended in. */
export class PlayedDistrict {
  readonly rounds: PlayedRound[] = [];
  private readonly base: BaseScenario;
  private readonly kept: Kept[] = [];
  /** [round - 1] what was moved, by the seats of `rounds`. */
  private readonly moves: (readonly SeatMove[])[] = [];

  constructor(base: BaseScenario) {
    this.base = base;
    const run = Run.start({ ...base, weeks: ROUND }, mechanisms);
    this.keep(run, new Map(), undefined);
    run.end();
  }

  get communities(): number {
    return this.base.population.communities;
  }
  get week(): number {
    return ROUND * this.rounds.length;
  }
  /** Digest of the state after the last round. */
  get digest(): string {
    return this.last.digest;
  }

  /** [community] whom to ask why. */
  get people(): readonly PeopleOfCommunity[] {
    return this.last.people;
  }

  private get last() {
    return this.kept[this.kept.length - 1];
  }

  /** Plays a round; others are served between its weeks. @param seats  of the moves, in their order */
  async play(moves: readonly SeatMove[], seats: readonly number[]): Promise<PlayedRound> {
    const { world, values: before, set, paid: paidBefore } = this.last;
    const now = new Map(set);
    const added = movesToInterventions(moves, this.week + 1, now);
    const run = Run.goOn(world, this.scenario(this.week + ROUND, [...this.interventions, ...added]), mechanisms);
    const paid = payers.map(() => 0);
    for (let week = 0; week < ROUND; week++) {
      run.step();
      for (const [k, amount] of paidInWeek(run.world.ledger).entries()) paid[k] += amount;
      await setImmediate();
    }
    this.keep(run, now, paid);
    run.end();
    const played: PlayedRound = {
      round: this.rounds.length + 1,
      week: this.week + ROUND,
      interventions: added,
      rows: roundRows(before, this.last.values),
      moved: seats,
      choices: moves.map(({ move }) => move),
      payments: paymentsOf(paid, paidBefore),
    };
    this.rounds.push(played);
    this.moves.push(moves);
    return played;
  }

  /** Takes the last round back. */
  undo(): void {
    if (!this.rounds.pop()) return;
    this.kept.pop();
    this.moves.pop();
  }

  /** The rounds so far as a scenario: run, it comes to the same digest. */
  log(): string {
    return wholeScenario(this.scenario(Math.max(1, this.week), this.interventions));
  }

  /** What the class began with, over the weeks that it has played. */
  begun = (): string => wholeScenario(this.scenario(Math.max(1, this.week), []));

  /** What would have been done if all that a seat chose had been left to the scenario. */
  without(seat: number): Intervention[] {
    const set = new Map<string, number>();
    return this.rounds.flatMap(({ moved }, k) => {
      const others = this.moves[k].filter((_, m) => moved[m] !== seat);
      return movesToInterventions(others, ROUND * k + 1, set);
    });
  }

  get interventions(): Intervention[] {
    return this.rounds.flatMap(({ interventions }) => [...interventions]);
  }

  private scenario = (weeks: number, added: readonly Intervention[]): BaseScenario => ({
    ...this.base,
    weeks,
    interventions: [...this.base.interventions, ...added],
  });

  private keep(run: Run, set: ReadonlyMap<string, number>, paid: readonly number[] | undefined): void {
    const value = (id: MeasureId) => (run.world.week === 0 ? Number.NaN : run.recorder.value(id));
    const people = peopleOfSeats(run.world);
    this.kept.push({ world: run.keep(), digest: run.stateDigest(), values: roundMeasures.map(value), set, paid, people });
  }
}
