import type { f64 } from "../kernels/index.ts";
import { exp } from "./exp.ts";

/** 1 / (1 + e^-x). */
export function logistic(x: f64): f64 {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e: f64 = exp(x);
  return e / (1 + e);
}
