import { allAre, column, type Table } from "./table.ts";

/** Kinds of workplaces: the codes of workplaces.kind. */
export const FIRM = 0;
export const SCHOOL = 1;
export const HOSPITAL = 2;
export const PUBLIC_BODY = 3;
export const PROPERTY_FIRM = 4;

/** Households: a range of residents in one building. */
export const householdColumns = allAre("place", {
  building: column("u32", "building", "Building."),
  firstResident: column("u32", "resident", "First resident of the household."),
  size: column("u8", "residents", "Members."),
  car: column("u8", "flag", "1 if it has a car."),
});

/** Buildings: a range of households and of residents in one community. */
export const buildingColumns = allAre("place", {
  community: column("u16", "community", "Community."),
  estate: column("u8", "code", "0 work-unit, 1 resettlement, 2 commodity housing, 3 village."),
  firstHousehold: column("u32", "household", "First household."),
  households: column("u16", "households", "Households."),
  firstResident: column("u32", "resident", "First resident."),
  residents: column("u16", "residents", "Residents."),
  firm: column("i32", "workplace", "Property firm of the estate; none in villages.", { fill: -1 }),
  x: column("f32", "metres", "Position inside the community, west to east."),
  y: column("f32", "metres", "Position inside the community, south to north."),
});

/** Communities: 54 urban communities and 49 villages in the full district, ranges of residents and buildings. */
export const communityColumns = {
  subdistrict: column("u8", "subdistrict", "Subdistrict or town.", { is: "place" }),
  village: column("u8", "flag", "1 if an administrative village, 0 if an urban community.", { is: "place" }),
  firstResident: column("u32", "resident", "First resident.", { is: "place" }),
  residents: column("u32", "residents", "Residents.", { is: "place" }),
  adults: column("u32", "residents", "Residents of 18 and over.", { is: "place" }),
  membersOwed: column(
    "i32",
    "net persons",
    "Party members who have gone and were not replaced so far; below 0 those who came beyond them.",
  ),
  firstBuilding: column("u32", "building", "First building.", { is: "place" }),
  buildings: column("u32", "buildings", "Buildings.", { is: "place" }),
  x: column("f32", "metres", "Position inside the district, west to east (schematic).", { is: "place" }),
  y: column("f32", "metres", "Position inside the district, south to north (schematic).", { is: "place" }),
  staff: column("u16", "persons", "Community workers.", { is: "trait" }),
  paperwork: column("f32", "share", "Share of its workers' hours that assigned paperwork takes.", { is: "week" }),
  siteHours: column("u16", "hours a week", "Hours of rooms and open space that the community can lend.", { is: "trait" }),
  platform: column("f32", "0-1", "Capacity of the community platform to match needs and offers [V4b]."),
  contribution: column("f32", "share", "Share of what was asked that residents last gave to common goods [I04]."),
  treated: column("u8", "flag", "1 in the pilot area [Z07].", { is: "place" }),
  programme: column("u8", "code", "The party-building programme in force: 0 off, 1 on, 2 its placebo [F03].", { is: "place" }),
  campaign: column("f64", "0-1", "Strength of the campaign pulse [F13].", { is: "week" }),
  epidemic: column("f64", "0-1", "Strength of the epidemic pulse [F14].", { is: "week" }),
  contact: column("f64", "share", "Share of normal contact that takes place; 1 without an epidemic.", { is: "week", fill: 1 }),
};

/** Workplaces: firms, schools, hospitals, public bodies, and the property firms of estates. */
export const workplaceColumns = {
  kind: column("u8", "code", "0 firm, 1 school, 2 hospital, 3 public body, 4 property firm of an estate.", { is: "place" }),
  community: column("u16", "community", "Where it stands.", { is: "place" }),
  employees: column("u32", "persons", "Employees, inside the district and outside.", { is: "place" }),
  residentEmployees: column("u32", "residents", "Employees who live in the district."),
  members: column("u32", "persons", "Party members among the employees who live in the district.", { is: "book" }),
  membersOwed: column("i16", "net persons", "Party members who have gone from its branch and were not replaced so far."),
  branch: column("i32", "branch", "Branch of the workplace.", { is: "place", fill: -1 }),
  quality: column("f32", "0-1", "Quality of its service to the estate, for a property firm; the other party of D01.", { is: "trait" }),
  alliance: column("u8", "flag", "1 if in the alliance of its community."),
  lendMoney: column("u32", "yuan a year", "Money that it may give to the alliance.", { is: "trait" }),
  lendMinutes: column("u32", "minutes a week", "Skilled time that it may lend.", { is: "trait" }),
  lendSite: column("u16", "hours a week", "Site hours that it may lend.", { is: "trait" }),
};

/** Interest groups: who attends with whom. */
export const groupColumns = {
  community: column("u16", "community", "Home community.", { is: "place" }),
  members: column("u16", "residents", "Members."),
  founded: column("i16", "week", "Week of founding; negative before the start.", { is: "place" }),
};

export type Households = Table<typeof householdColumns>;
export type Buildings = Table<typeof buildingColumns>;
export type Communities = Table<typeof communityColumns>;
export type Workplaces = Table<typeof workplaceColumns>;
export type Groups = Table<typeof groupColumns>;
