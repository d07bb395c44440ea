import type { ObservedValue } from "./schema.ts";

/** Standard errors from the middle of a 95% interval to its end. */
export const HALF_WIDTH = 1.959963984540054;

/** The 95% interval of an observed value: as it was given, else from its standard error; the value itself where it is exact. */
export const intervalOf = ({ value, error, interval }: Pick<ObservedValue, "value" | "error" | "interval">): readonly [number, number] =>
  interval ?? [value - HALF_WIDTH * error, value + HALF_WIDTH * error];
