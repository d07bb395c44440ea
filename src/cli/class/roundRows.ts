import { measureIndex, measures } from "../../observation/index.ts";
import { type RoundRow, roundMeasures } from "../../teaching/index.ts";

const DIGITS = 4;
/** As it travels to phones and boards; NaN is null there. */
export const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** How measures stood before a round and after it. @param before  [measure of `roundMeasures`]; undefined before the first */
export const roundRows = (before: readonly number[] | undefined, after: readonly number[]): RoundRow[] =>
  roundMeasures.map((id, k) => {
    const { label, unit } = measures[measureIndex.get(id) as number];
    return { measure: id, label, unit, before: rounded(before?.[k] ?? Number.NaN), after: rounded(after[k]) };
  });
