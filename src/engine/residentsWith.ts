import { listRowsWith } from "./residentsWith.kernel.ts";
import type { World } from "./world.ts";

/** The residents of a community of whom a column is not 0, in their order; until the next call. For few among many. */
export function residentsWith(world: World, values: Uint8Array, c: number): Uint32Array {
  const { firstResident, residents } = world.communities.columns;
  const from = firstResident[c];
  const rows = world.workspace("residentsWith", Uint32Array, residents[c]);
  return rows.subarray(0, world.memory.kernel({ listRowsWith })(values, from, from + residents[c], rows));
}
