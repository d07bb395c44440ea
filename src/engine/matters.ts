import { column, type Table } from "../population/index.ts";

export const matterStates = [
  "raised",
  "takenUp",
  "deliberated",
  "decided",
  "inService",
  "closed",
  "settled",
  "reopened",
  "escalated",
  "dropped",
] as const;
export const RAISED = 0;
export const TAKEN_UP = 1;
export const DELIBERATED = 2;
export const DECIDED = 3;
export const IN_SERVICE = 4;
export const CLOSED = 5;
export const SETTLED = 6;
export const REOPENED = 7;
export const ESCALATED = 8;
export const DROPPED = 9;

/** True while there is something to be done about a matter: it is neither recorded as closed, settled nor dropped. */
export const isOpen = (state: number): boolean => state !== CLOSED && state !== SETTLED && state !== DROPPED;

/** True while what a matter takes may be given: it was taken up, and where it needs consent, that was reached. */
export const isServed = (state: number, consent: number): boolean =>
  state === DECIDED || state === IN_SERVICE || (state === TAKEN_UP && consent === 0);

/** Through whom a matter is taken up; the first three are among people, and no institution hears of it yet. */
export const matterRoutes = ["none", "neighbours", "group", "workplace", "community", "organization", "branch", "hotline"] as const;
export const isAmongPeople = (route: number): boolean => route >= 1 && route <= 3;

/** Who convenes a consultation. */
export const conveners = ["none", "committee", "branch", "organization", "residents"] as const;
export const BY_COMMITTEE = 1;
export const BY_BRANCH = 2;
export const BY_ORGANIZATION = 3;
export const BY_RESIDENTS = 4;

/**
 * Open matters and those that ended this week, in the order in which they arose. Those that ended are dropped when
 * the next week begins: what remains of them is in the weekTotals. Draws about a matter are keyed by its `serial`.
 */
export const matterColumns = {
  serial: column("u32", "matter", "Number of the matter since the start: the agent of its draws.", { is: "place" }),
  type: column("u8", "code", "Type, an index of matterTypes.", { is: "place" }),
  class: column("u8", "code", "Class, an index of matterClasses.", { is: "place" }),
  community: column("u16", "community", "Community.", { is: "place" }),
  building: column("i32", "building", "Building, where it concerns one.", { is: "place", fill: -1 }),
  resident: column("i32", "resident", "Who raised it; none if nobody in particular.", { is: "place", fill: -1 }),
  other: column("i32", "resident", "The other party, where it is a resident.", { is: "place", fill: -1 }),
  firm: column("i32", "workplace", "The other party, where it is a property firm.", { is: "place", fill: -1 }),
  initiated: column("u8", "flag", "1 if residents raised it of their own accord, 0 if an institution did.", { is: "place" }),
  severity: column("f32", "0-1", "Severity.", { is: "trait" }),
  state: column("u8", "code", "State, an index of matterStates."),
  level: column("u8", "code", "Level it stands at: 0 neighbours, 1 community, 2 subdistrict or station, 3 district.", { is: "book" }),
  route: column("u8", "code", "Route by which it was taken up, an index of matterRoutes."),
  handlerKind: column("u8", "code", "Kind of its handler, an index of holderKinds; 7 nobody yet.", { fill: 7 }),
  handler: column("i32", "agent", "Its handler; none if nobody yet.", { fill: -1 }),
  raised: column("i32", "week", "Week in which it arose.", { is: "place" }),
  changed: column("i32", "week", "Week of its last change of state."),
  matched: column("i32", "week", "Week in which its resources were complete; none if not yet.", { is: "book", fill: -1 }),
  convener: column("u8", "code", "Who convenes the consultation, an index of conveners."),
  calls: column("u16", "minutes", "Work that its convener needs this week to hold the next meeting.", { is: "week" }),
  parties: column("u16", "flats", "Flats asked for their consent."),
  pressed: column("f32", "share", "Share of the consent recorded that was given under pressure against the resident's own opinion."),
  consent: column("f32", "share", "Consent needed among those who vote; 0 none.", { is: "trait" }),
  support: column("f32", "share", "Share of those who voted that accepted, as recorded."),
  acceptability: column("f32", "0-1", "Mean acceptability of the outcome to those concerned.", { is: "book" }),
  rounds: column("u8", "rounds", "Rounds of deliberation held."),
  needMoney: column("u32", "yuan", "Money required.", { is: "trait" }),
  needVolunteer: column("u32", "minutes", "Volunteer time required.", { is: "trait" }),
  needStaff: column("u32", "minutes", "Staff time required.", { is: "trait" }),
  needExpert: column("u32", "minutes", "Expert time required.", { is: "trait" }),
  needSite: column("u16", "hours", "Site hours required.", { is: "trait" }),
  gotMoney: column("u32", "yuan", "Money received."),
  gotVolunteer: column("u32", "minutes", "Volunteer time received."),
  gotStaff: column("u32", "minutes", "Staff time received."),
  gotExpert: column("u32", "minutes", "Expert time received."),
  gotSite: column("u16", "hours", "Site hours received."),
  recorded: column("u8", "flag", "1 if recorded as closed."),
  settled: column("u8", "flag", "1 if truly settled."),
  reopenings: column("u8", "times", "Times reopened.", { is: "book" }),
};

export type Matters = Table<typeof matterColumns>;
