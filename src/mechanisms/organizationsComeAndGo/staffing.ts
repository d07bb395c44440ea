import { employedOutside, leavesWork, takesPost, type World } from "../../engine/index.ts";
import type { Draws } from "../../random/index.ts";
import { welcomeVolunteer } from "../everyoneLearns/organizationLearning.ts";

/** A standing volunteer joins an organization, without its skills. */
export function volunteerJoins({ organizations }: World, g: number): void {
  organizations.columns.volunteers[g]++;
  welcomeVolunteer(organizations, g);
}

/** A standing volunteer leaves. */
export function volunteerLeaves({ organizations }: World, g: number): void {
  organizations.columns.volunteers[g]--;
}

/** The first resident of the community, from a drawn one on and once around, who is employed outside the district, begins; a party member if one is wanted and there is one. */
export function hire(world: World, draws: Draws, g: number, draw: number, member = 0): void {
  const c = world.organizations.columns.community[g];
  const { firstResident, residents } = world.communities.columns;
  const i = employedOutside(world, firstResident[c], residents[c], draws.below(g, residents[c], draw), member);
  if (i >= 0) takesPost(world, i, { workplace: -1, organization: g });
}

/** The first member of the staff, from a drawn resident on, goes, and takes along what they know. @returns 1 if that was a party member */
export function letGo(world: World, draws: Draws, g: number, draw: number): number {
  const { organization } = world.residents.columns;
  const n = world.residents.rows;
  const start = draws.below(g, n, draw);
  for (let k = 0; k < n; k++) {
    const i = (start + k) % n;
    if (organization[i] !== g) continue;
    leavesWork(world, i);
    return world.residents.columns.member[i];
  }
  return 0;
}
