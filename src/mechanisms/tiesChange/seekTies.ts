import { dropFrom, focusOf, hasTie, placeOf, type Ties } from "../../circles/index.ts";
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
  const { residents, groups, workplaces, branches } = world;
  const n = residents.rows;
  return {
    /** [i] whom i will be joined to, or NOBODY. */
    wanted: world.scratch("acquaintanceTurnover/wanted", Uint32Array, n),
    /** [i] 1 if that is to be a core tie. */
    closely: world.scratch("acquaintanceTurnover/closely", Uint8Array, n),
    /** [i] 1 while a tie in the row of i fades. */
    fades: world.scratch("acquaintanceTurnover/fades", Uint8Array, n),
    // Residents by the places that they share (groups, then workplaces, then branches): fellows[start[f] .. start[f + 1]).
    start: world.scratch("acquaintanceTurnover/start", Uint32Array, groups.rows + workplaces.rows + branches.rows + 2),
    fellows: world.scratch("acquaintanceTurnover/fellows", Uint32Array, n * FOCI),
  };
}

const FOCI = 6; // three groups, a workplace, a branch at home and one at work

/** Lists who shares each group, workplace and branch. */
export function listFellows(world: World): void {
  const { groups, workplace, homeBranch, workBranch } = world.residents.columns;
  const { start, fellows } = turnoverScratch(world);
  const n = world.residents.rows;
  const firstWorkplace = world.groups.rows;
  const firstBranch = firstWorkplace + world.workplaces.rows;
  const foci = firstBranch + world.branches.rows;
  start.fill(0, 0, foci + 2);
  for (let i = 0; i < n; i++) {
    for (let k = i * 3; k < i * 3 + 3; k++) if (groups[k] >= 0) start[groups[k] + 2]++;
    if (workplace[i] >= 0) start[firstWorkplace + workplace[i] + 2]++;
    if (homeBranch[i] >= 0) start[firstBranch + homeBranch[i] + 2]++;
    if (workBranch[i] >= 0) start[firstBranch + workBranch[i] + 2]++;
  }
  for (let f = 0; f < foci; f++) start[f + 2] += start[f + 1];
  for (let i = 0; i < n; i++) {
    for (let k = i * 3; k < i * 3 + 3; k++) if (groups[k] >= 0) fellows[start[groups[k] + 1]++] = i;
    if (workplace[i] >= 0) fellows[start[firstWorkplace + workplace[i] + 1]++] = i;
    if (homeBranch[i] >= 0) fellows[start[firstBranch + homeBranch[i] + 1]++] = i;
    if (workBranch[i] >= 0) fellows[start[firstBranch + workBranch[i] + 1]++] = i;
  }
}

const CANDIDATES = 12; // at most

/** Room of a thread to look for friends of friends: [resident] 1 if a friend, left empty; candidates, and what is drawn for them. */
const roomOf = (world: World) => ({
  isFriend: world.workspace("acquaintanceTurnover/isFriend", Uint8Array, world.residents.rows),
  candidates: world.workspace("acquaintanceTurnover/candidates", Uint32Array, CANDIDATES),
  drawn: world.workspace("acquaintanceTurnover/drawn", Float64Array, 2 * CANDIDATES),
});
type Room = ReturnType<typeof roomOf>;

