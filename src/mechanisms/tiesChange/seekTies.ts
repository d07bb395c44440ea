import { dropFrom, placeOf, type Ties } from "../../circles/index.ts";
import { type Context, MONTHS, type World } from "../../engine/index.ts";
import { exp, pow } from "../../numeric/index.ts";
import type { Turnover } from "./turnoverParameters.ts";

const USUAL = 12; // acquaintances of a resident of mean sociability
/** Nobody is sought. */
export const NOBODY = 0xffffffff;
// Added to the core flag of a tie that fades, until it is dropped: in the row of the lower end, and in that of the upper.
const FADING = 2;
const FADING_FROM_BELOW = 4;

/** Memory that the kernels share with the step. */
export function turnoverScratch(world: World) {
  const n = world.residents.rows;
  return {
    /** [i] whom i will be joined to, or NOBODY. */
    wanted: world.scratch("acquaintanceTurnover/wanted", Uint32Array, n),
    /** [i] 1 while a tie in the row of i fades. */
    fades: world.scratch("acquaintanceTurnover/fades", Uint8Array, n),
    // Residents by the first of their groups: fellows[start[g] .. start[g + 1]).
    start: world.scratch("acquaintanceTurnover/start", Uint32Array, world.groups.rows + 2),
    fellows: world.scratch("acquaintanceTurnover/fellows", Uint32Array, n),
  };
}

/** Lists the fellow members of each group. */
export function listFellows(world: World): void {
  const { groups } = world.residents.columns;
  const { start, fellows } = turnoverScratch(world);
  const n = world.residents.rows;
  start.fill(0, 0, world.groups.rows + 2);
  for (let i = 0; i < n; i++) if (groups[i * 3] >= 0) start[groups[i * 3] + 2]++;
  for (let g = 0; g < world.groups.rows; g++) start[g + 2] += start[g + 1];
  for (let i = 0; i < n; i++) if (groups[i * 3] >= 0) fellows[start[groups[i * 3] + 1]++] = i;
}

/** Who of a community seeks whom, from the ties as they are. */
export function seek(world: World, context: Context<Turnover>, c: number): void {
  const { communities, residents, buildings, ties } = world;
  const { wanted, start, fellows } = turnoverScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const { sociability, groups, building } = residents.columns;
  const { firstResident, residents: dwellers } = buildings.columns;
  const { offsets, degree, neighbors } = ties;
  const { draws, onlooker, parameters: p } = context;
  const contact = communities.columns.contact[c];
  const isFriend = world.workspace("acquaintanceTurnover/isFriend", Uint8Array, residents.rows);
  const once = draws.once(from, to);
  for (let i = from; i < to; i++) {
    const most = (2 * p.seeking * contact * sociability[i]) / USUAL / MONTHS;
    if (!onlooker && once.uniform(i) >= most) continue;
    if (!once.chance(i, most / (exp(p.sharpness * (degree[i] / Math.max(1, sociability[i]) - 1)) + 1))) continue;
    const kind = draws.uniform(i, 1);
    const group = groups[i * 3];
    let j = NOBODY;
    if (group >= 0 && kind < p.focal) {
      j = fellows[start[group] + draws.below(i, start[group + 1] - start[group], 2)];
    } else if ((group >= 0 ? (kind - p.focal) / (1 - p.focal) : kind) < p.triadic && degree[i] > 0) {
      // Of a few friends of friends, the one with whom most friends are shared.
      const end = offsets[i] + degree[i];
      for (let h = offsets[i]; h < end; h++) isFriend[neighbors[h]] = 1;
      let best = -1;
      for (let k = 0; k < p.candidates; k++) {
        const friend = nearest(ties, i, draws.below(i, degree[i], 8 + 2 * k));
        const other = nearest(ties, friend, draws.below(i, degree[friend], 9 + 2 * k));
        if (other === i || isFriend[other]) continue;
        let shared = 0;
        const last = offsets[other] + degree[other];
        for (let h = offsets[other]; h < last; h++) shared += isFriend[neighbors[h]];
        if (shared > best) {
          best = shared;
          j = other;
        }
      }
      for (let h = offsets[i]; h < end; h++) isFriend[neighbors[h]] = 0;
    } else {
      const b = building[i];
      j = firstResident[b] + draws.below(i, dwellers[b], 2);
    }
    wanted[i] = j;
  }
}

/** The drawn tie of i, or the next core one: people meet through those whom they see. */
function nearest({ offsets, degree, neighbors, core }: Ties, i: number, drawn: number): number {
  const first = offsets[i];
  const d = degree[i];
  for (let k = 0, at = drawn; k < d; k++) {
    if (core[first + at]) return neighbors[first + at];
    if (++at === d) at = 0;
  }
  return neighbors[first + drawn];
}

/**
 * Marks the ties of a community that fade, in both rows: the upper end may live elsewhere, but nobody else touches the
 * places of the tie. One number decides on all ties that stand in the row of a resident as the
 * lower end: it fixes the first tie that fades, and what is left of it the next.
 */
export function fade(world: World, context: Context<Turnover>, c: number): void {
  const { communities, ties } = world;
  const { fades } = turnoverScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const { offsets, degree, neighbors, core } = ties;
  const once = context.stream("fade").once(from, to);
  const p = context.parameters;
  const keepWeak = pow(p.weakSurvival, 1 / MONTHS);
  const keepCore = pow(p.coreSurvival, 1 / MONTHS);
  // The least chance that a row of so many ties keeps them all: most rows need no closer look.
  const keepsAll = world.workspace("acquaintanceTurnover/keepsAll", Float64Array, ROWS);
  for (let d = 0; d < ROWS; d++) keepsAll[d] = d === 0 ? 1 : keepsAll[d - 1] * Math.min(keepWeak, keepCore);
  for (let i = from; i < to; i++) {
    let u = once.uniform(i);
    const d = degree[i];
    if (d < ROWS && u >= 1 - keepsAll[d]) continue;
    let kept = 1; // chance that all since the last tie that fades are kept
    for (let h = offsets[i]; h < offsets[i] + d; h++) {
      if (neighbors[h] < i) continue;
      const keep = core[h] ? keepCore : keepWeak;
      if (u < 1 - kept * keep) {
        core[h] += FADING;
        fades[i] = 1;
        core[placeOf(ties, neighbors[h], i)] += FADING_FROM_BELOW;
        fades[neighbors[h]] = 1;
        u = (u - (1 - kept)) / (kept * (1 - keep));
        kept = 1;
      } else kept *= keep;
    }
  }
}

const ROWS = 64;

/** Drops the ties that fade from the rows of a community: those to lower residents in their order, then the others. */
export function part(world: World, _context: Context<Turnover>, c: number): void {
  const { ties, communities } = world;
  const { fades } = turnoverScratch(world);
  const { offsets, degree, neighbors, core } = ties;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  let lost = 0;
  for (let i = from; i < to; i++) {
    if (!fades[i]) continue;
    fades[i] = 0;
    for (;;) {
      let lowest = -1;
      for (let h = offsets[i]; h < offsets[i] + degree[i]; h++)
        if (core[h] >= FADING_FROM_BELOW && (lowest < 0 || neighbors[h] < neighbors[lowest])) lowest = h;
      if (lowest < 0) break;
      dropFrom(ties, i, lowest);
    }
    // From the end of the row, so that the tie that takes a free place has been looked at already.
    for (let h = offsets[i] + degree[i] - 1; h >= offsets[i]; h--) {
      if (core[h] < FADING) continue;
      dropFrom(ties, i, h);
      lost++;
    }
  }
  world.tally.communities.columns.tiesLost[c] += lost;
}
