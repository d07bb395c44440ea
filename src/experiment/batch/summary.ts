import type { Value } from "../arms.ts";
import { type Estimate, meanWithInterval } from "../intervals.ts";
import { type ArmPair, armPairs, type OutcomeName, ruleOf, type Stopping, scaleOf } from "./estimates.ts";

interface At {
  point: number;
  factors: Record<string, Value>;
  /** Runs, or pairs of runs, that finished. */
  replicates: number;
  outcomes: Record<string, Estimate>;
}

/** What a point came to in one arm. */
export interface SummaryRow extends At {
  arm: string;
}

/** By how much two arms differ at a point, replicate by replicate, on common random numbers. */
export interface DifferenceRow extends At {
  arms: ArmPair;
}

/** What a summary needs of a batch: an expansion has it, and so have its tables. */
export interface Summarized {
  plan: Stopping;
  arms: readonly string[];
  keep: { outcomes: readonly OutcomeName[] };
  values(point: number): Record<string, Value>;
}

/** Sums up a batch by point and arm, from its runs in the order of the plan. Whoever shows an interval of a batch has it from here. */
export class Summary<Of extends Summarized = Summarized> {
  readonly rows: SummaryRow[] = [];
  readonly differences: DifferenceRow[] = [];
  readonly of: Of;
  private readonly pairs: ArmPair[];
  private point = -1;
  /** [arm][outcome][replicate] values of the point, NaN where there is none. */
  private values: number[][][] = [];
  /** [arm][replicate] */
  private finished: boolean[][] = [];

  constructor(of: Of) {
    this.of = of;
    this.pairs = armPairs(of.plan, of.arms);
  }

  readonly add = (
    { point, replicate, arm }: { point: number; replicate: number; arm: string },
    result: { ok: true; outcomes: ArrayLike<number> } | { ok: false },
  ): void => {
    if (point !== this.point) this.close();
    this.point = point;
    if (!result.ok) return;
    const a = this.of.arms.indexOf(arm);
    this.finished[a][replicate] = true;
    for (const [o, values] of this.values[a].entries()) {
      while (values.length < replicate) values.push(Number.NaN);
      values.push(result.outcomes[o]);
    }
  };

  /** Ends the last point. */
  close(): void {
    const { plan, arms, keep, values: factorsOf } = this.of;
    if (this.point >= 0) {
      const at = { point: this.point, factors: factorsOf(this.point) };
      const estimates = (valuesOf: (o: number) => readonly number[], pair?: ArmPair) =>
        Object.fromEntries(
          keep.outcomes.map((outcome, o) => [outcome.name, meanWithInterval(valuesOf(o), ruleOf(plan), scaleOf(plan, outcome, pair))]),
        );
      for (const [a, arm] of arms.entries())
        this.rows.push({ ...at, arm, replicates: count(this.finished[a]), outcomes: estimates((o) => this.values[a][o]) });
      for (const pair of this.pairs) {
        const [a, b] = pair.map((arm) => arms.indexOf(arm));
        const paired = (o: number) => this.values[a][o].map((value, r) => value - (this.values[b][o][r] ?? Number.NaN));
        const replicates = count(this.finished[a].map((done, r) => done && this.finished[b][r] === true));
        this.differences.push({ ...at, arms: pair, replicates, outcomes: estimates(paired, pair) });
      }
    }
    this.values = arms.map(() => keep.outcomes.map(() => []));
    this.finished = arms.map(() => []);
  }
}

const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
