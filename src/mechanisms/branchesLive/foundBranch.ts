import type { World } from "../../engine/index.ts";

/** Codes of coverageForms. */
export const OWN = 1;
export const JOINT = 2;
export const DISPATCHED = 3;

/**
 * Founds a branch of social organizations, which has held no activity yet; its memberOrganizations join by `joinBranch`.
 *
 * @param coverage  OWN or JOINT
 * @param uniform   a draw in (0, 1), from which the ability of the secretary follows
 */
export function foundBranch(world: World, week: number, community: number, coverage: number, uniform: number): number {
  const k = world.branches.add();
  const b = world.branches.columns;
  b.form[k] = coverage - 1;
  b.alive[k] = 1;
  b.community[k] = community;
  b.founded[k] = week;
  b.secretary[k] = 0.3 + 0.6 * uniform;
  world.openAccounts();
  world.weekTotals.openBranches(world.branches.rows);
  return k;
}

/** An organization comes under a branch; its members among the staff report there. */
export function joinBranch(world: World, organization: number, branch: number, coverage: number): void {
  const o = world.organizations.columns;
  const r = world.residents.columns;
  o.branch[organization] = branch;
  o.coverage[organization] = coverage;
  world.branches.columns.memberOrganizations[branch]++;
  world.branches.columns.members[branch] += o.members[organization];
  if (o.members[organization] === 0) return;
  for (let i = 0; i < world.residents.rows; i++) if (r.organization[i] === organization && r.member[i]) r.workBranch[i] = branch;
}

/** An organization leaves its joint branch; if too few members are left, the branch is dissolved. */
export function leaveBranch(world: World, organization: number, minimumMembers: number): void {
  const { branch, members } = world.organizations.columns;
  const b = world.branches.columns;
  const left = branch[organization];
  uncover(world, organization);
  b.memberOrganizations[left]--;
  b.members[left] = Math.max(0, b.members[left] - members[organization]);
  if (b.memberOrganizations[left] === 0 || b.members[left] < minimumMembers) dissolveBranch(world, left);
}

/** A branch is struck: its organizations are not covered any more, and its members report elsewhere or nowhere. */
export function dissolveBranch(world: World, branch: number): void {
  const { alive, memberOrganizations } = world.branches.columns;
  alive[branch] = 0;
  memberOrganizations[branch] = 0;
  const { branch: branchOf } = world.organizations.columns;
  for (let g = 0; g < world.organizations.rows; g++) if (branchOf[g] === branch) uncover(world, g);
  const { workBranch } = world.residents.columns;
  for (let i = 0; i < world.residents.rows; i++) if (workBranch[i] === branch) workBranch[i] = -1;
}

/** Somebody is sent to an organization that has no branch. */
export function dispatchTo({ organizations }: World, g: number): void {
  organizations.columns.coverage[g] = DISPATCHED;
}

/** Whoever was sent is called back. */
export function callBack({ organizations }: World, g: number): void {
  organizations.columns.coverage[g] = 0;
}

/** An organization meets in the place of a branch: the placebo. */
export function meetInstead({ organizations }: World, g: number): void {
  organizations.columns.placebo[g] = 1;
}

/** The placebo ends for an organization. */
export function stopMeeting({ organizations }: World, g: number): void {
  organizations.columns.placebo[g] = 0;
}

/** A member no longer reports at work to a branch that declines. */
export function leavesWorkBranch({ residents, branches }: World, i: number): void {
  const { workBranch } = residents.columns;
  const { members } = branches.columns;
  if (members[workBranch[i]] > 0) members[workBranch[i]]--;
  workBranch[i] = -1;
}

function uncover({ organizations }: World, g: number): void {
  const { branch, coverage } = organizations.columns;
  branch[g] = -1;
  coverage[g] = 0;
}
