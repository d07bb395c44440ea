import { type AffiliationMeasures, affiliations, measureAffiliation } from "../../circles/index.ts";
import type { World } from "../../engine/index.ts";

/** Circles that each part of the kernel measures; branches are a table that grows, which other threads do not see. */
const shared = ["interest", "industry"] as const;
const names = ["degreeMean", "degreeVarianceRatio", "clustering", "meanPath", "isolated"] as const satisfies (keyof AffiliationMeasures)[];

const KERNEL = "recorder/affiliations";
/** [circle * names + name] */
const rows = (world: World) => world.scratch(KERNEL, Float64Array, shared.length * names.length);

/** Gives a world the kernel that measures affiliations; so in every thread that works on it. */
export function observeAffiliations(world: World): void {
  world.kernels.add(KERNEL, (circle) => {
    const measures = measureAffiliation(world, affiliations(world)[shared[circle]]);
    for (let k = 0; k < names.length; k++) rows(world)[circle * names.length + k] = measures[names[k]];
  });
}

/**
 * Measures of the circles that are affiliations.
 *
 * @param meanwhile  what this thread observes first, while others measure
 */
export function sumAffiliations<T>(
  world: World,
  meanwhile: () => T,
): [sums: Record<"interest" | "industry" | "party", AffiliationMeasures>, others: T] {
  const of = rows(world);
  let others: T | undefined;
  let party: AffiliationMeasures | undefined;
  world.kernels.share(KERNEL, shared.length, () => {
    others = meanwhile();
    party = measureAffiliation(world, affiliations(world).party);
  });
  const measured = (circle: number) =>
    Object.fromEntries(names.map((name, k) => [name, of[circle * names.length + k]])) as Record<(typeof names)[number], number>;
  return [{ interest: measured(0), industry: measured(1), party: party as AffiliationMeasures }, others as T];
}
