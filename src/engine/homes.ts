import type { World } from "./world.ts";

/** Walk-ups of six floors with two flats to a landing, so that a staircase has twelve flats [J]. */
export const FLOORS = 6;
const LANDING = 2;
export const STAIRCASE = FLOORS * LANDING;

/** First flat of the staircase of a household, and one past its last, as households. */
export function staircaseOf({ households, buildings }: World, h: number): { from: number; to: number } {
  const b = households.columns.building[h];
  const first = buildings.columns.firstHousehold[b];
  const from = first + Math.floor((h - first) / STAIRCASE) * STAIRCASE;
  return { from, to: Math.min(from + STAIRCASE, first + buildings.columns.households[b]) };
}

/** Floor of a household, 1 to 6. */
export function floorOf({ households, buildings }: World, h: number): number {
  const first = buildings.columns.firstHousehold[households.columns.building[h]];
  return 1 + Math.floor(((h - first) % STAIRCASE) / LANDING);
}

/** Who speaks for a household: its first adult; -1 if it has none. */
export function speakerOf({ households, residents }: World, h: number): number {
  const from = households.columns.firstResident[h];
  const to = from + households.columns.size[h];
  for (let i = from; i < to; i++) if (residents.columns.age[i] >= 18) return i;
  return -1;
}

/** Another adult of the household; -1 if there is none. */
export function otherAdultOf({ households, residents }: World, i: number): number {
  const h = residents.columns.household[i];
  const from = households.columns.firstResident[h];
  const to = from + households.columns.size[h];
  for (let j = from; j < to; j++) if (j !== i && residents.columns.age[j] >= 18) return j;
  return -1;
}
