import type { Ties } from "../../src/circles/index.ts";
import { normalQuantile } from "../../src/numeric/index.ts";
import { type Draws, unit } from "../../src/random/index.ts";
import { model } from "../model.ts";

/** Residents whose draws are made at once. */
const BATCH = 256;

export interface Columns {
  /** [i] */
  readonly club: Uint32Array;
  readonly team: Uint32Array;
  readonly will: Float32Array;
  /** [2 i] trust, [2 i + 1] 1 if active, else 0. */
  readonly mood: Float32Array;
}

/** Active members of each group. */
export interface Counts {
  /** [group] */
  readonly club: Uint32Array;
  readonly team: Uint32Array;
}

/**
 * The week of the residents [from, to).
 *
 * Draws one normal and one uniform number for each resident.
 *
 * @param clubShare  [g] share of active members
 * @param teamShare  [g]
 * @param words      memory for draws of BATCH residents
 * @param mood       [2 i] written: trust after the week; [2 i + 1] written: activity
 * @param counts     added to: who is active after the week
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
  mood: Float32Array,
  counts: Counts,
): void {
  const { offsets, degree, neighbors } = ties;
  const { club, team, will, mood: moodBefore } = before;
  const { club: clubCount, team: teamCount } = counts;
  for (let first = from; first < to; first += BATCH) {
    const end = Math.min(first + BATCH, to);
    draws.fill(words, first, end);
    for (let i = first; i < end; i++) {
      const last = offsets[i] + degree[i];
      let count = 0;
      let sum = 0;
      for (let h = offsets[i]; h < last; h++) {
        const j = neighbors[h];
        sum += moodBefore[2 * j];
        count += moodBefore[2 * j + 1];
      }
      const own = moodBefore[2 * i];
      const share = degree[i] > 0 ? count / degree[i] : 0;
      const mean = degree[i] > 0 ? sum / degree[i] : own;
      const pull =
        model.byAcquaintances * share +
        model.byClub * clubShare[club[i]] +
        model.byTeam * teamShare[team[i]] +
        model.byTrust * own -
        model.byWill * will[i];
      const chance = model.least + model.most * Math.min(1, Math.max(0, pull));
      mood[2 * i] = own + model.trustPace * (mean - own) + model.trustNoise * normalQuantile(unit(words[4 * (i - first)]));
      if (unit(words[4 * (i - first) + 1]) < chance) {
        mood[2 * i + 1] = 1;
        clubCount[club[i]]++;
        teamCount[team[i]]++;
      } else mood[2 * i + 1] = 0;
    }
  }
}

/** Words of memory that `week` needs for its draws. */
export const WORDS = 4 * BATCH;
