import type { ArmPair } from "./estimates.ts";

/** What is looked at: an arm, or two of which the second is taken from the first. */
export type ArmOrPair = readonly [arm: string] | ArmPair;

/** Outcomes of the runs of a plan, one by one. */
export class RunTable {
  /** [point][replicate][arm] */
  private readonly runs: Map<string, ArrayLike<number>>[][] = [];

  add({ point, replicate, arm }: { point: number; replicate: number; arm: string }, outcomes: ArrayLike<number>): void {
    const ofPoint = (this.runs[point] ??= []);
    (ofPoint[replicate] ??= new Map()).set(arm, outcomes);
  }

  /** [replicate] an outcome at a point, of an arm or of a pair of arms; NaN where there is none. */
  values(point: number, [arm, less]: ArmOrPair, outcome: number): number[] {
    return Array.from(this.runs[point] ?? [], (of) => {
      const value = of?.get(arm)?.[outcome] ?? Number.NaN;
      return less === undefined ? value : value - (of?.get(less)?.[outcome] ?? Number.NaN);
    });
  }
}

/** Mean of the numbers among values; NaN if there are none. */
export function meanOfKnown(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
