import { column, type Table } from "./table.ts";

/**
 * Residents, one row each, in the order of their communities, buildings and households: a community, a building
 * and a household are ranges of rows.
 */
export const residentColumns = {
  // Given: who they are and where they live.
  household: column("u32", "household", "Household.", { is: "place" }),
  building: column("u32", "building", "Building.", { is: "place" }),
  community: column("u16", "community", "Community.", { is: "place" }),
  estate: column("u8", "code", "Estate type of the building: 0 work-unit, 1 resettlement, 2 commodity housing, 3 village.", {
    is: "place",
  }),
  occupant: column("u16", "persons", "How many have gone from this place in the district before this person.", { is: "place" }),
  age: column("u8", "years", "Age.", { is: "trait" }),
  birthMonth: column("u8", "month", "Month of the birthday, 0-12.", { is: "place" }),
  female: column("u8", "flag", "1 if female.", { is: "place" }),
  tenure: column("u8", "years", "Years lived in the community.", { is: "book" }),
  owner: column("u8", "flag", "1 if the household owns its home.", { is: "trait" }),
  applied: column("i16", "week", "Week of applying for party membership; none if never [T03].", { fill: -32768 }),
  workplace: column("i32", "workplace", "Workplace inside the district; none if not employed, or employed outside it.", {
    is: "place",
    fill: -1,
  }),
  employed: column("u8", "flag", "1 if employed, inside the district or outside.", { is: "trait" }),
  organization: column("i32", "organization", "Social organization that employs the resident.", { is: "place", fill: -1 }),
  member: column("u8", "flag", "1 if a party member."),
  homeBranch: column("i32", "branch", "Branch at home (community).", { is: "place", fill: -1 }),
  workBranch: column("i32", "branch", "Branch at work (workplace or social organization).", { is: "place", fill: -1 }),
  groups: column("i32", "group", "Interest groups attended.", { is: "place", width: 3, fill: -1 }),
  propensity: column("f32", "standard deviations", "Standing readiness to take part against people alike: standard normal.", {
    is: "trait",
  }),
  sociability: column("u16", "residents", "Acquaintances that the resident can keep up; set when the circles are built.", { is: "trait" }),
  withoutContact: column("u8", "flag", "1 if without active contact with neighbours; set when the circles are built.", { is: "trait" }),
  freeMinutes: column("u16", "minutes a week", "Time available for civic life.", { is: "trait" }),
  digital: column("u8", "flag", "1 if reached by new media and smart services.", { is: "trait" }),

  // State.
  ability: column("f32", "0-1", "Self-management, self-education, self-service, self-supervision [V7].", { width: 4 }),
  lessons: column("u8", "tenths of an occasion", "Courses attended since last month, by what each teaches as much as: two hours of doing."),
  task: column("u8", "code", "What voluntary tasks of the month practise: 0 serving, else the place of the ability, from 1."),
  motivationSetPoint: column("f32", "0-1", "Intrinsic motivation to which the resident returns, m0.", { is: "trait" }),
  motivation: column("f32", "0-1", "Intrinsic motivation, m."),
  extrinsic: column("f32", "0-1", "Extrinsic motive (reward, duty, expectation), e."),
  fatigue: column("f32", "0-1", "Fatigue from civic work."),
  asked: column("u8", "sixteenths", "Invitations remembered, by kind of sender (senders), in sixteenths of one.", { width: 6 }),
  supportMet: column("u8", "hundredths", "Support met since last month, in hundredths of what a month can hold."),
  controlMet: column("u8", "hundredths", "Control met since last month, likewise."),
  rewardMet: column("u8", "hundredths", "Rewards and duties met since last month, likewise."),
  told: column("u8", "times", "Told of policy in person since last month."),
  heard: column("u8", "flag", "1 if policy reached the resident this month: the ladder is climbed at its end."),
  awareness: column("u8", "code", "Ladder of policy awareness: 0 unaware, 1 knows, 2 understands, 3 supports [F11]."),
  trustNeighbours: column("f32", "counts", "Beta counts (success, failure) of trust in neighbours.", { width: 2 }),
  trustCommunity: column("f32", "counts", "Beta counts (success, failure) of trust in the community's institutions.", { width: 2 }),
  trustOrganizations: column("f32", "counts", "Beta counts (success, failure) of trust in social organizations.", { width: 2 }),
  compliance: column("f32", "probability", "Tendency to keep community norms (waste, pets, parking) [Z22]."),
  registered: column("u8", "flag", "1 if registered as a volunteer."),
  timeBankMember: column("u8", "flag", "1 if a member of the time bank [V2]."),
  residentLeader: column("u8", "flag", "1 if trained as a backbone of the community [V6]."),
  exemplar: column("u8", "flag", "1 if named as an exemplar [T09]."),
  pair: column("i32", "resident", "Whom the resident is paired with as helper or helped [V5c].", { is: "place", fill: -1 }),
  directorKnown: column("u8", "flag", "1 if the resident knows the director of the community."),
  tradesYear: column("u16", "trades", "Trades of the time bank in the running year, given or received.", { is: "book" }),
  careNeed: column("u8", "hours a week", "Home care needed beyond what the household gives.", { is: "trait" }),
  careUnmet: column("u16", "minutes", "Home care needed this week and not met so far.", { is: "week" }),
  satisfaction: column("f32", "0-1", "Satisfaction with how matters near the resident end."),
  expectation: column("f32", "0-1", "How well the resident has come to expect matters to end."),
  minutesWeek: column("u16", "minutes", "Given to others and to the community, or spent in meetings of a branch, this week.", {
    is: "week",
  }),
  minutesYear: column("u32", "minutes", "Given over the trailing year (13 slow months)."),
  minutesMonth: column("u16", "minutes", "Given in each of the last 13 slow months, a ring.", { is: "book", width: 13 }),
  lastGovernance: column("i16", "week", "Last week of taking part in governance; none if never.", { fill: -32768 }),
  lastVolunteering: column("i16", "week", "Last week of volunteering; none if never.", { fill: -32768 }),
  lastMobilized: column("i16", "week", "Last week of taking part because mobilized; none if never.", { is: "book", fill: -32768 }),
};

export type Residents = Table<typeof residentColumns>;

/** "Never", in the columns of last weeks. */
export const NEVER = -32768;
