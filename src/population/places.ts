import { column, type Table } from "./table.ts";

/** Kinds of workplaces: the codes of workplaces.kind. */
export const FIRM = 0;
export const SCHOOL = 1;
export const HOSPITAL = 2;
export const PUBLIC_BODY = 3;
export const PROPERTY_FIRM = 4;

/** Households: a range of residents in one building. */
export const householdColumns = {
  building: column("u32", "building", "Building."),
  firstResident: column("u32", "resident", "First resident of the household."),
  size: column("u8", "residents", "Members."),
  car: column("u8", "flag", "1 if it has a car."),
};

/** Buildings: a range of households and of residents in one community. */
export const buildingColumns = {
  community: column("u16", "community", "Community."),
  estate: column("u8", "code", "0 work-unit, 1 resettlement, 2 commodity housing, 3 village."),
  firstHousehold: column("u32", "household", "First household."),
  households: column("u16", "households", "Households."),
  firstResident: column("u32", "resident", "First resident."),
  residents: column("u16", "residents", "Residents."),
  firm: column("i32", "workplace", "Property firm of the estate; none in villages.", { fill: -1 }),
  x: column("f32", "metres", "Position inside the community, west to east."),
  y: column("f32", "metres", "Position inside the community, south to north."),
};

/** Communities: 54 urban communities and 49 villages in the full district, ranges of residents and buildings. */
export const communityColumns = {
  subdistrict: column("u8", "subdistrict", "Subdistrict or town."),
  village: column("u8", "flag", "1 if an administrative village, 0 if an urban community."),
  firstResident: column("u32", "resident", "First resident."),
  residents: column("u32", "residents", "Residents."),
  adults: column("u32", "residents", "Residents of 18 and over."),
  membersOwed: column(
    "i32",
    "net persons",
    "Party members who have gone and were not replaced so far; below 0 those who came beyond them.",
  ),
  firstBuilding: column("u32", "building", "First building."),
  buildings: column("u32", "buildings", "Buildings."),
  x: column("f32", "metres", "Position inside the district, west to east (schematic)."),
  y: column("f32", "metres", "Position inside the district, south to north (schematic)."),
  staff: column("u16", "persons", "Community workers."),
  paperwork: column("f32", "share", "Share of its workers' hours that assigned paperwork takes."),
  siteHours: column("u16", "hours a week", "Hours of rooms and open space that the community can lend."),
  platform: column("f32", "0-1", "Capacity of the community platform to match needs and offers [V4b]."),
  alliance: column("u8", "flag", "1 if the community party-building alliance stands [V3]."),
  norm: column("f32", "0-1", "Share of residents seen to keep the norms [Z22]."),
  contribution: column("f32", "share", "Share of what was asked that residents last gave to common goods [I04]."),
  treated: column("u8", "flag", "1 in the pilot area [Z07]."),
  programme: column("u8", "code", "The party-building programme in force: 0 off, 1 on, 2 its placebo [F03]."),
  campaign: column("f64", "0-1", "Strength of the campaign pulse [F13]."),
  epidemic: column("f64", "0-1", "Strength of the epidemic pulse [F14]."),
  contact: column("f64", "share", "Share of normal contact that takes place; 1 without an epidemic.", { fill: 1 }),
};

/** Workplaces: firms, schools, hospitals, public bodies, and the property firms of estates. */
export const workplaceColumns = {
  kind: column("u8", "code", "0 firm, 1 school, 2 hospital, 3 public body, 4 property firm of an estate."),
  community: column("u16", "community", "Where it stands."),
  employees: column("u32", "persons", "Employees, inside the district and outside."),
  residentEmployees: column("u32", "residents", "Employees who live in the district."),
  members: column("u32", "persons", "Party members among the employees who live in the district."),
  membersOwed: column("i16", "net persons", "Party members who have gone from its branch and were not replaced so far."),
  branch: column("i32", "branch", "Branch of the workplace.", { fill: -1 }),
  quality: column("f32", "0-1", "Quality of its service to the estate, for a property firm; the other party of D01."),
  alliance: column("u8", "flag", "1 if in the alliance of its community."),
  lendMoney: column("u32", "yuan a year", "Money that it may give to the alliance."),
  lendMinutes: column("u32", "minutes a week", "Skilled time that it may lend."),
  lendSite: column("u16", "hours a week", "Site hours that it may lend."),
};

/** Interest groups: who attends with whom. */
export const groupColumns = {
  community: column("u16", "community", "Home community."),
  members: column("u16", "residents", "Members."),
  rhythm: column("u8", "weeks", "Weeks between meetings."),
  founded: column("i16", "week", "Week of founding; negative before the start."),
};

export type Households = Table<typeof householdColumns>;
export type Buildings = Table<typeof buildingColumns>;
export type Communities = Table<typeof communityColumns>;
export type Workplaces = Table<typeof workplaceColumns>;
export type Groups = Table<typeof groupColumns>;
