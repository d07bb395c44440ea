import { COMMUNITY, kindOfType, OUTSIDE, STAFF_TIME } from "../../engine/index.ts";
import { recordBargains } from "./bargains.ts";
import { giveHours } from "./giveHours.ts";
import type { Matching } from "./matchingParameters.ts";
import { bestKnown, callToMind, goesOn, isShort, markOf, NO_PLACE, type Search, serialOf } from "./search.ts";

const LINK_ROLE = 0.1; // share of an ordinary organization, see buildOrganizations

/**
 * A matter seeks hours: of organizations that its community knows, of their partners, in the whole district, of own
 * workers.
 *
 * @param want  minutes of work that it seeks this week, above 0
 */
export function searchHours(search: Search, q: number, p: Matching, want: number): void {
  const { world } = search;
  const m = world.matters.columns;
  const t = world.weekTotals.communities.columns;
  const c = m.community[q];
  search.q = q;
  search.c = c;
  search.p = p;
  search.fit = kindOfType[m.type[q]].servedBy;
  search.want = want;
  search.got = 0;
  search.away = 0;
  t.needs[c]++;
  callToMind(search);
  askKnown(search);
  recordBargains(search);
  if (asksPartners(search)) askPartners(search);
  if (searchesDistrict(search)) askDistrict(search);
  askOwnWorkers(search);
  m.gotStaff[q] += search.got;
  if (isShort(search)) return;
  t.matchedNeeds[c]++;
  if (search.away > 0) t.matchedAway[c]++;
}

/** Those who came to mind are asked, the best first, whether or not they have any hours left. */
function askKnown(search: Search): void {
  const mark = markOf(search);
  while (isShort(search)) {
    const place = bestKnown(search, false);
    if (place === NO_PLACE) return;
    const g = search.reach.organizations[place];
    search.asked[g] = mark;
    giveHours(search, g, place);
  }
}

function asksPartners(search: Search): boolean {
  const { context, p, reach, c } = search;
  return isShort(search) && context.draws.chance(serialOf(search), Math.min(1, (p.partners * reach.link[c]) / LINK_ROLE), 2);
}

/** Those who were asked name some of those whom they know and who have hours. */
function askPartners(search: Search): void {
  const { p, reach, minded, inMind, asked } = search;
  const mark = markOf(search);
  let asks = p.asks;
  for (let k = 0; k < inMind; k++) {
    const g = reach.organizations[minded[k]];
    if (asked[g] !== mark) continue;
    for (let h = reach.partnerStart[g]; h < reach.partnerStart[g + 1]; h++) {
      if (asks === 0 || !goesOn(search)) return;
      if (giveHours(search, reach.partners[h], NO_PLACE)) asks--;
    }
  }
}

function searchesDistrict(search: Search): boolean {
  const { world, context, p, c } = search;
  const platform = world.communities.columns.platform[c];
  const { smart } = world.weekTotals.communities.columns;
  return isShort(search) && context.draws.chance(serialOf(search), Math.min(1, p.beyond * 2 * platform * (1 + p.smartGain * smart[c])), 3);
}

/** Some of the organizations of the district that have hours, from one that is drawn. */
function askDistrict(search: Search): void {
  const { rows } = search.world.organizations;
  let asks = search.p.asks;
  const start = Math.floor(search.context.draws.uniform(serialOf(search), 4) * rows);
  for (let j = 0; j < rows && asks > 0 && goesOn(search); j++) if (giveHours(search, (start + j) % rows, NO_PLACE)) asks--;
}

/** Workers of the community step in where nobody else did for some weeks. */
function askOwnWorkers(search: Search): void {
  const { world, context, offers, p, q, c } = search;
  if (!isShort(search) || context.week - world.matters.columns.raised[q] < p.patience || offers.own[c] <= 0) return;
  const minutes = Math.min(search.want - search.got, offers.own[c]);
  offers.own[c] -= minutes;
  search.got += minutes;
  world.ledger.move(STAFF_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
}
