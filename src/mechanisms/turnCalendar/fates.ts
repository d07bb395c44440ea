import type { World } from "../../engine/index.ts";

// What becomes of a resident this month.
export const DIES = 1;
export const MOVES = 2;
export const BEGINS_WORK = 4;
export const RETIRES = 8;

/** [i] what becomes of i. */
export const fatesOf = (world: World) => world.scratch("people/fates", Uint8Array, world.residents.rows);

/** The place of a resident will be another's. */
export const GONE = DIES | MOVES;

export const leaves = (fate: number): boolean => (fate & GONE) !== 0;

/** [i] 1 while a tie of i is to end. */
export const partingOf = (world: World) => world.scratch("people/parting", Uint8Array, world.residents.rows);
