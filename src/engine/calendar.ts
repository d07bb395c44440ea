/** The calendar of the model: a month is four weeks, a year thirteen months. It belongs to the engine: no switch stops it. */
export const MONTH = 4; // weeks
export const YEAR = 52; // weeks
/** Months in the trailing year. */
export const MONTHS = YEAR / MONTH;

/** How often a mechanism steps: budgets and contracts every year, slow processes every month, the rest every week. */
export type Rhythm = "week" | "month" | "year";

/** Week of the month, 0-3; the month ends with week 0. */
export const weekOfMonth = (week: number): number => week % MONTH;

/** Week of the year, 1-52. */
export const weekOfYear = (week: number): number => ((week - 1) % YEAR) + 1;

/** Place of the month in rings that hold a trailing year, 0-12. */
export const monthPlace = (week: number): number => Math.floor((week - 1) / MONTH) % MONTHS;

/**
 * Whether a mechanism steps in a week.
 *
 * @param inWeek  week of the month (0-3) or of the year (1-52); without meaning for what steps every week
 */
export const due = (every: Rhythm, inWeek: number, week: number): boolean =>
  every === "week" || (every === "month" ? weekOfMonth(week) === inWeek : weekOfYear(week) === inWeek);
