import type { F32s, f64, i32, U16s, U32s } from "../../kernels/index.ts";
import { logistic } from "../../numeric/index.ts";

/**
 * Residents [from, to) move towards what they saw of their acquaintances at the start of the month.
 *
 * @param norm  what is seen by whoever has no acquaintances
 */
export function spreadNorms(
  compliance: F32s,
  seenOf: F32s,
  propensity: F32s,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  steepness: f64,
  tipping: f64,
  readiness: f64,
  pull: f64,
  adjustment: f64,
  norm: f64,
  from: i32,
  to: i32,
): void {
  for (let i: i32 = from; i < to; i++) {
    const d: i32 = degree[i];
    const first: i32 = offsets[i];
    const end: i32 = first + d;
    let seen: f64 = 0;
    for (let h: i32 = first; h < end; h++) seen += seenOf[neighbors[h]];
    const rho: f64 = d > 0 ? seen / (d as f64) : norm;
    const aim: f64 = logistic(steepness * (rho - tipping) + readiness * propensity[i] + pull);
    compliance[i] += adjustment * (aim - compliance[i]);
  }
}
