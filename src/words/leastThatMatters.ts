/**
 * The least difference that a title tells; less is “about the same”. See docs/design-choices.md, “Titles of charts”.
 * Shares: one point, the least that a title in whole percents can show. Counts: of the earlier count.
 */
export const LEAST_SHARE = 0.01;
export const LEAST_OF_COUNT = 0.1;

const ROUNDING = 1e-9;

/** Whether a difference is at least as large as matters; one of just that size is, however it is rounded. */
export const isTold = (difference: number, least: number): boolean => difference !== 0 && Math.abs(difference) >= least - ROUNDING;
