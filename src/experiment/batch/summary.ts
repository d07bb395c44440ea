import type { Value } from "../arms.ts";
import { anytimeHalfWidth, RunningMean } from "../confidenceSequence.ts";
import { type Estimate, meanWithInterval } from "../intervals.ts";
import type { Expansion, PlannedRun } from "../plan/expand.ts";
import type { RunResult } from "./request.ts";

/** What a point came to in one arm. */
export interface SummaryRow {
  point: number;
  factors: Record<string, Value>;
  arm: string;
  replicates: number;
  outcomes: Record<string, Estimate>;
}

/** Sums up a batch by point and arm, from its runs in the order of the plan. */
export class Summary {
  readonly rows: SummaryRow[] = [];
  readonly expansion: Expansion;
  private point = -1;
  /** [arm][outcome] values of the point. */
  private values: number[][][] = [];

  constructor(expansion: Expansion) {
    this.expansion = expansion;
  }

  readonly add = ({ point, arm }: PlannedRun, result: RunResult): void => {
    if (point !== this.point) this.close();
    this.point = point;
    if (result.ok) for (const [o, value] of result.outcomes.entries()) this.values[this.expansion.arms.indexOf(arm)][o].push(value);
  };

  /** Ends the last point. */
  close(): void {
    const { arms, keep, values } = this.expansion;
    if (this.point >= 0)
      arms.forEach((arm, a) => {
        const of = this.values[a];
        this.rows.push({
          point: this.point,
          factors: values(this.point),
          arm,
          replicates: of[0].length,
          outcomes: Object.fromEntries(keep.outcomes.map(({ name }, o) => [name, this.estimate(of[o])])),
        });
      });
    this.values = arms.map(() => keep.outcomes.map(() => []));
  }

  /** With a stopping rule the interval has to stay valid at the look at which it stopped. */
  private estimate(values: readonly number[]): Estimate {
    const { until } = this.expansion.plan;
    if (!until) return meanWithInterval(values);
    const of = new RunningMean();
    for (const value of values) of.add(value);
    const { mean, count, deviation } = of;
    if (count === 0) return meanWithInterval(values);
    const half = anytimeHalfWidth(count, deviation, until.confidence, until.minimum);
    return { mean, low: mean - half, high: mean + half, count };
  }
}
