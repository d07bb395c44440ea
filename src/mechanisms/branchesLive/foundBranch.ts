import { reportNoMore, type Terms, type World } from "../../engine/index.ts";
import { bodyOf, MEETING } from "../../population/index.ts";

/** Codes of coverageForms. */
export const OWN = 1;
export const JOINT = 2;
export const DISPATCHED = 3;

/**
 * Founds a branch of social organizations, or the meeting that stands in its place in the placebo. It has held no
 * activity yet; its organizations join by `joinBranch`.
 *
 * @param coverage  OWN or JOINT
 * @param uniform   a draw in (0, 1), from which the ability of the secretary follows, or of who chairs the meeting
 */
export function foundBranch(world: World, week: number, community: number, coverage: number, mode: Terms["mode"], uniform: number): number {
  const k = world.branches.add();
  const b = world.branches.columns;
  b.form[k] = mode === "on" ? coverage - 1 : MEETING;
  b.alive[k] = 1;
  b.community[k] = community;
  b.founded[k] = week;
  b.secretary[k] = 0.3 + 0.6 * uniform;
  world.openAccounts();
  world.weekTotals.openBranches(world.branches.rows);
  return k;
}

/** An organization comes under a branch, and its members among the staff report there; or it goes to a meeting. */
export function joinBranch(world: World, organization: number, branch: number, coverage: number): void {
  const o = world.organizations.columns;
  const b = world.branches.columns;
  const meets = b.form[branch] === MEETING;
  (meets ? o.meeting : o.branch)[organization] = branch;
  (meets ? o.placebo : o.coverage)[organization] = coverage;
  b.memberOrganizations[branch]++;
  b.members[branch] += o.members[organization];
  if (o.members[organization] === 0 || meets) return;
  const { organization: employer, member, workBranch } = world.residents.columns;
  for (let i = employer.indexOf(organization); i >= 0; i = employer.indexOf(organization, i + 1)) if (member[i]) workBranch[i] = branch;
}

/** An organization leaves its branch or meeting, which ends if too few members are left. */
export function leaveBranch(world: World, organization: number, minimumMembers: number): void {
  const b = world.branches.columns;
  const left = bodyOf(world.organizations, organization);
  reportNoMore(world, organization, left);
  uncover(world, organization);
  b.memberOrganizations[left]--;
  if (b.memberOrganizations[left] === 0 || b.members[left] < minimumMembers) dissolveBranch(world, left);
}

/** A branch is struck: its organizations are not covered any more, and its members report elsewhere or nowhere. So ends a meeting. */
export function dissolveBranch(world: World, branch: number): void {
  const { alive, memberOrganizations } = world.branches.columns;
  alive[branch] = 0;
  memberOrganizations[branch] = 0;
  for (let g = 0; g < world.organizations.rows; g++) if (bodyOf(world.organizations, g) === branch) uncover(world, g);
  const { workBranch } = world.residents.columns;
  for (let i = workBranch.indexOf(branch); i >= 0; i = workBranch.indexOf(branch, i + 1)) workBranch[i] = -1;
}

/** Somebody is sent to an organization that has no branch; in the placebo, to speak of something else. */
export function dispatchTo({ organizations }: World, g: number, mode: Terms["mode"]): void {
  const { coverage, placebo } = organizations.columns;
  (mode === "on" ? coverage : placebo)[g] = DISPATCHED;
}

/** Whoever was sent is called back. */
export function callBack({ organizations }: World, g: number): void {
  const { coverage, placebo } = organizations.columns;
  coverage[g] = 0;
  placebo[g] = 0;
}

/** The placebo ends in a community: its organizations leave their meetings, and whoever was sent to them is called back. */
export function endPlacebo(world: World, c: number): void {
  const { community, meeting, placebo } = world.organizations.columns;
  for (let g = 0; g < world.organizations.rows; g++) {
    if (community[g] !== c) continue;
    if (meeting[g] >= 0) leaveBranch(world, g, 0);
    else if (placebo[g] > 0) callBack(world, g);
  }
}

/** A member no longer reports at work to a branch that declines. */
export function leavesWorkBranch({ residents, branches }: World, i: number): void {
  const { workBranch } = residents.columns;
  const { members } = branches.columns;
  if (members[workBranch[i]] > 0) members[workBranch[i]]--;
  workBranch[i] = -1;
}

/** Whether a branch works under the programme, or is a meeting, which works by the same laws without it. */
export const works = ({ branches }: World, k: number, mode: Terms["mode"]): boolean =>
  mode === "on" || branches.columns.form[k] === MEETING;

function uncover({ organizations }: World, g: number): void {
  const { branch, coverage, meeting, placebo } = organizations.columns;
  branch[g] = -1;
  coverage[g] = 0;
  meeting[g] = -1;
  placebo[g] = 0;
}
