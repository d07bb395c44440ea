import { type Context, employedOutside, leavesWork, type OpenPost, takesPost, type World } from "../../engine/index.ts";
import { BEGINS_WORK, RETIRES } from "./fates.ts";
import type { People } from "./peopleParameters.ts";

// An open post as one number: a workplace as it is numbered, an organization below -1.

/** A post that was left waits for somebody. */
export function keepPost({ workplace, organization }: OpenPost, posts: number[]): void {
  if (workplace >= 0) posts.push(workplace);
  if (organization >= 0) posts.push(-2 - organization);
}

const postOf = (post: number): OpenPost => (post >= 0 ? { workplace: post, organization: -1 } : { workplace: -1, organization: -2 - post });

/** Who retires leaves a post, if it is in the district. */
export function retire(world: World, fates: Uint8Array, posts: number[]): void {
  const { employed } = world.residents.columns;
  for (let i = 0; i < world.residents.rows; i++) {
    if ((fates[i] & RETIRES) === 0) continue;
    keepPost(leavesWork(world, i), posts);
    employed[i] = 0;
  }
}

/** Those who begin to work, newcomers and the young, are employed from now on. @returns them, in their order */
export function beginWork({ residents }: World, fates: Uint8Array): number[] {
  const { employed } = residents.columns;
  const seekers: number[] = [];
  for (let i = 0; i < residents.rows; i++) {
    if ((fates[i] & BEGINS_WORK) === 0) continue;
    employed[i] = 1;
    seekers.push(i);
  }
  return seekers;
}

/** Posts that were left go to those who begin to work, as many as there are; the others find work outside the district. */
export function fillPosts(world: World, context: Context<People>, seekers: readonly number[], posts: number[]): void {
  const draws = context.stream("jobs");
  for (const [k, i] of seekers.entries()) {
    if (posts.length === 0) return;
    if (!draws.chance(i, posts.length / (seekers.length - k), 0)) continue;
    const at = draws.below(i, posts.length, 1);
    take(world, i, posts[at]);
    posts[at] = posts[posts.length - 1];
    posts.pop();
  }
  fillFromOutside(world, context, posts);
}

/** Posts that nobody took go to residents of the place who work outside the district. */
function fillFromOutside(world: World, context: Context<People>, posts: readonly number[]): void {
  const { workplaces, organizations, communities } = world;
  const { firstResident, residents } = communities.columns;
  const draws = context.stream("posts");
  for (const [k, post] of posts.entries()) {
    const c = post >= 0 ? workplaces.columns.community[post] : organizations.columns.community[-2 - post];
    // Staff of organizations are party members as often as at the start.
    const member = post >= 0 ? undefined : Number(draws.chance(k, world.scenario.organizations.members, 1));
    const i = employedOutside(world, firstResident[c], residents[c], draws.below(k, Math.max(1, residents[c])), member);
    if (i >= 0) take(world, i, post);
  }
}

function take(world: World, i: number, post: number): void {
  const { residents, workplaces, communities } = world;
  takesPost(world, i, postOf(post));
  // A member who comes is missed there no more, but at home.
  if (post < 0 || !residents.columns.member[i] || workplaces.columns.membersOwed[post] <= 0) return;
  workplaces.columns.membersOwed[post]--;
  communities.columns.membersOwed[residents.columns.community[i]]++;
}
