import { FIRM, HOSPITAL, PUBLIC_BODY, SCHOOL } from "../population/index.ts";

/** The twelve small matters [I01-I12] and the four disputes [D01-D04]. The index is the code. */
export const matterTypes = [
  "epidemicPrevention",
  "elevatorInstallation",
  "communityRenovation",
  "wasteSorting",
  "environmentBeautification",
  "homeCare",
  "conflictMediation",
  "parkingNegotiation",
  "spaceDesign",
  "residentsMobilization",
  "stairwellRenovation",
  "petRaising",
  "propertyDispute",
  "familyDispute",
  "neighbourhoodDispute",
  "petition",
] as const;
export type MatterType = (typeof matterTypes)[number];

/** Four problem classes with different rules hide behind the sixteen types [I01-I12 null/harm column]. */
export const matterClasses = ["consent", "publicGood", "service", "conflict"] as const;
export const CONSENT = 0;
export const PUBLIC_GOOD = 1;
export const SERVICE = 2;
export const CONFLICT = 3;

/** Whom a matter concerns, beside whoever raised it. */
export const concerns = ["household", "flats", "staircase", "building", "drivers", "estate", "community"] as const;
export type Concern = (typeof concerns)[number];

/** Who the other party is. */
export type Party = "nobody" | "household" | "neighbour" | "propertyFirm" | "government";

/** Estate types in which a type arises, as bits: work-unit, resettlement, commodity housing, village. */
const WALK_UPS = 0b0011;
const ESTATES = 0b0111;
const EVERYWHERE = 0b1111;

/** Kinds of workplaces, as bits. */
const at = (...kinds: number[]) => kinds.reduce((bits, kind) => bits | (1 << kind), 0);
const ENGINEERS = at(FIRM, PUBLIC_BODY);
const NURSES = at(HOSPITAL);
const LAWYERS = at(PUBLIC_BODY, FIRM);
const COUNSELLORS = at(SCHOOL, HOSPITAL, PUBLIC_BODY);

/** Types of organizations that can serve, as bits; resource linking (8) can find someone for any. */
const by = (...types: number[]) => types.reduce((bits, type) => bits | (1 << type), 1 << 8);

/**
 * What a type of matter is: whom it concerns, who can settle it, what it takes and what happens if it stays open.
 * Amounts are those of a middling matter of the type; severity and a lognormal spread vary them (`needed`).
 */
export interface MatterKind {
  /** Row of the paper. */
  readonly row: string;
  readonly class: number;
  readonly concerns: Concern;
  readonly against: Party;
  /** Bits of the estate types in which it arises. */
  readonly estates: number;
  /** Mean severity, 0-1. */
  readonly severity: number;
  /** How readily those concerned settle it among themselves, 0-1; 0 if they cannot. */
  readonly ease: number;
  /** Bits of the types of organizations that can serve it. */
  readonly servedBy: number;
  /** Minutes of staff, of volunteers and of experts. */
  readonly staff: number;
  readonly volunteers?: number;
  readonly experts?: number;
  /** Bits of the kinds of workplaces that have these experts. */
  readonly expertsAt?: number;
  /** Hours of a site. */
  readonly site?: number;
  /** Yuan; the shares of it that the flats concerned and the district pay. The community pays the rest. */
  readonly money?: number;
  readonly shared?: number;
  readonly subsidy?: number;
  /** Share of those concerned who must vote, and of those who vote that must accept. */
  readonly present?: number;
  readonly consent?: number;
  /** What sets those concerned apart, in logits over the range of each: top floor against ground floor, owner, 40 years of age, car. */
  readonly floor?: number;
  readonly owner?: number;
  readonly age?: number;
  readonly car?: number;
  /** Left open: times the usual hazard of a petition; share a week that fades away; closed but not settled: times the usual hazard of coming back. */
  readonly escalates: number;
  readonly fades: number;
  readonly returns: number;
  /** Where this comes from: M published and not read again, J a judgement, with what it rests on. */
  readonly source: string;
}

/**
 * The sixteen. Shares needed for consent are those of article 278 of the Civil Code [M]: two thirds of the owners
 * present by number (here by flats; area is not modelled), of these three quarters for building works, one half otherwise.
 */