/** Who of a community seeks whom, from the ties as they are. */
export function seek(world: World, context: Context<Turnover>, c: number): void {
  const { communities, residents, ties } = world;
  const { wanted, start, fellows } = turnoverScratch(world);
  const room = roomOf(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const { sociability } = residents.columns;
  const { degree } = ties;
  const { draws, observer, parameters: p } = context;
  const contact = communities.columns.contact[c];
  const once = draws.once(from, to);
  for (let i = from; i < to; i++) {
    const most = (2 * p.seeking * contact * sociability[i]) / USUAL / MONTHS;
    if (!observer && once.uniform(i) >= most) continue;
    if (!once.chance(i, most / (exp(p.sharpness * (degree[i] / Math.max(1, sociability[i]) - 1)) + 1))) continue;
    const u = draws.uniform(i, 1);
    const focus = u < p.focal ? focusOf(world, i, draws.uniform(i, 3)) : -1;
    if (focus >= 0) wanted[i] = fellows[start[focus] + draws.below(i, start[focus + 1] - start[focus], 2)];
    else {
      // Who shares no place finds those ties next door.
      const v = u < p.focal ? u / p.focal : (u - p.focal) / (1 - p.focal);
      if (v < p.triadic && degree[i] > 0) wanted[i] = friendOfFriend(ties, context, i, room);
      else if (v > 1 - p.afar) wanted[i] = draws.below(i, residents.rows, 2);
      else wanted[i] = neighbourOf(world, context, i, c);
    }
  }
}

/**
 * Of a few friends of friends, the one with whom most friends are shared; NOBODY if all are acquaintances already.
 *
 * All are drawn first, then all friends found, then their friends: so memory is waited for less often than if candidates
 * followed one another.
 */
function friendOfFriend(ties: Ties, { draws, parameters: p }: Context<Turnover>, i: number, { isFriend, candidates, drawn }: Room): number {
  const { offsets, degree, neighbors } = ties;
  const end = offsets[i] + degree[i];
  for (let k = 0; k < 2 * p.candidates; k++) drawn[k] = draws.uniform(i, 8 + k);
  for (let k = 0; k < p.candidates; k++) candidates[k] = nearest(ties, i, drawn[2 * k]);
  for (let k = 0; k < p.candidates; k++) candidates[k] = nearest(ties, candidates[k], drawn[2 * k + 1]);
  let j = NOBODY;
  for (let h = offsets[i]; h < end; h++) isFriend[neighbors[h]] = 1;
  let best = -1;
  for (let k = 0; k < p.candidates; k++) {
    const other = candidates[k];
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
  return j;
}

/** Of a few residents around the same courtyard, the one nearest in age. */
function neighbourOf({ residents, buildings, communities, scenario }: World, { draws }: Context<Turnover>, i: number, c: number): number {
  const { age, building } = residents.columns;
  const { firstResident, residents: dwellers } = buildings.columns;
  const firstBuilding = communities.columns.firstBuilding[c];
  const { courtyard } = scenario.circles;
  const first = building[i] - ((building[i] - firstBuilding) % courtyard);
  const last = Math.min(firstBuilding + communities.columns.buildings[c], first + courtyard) - 1;
  const from = firstResident[first];
  const count = firstResident[last] + dwellers[last] - from;
  let j = NOBODY;
  for (let k = 0; k < ALIKE; k++) {
    const other = from + draws.below(i, count, 32 + k);
    if (other !== i && (j === NOBODY || Math.abs(age[other] - age[i]) < Math.abs(age[j] - age[i]))) j = other;
  }
  return j;
}

const ALIKE = 4; // neighbours among whom one looks

/** The drawn tie of i, or the next core one: people meet through those whom they see. @param u  uniform number */
function nearest({ offsets, degree, neighbors, core }: Ties, i: number, u: number): number {
  const first = offsets[i];
  const d = degree[i];
  const drawn = Math.floor(u * d);
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
  world.weekTotals.communities.columns.tiesLost[c] += lost;
}

/** Finds out who of a community wants somebody whom they know already, and which ties will be core ties. */
export function approach(world: World, { draws, parameters: p }: Context<Turnover>, c: number): void {
  const { communities, residents, ties } = world;
  const { withoutContact } = residents.columns;
  const { wanted, closely } = turnoverScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  for (let i = from; i < to; i++) {
    const j = wanted[i];
    if (j === NOBODY) continue;
    const near = j >= from && j < to;
    closely[i] = near && !withoutContact[i] && !withoutContact[j] && draws.chance(i, p.core, 4) ? 1 : 0;
    if (i === j || hasTie(ties, i, j)) wanted[i] = NOBODY;
  }
}
