import { type Context, departs, emptyPlaces, type World } from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { AGES, type AgeFlows, USUAL_SATISFACTION } from "../../population/index.ts";
import { endTies } from "./endTies.kernel.ts";
import { DIES, fatesOf, GONE, leaves, MOVES, partingOf } from "./fates.ts";
import type { People } from "./peopleParameters.ts";
import { ADULT, placeOf, residentOf } from "./places.ts";
import { keepPost } from "./posts.ts";

/** [age] chance a month to die; then [age] chance a month to go for reasons of age. */
const hazardsOf = (world: World) => world.scratch("people/hazards", Float64Array, 2 * AGES);

/** Chances of the month, from those of a year. */
export function setHazards(world: World, { dies, goes }: AgeFlows): void {
  const hazards = hazardsOf(world);
  for (let a = 0; a < AGES; a++) {
    hazards[a] = monthly(dies[a]);
    hazards[AGES + a] = monthly(goes[a]);
  }
}

/** Marks who of a community dies or goes, one by one or with the household. */
export function part(world: World, context: Context<People>, c: number): void {
  const { communities, buildings, households, residents } = world;
  const { age, satisfaction } = residents.columns;
  const { firstResident, size } = households.columns;
  const fates = fatesOf(world);
  const hazards = hazardsOf(world);
  const { moving, dissatisfied } = context.parameters;
  const b = communities.columns.firstBuilding[c];
  const last = b + communities.columns.buildings[c] - 1;
  const firstHousehold = buildings.columns.firstHousehold[b];
  const endHousehold = buildings.columns.firstHousehold[last] + buildings.columns.households[last];
  const moves = context.stream("households").once(firstHousehold, endHousehold);
  const usual = monthly(moving);
  for (let h = firstHousehold; h < endHousehold; h++) {
    const first = firstResident[h];
    if (!moves.chance(h, usual * (1 + 2 * dissatisfied * (USUAL_SATISFACTION - satisfaction[first])))) continue;
    for (let i = first; i < first + size[h]; i++) fates[i] |= MOVES;
  }
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const once = context.draws.once(from, to);
  for (let i = from; i < to; i++) {
    const dies = hazards[age[i]];
    if (once.chance(i, dies)) fates[i] |= DIES;
    else if (once.chance(i, dies + hazards[AGES + age[i]])) fates[i] |= age[i] < VERY_OLD ? MOVES : DIES;
    if (leaves(fates[i])) markTies(world, i);
  }
}

/** Marks whoever loses a tie when i leaves, wherever they live: all threads write the same there. */
function markTies(world: World, i: number): void {
  const { offsets, degree, neighbors } = world.ties;
  const parting = partingOf(world);
  parting[i] = 1;
  for (let h = offsets[i], end = offsets[i] + degree[i]; h < end; h++) parting[neighbors[h]] = 1;
}

/** Those who die or move leave no ties in the rows of a community. */
export function loseTies(world: World, _context: Context<People>, c: number): void {
  const { offsets, degree, neighbors, core } = world.ties;
  const from = world.communities.columns.firstResident[c];
  const to = from + world.communities.columns.residents[c];
  world.memory.kernel({ endTies })(fatesOf(world), GONE, partingOf(world), offsets, degree, neighbors, core, from, to);
}

/** From this age on, who goes for reasons of age has died. */
const VERY_OLD = 85;

/** Who dies or moves goes. @returns the places that were left, in their order */
export function vacate(world: World, context: Context<People>, fates: Uint8Array, posts: number[]): number[] {
  const { residents, households } = world;
  const { household, age, community } = residents.columns;
  const t = world.weekTotals.communities.columns;
  const places: number[] = [];
  let held = -1;
  let adult = false;
  for (let i = 0; i < residents.rows; i++) {
    if (!leaves(fates[i]) || context.at(community[i]) === undefined) continue;
    if (household[i] !== held) {
      held = household[i];
      const first = households.columns.firstResident[held];
      adult = false;
      for (let j = first; j < first + households.columns.size[held]; j++) {
        if (!leaves(fates[j]) && age[j] >= ADULT) adult = true;
      }
    }
    places.push(placeOf(i, !adult));
    adult = true;
    if (fates[i] & DIES) t.died[community[i]]++;
    else t.movedOut[community[i]]++;
    oweMember(world, i);
    keepPost(departs(world, i), posts);
  }
  emptyPlaces(world, places.map(residentOf));
  return places;
}

/** A member who goes is missed at work if the workplace has a branch, and at home otherwise. */
function oweMember({ residents, workplaces, communities }: World, i: number): void {
  const { member, workplace, community } = residents.columns;
  if (!member[i]) return;
  if (workplace[i] >= 0 && workplaces.columns.branch[workplace[i]] >= 0) workplaces.columns.membersOwed[workplace[i]]++;
  else communities.columns.membersOwed[community[i]]++;
}

/** Matters of those who have gone are nobody's in particular. */
export function forgetWhoWent({ matters }: World, fates: Uint8Array): void {
  const { resident, other } = matters.columns;
  for (let q = 0; q < matters.rows; q++) {
    if (resident[q] >= 0 && leaves(fates[resident[q]])) resident[q] = -1;
    if (other[q] >= 0 && leaves(fates[other[q]])) other[q] = -1;
  }
}
