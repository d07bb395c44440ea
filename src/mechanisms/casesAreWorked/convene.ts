import {
  BY_BRANCH,
  BY_COMMITTEE,
  BY_ORGANIZATION,
  BY_RESIDENTS,
  COMMUNITY,
  minutesLeft,
  ORGANIZATION,
  OUTSIDE,
  STAFF_TIME,
  spendTime,
  usesHours,
  type World,
} from "../../engine/index.ts";
import { organizationTypes } from "../../population/index.ts";

const CONSULTATION = organizationTypes.indexOf("democraticConsultation");
const BRANCH_ROUTE = 6;
const MANAGEMENT = 0;

/** [c] the consultation organization of each community with most hours left; -1 if there is none. */
export const consultants = (world: World) => world.scratch("consultation/consultants", Int32Array, world.communities.rows);

const hoursLeft = ({ ledger }: World, g: number): number => ledger.balance(STAFF_TIME, ORGANIZATION, g);

export function findConsultants(world: World): void {
  const { alive, type, community } = world.organizations.columns;
  const found = consultants(world).fill(-1, 0, world.communities.rows);
  for (let g = 0; g < world.organizations.rows; g++) {
    if (!alive[g] || type[g] !== CONSULTATION || hoursLeft(world, g) <= 0) continue;
    const c = community[g];
    if (found[c] < 0 || hoursLeft(world, g) > hoursLeft(world, found[c])) found[c] = g;
  }
}

/**
 * Who convenes: the branch if the matter came to it and a member lives among those concerned; else a consultation
 * organization of the community that has hours; else those who raised it, as able as they are to manage it; else the
 * committee.
 *
 * @param able  uniform number against which the ability of who raised it is held
 */
export function convenerOf(world: World, q: number, first: number, able: number): number {
  const m = world.matters.columns;
  const c = m.community[q];
  if (m.route[q] === BRANCH_ROUTE && world.weekTotals.communities.columns.branchDoors[c] > 0 && membersTime(world, q, first) > 0)
    return BY_BRANCH;
  if (consultants(world)[c] >= 0) return BY_ORGANIZATION;
  if (m.initiated[q] && able < world.residents.columns.ability[m.resident[q] * 4 + MANAGEMENT]) return BY_RESIDENTS;
  return BY_COMMITTEE;
}

/** Minutes of the week that the party members among those concerned have left. */
function membersTime(world: World, q: number, first: number): number {
  const { homeBranch } = world.residents.columns;
  const { resident } = world.seats.columns;
  let sum = 0;
  for (let s = first; s < first + world.matters.columns.parties[q]; s++)
    if (homeBranch[resident[s]] >= 0) sum += minutesLeft(world, resident[s]);
  return sum;
}

/** Minutes that the convener has this week. */
export function convenersTime(world: World, q: number, first: number): number {
  const m = world.matters.columns;
  if (m.convener[q] === BY_BRANCH) return membersTime(world, q, first);
  if (m.convener[q] === BY_RESIDENTS) return minutesLeft(world, m.resident[q]);
  if (m.convener[q] === BY_COMMITTEE) return world.ledger.balance(STAFF_TIME, COMMUNITY, m.community[q]);
  const g = m.handler[q];
  return world.organizations.columns.alive[g] ? Math.max(0, hoursLeft(world, g)) : 0;
}

/** Takes minutes from the convener, who has them. */
export function chargeConvener(world: World, q: number, first: number, minutes: number): void {
  const { ledger, matters } = world;
  const m = matters.columns;
  const c = m.community[q];
  if (m.convener[q] === BY_COMMITTEE) ledger.move(STAFF_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
  else if (m.convener[q] === BY_ORGANIZATION) {
    ledger.move(STAFF_TIME, ORGANIZATION, m.handler[q], OUTSIDE, 0, minutes);
    usesHours(world, m.handler[q], minutes);
  } else if (m.convener[q] === BY_RESIDENTS) spendTime(world, m.resident[q], minutes);
  else {
    const { homeBranch } = world.residents.columns;
    const { resident } = world.seats.columns;
    let left = minutes;
    for (let s = first; left > 0; s++) {
      if (homeBranch[resident[s]] < 0) continue;
      const gives = Math.min(left, minutesLeft(world, resident[s]));
      spendTime(world, resident[s], gives);
      left -= gives;
    }
  }
}
