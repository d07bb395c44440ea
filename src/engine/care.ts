import type { World } from "./world.ts";

/** Somebody gives a resident home care of this week. */
export function careFor({ residents, weekTotals }: World, i: number, minutes: number): void {
  residents.columns.careUnmet[i] -= minutes;
  weekTotals.communities.columns.careMinutes[residents.columns.community[i]] += minutes;
}
