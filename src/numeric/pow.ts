import type { f64, i32 } from "../kernels/index.ts";
import { exp } from "./exp.ts";
import { log } from "./log.ts";

/**
 * x^y for x >= 0. Whole exponents up to 64 by repeated multiplication, others as exp(y log x): relative error below
 * 2^-52 (4 + |y log x|).
 */
export function pow(x: f64, y: f64): f64 {
  if (y === 0) return 1;
  if (y < 0) return 1 / pow(x, -y);
  if (y <= 64 && y === Math.floor(y)) {
    let result: f64 = 1;
    let base: f64 = x;
    for (let n: i32 = y as i32; n > 0; n >>= 1) {
      if ((n & 1) === 1) result *= base;
      base *= base;
    }
    return result;
  }
  if (x === 0) return 0;
  return exp(y * log(x));
}