export const matterKinds: Readonly<Record<MatterType, MatterKind>> = {
  epidemicPrevention: {
    row: "I01",
    class: SERVICE,
    concerns: "building",
    against: "nobody",
    estates: EVERYWHERE,
    severity: 0.5,
    ease: 0.2,
    servedBy: by(0, 1, 5),
    staff: 150,
    volunteers: 120,
    experts: 45,
    expertsAt: NURSES,
    escalates: 0.5,
    fades: 0.03,
    returns: 1,
    source: "J: testing and supplies for a building, with a nurse; fades as the outbreak does [F14].",
  },
  elevatorInstallation: {
    row: "I02",
    class: CONSENT,
    concerns: "staircase",
    against: "nobody",
    estates: WALK_UPS,
    severity: 0.6,
    ease: 0,
    servedBy: by(3, 4, 10),
    staff: 900,
    experts: 2400,
    expertsAt: ENGINEERS,
    site: 4,
    money: 550_000,
    shared: 0.65,
    subsidy: 0.35,
    present: 2 / 3,
    consent: 3 / 4,
    floor: 3.5,
    owner: 0.8,
    age: 1,
    escalates: 0.5,
    fades: 0.002,
    returns: 1.5,
    source: "M: 0.5-0.6 m yuan an elevator, 0.1-0.25 m of it subsidy, flats pay by floor; Civil Code art. 278. Hours J.",
  },
  communityRenovation: {
    row: "I03",
    class: CONSENT,
    concerns: "building",
    against: "nobody",
    estates: ESTATES,
    severity: 0.5,
    ease: 0,
    servedBy: by(3, 7, 10),
    staff: 480,
    experts: 600,
    expertsAt: ENGINEERS,
    site: 12,
    money: 12_000,
    subsidy: 0.7,
    present: 2 / 3,
    consent: 3 / 4,
    owner: 1,
    age: 0.4,
    escalates: 0.7,
    fades: 0.004,
    returns: 1,
    source: "M: art. 278; old estates are renewed mostly from public money. Amounts a building J.",
  },
  wasteSorting: {
    row: "I04",
    class: PUBLIC_GOOD,
    concerns: "estate",
    against: "nobody",
    estates: EVERYWHERE,
    severity: 0.4,
    ease: 0.5,
    servedBy: by(0, 1, 5),
    staff: 100,
    volunteers: 360,
    site: 3,
    escalates: 0.5,
    fades: 0.01,
    returns: 2,
    source: "J: watch at the bins; comes back as giving decays (eq. 4.5).",
  },
  environmentBeautification: {
    row: "I05",
    class: PUBLIC_GOOD,
    concerns: "estate",
    against: "nobody",
    estates: EVERYWHERE,
    severity: 0.35,
    ease: 0.5,
    servedBy: by(1, 2, 7),
    staff: 120,
    volunteers: 480,
    site: 4,
    money: 200,
    escalates: 0.5,
    fades: 0.01,
    returns: 1.5,
    source: "J: a day's work of a few; environment leads the hotline of Taizhou [S70].",
  },
  homeCare: {
    row: "I06",
    class: SERVICE,
    concerns: "household",
    against: "nobody",
    estates: EVERYWHERE,
    severity: 0.55,
    ease: 0.3,
    servedBy: by(0, 1),
    staff: 240,
    experts: 90,
    expertsAt: NURSES,
    escalates: 0.5,
    fades: 0.005,
    returns: 1.5,
    source: "J: arranging care, with a nurse; the care itself is that of careNeeds. Demand exceeds supply by 21.3 points [S46].",
  },
  conflictMediation: {
    row: "I07",
    class: CONFLICT,
    concerns: "flats",
    against: "neighbour",
    estates: EVERYWHERE,
    severity: 0.45,
    ease: 0.4,
    servedBy: by(3, 5, 10),
    staff: 180,
    escalates: 1,
    fades: 0.01,
    returns: 1,
    source: "J: routine mediation takes 1-7 days [S63].",
  },
  parkingNegotiation: {
    row: "I08",
    class: CONSENT,
    concerns: "drivers",
    against: "propertyFirm",
    estates: ESTATES,
    severity: 0.45,
    ease: 0.15,
    servedBy: by(3, 5, 10),
    staff: 240,
    site: 6,
    money: 300,
    present: 2 / 3,
    consent: 1 / 2,
    owner: 0.5,
    car: 1.5,
    escalates: 1,
    fades: 0.006,
    returns: 1.5,
    source: "M: art. 278, other matters; concerns those with a car and the property firm. Amounts J.",
  },
  spaceDesign: {
    row: "I09",
    class: CONSENT,
    concerns: "estate",
    against: "nobody",
    estates: EVERYWHERE,
    severity: 0.35,
    ease: 0.1,
    servedBy: by(2, 7, 9),
    staff: 300,
    experts: 480,
    expertsAt: ENGINEERS,
    site: 10,
    money: 4000,
    present: 2 / 3,
    consent: 1 / 2,
    age: 0.8,
    escalates: 0.3,
    fades: 0.01,
    returns: 0.7,
    source: "J: a small square or garden, with a designer.",
  },
  residentsMobilization: {
    row: "I10",
    class: CONFLICT,
    concerns: "community",
    against: "nobody",
    estates: EVERYWHERE,
    severity: 0.3,
    ease: 0.35,
    servedBy: by(2, 5, 6),
    staff: 150,
    volunteers: 120,
    site: 3,
    escalates: 0.2,
    fades: 0.02,
    returns: 1,
    source: "J: finding people for a common purpose; a process, settled when they come.",
  },
  stairwellRenovation: {
    row: "I11",
    class: CONSENT,
    concerns: "staircase",
    against: "nobody",
    estates: ESTATES,
    severity: 0.35,
    ease: 0.25,
    servedBy: by(1, 5, 7),
    staff: 180,
    experts: 60,
    expertsAt: ENGINEERS,
    site: 2,
    money: 1500,
    shared: 0.5,
    present: 2 / 3,
    consent: 1 / 2,
    floor: 0.8,
    owner: 0.6,
    escalates: 0.4,
    fades: 0.01,
    returns: 1.2,
    source: "J: paint, lamps and clearing of one staircase, for some thousand yuan.",
  },
  petRaising: {
    row: "I12",
    class: PUBLIC_GOOD,
    concerns: "estate",
    against: "neighbour",
    estates: EVERYWHERE,
    severity: 0.35,
    ease: 0.45,
    servedBy: by(1, 2, 5),
    staff: 90,
    volunteers: 180,
    escalates: 0.7,
    fades: 0.015,
    returns: 2,
    source: "J: leashes and rounds; pets lead the complaints of large estates, 17.7% [S75].",
  },
  propertyDispute: {
    row: "D01",
    class: CONFLICT,
    concerns: "estate",
    against: "propertyFirm",
    estates: ESTATES,
    severity: 0.55,
    ease: 0.1,
    servedBy: by(3, 10),
    staff: 300,
    experts: 120,
    expertsAt: LAWYERS,
    escalates: 2,
    fades: 0.004,
    returns: 1.5,
    source:
      "J: residents against the firm, with legal advice; firms settle as well as they work. 657 of a month's contacts in Taizhou [S70].",
  },
  familyDispute: {
    row: "D02",
    class: CONFLICT,
    concerns: "household",
    against: "household",
    estates: EVERYWHERE,
    severity: 0.6,
    ease: 0.25,
    servedBy: by(0, 3),
    staff: 240,
    experts: 60,
    expertsAt: COUNSELLORS,
    escalates: 0.3,
    fades: 0.015,
    returns: 1.5,
    source: "J: within a household, rarely taken further; privacy keeps it at home [D02].",
  },
  neighbourhoodDispute: {
    row: "D03",
    class: CONFLICT,
    concerns: "flats",
    against: "neighbour",
    estates: EVERYWHERE,
    severity: 0.5,
    ease: 0.35,
    servedBy: by(3, 5, 10),
    staff: 200,
    escalates: 1,
    fades: 0.008,
    returns: 1.2,
    source: "J: two flats of a building: noise, leaks, things on the stairs.",
  },
  petition: {
    row: "D04",
    class: CONFLICT,
    concerns: "household",
    against: "government",
    estates: EVERYWHERE,
    severity: 0.7,
    ease: 0,
    servedBy: by(3, 4, 10),
    staff: 600,
    experts: 180,
    expertsAt: LAWYERS,
    escalates: 0,
    fades: 0.002,
    returns: 1.5,
    source: "J: major conflicts take 18-42 days [S63]. Arises by escalation alone.",
  },
};

/** By code. */
export const kindOfType: readonly MatterKind[] = matterTypes.map((type) => matterKinds[type]);

/** Row of the paper, by type. */
export const matterRows = kindOfType.map(({ row }) => row);

/** Class, by type. */
export const classOfType = Uint8Array.from(kindOfType, ({ class: kind }) => kind);
