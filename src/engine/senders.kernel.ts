import type { i32 } from "../kernels/index.ts";

// Who may ask a resident to take part: the place in residents.asked, and in rows of rates. In the order of `senders`.
export const ASKED_BY_ACQUAINTANCE: i32 = 0;
export const ASKED_BY_GROUP: i32 = 1;
export const ASKED_BY_COLLEAGUE: i32 = 2;
export const ASKED_BY_BRANCH: i32 = 3;
export const ASKED_BY_COMMITTEE: i32 = 4;
export const ASKED_BY_ORGANIZATION: i32 = 5;
export const SENDERS: i32 = 6;
