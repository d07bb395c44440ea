export const ADULT = 18; // years

/** A place in a household that was left, as one number: twice the resident, and 1 if the household needs an adult there. */
export const placeOf = (i: number, needsAdult: boolean): number => i * 2 + (needsAdult ? 1 : 0);
export const residentOf = (place: number): number => place >> 1;
export const needsAdult = (place: number): boolean => place % 2 === 1;
