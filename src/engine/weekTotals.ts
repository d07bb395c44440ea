import { allAre, column, type Table } from "../population/index.ts";

/**
 * Counts of the week, set to zero when a week begins. Mechanisms add to them; the observation reads them. They hold
 * what the state itself forgets: how often something happened.
 */
export const communityTotalColumns = allAre("week", {
  messages: column("f64", "messages", "Messages that reached residents."),
  events: column("f64", "events", "Events open to residents."),
  invitations: column("f64", "invitations", "Invitations to take part."),
  attendances: column("f64", "attendances", "Residents taking part, counted at each occasion."),
  partyMinutes: column("f64", "minutes", "Time spent on party work, by organizations and branches."),
  adminMinutes: column("f64", "minutes", "Time spent on reports, inspections and assigned paperwork."),
  coordinationMinutes: column("f64", "minutes", "Time of community workers spent on coordinating the alliance."),
  workers: column("f64", "persons", "Community workers whose load was looked at."),
  workersHeavy: column("f64", "persons", "Community workers under a heavy load of paperwork."),
  programmeMoney: column("f64", "yuan", "Money spent on the party-building programme or its placebo."),
  needs: column("f64", "needs", "Open needs that sought a resource."),
  matchedNeeds: column("f64", "needs", "Needs that found a resource."),
  feasibleNeeds: column("f64", "needs", "Needs that the best possible matching would have served."),
  offeredMinutes: column("f64", "minutes", "Time on offer."),
  idleMinutes: column("f64", "minutes", "Time on offer that nobody used."),
  matchedAway: column("f64", "needs", "Needs served from another community."),
  careNeeded: column("f64", "minutes", "Home care needed beyond households."),
  careMinutes: column("f64", "minutes", "Home care given."),
  trades: column("f64", "trades", "Trades of the time bank."),
  tiesFormed: column("f64", "ties", "Acquaintance ties formed."),
  tiesLost: column("f64", "ties", "Acquaintance ties lost."),
  outreach: column("f64", "invitations", "Further invitations to every adult this week, from programmes."),
  outreachDigital: column("f64", "invitations", "Further invitations to adults reached by new media this week."),
  posts: column("f64", "posts", "Posts on policy that residents online read this week."),
  outreachMembers: column("f64", "invitations", "Further invitations to party members this week."),
  branchInvitations: column("f64", "invitations", "Invitations of a member by the branch this week."),
  partyWeight: column("f64", "weight", "Weight of the party-building circle this week."),
  pressure: column("f64", "0-1", "Strictness with which branches ask their members this week."),
  branchDoors: column("f64", "0-1", "How far branches are open to matters of residents this week."),
  branchPressure: column("f64", "share", "How much more is asked of branches this week while a target of coverage is not met."),
  programmeTasks: column("f64", "share", "Tasks of community workers that the programme adds this week; below 0 those that it spares."),
  born: column("f64", "residents", "Residents born."),
  died: column("f64", "residents", "Residents who died."),
  movedIn: column("f64", "residents", "Residents who moved in."),
  movedOut: column("f64", "residents", "Residents who moved away."),
  overload: column("f64", "fatigue", "Fatigue of each resident from messages beyond what they can bear this week."),
  smart: column("f64", "0-1", "Smart services in force this week [Z16]."),
  disputesMediated: column("f64", "matters", "Conflicts recorded as closed."),
  acceptability: column("f64", "0-1", "Acceptability of decided matters, summed."),
  acceptabilitySquares: column("f64", "0-1", "Squares of acceptability of decided matters, summed."),
});

/** Row: community * 16 + type of matter. */
export const matterTotalColumns = allAre("week", {
  raised: column("f64", "matters", "Raised."),
  initiated: column("f64", "matters", "Raised by residents of their own accord."),
  takenUp: column("f64", "matters", "Taken up."),
  deliberated: column("f64", "matters", "Decided after deliberation."),
  decided: column("f64", "matters", "Decided."),
  consented: column("f64", "matters", "Votes that reached the consent needed."),
  voted: column("f64", "matters", "Votes held on the consent needed."),
  invited: column("f64", "residents", "Invited to a meeting of a consultation."),
  attended: column("f64", "residents", "Came to a meeting of a consultation."),
  accepted: column("f64", "residents", "Recorded as accepting when consent was reached."),
  pressed: column("f64", "residents", "Recorded as accepting under pressure, against their own opinion, when consent was reached."),
  retracted: column("f64", "matters", "Came back because the consent recorded had not been given."),
  closed: column("f64", "matters", "Recorded as closed."),
  left: column("f64", "matters", "Left the books: settled, or dropped."),
  leftRecorded: column("f64", "matters", "Left the books with a record of closing."),
  leftSettled: column("f64", "matters", "Left the books truly settled."),
  settled: column("f64", "matters", "Truly settled."),
  selfSettled: column("f64", "matters", "Truly settled with no outside resource, among neighbours; never recorded."),
  reopened: column("f64", "matters", "Reopened."),
  escalated: column("f64", "matters", "Escalated to petition."),
  dropped: column("f64", "matters", "Dropped."),
});

