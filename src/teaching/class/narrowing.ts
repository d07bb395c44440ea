import { type Estimate, meanWithInterval } from "../../experiment/index.ts";

/** What runs tell of a mean: [n - 1] its 95% interval after n of them. Each is that of a number of runs fixed beforehand. */
export const narrowing = (values: readonly number[]): Estimate[] => values.map((_, k) => meanWithInterval(values.slice(0, k + 1)));

/** Numbers of runs at which one looks back: doubled again and again, and the last. */
export function looksBack(count: number, most = 4): number[] {
  const looks: number[] = [];
  for (let at = count; at >= 3 && looks.length < most; at = Math.floor(at / 2)) looks.unshift(at);
  return looks;
}
