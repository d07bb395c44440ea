import type { MeasureId } from "../../observation/index.ts";

/** A thing that a seat may do in a round: a parameter at one of a few values, each at its price in points of the budget. */
export interface Lever {
  path: string;
  choices: readonly { value: number; cost: number }[];
  /** The choice that costs nothing and is what a round begins with. */
  usual: number;
}

export const roleNames = ["residents", "organization", "secretary", "worker", "office"] as const;
export type RoleName = (typeof roleNames)[number];

/** What a seat is in a district: what it may do, and by what it judges. Aims pull apart on purpose. */
export interface Role {
  name: RoleName;
  /** What it moves applies in its own community; of the office, everywhere. */
  everywhere: boolean;
  levers: readonly Lever[];
  aims: readonly MeasureId[];
}

const lever = (path: string, usual: number, ...choices: readonly (readonly [value: number, cost: number])[]): Lever => ({
  path,
  usual,
  choices: choices.map(([value, cost]) => ({ value, cost })),
});

/** Points that a seat may spend in a round, and what one may that has a whole district in hand. */
export const BUDGET = 4;
export const BUDGET_OF_DISTRICT = 8;

export const roles: readonly Role[] = [
  {
    name: "residents",
    everywhere: false,
    levers: [
      lever("mechanisms.participation.groupInvitations", 1, [0.01, 0], [0.04, 0], [0.08, 2], [0.16, 4]),
      lever("mechanisms.neighbourhoodSettlement.chance", 1, [0.3, 0], [0.6, 0], [0.8, 2], [0.95, 3]),
    ],
    aims: ["self_settled_share", "fatigue_mean"],
  },
  {
    name: "organization",
    everywhere: false,
    levers: [
      lever("mechanisms.divideHours.seekingShare", 1, [0, 1], [0.1, 0], [0.3, 1]),
      lever("mechanisms.divideHours.attending", 1, [0, 0], [3, 0], [8, 2], [15, 3]),
    ],
    aims: ["org_quality_mean", "org_autonomy_mean"],
  },
  {
    name: "secretary",
    everywhere: false,
    levers: [
      lever("mechanisms.branchWork.meeting", 1, [15, 0], [60, 0], [120, 2]),
      lever("mechanisms.awareness.messages", 1, [0, 0], [2, 0], [5, 1], [10, 2]),
    ],
    aims: ["coverage_functional", "participation_members"],
  },
  {
    name: "worker",
    everywhere: false,
    levers: [
      lever("mechanisms.caseQueue.takeOver", 1, [0.02, 0], [0.1, 0], [0.3, 2], [0.6, 3]),
      lever("mechanisms.consultation.meetings", 1, [1, 0], [3, 0], [6, 2]),
    ],
    aims: ["settlement_rate_true", "trust_community"],
  },
  {
    name: "office",
    everywhere: true,
    levers: [
      lever("rigidity", 1, [0.1, 1], [0.5, 0], [0.9, 1]),
      lever("mechanisms.governmentPurchase.budget", 1, [1, 0], [5, 0], [12, 2], [25, 4]),
    ],
    aims: ["settlement_rate_recorded", "coverage_formal"],
  },
];

/** What somebody has in hand. */
type Levers = Pick<Role, "levers">;

/** All levers, for whoever has a district of their own. */
export const wholeDistrict: Levers = { levers: roles.flatMap(({ levers }) => levers) };

/** Aims of which less is better. */
const wanted: readonly MeasureId[] = ["fatigue_mean"];
export const wantsLess = (measure: string): boolean => (wanted as readonly string[]).includes(measure);

export const roleOf = (name: RoleName): Role => roles.find((one) => one.name === name) as Role;

/** Measures that the room is told of after a round: the aims of all, and who takes part. */
export const roundMeasures: readonly MeasureId[] = [...new Set<MeasureId>(["participation_rate", ...roles.flatMap(({ aims }) => aims)])];

/** [lever] which choice. */
export type Move = readonly number[];

export const usualMove = ({ levers }: Levers): Move => levers.map(({ usual }) => usual);

export const costOf = ({ levers }: Levers, move: Move): number => levers.reduce((sum, { choices }, k) => sum + choices[move[k]].cost, 0);

/** Whether numbers are a choice at each lever, within a budget. */
export const isMove = ({ levers }: Levers, move: Move, budget = BUDGET): boolean =>
  move.length === levers.length && levers.every(({ choices }, k) => choices[move[k]] !== undefined) && costOf({ levers }, move) <= budget;
