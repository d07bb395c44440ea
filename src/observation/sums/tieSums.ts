import { addTieSums, sumTiesOf, TIE_SUMS } from "../../circles/index.ts";
import type { World } from "../../engine/index.ts";

/** Residents whose clustering is measured, about, spread evenly over the district. */
const SAMPLE = 10_000;
const KERNEL = "recorder/ties";
const rows = (world: World) => world.scratch(KERNEL, Float64Array, world.communities.rows * TIE_SUMS);

/** Gives a world the kernel that observes ties; so in every thread that works on it. */
export function observeTies(world: World): void {
  world.kernels.add(KERNEL, (c) => {
    const mark = world.workspace("recorder/mark", Uint8Array, world.residents.rows);
    const every = Math.max(1, Math.floor(world.residents.rows / SAMPLE));
    sumTiesOf(world, world.ties, c, every, mark, rows(world), world.memory);
  });
}

/**
 * Sums over all ties: of each community on its own, then of the communities in their order.
 *
 * @param meanwhile  what this thread observes first, while others sum
 */
export function sumTies<T>(world: World, meanwhile: () => T): [sums: ReturnType<typeof addTieSums>, others: T] {
  const of = rows(world);
  let others: T | undefined;
  world.kernels.everywhere(KERNEL, () => {
    others = meanwhile();
  });
  return [addTieSums(of, world.communities.rows), others as T];
}
