import { column, type Table } from "../population/index.ts";

/**
 * Those asked in consultations: one row for each flat concerned, from the opening of the consultation until the matter
 * leaves the books; the rows of a matter stand together. Opinions last: talk alone moves them.
 */
export const seatColumns = {
  serial: column("u32", "matter", "Number of the matter.", { is: "place" }),
  resident: column("u32", "resident", "Who speaks for the flat.", { is: "place" }),
  opinion: column("f32", "0-1", "Opinion on this matter, from 0 against to 1 for."),
  came: column("u8", "meetings", "Meetings attended."),
  vote: column("u8", "code", "0 none yet, 1 against, 2 accepts, 3 accepts under pressure."),
};

export type Seats = Table<typeof seatColumns>;

export const NO_VOTE = 0;
export const AGAINST = 1;
export const ACCEPTS = 2;
export const PRESSED = 3;
