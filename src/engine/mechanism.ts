import type { z } from "zod";
import type { Table, TableSpec } from "../population/index.ts";
import type { Draws } from "../random/index.ts";
import { type Bilingual, choice, type MechanismParameters, section } from "../scenario/index.ts";
import type { Rhythm } from "./calendar.ts";
import type { Chances, Observer } from "./observer.ts";
import type { TableAgent } from "./tables.ts";
import type { World } from "./world.ts";

/** The thirteen phases of the week, in their order. */
export const phases = [
  "turnCalendar",
  "mattersArise",
  "messagesSpread",
  "branchesLive",
  "organizationsDivideHours",
  "resourcesAreExchanged",
  "residentsTakePart",
  "timeBankTrades",
  "casesAreWorked",
  "everyoneLearns",
  "tiesChange",
  "organizationsComeAndGo",
  "weekIsObserved",
] as const;
export type Phase = (typeof phases)[number];

export type Mode = "off" | "on" | "placebo";

/** What a reviewer checks against the paper; documents are generated from it. */
export interface Specification {
  /** The rule as equations, one a line. */
  equation: string;
  /** Each symbol with its meaning and unit. */
  symbols: Readonly<Record<string, string>>;
  /** Equation number and works, as docs/references.md has them. */
  source: string;
  /** Where it departs from its source, and why; "none" if nowhere. */
  departures: string;
  /** The random numbers that it draws, by agent; "none" if none. */
  draws: string;
  /** What the placebo does: the same money and hours, no party content. Party-building mechanisms only. */
  placebo?: string;
  /** How the mechanism can do harm, and which parameter rules it. */
  harm?: string;
}

/** What is in force in one place. */
export interface Terms<P = Record<string, unknown>> {
  /** The mechanism's own parameters. */
  readonly parameters: P;
  readonly mode: "on" | "placebo";
  /** Rigidity of party-building requirements [H01], 0-1. */
  readonly rigidity: number;
}

/** What a mechanism is handed where it works: in the district, in a community, or with one agent there. */
export interface Context<P = Record<string, unknown>> extends Terms<P> {
  readonly week: number;
  /** Week of the month, 0-3. */
  readonly weekOfMonth: number;
  /** Week of the year, 1-52. */
  readonly weekOfYear: number;
  /** Draws of the mechanism's own stream, set to this week. */
  readonly draws: Draws;
  /** Draws of another named stream of this mechanism, "<id>/<name>", set to this week. */
  stream(name: string): Draws;
  /**
   * Who looks on, if anybody does. A mechanism with a kernel for many residents at once then goes one by one through
   * `draws.chance`, to the same bits, so that what was decided can be told.
   */
  readonly observer?: Observer | undefined;
  /** What is in force in a community; undefined where this mechanism is off. */
  at(community: number): Terms<P> | undefined;
  /** What is in force in all communities alike; undefined where they differ, and where this mechanism is off in one of them. */
  readonly alike: Terms<P> | undefined;
  /** Runs one of the mechanism's kernels in every community where it is on, in any order and on any thread. */
  everywhere(kernel: string): void;
  /** The same where it is off as well; there the kernel finds the parameters of the district. */
  throughout(kernel: string): void;
}

/**
 * What a mechanism steps through: the district once, each community, or each agent of a kind that is there (alive) in a
 * community where it is on.
 */
export type Scope = "district" | Exclude<TableAgent, "resident">;

/** Measures by id. Empty here: whoever declares measures, further down, adds them to this type. */
// biome-ignore lint/suspicious/noEmptyInterface: merged with the declaration beside the measures
export interface MeasuresThatThereAre {}

