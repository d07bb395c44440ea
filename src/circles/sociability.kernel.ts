import type { F64s, f64, i32, U8s, U16s } from "../kernels/index.ts";
import { drawGamma, drawNext, drawPoisson } from "../random/setupDraws.kernel.ts";

export const YOUNG: i32 = 6;
export const BY_YOUTH: f64 = 0.4;
export const MOST_WANTED: i32 = 200;

/**
 * How sociable residents of a kind of estate and an age are, against each other: work-workplace > village > resettlement >
 * commodity housing (references: networks).
 */
export function sociabilityAt(kind: i32, years: i32): f64 {
  const usual: f64 = kind === 0 ? 1.25 : kind === 1 ? 0.9 : kind === 2 ? 0.8 : 1.1;
  return usual * (years < YOUNG ? BY_YOUTH : 1);
}

/**
 * How many acquaintances residents [from, to) can keep up (gamma times Poisson: negative binomial), and whether
 * neighbours are among them.
 *
 * @param alea             where the stream stands
 * @param acquaintances    of whoever is as sociable as 1
 * @param chanceOfNoContact  to have none with neighbours
 * @returns what all of them want
 */
export function drawSociability(
  alea: F64s,
  from: i32,
  to: i32,
  acquaintances: f64,
  dispersion: f64,
  chanceOfNoContact: f64,
  estate: U8s,
  age: U8s,
  sociability: U16s,
  withoutContact: U8s,
): i32 {
  let wanted: i32 = 0;
  const most: f64 = MOST_WANTED as f64;
  for (let i: i32 = from; i < to; i++) {
    const usual: f64 = acquaintances * sociabilityAt(estate[i], age[i]);
    const mean: f64 = usual * drawGamma(alea, dispersion, 1 / dispersion);
    const drawn: i32 = drawPoisson(alea, Math.min(mean, most));
    sociability[i] = drawn > MOST_WANTED ? MOST_WANTED : drawn;
    wanted += sociability[i];
    withoutContact[i] = drawNext(alea) < chanceOfNoContact ? 1 : 0;
  }
  return wanted;
}
