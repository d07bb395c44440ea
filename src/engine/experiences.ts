import { column, type Table } from "../population/index.ts";
import type { World } from "./world.ts";

/** With whom an experience was made: the trust that it bears on. */
export const experienceOf = ["neighbours", "community", "organizations"] as const;
export const OF_NEIGHBOURS = 0;
export const OF_COMMUNITY = 1;
export const OF_ORGANIZATIONS = 2;

/** What was met: a contact, the ending of a matter, work of one's own at it, a voice that counted, pressure. */
export const experienceWhat = ["contact", "ending", "ownWork", "voice", "pressure"] as const;
export const CONTACT = 0;
export const ENDING = 1;
export const OWN_WORK = 2;
export const VOICE = 3;
export const PRESSURE = 4;

/**
 * What residents met this month: the inputs of trust, satisfaction, motivation and abilities. Whoever causes one adds a
 * row; the laws of the month read them, and the next month begins with none.
 */
export const experienceColumns = {
  resident: column("u32", "resident", "Who made it.", { is: "place" }),
  occupant: column("u16", "persons", "How many had gone from this place before: who comes later has not met it.", { is: "place" }),
  of: column("u8", "code", "With whom, an index of experienceOf.", { is: "place" }),
  what: column("u8", "code", "What was met, an index of experienceWhat.", { is: "place" }),
  good: column("f32", "0-1", "How well it went: 1 well, 0 badly."),
};

export type Experiences = Table<typeof experienceColumns>;

/** Enters an experience of resident i. */
export function experience({ experiences, residents }: World, i: number, of: number, what: number, good: number): void {
  const row = experiences.add();
  const e = experiences.columns;
  e.resident[row] = i;
  e.occupant[row] = residents.columns.occupant[i];
  e.of[row] = of;
  e.what[row] = what;
  e.good[row] = good;
}

/** Whether who made an experience still lives there. */
export const isStillHere = ({ experiences, residents }: World, row: number): boolean =>
  experiences.columns.occupant[row] === residents.columns.occupant[experiences.columns.resident[row]];

const none = new Uint8Array(65_536);

/** A month begins: what was met before has been taken in. */
export function forgetExperiences({ experiences }: World): void {
  experiences.retain(experiences.rows <= none.length ? none : new Uint8Array(experiences.rows));
}
