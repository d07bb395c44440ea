import { employedOutside, leavesWork, takesPost, type World } from "../../engine/index.ts";
import type { Draws } from "../../random/index.ts";
import { welcomeVolunteers } from "../everyoneLearns/organizationLearning.ts";

/** More standing volunteers no organization has. */
const MOST_VOLUNTEERS = 1000;

/** Standing volunteers join an organization, without its skills. */
export function volunteersJoin({ organizations }: World, g: number, count: number): void {
  const { volunteers } = organizations.columns;
  const joined = Math.max(0, Math.min(count, MOST_VOLUNTEERS - volunteers[g]));
  volunteers[g] += joined;
  welcomeVolunteers(organizations, g, joined);
}

/** Standing volunteers leave, no more than there are. */
export function volunteersLeave({ organizations }: World, g: number, count: number): void {
  const { volunteers } = organizations.columns;
  volunteers[g] -= Math.min(count, volunteers[g]);
}

/**
 * The first resident of the community, from a drawn one on and once around, who is employed outside the district, begins.
 *
 * @param member  1 a party member, if there is one, 0 somebody else
 */
export function hire(world: World, draws: Draws, g: number, draw: number, member: number): void {
  const c = world.organizations.columns.community[g];
  const { firstResident, residents } = world.communities.columns;
  const i = employedOutside(world, firstResident[c], residents[c], draws.below(g, residents[c], draw), member);
  if (i >= 0) takesPost(world, i, { workplace: -1, organization: g });
}

/** Whether a new post is to be for a party member: as often as among the staff of the start. */
export const wantsMember = (world: World, draws: Draws, g: number, draw: number): number =>
  Number(draws.chance(g, world.scenario.organizations.members, draw));

/** The staff of each organization, in the order of residents: residents[first[g] .. first[g + 1]). */
export interface Staff {
  readonly first: Uint32Array;
  readonly residents: Uint32Array;
}

/** The list that was made last. */
export const listedStaff = (world: World): Staff => ({
  first: world.scratch("staff/first", Uint32Array, world.organizations.rows + 2),
  residents: world.scratch("staff/residents", Uint32Array, world.residents.rows),
});

/** Lists the staff of all organizations. */
export function listStaff(world: World): Staff {
  const { organization } = world.residents.columns;
  const staff = listedStaff(world);
  const first = staff.first.fill(0);
  for (let i = 0; i < world.residents.rows; i++) if (organization[i] >= 0) first[organization[i] + 2]++;
  for (let g = 0; g < world.organizations.rows; g++) first[g + 2] += first[g + 1];
  for (let i = 0; i < world.residents.rows; i++) if (organization[i] >= 0) staff.residents[first[organization[i] + 1]++] = i;
  return staff;
}

/**
 * The first member of the staff, from a drawn resident on and once around, goes, and takes along what they know.
 *
 * @param staff  a list that still holds for this organization
 * @returns 1 if that was a party member
 */
export function letGo(world: World, staff: Staff, draws: Draws, g: number, draw: number): number {
  const [from, to] = [staff.first[g], staff.first[g + 1]];
  if (from === to) return 0;
  const start = draws.below(g, world.residents.rows, draw);
  let at = from;
  while (at < to && staff.residents[at] < start) at++;
  const i = staff.residents[at < to ? at : from];
  leavesWork(world, i);
  return world.residents.columns.member[i];
}
