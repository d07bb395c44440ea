import { BY_COMMITTEE, COMMUNITY, type Context, OUTSIDE, SITE, STAFF_TIME, type World } from "../../engine/index.ts";
import { organizationTypes } from "../../population/index.ts";
import { freeShare } from "../organizationsDivideHours/workerLoad.ts";
import type { Matching } from "./matchingParameters.ts";

/** Time that can be had for matters this week, in minutes. */
export interface Offers {
  /** [organization] what it has left. */
  readonly left: Float64Array;
  /** [type] organizations that have something left. */
  readonly able: Uint32Array;
  /** Bits of the types of which there are any such. */
  ableTypes: number;
  /** [community] what its own workers have left. */
  readonly own: Float64Array;
  /** All that was offered, before the meetings that workers have called. */
  pool: number;
}

/** What organizations and community workers offer this week; the space of communities is opened with it. */
export function offersOf(world: World, context: Context<Matching>): Offers {
  const offers: Offers = {
    left: world.scratch("matching/left", Float64Array, world.organizations.rows),
    able: new Uint32Array(organizationTypes.length),
    ableTypes: 0,
    own: world.scratch("matching/own", Float64Array, world.communities.rows),
    pool: 0,
  };
  offerOfOrganizations(world, context, offers);
  offerOfWorkers(world, context, offers);
  holdMeetings(world, offers);
  return offers;
}

function offerOfOrganizations({ organizations, weekTotals }: World, context: Context<Matching>, offers: Offers): void {
  const { alive, community, hoursService, type } = organizations.columns;
  const { offeredMinutes } = weekTotals.communities.columns;
  for (let g = 0; g < organizations.rows; g++) {
    offers.left[g] = 0;
    const c = community[g];
    const here = context.at(c);
    if (!alive[g] || here === undefined) continue;
    const minutes = Math.floor(hoursService[g] * here.parameters.open);
    offers.left[g] = minutes;
    offers.pool += minutes;
    offeredMinutes[c] += minutes;
    if (minutes > 0 && offers.able[type[g]]++ === 0) offers.ableTypes |= 1 << type[g];
  }
}

function offerOfWorkers(world: World, context: Context<Matching>, offers: Offers): void {
  const { ledger, communities } = world;
  const { staff, siteHours } = communities.columns;
  for (let c = 0; c < communities.rows; c++) {
    const here = context.at(c);
    offers.own[c] = here ? Math.round(60 * here.parameters.ownHours * staff[c] * freeShare(world, c)) : 0;
    ledger.move(STAFF_TIME, OUTSIDE, 0, COMMUNITY, c, offers.own[c]);
    offers.pool += offers.own[c];
    if (here) ledger.move(SITE, OUTSIDE, 0, COMMUNITY, c, siteHours[c]);
  }
}

/** Workers hold the meetings that they have called before they serve. */
function holdMeetings({ matters }: World, { own }: Offers): void {
  const { community, convener, calls } = matters.columns;
  for (let q = 0; q < matters.rows; q++) {
    const c = community[q];
    if (convener[q] === BY_COMMITTEE && calls[q] > 0) own[c] = Math.max(0, own[c] - calls[q]);
  }
}

/** An organization gives minutes of what it has left. */
export function takeFrom(offers: Offers, g: number, type: number, minutes: number): void {
  offers.left[g] -= minutes;
  if (offers.left[g] === 0 && --offers.able[type] === 0) offers.ableTypes &= ~(1 << type);
}

/**
 * How many needs could be met at most if all offers were in one pool: the smallest first.
 *
 * @param wanted  minutes that each need asked for
 */
export function feasibleNeeds(pool: number, wanted: readonly number[]): number {
  let left = pool;
  let feasible = 0;
  for (const want of Float64Array.from(wanted).sort()) {
    if (want > left) break;
    left -= want;
    feasible++;
  }
  return feasible;
}
