import { type ContrastRow, pairsToTell, type Standing, standingOf, verdictOn } from "../../experiment/index.ts";
import { differenceUnit, type Judged, type Language, type Word } from "../../words/index.ts";

/** An estimand with what pairs of runs say of it, in the unit that people read. */
export interface JudgedRow extends Judged {
  row: ContrastRow;
  unit: string;
  /** What values of the measure are multiplied by to be read. */
  factor: number;
  standing: Standing;
}

/**
 * Judges an estimand by its interval.
 *
 * @param unit   of the outcome
 * @param times  how many times its smallest effect of interest matters
 */
export function judgedRow(language: Language, row: ContrastRow, unit: string, times: number): JudgedRow {
  const read = differenceUnit(language, unit);
  const { factor } = read;
  const least = times * row.least;
  const { mean, low, high } = row.effect;
  const found = { ...row.effect, mean: factor * mean, low: factor * low, high: factor * high };
  return {
    ...found,
    row,
    factor,
    unit: read.unit,
    least: factor * least,
    verdict: verdictOn(found, factor * least),
    more: pairsToTell(found, factor * least),
    standing: standingOf(row, least),
  };
}

/** Order in which standings are told. */
export const standings: readonly Standing[] = ["claimed", "defaultsOnly", "cannotTell", "tooEarly", "none", "reverse"];

/** How often each standing was come to. */
export function countsOf(rows: readonly Pick<JudgedRow, "standing">[]): Readonly<Record<Standing, number>> {
  const counts = { claimed: 0, defaultsOnly: 0, cannotTell: 0, tooEarly: 0, none: 0, reverse: 0 };
  for (const { standing } of rows) counts[standing]++;
  return counts;
}

/** A word for how a claim came out, by its counts. */
export function foundWord({ claimed, reverse }: Readonly<Record<Standing, number>>, all: number): Word {
  if (claimed === all) return "claimFound_claimed";
  if (claimed > 0) return "claimFound_part";
  return reverse > 0 ? "claimFound_reverse" : "claimFound_open";
}
