import { FIRM, HOSPITAL, PUBLIC_BODY, SCHOOL } from "../population/index.ts";
import type { MattersParameters } from "../scenario/index.ts";

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
 * What a type of matter is: whom it concerns, who can settle it, and of which kind the work, the money and the ease are
 * that it takes. What they amount to stands in the scenario (`matters`), one number for all types that are alike in it;
 * severity and a lognormal spread vary them from matter to matter.
 */
export interface MatterKind {
  /** Row of the paper. */
  readonly row: string;
  readonly class: number;
  readonly concerns: Concern;
  readonly against: Party;
  /** Bits of the estate types in which it arises. */
  readonly estates: number;
  /** Bits of the types of organizations that can serve it. */
  readonly servedBy: number;
  /** Grave rather than light. */
  readonly grave?: true;
  /** Major work of staff rather than routine. */
  readonly major?: true;
  /** Takes volunteers. */
  readonly volunteers?: true;
  /** Work of experts, and the bits of the kinds of workplaces that have them. */
  readonly experts?: "visit" | "design" | "engineering";
  readonly expertsAt?: number;
  /** Takes a room or a site. */
  readonly room?: true;
  readonly price?: "elevator" | "renewal" | "smallWorks" | "materials";
  /** The flats pay a share of small works. */
  readonly flatsPay?: true;
  /** Share of those concerned who must vote, and of those who vote that must accept. */
  readonly present?: number;
  readonly consent?: number;
  /** What sets those concerned apart. */
  readonly stakes?: readonly Stake[];
  /** How readily those concerned settle it among themselves; none if they cannot. */
  readonly ease?: "easy" | "hard";
  /** Where this comes from. */
  readonly source: string;
}

/** Floor, ownership, age, car. */
export type Stake = "floor" | "owner" | "age" | "car";

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
    servedBy: by(0, 1, 5),
    grave: true,
    volunteers: true,
    experts: "visit",
    expertsAt: NURSES,
    ease: "hard",
    source: "Testing and supplies for a building, with a nurse [F14].",
  },
  elevatorInstallation: {
    row: "I02",
    class: CONSENT,
    concerns: "staircase",
    against: "nobody",
    estates: WALK_UPS,
    servedBy: by(3, 4, 10),
    grave: true,
    major: true,
    experts: "engineering",
    expertsAt: ENGINEERS,
    room: true,
    price: "elevator",
    present: 2 / 3,
    consent: 3 / 4,
    stakes: ["floor", "owner", "age"],
    source: "Flats pay by floor, with a subsidy; Civil Code art. 278.",
  },
  communityRenovation: {
    row: "I03",
    class: CONSENT,
    concerns: "building",
    against: "nobody",
    estates: ESTATES,
    servedBy: by(3, 7, 10),
    grave: true,
    major: true,
    experts: "design",
    expertsAt: ENGINEERS,
    room: true,
    price: "renewal",
    present: 2 / 3,
    consent: 3 / 4,
    stakes: ["owner", "age"],
    source: "Civil Code art. 278; old estates are renewed mostly from public money.",
  },
  wasteSorting: {
    row: "I04",
    class: PUBLIC_GOOD,
    concerns: "estate",
    against: "nobody",
    estates: EVERYWHERE,
    servedBy: by(0, 1, 5),
    volunteers: true,
    room: true,
    ease: "easy",
    source: "Watch at the bins.",
  },
  environmentBeautification: {
    row: "I05",
    class: PUBLIC_GOOD,
    concerns: "estate",
    against: "nobody",
    estates: EVERYWHERE,
    servedBy: by(1, 2, 7),
    volunteers: true,
    room: true,
    price: "materials",
    ease: "easy",
    source: "A day’s work of a few; environment leads the hotline of Taizhou [S70].",
  },
  homeCare: {
    row: "I06",
    class: SERVICE,
    concerns: "household",
    against: "nobody",
    estates: EVERYWHERE,
    servedBy: by(0, 1),
    grave: true,
    experts: "visit",
    expertsAt: NURSES,
    ease: "easy",
    source: "Arranging care, with a nurse; the care itself is that of careNeeds. Demand exceeds supply by 21.3 points [S46].",
  },
  conflictMediation: {
    row: "I07",
    class: CONFLICT,
    concerns: "flats",
    against: "neighbour",
    estates: EVERYWHERE,
    servedBy: by(3, 5, 10),
    ease: "easy",
    source: "Routine mediation takes 1-7 days [S63].",
  },
  parkingNegotiation: {
    row: "I08",
    class: CONSENT,
    concerns: "drivers",
    against: "propertyFirm",
    estates: ESTATES,
    servedBy: by(3, 5, 10),
    room: true,
    price: "materials",
    present: 2 / 3,
    consent: 1 / 2,
    stakes: ["owner", "car"],
    ease: "hard",
    source: "Civil Code art. 278, other matters; concerns those with a car and the property firm.",
  },
  spaceDesign: {
    row: "I09",
    class: CONSENT,
    concerns: "estate",
    against: "nobody",
    estates: EVERYWHERE,
    servedBy: by(2, 7, 9),
    experts: "design",
    expertsAt: ENGINEERS,
    room: true,
    price: "smallWorks",
    present: 2 / 3,
    consent: 1 / 2,
    stakes: ["age"],
    ease: "hard",
    source: "A small square or garden, with a designer.",
  },
  residentsMobilization: {
    row: "I10",
    class: CONFLICT,
    concerns: "community",
    against: "nobody",
    estates: EVERYWHERE,
    servedBy: by(2, 5, 6),
    volunteers: true,
    room: true,
    ease: "easy",
    source: "Finding people for a common purpose; a process, settled when they come.",
  },
  stairwellRenovation: {
    row: "I11",
    class: CONSENT,
    concerns: "staircase",
    against: "nobody",
    estates: ESTATES,
    servedBy: by(1, 5, 7),
    experts: "visit",
    expertsAt: ENGINEERS,
    room: true,
    price: "smallWorks",
    flatsPay: true,
    present: 2 / 3,
    consent: 1 / 2,
    stakes: ["owner"],
    ease: "easy",
    source: "Paint, lamps and clearing of one staircase.",
  },
  petRaising: {
    row: "I12",
    class: PUBLIC_GOOD,
    concerns: "estate",
    against: "neighbour",
    estates: EVERYWHERE,
    servedBy: by(1, 2, 5),
    volunteers: true,
    ease: "easy",
    source: "Leashes and rounds; pets lead the complaints of large estates, 17.7% [S75].",
  },
  propertyDispute: {
    row: "D01",
    class: CONFLICT,
    concerns: "estate",
    against: "propertyFirm",
    estates: ESTATES,
    servedBy: by(3, 10),
    grave: true,
    experts: "visit",
    expertsAt: LAWYERS,
    ease: "hard",
    source: "Residents against the firm, with legal advice; firms settle as well as they work. 657 of a month’s contacts in Taizhou [S70].",
  },
  familyDispute: {
    row: "D02",
    class: CONFLICT,
    concerns: "household",
    against: "household",
    estates: EVERYWHERE,
    servedBy: by(0, 3),
    grave: true,
    experts: "visit",
    expertsAt: COUNSELLORS,
    ease: "easy",
    source: "Within a household, rarely taken further; privacy keeps it at home [D02].",
  },
  neighbourhoodDispute: {
    row: "D03",
    class: CONFLICT,
    concerns: "flats",
    against: "neighbour",
    estates: EVERYWHERE,
    servedBy: by(3, 5, 10),
    grave: true,
    ease: "easy",
    source: "Two flats of a building: noise, leaks, things in the corridor.",
  },
  petition: {
    row: "D04",
    class: CONFLICT,
    concerns: "household",
    against: "government",
    estates: EVERYWHERE,
    servedBy: by(3, 4, 10),
    grave: true,
    major: true,
    experts: "visit",
    expertsAt: LAWYERS,
    source: "Arises by escalation alone.",
  },
};

