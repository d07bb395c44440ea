import { MEETING } from "../population/index.ts";
import { CREDITS, MONEY, OUTSIDE, RESIDENT } from "./ledger.ts";
import type { World } from "./world.ts";

/** What belongs to the place of a row, not to the person who has it. */
const ofThePlace = new Set(["household", "building", "community", "estate", "occupant"]);

/** A post that somebody left: a workplace in the district, or a social organization. */
export interface OpenPost {
  workplace: number;
  organization: number;
}

/**
 * A resident dies or moves away: memberships, work and accounts end, as ties do beside (people). What was known of the
 * person stands until the places of the month are emptied.
 *
 * @returns the post that is open now
 */
export function departs(world: World, i: number): OpenPost {
  const { residents, communities, groups } = world;
  const r = residents.columns;
  for (let k = i * 3; k < i * 3 + 3; k++) if (r.groups[k] >= 0) groups.columns.members[r.groups[k]]--;
  if (r.pair[i] >= 0) r.pair[r.pair[i]] = -1;
  const post = leavesWork(world, i);
  leavesParty(world, i);
  closeAccounts(world, i);
  if (r.age[i] >= 18) communities.columns.adults[r.community[i]]--;
  r.occupant[i]++;
  return post;
}

/** All that was known of those who departed goes. Their rows wait for the next occupants. */
export const emptyPlaces = ({ residents }: World, departed: readonly number[]): void => residents.blank(departed, ofThePlace);

/** Whom and what a newcomer knows here is still to come. */
export function isNew({ residents }: World, i: number): void {
  residents.columns.directorKnown[i] = 0;
  residents.columns.timeBankMember[i] = 0;
}

/** What is in the accounts of who leaves goes along; a debt in time credits is written off by the world outside. */
function closeAccounts({ ledger }: World, i: number): void {
  for (const resource of [MONEY, CREDITS]) {
    const left = ledger.balance(resource, RESIDENT, i);
    if (left > 0) ledger.move(resource, RESIDENT, i, OUTSIDE, 0, left);
    else if (left < 0) ledger.move(resource, OUTSIDE, 0, RESIDENT, i, -left);
  }
}

/** A resident gives up the post at a workplace of the district or at a social organization. */
export function leavesWork({ residents, workplaces, organizations, branches }: World, i: number): OpenPost {
  const r = residents.columns;
  const [workplace, organization, branch] = [r.workplace[i], r.organization[i], r.workBranch[i]];
  if (workplace >= 0) {
    workplaces.columns.residentEmployees[workplace]--;
    workplaces.columns.members[workplace] -= r.member[i];
    r.workplace[i] = -1;
  }
  if (organization >= 0) {
    organizations.columns.staff[organization]--;
    organizations.columns.members[organization] -= r.member[i];
    if (r.member[i]) oneLess(branches.columns.members, organizations.columns.meeting[organization]);
    r.organization[i] = -1;
  }
  if (branch >= 0) {
    if (branch !== r.homeBranch[i]) oneLess(branches.columns.members, branch);
    r.workBranch[i] = -1;
  }
  return { workplace, organization };
}

/** A branch, if there is one, counts one less. */
function oneLess(members: Uint16Array, branch: number): void {
  if (branch >= 0 && members[branch] > 0) members[branch]--;
}

/**
 * An organization leaves its branch: whoever of its staff reports there (in a branch that turned hollow not every member) reports
 * nowhere at work from now on, and is counted there no more. Of a meeting all members among the staff go.
 */
export function reportNoMore({ residents, organizations, branches }: World, organization: number, branch: number): void {
  const { form, members } = branches.columns;
  if (form[branch] === MEETING) {
    members[branch] -= organizations.columns.members[organization];
    return;
  }
  const { organization: employer, workBranch } = residents.columns;
  for (let i = employer.indexOf(organization); i >= 0; i = employer.indexOf(organization, i + 1)) {
    if (workBranch[i] !== branch) continue;
    workBranch[i] = -1;
    members[branch]--;
  }
}

/** A meeting, if there is one, counts one more of the members among the staff: they report nowhere for it. */
function oneMore(members: Uint16Array, meeting: number): void {
  if (meeting >= 0) members[meeting]++;
}

/**
 * The first of some residents, from a place among them on and once around, who is employed and has no post in the
 * district; -1 if there is none.
 *
 * @param member  1 a party member, 0 somebody else, as long as there is such a one; either if left out
 */
