import type { World } from "../engine/index.ts";
import type { Draws } from "../random/index.ts";

const MOST = 65_536; // visits that one community can have in a week

/**
 * Calls `visit` for adults of a community drawn with replacement; under 18 the visit is lost.
 *
 * @param visit  gets the resident and a key, for further draws about this visit (draw 0 of the key is taken)
 */
export function drawnAdults(world: World, draws: Draws, community: number, count: number, visit: (i: number, key: number) => void): void {
  const { residents, communities } = world;
  const n = communities.columns.residents[community];
  const first = communities.columns.firstResident[community];
  for (let k = 0; k < count && k < MOST && n > 0; k++) {
    const key = community * MOST + k;
    const i = first + draws.below(key, n, 0);
    if (residents.columns.age[i] >= 18) visit(i, key);
  }
}
