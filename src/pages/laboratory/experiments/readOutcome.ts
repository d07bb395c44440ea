import { signal } from "@preact/signals";
import type { Estimate } from "../../../experiment/index.ts";
import { differenceUnit } from "../../../words/index.ts";
import { language } from "../preferences.ts";
import { least } from "../real/pairs.ts";
import type { Results } from "./conduct.ts";
import { outcomeUnit } from "./names.ts";

/** Of what is no share, the least difference that matters until the reader says so: a tenth, as titles of counts have it. */
const TENTH = 0.1;

/** [outcome] the least difference that matters, in the unit of the measure, where the reader has set one. */
const leastSet = signal<Readonly<Record<string, number>>>({});

/**
 * How an outcome is read: its factor and unit, and the least difference that matters in it.
 *
 * @param base  mean of the arm that others are compared with
 */
export function readOutcome(of: Results["of"], outcome: string, base: number) {
  const { factor, unit } = differenceUnit(language.value, outcomeUnit(of, outcome));
  const points = factor !== 1;
  const byDefault = Number((TENTH * Math.abs(base)).toPrecision(2));
  return {
    factor,
    unit,
    least: points ? least.value : (leastSet.value[outcome] ?? (byDefault > 0 ? byDefault : 1)),
    /** An estimate as it is read. */
    read: (estimate: Estimate): Estimate => ({
      ...estimate,
      mean: factor * estimate.mean,
      low: factor * estimate.low,
      high: factor * estimate.high,
    }),
    setLeast(value: number): void {
      if (points) least.value = value;
      else leastSet.value = { ...leastSet.value, [outcome]: value };
    },
  };
}
