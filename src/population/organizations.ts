import { column, type Table } from "./table.ts";

/** Types of social organizations: four traditional [Z08], seven new [Z09]. The index is the code. */
export const organizationTypes = [
  "welfareCharity",
  "dailyService",
  "cultureSport",
  "mediation",
  "jointPartyBuilding",
  "selfGovernance",
  "leaderTraining",
  "placeMaking",
  "resourceLinking",
  "developmentSupport",
  "democraticConsultation",
] as const;

/** Sources of income. The index is the code. */
export const incomeSources = ["government", "venture", "donation", "fees", "alliance"] as const;

/** Roles of a social organization [Z14]. The index is the code. */
export const organizationRoles = ["serviceProvider", "modelBuilder", "supportGuide", "resourceLink"] as const;

/** Role that service is by type: those that convene, train and develop others guide them, some build models, one links. */
export const roleOfType = [0, 0, 0, 0, 2, 2, 2, 1, 3, 2, 2] as const;

/** How a social organization is covered by a branch. The index is the code. */
export const coverageForms = ["none", "own", "joint", "dispatched"] as const;

export const organizationColumns = {
  type: column("u8", "code", "Type, an index of organizationTypes."),
  registered: column("u8", "flag", "1 if registered, 0 if only filed.", { is: "trait" }),
  alive: column("u8", "flag", "1 until it closes.", { is: "place" }),
  community: column("u16", "community", "Home community.", { is: "place" }),
  founded: column("i32", "week", "Week of founding; negative before the start.", { is: "place" }),
  closed: column("i32", "week", "Week of closing; none while alive.", { is: "place", fill: -1 }),
  staff: column("u16", "persons", "Paid staff; 0 in most filed groups."),
  members: column("u16", "persons", "Party members among the staff."),
  volunteers: column("u16", "persons", "Standing volunteers."),
  quality: column("f32", "0-1", "Quality of service, q: what practice and courses have taught of its field."),
  management: column("f32", "0-1", "Internal management, g: what practice and courses have taught of running it."),
  field: column("u8", "code", "Type in which its quality was gained, an index of organizationTypes; another one after a change of type."),
  newcomers: column("f32", "posts", "Posts filled with people new to it since it learned last."),
  legitimacy: column("f32", "0-1", "Legitimacy with government, leg."),
  standing: column("f32", "net weights", "What government remembers of it: reports a week, awards, findings of inspections.", { width: 3 }),
  autonomy: column(
    "f32",
    "0-1",
    "Autonomy, 1 - weighted dependence (eq. 4.9): the share of its agenda that is its own, not the plan of who pays or asks.",
  ),
  dependence: column("f32", "0-1", "Dependence on its most critical source (eq. 4.9)."),
  reputation: column("f32", "counts", "Beta counts (success, failure) of its reputation.", { width: 2 }),
  role: column(
    "f32",
    "share",
    "Shares of the four roles in its hours of the last year, in the order of organizationRoles, summing to 1 [Z14].",
    { width: 4 },
  ),
  incubation: column("u8", "code", "0 never incubated, 1 in the incubator, 2 graduated [G2]."),
  incubationEnd: column("i32", "week", "Week of leaving the incubator; none outside.", { fill: -1 }),
  project: column("i32", "week", "Week in which its funded project ends [B2].", { fill: -1 }),
  pilot: column("u8", "code", "1 if it works by the model of a pilot [G6], 2 if it took the same course in the placebo."),
  branch: column("i32", "branch", "Branch that covers it.", { is: "place", fill: -1 }),
  coverage: column("u8", "code", "Form of coverage, an index of coverageForms."),
  meeting: column("i32", "branch", "Meeting that stands in the place of its branch [F03].", { is: "place", fill: -1 }),
  placebo: column("u8", "code", "Form of coverage whose hours and money it has without the party, an index of coverageForms [F03]."),
  adminShare: column("f32", "share", "Share of its hours spent on reports, inspections and assigned paperwork, trailing mean."),
  hoursService: column("u32", "minutes", "Staff and volunteer time for service this week.", { is: "week" }),
  hoursParty: column("u32", "minutes", "Time for party work this week.", { is: "week" }),
  hoursReporting: column("u32", "minutes", "Time for reports and inspections this week.", { is: "week" }),
  hoursModelling: column("u32", "minutes", "Time for showing others how it is done this week, that of party work included.", {
    is: "week",
  }),
  hoursGuiding: column("u32", "minutes", "Time for supporting and guiding others this week.", { is: "week" }),
  hoursSeeking: column("u32", "minutes", "Time for seeking resources this week.", { is: "week" }),
  hoursOwed: column("u32", "minutes", "Time owed this week to events of its branch, before rigidity.", { is: "week" }),
  hoursCourses: column("u32", "minutes", "Time of its people in courses this week: on its field, on running it, on anything else.", {
    is: "week",
    width: 3,
  }),
  courses: column("u32", "minutes", "Courses offered since it divided its hours last, by the same subjects, before anybody attends.", {
    width: 3,
  }),
  hoursUsed: column("u32", "minutes", "Service time already given to matters, care and events this week.", { is: "book" }),
  incomeYear: column("u32", "yuan", "Income of the running year, by source, in the order of incomeSources.", { width: 5 }),
  incomeLast: column("u32", "yuan", "Income of the last full year, by source, in the order of incomeSources.", { width: 5 }),
  demand: column("f32", "share", "Share of the surplus it asks in exchange, x (eq. 4.8)."),
};