/** What a type takes, at the mean of its severity. */
export interface Amounts {
  readonly severity: number;
  /** Minutes of staff, volunteers and experts. */
  readonly staff: number;
  readonly volunteers: number;
  readonly experts: number;
  /** Hours. */
  readonly site: number;
  /** Yuan, and the shares of it that the flats concerned and the district pay. The community pays the rest. */
  readonly money: number;
  readonly shared: number;
  readonly subsidy: number;
  /** How readily those concerned settle it among themselves, 0-1. */
  readonly ease: number;
  /** Times the usual hazard of a petition. */
  readonly escalates: number;
}

function amountsOf(kind: MatterKind, p: MattersParameters): Amounts {
  const { price, against } = kind;
  const subsidy = price === "elevator" ? p.elevatorSubsidy : price === "renewal" ? p.renewalSubsidy : 0;
  return {
    severity: kind.grave ? p.graveSeverity : p.lightSeverity,
    staff: kind.major ? p.majorWork : p.routineWork,
    volunteers: kind.volunteers ? p.volunteers : 0,
    experts: kind.experts ? p[kind.experts] : 0,
    site: kind.room ? p.room : 0,
    money: price ? p[price] : 0,
    shared: price === "elevator" ? 1 - subsidy : kind.flatsPay ? p.stairwellShare : 0,
    subsidy,
    ease: kind.ease ? p[kind.ease] : 0,
    escalates: against === "government" ? 0 : against === "neighbour" || against === "propertyFirm" ? 1 : p.withoutOpponent,
  };
}

const known = new WeakMap<MattersParameters, readonly Amounts[]>();

/** What each type takes under the parameters of a scenario, by code. */
export function amountsByType(p: MattersParameters): readonly Amounts[] {
  let amounts = known.get(p);
  if (!amounts) {
    amounts = kindOfType.map((kind) => amountsOf(kind, p));
    known.set(p, amounts);
  }
  return amounts;
}

/** By code. */
export const kindOfType: readonly MatterKind[] = matterTypes.map((type) => matterKinds[type]);

/** Row of the paper, by type. */
export const matterRows = kindOfType.map(({ row }) => row);

/** Class, by type. */
export const classOfType = Uint8Array.from(kindOfType, ({ class: kind }) => kind);
