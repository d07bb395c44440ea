import { type Estimate, meanWithInterval } from "../intervals.ts";
import type { Expansion } from "../plan/expand.ts";
import { ruleOf, scaleOf } from "./estimates.ts";

/** Whether a point is known as precisely as its plan asks. Values must come in the order of the replicates. */
export class Precision {
  private readonly targets: {
    values: number[];
    halfWidth: number;
    value(outcomes: readonly ArrayLike<number>[]): number;
    estimate(values: readonly number[]): Estimate;
  }[];

  constructor({ plan, arms, keep }: Expansion) {
    this.targets = (plan.until?.targets ?? []).flatMap(({ outcome, halfWidth, difference }) => {
      const o = keep.outcomes.findIndex(({ name }) => name === outcome);
      const scale = scaleOf(plan, keep.outcomes[o], difference);
      const target = { halfWidth, estimate: (values: readonly number[]) => meanWithInterval(values, ruleOf(plan), scale) };
      type Row = readonly ArrayLike<number>[];
      if (!difference) return arms.map((_, a) => ({ ...target, values: [], value: (row: Row) => row[a][o] }));
      const [a, b] = difference.map((arm) => arms.indexOf(arm));
      return [{ ...target, values: [], value: (row: Row) => row[a][o] - row[b][o] }];
    });
  }

  /** @param outcomes  [arm][outcome] of one replicate */
  add(outcomes: readonly ArrayLike<number>[]): void {
    for (const { values, value } of this.targets) values.push(value(outcomes));
  }

  /** True if every target is met. */
  get reached(): boolean {
    return this.targets.every(({ values, halfWidth, estimate }) => {
      const { low, high } = estimate(values);
      return (high - low) / 2 <= halfWidth;
    });
  }
}
