import {
  anytimeHalfWidth,
  type BatchReport,
  type Estimate,
  type Expansion,
  meanWithInterval,
  type PlannedRun,
  RunningMean,
  type RunResult,
  type Value,
} from "../../experiment/index.ts";
import { interval, number } from "../numbers.ts";
import { aligned } from "../terminal.ts";

/** What a point came to in one arm. */
export interface SummaryRow {
  point: number;
  factors: Record<string, Value>;
  arm: string;
  replicates: number;
  outcomes: Record<string, Estimate>;
}

const ROWS_SHOWN = 40;

/** Sums up a batch by point and arm, from its runs in the order of the plan. */
export class Summary {
  readonly rows: SummaryRow[] = [];
  private readonly expansion: Expansion;
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

  /** The table, cut where it gets long. */
  table(): string {
    const { factors, keep } = this.expansion;
    const head = [
      "point",
      ...factors.map(({ path }) => path.split(".").at(-1) as string),
      "arm",
      "runs",
      ...keep.outcomes.map(({ name }) => name),
    ];
    const rows = this.rows
      .slice(0, ROWS_SHOWN)
      .map((row) => [
        String(row.point),
        ...factors.map(({ path }) => shown(row.factors[path])),
        row.arm,
        String(row.replicates),
        ...keep.outcomes.map(({ name }) => `${number(row.outcomes[name].mean)} ${interval(row.outcomes[name])}`),
      ]);
    const more = this.rows.length - ROWS_SHOWN;
    return aligned([head, ...rows]) + (more > 0 ? `\n… and ${more} more lines; all runs stand in runs.parquet` : "");
  }
}

const shown = (value: Value): string => (typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value));

/** How replicates until precise enough went. */
export function stoppingLine({ plan, points, arms }: Expansion, { replicates, precise }: BatchReport): string | undefined {
  if (!plan.until) return undefined;
  const met = precise.reduce((sum, flag) => sum + flag, 0);
  const used = Array.from(replicates).sort((a, b) => a - b);
  return `precise enough at ${met} of ${points} points, with ${used[0]} to ${used.at(-1)} replicates of ${arms.length === 1 ? "one arm" : `${arms.length} arms`}; ${points - met} ended at the maximum of ${plan.until.maximum}`;
}
