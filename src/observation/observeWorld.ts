import type { World } from "../engine/index.ts";
import { observeBetweenness } from "./betweenness.ts";
import { observeMeanPath } from "./meanPath.ts";
import { observeAffiliations } from "./sums/affiliationSums.ts";
import { observeResidents } from "./sums/residentSums.ts";
import { observeTies } from "./sums/tieSums.ts";

/** Gives a world the kernels by which it is measured; so in every thread that works on it. */
export function observeWorld(world: World): void {
  observeResidents(world);
  observeTies(world);
  observeAffiliations(world);
  observeMeanPath(world);
  observeBetweenness(world);
}
