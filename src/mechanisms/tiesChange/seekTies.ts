import { focusOf } from "../../circles/index.ts";
import { type Context, MONTHS, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { fadeTies, fellowsOf, forgetKnown, friendsOfFriends, LIMITS, NONE, partTies, whoSeeks, whoWants } from "./seekTies.kernel.ts";
import type { Turnover } from "./turnoverParameters.ts";

const USUAL = 12; // acquaintances of a resident of mean sociability
/** Memory that the kernels share with the step. */
export function turnoverScratch(world: World) {
  const { residents, groups, workplaces, branches } = world;
  const n = residents.rows;
  return {
    /** [i] whom i will be joined to, or NONE. */
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
  const firstWorkplace = world.groups.rows;
  const firstBranch = firstWorkplace + world.workplaces.rows;
  const foci = firstBranch + world.branches.rows;
  world.memory.kernel({ fellowsOf })(
    groups,
    workplace,
    homeBranch,
    workBranch,
    world.residents.rows,
    firstWorkplace,
    firstBranch,
    foci,
    start,
    fellows,
  );
}

/** Who of a community seeks whom, from the ties as they are. */
export function seek(world: World, context: Context<Turnover>, c: number): void {
  const { communities, residents, ties } = world;
  const { wanted, start, fellows } = turnoverScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const { degree } = ties;
  const { draws, observer, parameters: p } = context;
  const once = draws.once(from, to);
  const seekers = world.workspace("acquaintanceTurnover/seekers", Uint32Array, to - from);
  const chances = world.workspace("acquaintanceTurnover/chances", Float64Array, to - from);
  const rows = world.memory.kernel({ whoSeeks })(
    once.words,
    residents.columns.sociability,
    degree,
    2 * p.seeking * communities.columns.contact[c],
    USUAL,
    MONTHS,
    p.sharpness,
    limitsOf(world, p.sharpness),
    observer ? 1 : 0,
    from,
    to,
    seekers,
    chances,
  );
  const drawn = draws.listed(seekers, rows);
  let closing = 0;
  for (let row = 0; row < rows; row++) {
    const i = seekers[row];
    if (!once.chance(i, chances[row])) continue;
    const u = drawn.uniform(row, 1);
    const focus = u < p.focal ? focusOf(world, i, drawn.uniform(row, 3)) : -1;
    if (focus >= 0) wanted[i] = fellows[start[focus] + drawn.below(row, start[focus + 1] - start[focus], 2)];
    else {
      // Who shares no place finds those ties next door.
      const v = u < p.focal ? u / p.focal : (u - p.focal) / (1 - p.focal);
      if (v < p.triadic && degree[i] > 0)
        seekers[closing++] = i; // looked at already
      else if (v > 1 - p.afar) wanted[i] = drawn.below(row, residents.rows, 2);
      else wanted[i] = neighbourOf(world, context, i, c);
    }
  }
  closeTriangles(world, context, seekers, closing);
}

/** What has been found out about the limit, as long as it is as sharp. */
function limitsOf(world: World, sharpness: number): Float64Array {
  const limits = world.workspace("acquaintanceTurnover/limits", Float64Array, LIMITS * LIMITS + 1);
  if (limits[LIMITS * LIMITS] === sharpness) return limits;
  limits.fill(0);
  limits[LIMITS * LIMITS] = sharpness;
  return limits;
}

/** Residents who seek a friend of friends want the one with whom they share most friends. */
function closeTriangles(world: World, { draws, parameters: { candidates } }: Context<Turnover>, seekers: Uint32Array, rows: number): void {
  const { offsets, degree, neighbors, core } = world.ties;
  const drawn = draws.listed(seekers, rows, 2, Math.ceil(candidates / 2));
  world.memory.kernel({ friendsOfFriends })(
    seekers,
    rows,
    candidates,
    drawn.words,
    drawn.stride,
    offsets,
    degree,
    neighbors,
    core,
    world.workspace("acquaintanceTurnover/isFriend", Uint8Array, world.residents.rows),
    world.workspace("acquaintanceTurnover/found", Uint32Array, candidates * rows),
    turnoverScratch(world).wanted,
  );
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
  let j = NONE;
  for (let k = 0; k < ALIKE; k++) {
    const other = from + draws.below(i, count, 32 + k);
    if (other !== i && (j === NONE || Math.abs(age[other] - age[i]) < Math.abs(age[j] - age[i]))) j = other;
  }
  return j;
}

const ALIKE = 4; // neighbours among whom one looks

/** Marks the ties of a community that fade. */
export function fade(world: World, context: Context<Turnover>, c: number): void {
  const { communities, ties } = world;
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const p = context.parameters;
  const keepWeak = pow(p.weakSurvival, 1 / MONTHS);
  const keepCore = pow(p.coreSurvival, 1 / MONTHS);
  const keepsAll = world.workspace("acquaintanceTurnover/keepsAll", Float64Array, ROWS);
  for (let d = 0; d < ROWS; d++) keepsAll[d] = d === 0 ? 1 : keepsAll[d - 1] * Math.min(keepWeak, keepCore);
  world.memory.kernel({ fadeTies })(
    context.stream("fade").once(from, to).words,
    ties.offsets,
    ties.degree,
    ties.neighbors,
    ties.core,
    keepsAll,
    ROWS,
    keepWeak,
    keepCore,
    from,
    to,
    listOf(world, to - from),
    turnoverScratch(world).fades,
  );
}

const ROWS = 64;

/** Room of a thread for a list of residents of a community: the place after the last is written too. */
const listOf = (world: World, residents: number) => world.workspace("acquaintanceTurnover/listed", Uint32Array, residents + 1);

/** Drops the ties that fade from the rows of a community. */
export function part(world: World, _context: Context<Turnover>, c: number): void {
  const { offsets, degree, neighbors, core } = world.ties;
  const { firstResident, residents } = world.communities.columns;
  const from = firstResident[c];
  const { fades } = turnoverScratch(world);
  const lost = world.memory.kernel({ partTies })(offsets, degree, neighbors, core, fades, from, from + residents[c]);
  world.weekTotals.communities.columns.tiesLost[c] += lost;
}

/** Finds out who of a community wants somebody whom they know already, and which ties will be core ties. */
export function approach(world: World, { draws, parameters: p }: Context<Turnover>, c: number): void {
  const { communities, residents } = world;
  const { offsets, degree, neighbors } = world.ties;
  const { withoutContact } = residents.columns;
  const { wanted, closely } = turnoverScratch(world);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const listed = listOf(world, to - from);
  const rows = world.memory.kernel({ whoWants })(wanted, from, to, listed);
  const drawn = draws.listed(listed, rows, 1);
  for (let row = 0; row < rows; row++) {
    const i = listed[row];
    const j = wanted[i];
    const near = j >= from && j < to;
    closely[i] = near && !withoutContact[i] && !withoutContact[j] && drawn.chance(row, i, p.core, 4) ? 1 : 0;
  }
  world.memory.kernel({ forgetKnown })(listed, rows, offsets, degree, neighbors, wanted);
}