/** Row: a duration of 0 ... 127 weeks, the last row holds all longer ones. */
export const durationTotalColumns = allAre("week", {
  settled: column("f64", "matters", "Matters truly settled after so many weeks."),
  matched: column("f64", "matters", "Matters whose resources were complete after so many weeks."),
});

export const DURATIONS = 128;

/** Inputs of the week for the laws of organizations. Row: organization. */
export const organizationTotalColumns = allAre("week", {
  reported: column("f64", "0-1", "Activity that its branch reports for it this week."),
  awarded: column("f64", "awards", "Awards as a demonstration project this week."),
  findings: column("f64", "findings", "Inspections passed this week, less those failed and gaps found between report and work."),
  branchDemand: column("f64", "0-1", "How far its branch sets its agenda in the hours that it requires this week."),
  partyService: column("f64", "share", "Share of its hours of party work that is service to the community this week."),
  demonstrating: column("f64", "share", "Share of its hours of party work in which it shows others how it is done this week."),
  wantedRoles: column("f64", "share", "Share of its remaining hours that its branch wants in each of the four roles this week.", {
    width: 4,
  }),
  partyTraining: column("f64", "share", "Share of its hours of party work that is training in its own field this week."),
  idle: column("f64", "minutes", "Time that it held open for matters this week and that nobody used."),
  bargained: column("f64", "minutes", "Time that it gave to needs of communities that know it this week."),
  conceded: column("f64", "minutes", "The same, each minute times what the best offer refused for it would have left the community."),
  refused: column("f64", "needs", "Needs that it could have served this week and that others served."),
  turnedAway: column("f64", "needs", "Needs left without help this week that it would have served had it had hours."),
  settled: column("f64", "matters", "Matters that it served and that were truly settled this week."),
  unsettled: column("f64", "matters", "Matters that it served and that were closed without being settled this week."),
});

/** Inputs of the week for the laws of branches. Row: branch. */
export const branchTotalColumns = allAre("week", {
  visits: column("f64", "minutes", "Time that instructors spent with the branch this week."),
  atHand: column("f64", "minutes", "Time that paperwork and preparation left the branch this month."),
  training: column("f64", "hours", "Training of its secretary this week, as far as it is not for the record alone."),
  gapFound: column("f64", "0-1", "Activity reported beyond the true one that an inspection found this week."),
});

/** The tables of the weekTotals. */
export class WeekTotals {
  readonly communities: Table<typeof communityTotalColumns>;
  readonly matters: Table<typeof matterTotalColumns>;
  readonly durations: Table<typeof durationTotalColumns>;
  readonly organizations: Table<typeof organizationTotalColumns>;
  readonly branches: Table<typeof branchTotalColumns>;

  constructor(
    communities: Table<typeof communityTotalColumns>,
    matters: Table<typeof matterTotalColumns>,
    durations: Table<typeof durationTotalColumns>,
    organizations: Table<typeof organizationTotalColumns>,
    branches: Table<typeof branchTotalColumns>,
  ) {
    this.communities = communities;
    this.matters = matters;
    this.durations = durations;
    this.organizations = organizations;
    this.branches = branches;
  }

  /** Gives organizations that were founded since last week their rows. */
  openOrganizations(rows: number): void {
    while (this.organizations.rows < rows) this.organizations.add();
  }

  /** Gives branches that were founded since their rows. */
  openBranches(rows: number): void {
    while (this.branches.rows < rows) this.branches.add();
  }

  clear(): void {
    for (const table of [this.communities, this.matters, this.durations, this.organizations, this.branches]) {
      for (const values of Object.values(table.columns)) values.fill(0);
    }
  }
}
