import type { Draws } from "../random/index.ts";
import { speakerOf, staircaseOf } from "./homes.ts";
import { kindOfType } from "./matterKinds.ts";
import type { World } from "./world.ts";

/** Flats asked where more are concerned than can sit together: a panel of the estate or community. */
export const PANEL = 24;
/** Most flats concerned by a matter of one building. */
export const MOST_CONCERNED = 60;
const TRIES = 8;

/**
 * Who is concerned by a matter: one adult for each flat of the staircase or building, or for each of a panel of flats of
 * the estate, its drivers, or the community. Of a dispute it is the two sides.
 *
 * @param draws  draws of the matter, the same whenever it is asked; draws 1 ... of agent serial
 * @param out    written: residents
 * @returns      how many
 */
export function concernedBy(world: World, q: number, draws: Draws, out: Int32Array): number {
  const { matters, residents, buildings } = world;
  const m = matters.columns;
  const i = m.resident[q];
  const { concerns } = kindOfType[m.type[q]];
  const h = residents.columns.household[i];
  if (concerns === "staircase") {
    const { from, to } = staircaseOf(world, h);
    return speakersOf(world, from, to, out);
  }
  if (concerns === "building") {
    const first = buildings.columns.firstHousehold[m.building[q]];
    return speakersOf(world, first, first + buildings.columns.households[m.building[q]], out);
  }
  out[0] = i;
  if (concerns === "household" || concerns === "flats") {
    if (m.other[q] < 0) return 1;
    out[1] = m.other[q];
    return 2;
  }
  return panelOf(world, q, draws, out);
}

function speakersOf(world: World, from: number, to: number, out: Int32Array): number {
  let count = 0;
  for (let h = from; h < to && count < MOST_CONCERNED; h++) {
    const j = speakerOf(world, h);
    if (j >= 0) out[count++] = j;
  }
  return count;
}

/** Whoever raised it, and drawn flats that it concerns as well. */
function panelOf(world: World, q: number, draws: Draws, out: Int32Array): number {
  const { matters, residents, households, buildings, communities } = world;
  const m = matters.columns;
  const { household, estate } = residents.columns;
  const c = m.community[q];
  const i = out[0];
  const { concerns } = kindOfType[m.type[q]];
  const first = household[communities.columns.firstResident[c]];
  const count = household[communities.columns.firstResident[c] + communities.columns.residents[c] - 1] - first + 1;
  const most = Math.min(PANEL, count);
  let seats = 1;
  for (let k = 1; k <= most * TRIES && seats < most; k++) {
    const h = first + draws.below(m.serial[q], count, k);
    if (concerns !== "community" && buildings.columns.estate[households.columns.building[h]] !== estate[i]) continue;
    if (concerns === "drivers" && !households.columns.car[h]) continue;
    const j = speakerOf(world, h);
    if (j < 0 || household[i] === h || sits(out, seats, j)) continue;
    out[seats++] = j;
  }
  return seats;
}

function sits(out: Int32Array, seats: number, j: number): boolean {
  for (let s = 0; s < seats; s++) if (out[s] === j) return true;
  return false;
}
