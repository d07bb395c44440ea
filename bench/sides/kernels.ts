import type { Ties } from "../../src/circles/index.ts";
import { normalQuantile } from "../../src/numeric/index.ts";
import { type Draws, unit } from "../../src/random/index.ts";
import { model } from "../model.ts";

/** Residents whose draws are made at once. */
const BATCH = 256;

/**
 * Counts the active members of each group.
 *
 * @param groupOf  [i] group of resident i
 * @param active   [i] 1 if active, else 0
 * @param out      [g] added to: active members among the residents [from, to)
 */
export function countActive(groupOf: Uint32Array, active: Uint8Array, out: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) out[groupOf[i]] += active[i];
}

export interface Columns {
  /** [i] */
  readonly club: Uint32Array;
  readonly team: Uint32Array;
  readonly will: Float32Array;
  readonly trust: Float32Array;
  readonly active: Uint8Array;
}

/**
 * The week of the residents [from, to).
 *
 * Draws one normal and one uniform number for each resident.
 *
 * @param clubShare  [g] share of active members
 * @param teamShare  [g]
 * @param words      memory for draws of BATCH residents
 * @param trust      [i] written: trust after the week
 * @param active     [i] written
 */
export function week(
  ties: Ties,
  before: Columns,
  clubShare: Float64Array,
  teamShare: Float64Array,
  draws: Draws,
  words: Uint32Array,
  from: number,
  to: number,
  trust: Float32Array,
  active: Uint8Array,
): void {
  const { offsets, degree, neighbors } = ties;
  const { club, team, will, trust: trustBefore, active: activeBefore } = before;
  for (let first = from; first < to; first += BATCH) {
    const end = Math.min(first + BATCH, to);
    draws.fill(words, first, end);
    for (let i = first; i < end; i++) {
      const last = offsets[i] + degree[i];
      let count = 0;
      let sum = 0;
      for (let h = offsets[i]; h < last; h++) {
        const j = neighbors[h];
        count += activeBefore[j];
        sum += trustBefore[j];
      }
      const own = trustBefore[i];
      const share = degree[i] > 0 ? count / degree[i] : 0;
      const mean = degree[i] > 0 ? sum / degree[i] : own;
      const pull =
        model.byAcquaintances * share +
        model.byClub * clubShare[club[i]] +
        model.byTeam * teamShare[team[i]] +
        model.byTrust * own -
        model.byWill * will[i];
      const chance = model.least + model.most * Math.min(1, Math.max(0, pull));
      trust[i] = own + model.trustPace * (mean - own) + model.trustNoise * normalQuantile(unit(words[4 * (i - first)]));
      active[i] = unit(words[4 * (i - first) + 1]) < chance ? 1 : 0;
    }
  }
}

/** Words of memory that `week` needs for its draws. */
export const WORDS = 4 * BATCH;