/** A mechanism of the model: one file, one value. */
export interface Mechanism {
  readonly id: string;
  readonly phase: Phase;
  readonly title: Bilingual;
  /** One sentence on what it does. */
  readonly summary: Bilingual;
  /** Rows of the paper that it holds. */
  readonly rows: readonly string[];
  readonly specification: Specification;
  /** A zod section with `mode` and the mechanism's own parameters. */
  readonly parameters: MechanismParameters;
  /** True if governed by the master switch `partyBuilding` [F03]. */
  readonly partyBuilding: boolean;
  /** Ids of mechanisms, or parameter paths, that stand for a rival account of the same thing. */
  readonly rivals: readonly string[];
  /**
   * State read and written: "residents.fatigue", "organizations" (all of its columns, and rows added), "ledger",
   * "weekTotals.communities.events", "ties". What never changes in a run, such as where people live, or only when one person
   * follows another, such as age, need not be named; what is written may be read as well.
   */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Measures that it can move. */
  readonly measures: readonly (keyof MeasuresThatThereAre)[];
  /** What its chances decide, by stream; "" is its own. */
  readonly chances?: Readonly<Record<string, Chances>>;
  /** Tables of its own, part of the world, made once before week 1. */
  tables?(world: World): Table<TableSpec>[];
  readonly scope: Scope;
  readonly every: Rhythm;
  /** Week of the month (0-3) or of the year (1-52) in which it steps. */
  readonly inWeek: number;
  /** Scope community only: true if a step treats its community apart from all others (see `Kernel`), so that threads may share them. */
  readonly apart: boolean;
  /** Parts of the step that treat each community apart from all others (see `Kernel`), by name. */
  readonly kernels: Readonly<Record<string, Work>>;
  /** What comes before the steps of a week, once; the context is that of the district. */
  begin?(world: World, context: Context): void;
  /**
   * State that `begin` reads beside what the mechanism writes. Where it is given, `begin` shares no work out: this thread may
   * then begin while others are still at the step of the mechanism before, if neither writes what the other looks at.
   */
  readonly beginReads?: readonly string[];
  /**
   * One step, with the parameters in force where it works. Decides on the state at the start of the phase, takes effect
   * at its end.
   */
  readonly step: Work;
  /** What comes after the steps of a week, once; the context is that of the district. */
  end?(world: World, context: Context): void;
  /**
   * Called once in each community where a mode of the mechanism ends, with the terms that were in force: what it held is
   * given back; what it fed is left to decay by its law.
   */
  leave?: Work;
}

/** Something done in one place: `index` is the community, or the row of the agent; 0 for the district. */
export type Work<P = Record<string, unknown>> = (world: World, context: Context<P>, index: number) => void;

/** What a mechanism's parameters are, from their schemas. */
export type ParametersOf<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;

interface Definition<S extends z.ZodRawShape>
  extends Omit<Mechanism, "parameters" | "rivals" | "kernels" | "step" | "begin" | "end" | "leave" | "partyBuilding" | "inWeek" | "apart"> {
  partyBuilding?: boolean;
  /** Default state of its switch [on]. */
  mode?: Mode;
  rivals?: readonly string[];
  parameters: S;
  /** Parameters that hold for the district as a whole: no community can have a value of its own. */
  ofDistrict?: readonly (keyof S & string)[];
  inWeek?: number;
  apart?: boolean;
  kernels?: Readonly<Record<string, Work<ParametersOf<S>>>>;
  begin?(world: World, context: Context<ParametersOf<S>>): void;
  step: Work<ParametersOf<S>>;
  end?(world: World, context: Context<ParametersOf<S>>): void;
  leave?: Work<ParametersOf<S>>;
}

/** Defines a mechanism: gives it its switch `mode` and marks its parameters as the programme's if it belongs to it. */
export function defineMechanism<const S extends z.ZodRawShape>(definition: Definition<S>) {
  const {
    partyBuilding = false,
    mode = "on",
    rivals = [],
    inWeek = 0,
    apart = false,
    kernels = {},
    parameters,
    ofDistrict = [],
    rows,
  } = definition;
  const words = {
    label: { en: "Switch", zh: "开关" },
    help: partyBuilding
      ? {
          en: "Off leaves the mechanism out; the placebo keeps its cost without its content.",
          zh: "关闭即停用该机制；安慰剂只保留花费，不含内容。",
        }
      : { en: "Off leaves the mechanism out.", zh: "关闭即停用该机制。" },
    rows,
    evidence: "J" as const,
    partyBuilding,
  };
  const switchOf = partyBuilding
    ? choice(["off", "on", "placebo"], { ...words, default: mode })
    : choice(["off", "on"], { ...words, default: mode === "placebo" ? "on" : mode });
  const marked = Object.fromEntries(
    Object.entries(parameters).map(([key, schema]) => {
      const parameter = schema as z.ZodType;
      const marks = { ...(partyBuilding ? { partyBuilding } : {}), ...(ofDistrict.includes(key) ? { ofDistrict: true } : {}) };
      return [key, Object.keys(marks).length > 0 ? parameter.meta({ ...parameter.meta(), ...marks }) : parameter];
    }),
  ) as unknown as S; // the same schemas under the same names, which entries do not tell
  return {
    ...definition,
    partyBuilding,
    rivals,
    inWeek,
    apart,
    kernels,
    parameters: section({ mode: switchOf, ...marked }, { label: definition.title, help: definition.summary }),
  } as unknown as Mechanism; // its work asks for its own parameters, and the week hands them to no other
}
