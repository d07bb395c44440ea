import { exp } from "./exp.ts";
import { log } from "./log.ts";

/**
 * x^y for x >= 0. Whole exponents up to 64 by repeated multiplication, others as exp(y log x): relative error below
 * 2^-52 (4 + |y log x|).
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y < 0) return 1 / pow(x, -y);
  if (y <= 64 && y === Math.floor(y)) {
    let result = 1;
    let base = x;
    for (let n = y; n > 0; n = Math.floor(n / 2)) {
      if (n % 2 === 1) result *= base;
      base *= base;
    }
    return result;
  }
  if (x === 0) return 0;
  return exp(y * log(x));
}
