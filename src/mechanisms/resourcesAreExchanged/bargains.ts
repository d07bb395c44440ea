import { reputed } from "../everyoneLearns/reputation.ts";
import { bestKnown, isShort, leaves, markOf, NO_PLACE, type Search } from "./search.ts";

/**
 * What those whom the community knows learn about how they stand: the minutes given, and as many as the community could
 * have had from the best that it did not ask; who was not asked or could not be paid, and who had nothing left.
 */
export function recordBargains(search: Search): void {
  const { world, offers, reach, minded, inMind, asked, gave } = search;
  const { bargained, conceded, refused, turnedAway } = world.weekTotals.organizations.columns;
  const short = isShort(search);
  const other = short ? NO_PLACE : bestKnown(search, true);
  const alternative = other === NO_PLACE ? 0 : leaves(search, reach.organizations[other]);
  const mark = markOf(search);
  for (let k = 0; k < inMind; k++) {
    const g = reach.organizations[minded[k]];
    if (gave[g] > 0) {
      bargained[g] += gave[g];
      conceded[g] += gave[g] * Math.min(1, alternative / reputed(world.organizations, g));
      gave[g] = 0;
    } else if (offers.left[g] > 0) refused[g]++;
    else if (asked[g] === mark) turnedAway[g]++;
  }
}