export const branchForms = ["own", "joint", "community", "workplace", "meeting"] as const;

/** What stands in the place of a branch of social organizations in the placebo: the same hours and money, no party [F03]. */
export const MEETING = branchForms.indexOf("meeting");

/** Whether it is of social organizations: a branch of one or of several, or a meeting in the place of either. */
export const ofOrganizations = (form: number): boolean => form <= branchForms.indexOf("joint") || form === MEETING;

export const branchColumns = {
  form: column("u8", "code", "Form, an index of branchForms.", { is: "trait" }),
  alive: column("u8", "flag", "1 until dissolved.", { is: "place" }),
  community: column("u16", "community", "Community.", { is: "place" }),
  founded: column("i32", "week", "Week of founding; negative before the start.", { is: "place" }),
  members: column("u16", "persons", "Members."),
  memberOrganizations: column("u8", "organizations", "Social organizations in it; at most 5 in a joint branch."),
  secretary: column("f32", "0-1", "Ability of the secretary, sec [T01]."),
  activity: column(
    "f32",
    "0-1",
    "Activity, act: share of its members who truly came to the activity of a month, mean of about three months.",
  ),
  reported: column("f32", "0-1", "Activity as reported."),
  upkeep: column("f32", "0-1", "Share of the hours that the programme requires of it which it still gets; 1 while the programme is on.", {
    fill: 1,
  }),
  held: column("u8", "months", "Months in a row in which its activity was held with at least half of its members, at most 255."),
  forces: column(
    "f32",
    "minutes a month",
    "Time for leadership, guidance, organizing members and rallying everyone, mean of the last year [M03].",
    {
      width: 4,
    },
  ),
  strengths: column(
    "f32",
    "share",
    "Shares of party work in the last year: party spirit, service, cohesion, demonstration, business [T04].",
    {
      width: 5,
      fill: 0.2,
    },
  ),
  forms: column("u16", "events", "Events of each of eight forms in the running year [T06].", { is: "book", width: 8 }),
};

export type Organizations = Table<typeof organizationColumns>;
export type Branches = Table<typeof branchColumns>;

/**
 * Form of coverage, an index of coverageForms, by which the programme asks hours of an organization and pays for it: its
 * own, or the one that it has in the placebo [F03]. 0 is none.
 */
export const formAsked = ({ columns }: Organizations, g: number): number => columns.coverage[g] || columns.placebo[g];

/** The branch of an organization, or the meeting that stands in its place; -1 is none. What either costs follows one rule. */
export const bodyOf = ({ columns }: Organizations, g: number): number => (columns.branch[g] >= 0 ? columns.branch[g] : columns.meeting[g]);
