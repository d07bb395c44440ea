import { MONTHS, monthPlace } from "./calendar.ts";
import { OUTSIDE, RESIDENT, VOLUNTEER_TIME } from "./ledger.ts";
import type { World } from "./world.ts";

/** Minutes of the week that a resident still has for others. */
export const minutesLeft = ({ residents }: World, i: number): number =>
  Math.max(0, residents.columns.freeMinutes[i] - residents.columns.minutesWeek[i]);

/** A resident spends free time of the week on governance: a meeting, a round of visits. It is no volunteering. */
export function spendTime({ residents }: World, i: number, minutes: number): void {
  residents.columns.minutesWeek[i] += minutes;
}

/** A resident takes part in governance this week. */
export function governs({ residents }: World, i: number, week: number): void {
  residents.columns.lastGovernance[i] = week;
}

/** Enters minutes that a resident gives in the resident's own books: those of the week, of the month and of the trailing year. */
export function bookTime({ residents, week }: World, i: number, minutes: number): void {
  const { minutesWeek, minutesMonth, minutesYear } = residents.columns;
  minutesWeek[i] += minutes;
  minutesMonth[i * MONTHS + monthPlace(week + 1)] += minutes;
  minutesYear[i] += minutes;
}

/**
 * A resident gives time to another holder of accounts: in the ledger, where it passes through the account of the resident,
 * and in the books of the resident.
 *
 * @param minutes  whole, not negative
 */
export function giveTime(world: World, i: number, kind: number, holder: number, minutes: number): void {
  world.ledger.pass(VOLUNTEER_TIME, OUTSIDE, 0, RESIDENT, kind, holder, minutes);
  bookTime(world, i, minutes);
}
