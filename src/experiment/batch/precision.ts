import { anytimeHalfWidth, RunningMean } from "../confidenceSequence.ts";
import type { Expansion } from "../plan/expand.ts";

/** Whether a point is known as precisely as its plan asks. Values must come in the order of the replicates. */
export class Precision {
  private readonly expansion: Expansion;
  /** One mean per target and arm, or per target and difference of two arms. */
  private readonly means: { of: RunningMean; halfWidth: number; value(outcomes: readonly ArrayLike<number>[]): number }[];

  constructor(expansion: Expansion) {
    this.expansion = expansion;
    const { plan, arms, keep } = expansion;
    this.means = (plan.until?.targets ?? []).flatMap(({ outcome, halfWidth, difference }) => {
      const o = keep.outcomes.findIndex(({ name }) => name === outcome);
      if (!difference)
        return arms.map((_, a) => ({ of: new RunningMean(), halfWidth, value: (row: readonly ArrayLike<number>[]) => row[a][o] }));
      const [a, b] = difference.map((arm) => arms.indexOf(arm));
      return [{ of: new RunningMean(), halfWidth, value: (row: readonly ArrayLike<number>[]) => row[a][o] - row[b][o] }];
    });
  }

  /** @param outcomes  [arm][outcome] of one replicate */
  add(outcomes: readonly ArrayLike<number>[]): void {
    for (const { of, value } of this.means) of.add(value(outcomes));
  }

  /** True if every target is met. */
  get reached(): boolean {
    const { until } = this.expansion.plan;
    return (
      until !== undefined &&
      this.means.every(({ of, halfWidth }) => anytimeHalfWidth(of.count, of.deviation, until.confidence, until.minimum) <= halfWidth)
    );
  }
}