export function employedOutside({ residents }: World, first: number, count: number, start = 0, member?: number): number {
  const r = residents.columns;
  let other = -1;
  for (let k = 0; k < count; k++) {
    const i = first + ((start + k) % count);
    if (!r.employed[i] || r.workplace[i] >= 0 || r.organization[i] >= 0) continue;
    if (member === undefined || r.member[i] === member) return i;
    if (other < 0) other = i;
  }
  return other;
}

/** A resident takes a post; a member reports to the branch there, if there is one. */
export function takesPost(
  { residents, workplaces, organizations, branches }: World,
  i: number,
  { workplace, organization }: OpenPost,
): void {
  const r = residents.columns;
  let branch = -1;
  if (workplace >= 0) {
    r.workplace[i] = workplace;
    workplaces.columns.residentEmployees[workplace]++;
    workplaces.columns.members[workplace] += r.member[i];
    branch = workplaces.columns.branch[workplace];
  }
  if (organization >= 0) {
    r.organization[i] = organization;
    organizations.columns.staff[organization]++;
    organizations.columns.newcomers[organization]++;
    organizations.columns.members[organization] += r.member[i];
    branch = organizations.columns.branch[organization];
    if (r.member[i]) oneMore(branches.columns.members, organizations.columns.meeting[organization]);
  }
  if (r.member[i] === 0 || branch < 0 || r.workBranch[i] >= 0) return;
  r.workBranch[i] = branch;
  branches.columns.members[branch]++;
}

/** A resident leaves the party, or goes from the place: the branch at home counts one less, and that at work. */
export function leavesParty({ residents, workplaces, organizations, branches }: World, i: number): void {
  const r = residents.columns;
  if (r.member[i] === 0) return;
  const { members } = branches.columns;
  const [home, work] = [r.homeBranch[i], r.workBranch[i]];
  oneLess(members, home);
  if (work !== home) oneLess(members, work);
  if (r.workplace[i] >= 0) workplaces.columns.members[r.workplace[i]]--;
  if (r.organization[i] >= 0) {
    organizations.columns.members[r.organization[i]]--;
    oneLess(members, organizations.columns.meeting[r.organization[i]]);
  }
  r.member[i] = 0;
  r.homeBranch[i] = -1;
  r.workBranch[i] = -1;
}

/**
 * A resident becomes a party member, or comes as one: reports at work if there is a branch, else at home where the
 * nearest member of the row of residents does.
 */
export function joinsParty({ residents, communities, workplaces, organizations, branches }: World, i: number): void {
  const r = residents.columns;
  const { members } = branches.columns;
  const [workplace, organization] = [r.workplace[i], r.organization[i]];
  r.member[i] = 1;
  let branch = -1;
  if (workplace >= 0) {
    workplaces.columns.members[workplace]++;
    branch = workplaces.columns.branch[workplace];
  }
  if (organization >= 0) {
    organizations.columns.members[organization]++;
    branch = organizations.columns.branch[organization];
    oneMore(members, organizations.columns.meeting[organization]);
  }
  if (branch >= 0) {
    r.workBranch[i] = branch;
    members[branch]++;
    return;
  }
  reportsAtHome({ residents, communities }, i);
  if (r.homeBranch[i] >= 0) members[r.homeBranch[i]]++;
}

/** A member reports where the nearest member of the row of residents does; the branch is still to count them. */
function reportsAtHome({ residents, communities }: Pick<World, "residents" | "communities">, i: number): void {
  const r = residents.columns;
  const from = communities.columns.firstResident[r.community[i]];
  const to = from + communities.columns.residents[r.community[i]];
  for (let d = 1; d < to - from && r.homeBranch[i] < 0; d++) {
    if (i - d >= from && r.homeBranch[i - d] >= 0) r.homeBranch[i] = r.homeBranch[i - d];
    else if (i + d < to && r.homeBranch[i + d] >= 0) r.homeBranch[i] = r.homeBranch[i + d];
  }
}

/** Who comes to the district as a party member has no post yet, and reports at home; branches are still to count them (countComers). */
export function comesAsMember(world: World, i: number): void {
  world.residents.columns.member[i] = 1;
  reportsAtHome(world, i);
}

/** The branches at home count those who came. */
export function countComers({ residents, branches }: World, comers: readonly number[]): void {
  const { homeBranch } = residents.columns;
  const { members } = branches.columns;
  for (const i of comers) if (homeBranch[i] >= 0) members[homeBranch[i]]++;
}
