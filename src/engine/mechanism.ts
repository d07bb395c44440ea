import type { z } from "zod";
import type { Table, TableSpec } from "../population/index.ts";
import type { Draws } from "../random/index.ts";
import { type Bilingual, choice, section } from "../scenario/index.ts";
import type { Chances, Onlooker } from "./onlooker.ts";
import type { World } from "./world.ts";

/** The thirteen verbs of the week, in their order. */
export const verbs = [
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
export type Verb = (typeof verbs)[number];

export type Mode = "off" | "on" | "placebo";

/** What a reviewer checks against the paper; documents are generated from it. */
export interface Sheet {
  /** The rule as equations, one a line. */
  equation: string;
  /** Each symbol with its meaning and unit. */
  symbols: Readonly<Record<string, string>>;
  /** Equation number of the dossier and reference. */
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

/** What a mechanism is handed in its step. `P` are its own parameters. */
export interface Context<P = Record<string, unknown>> {
  readonly week: number;
  /** Draws of the mechanism's own stream, set to this week. */
  readonly draws: Draws;
  /** Parameters in force for the district. */
  readonly district: P;
  /** Parameters in force in a community; the same object for all communities unless an intervention named some. */
  of(community: number): P;
  /** Whether the mechanism is off, on or replaced by its placebo in a community; the master switch is counted in. */
  mode(community: number): Mode;
  readonly districtMode: Mode;
  /** Rigidity of party-building requirements in a community [H01], 0-1. */
  rigidity(community: number): number;
  /** Draws of another named stream of this mechanism, "<id>/<name>", set to this week. */
  stream(name: string): Draws;
  /**
   * Who looks on, if anybody does. A mechanism with a kernel for many residents at once then goes one by one through
   * `draws.chance`, to the same bits, so that what was decided can be told.
   */
  readonly onlooker?: Onlooker | undefined;
  /** Runs one of the mechanism's kernels in every community, in any order and on any thread. */
  everywhere(kernel: string): void;
}

/** A mechanism of the model: one file, one value. */
export interface Mechanism {
  readonly id: string;
  readonly verb: Verb;
  readonly title: Bilingual;
  /** One sentence on what it does. */
  readonly summary: Bilingual;
  /** Rows of the paper that it holds. */
  readonly rows: readonly string[];
  readonly sheet: Sheet;
  /** A zod section with `mode` and the mechanism's own parameters. */
  readonly parameters: z.ZodType;
  /** True if governed by the master switch `partyBuilding` [F03]. */
  readonly partyBuilding: boolean;
  /** Ids of mechanisms, or parameter paths, that stand for a rival account of the same thing. */
  readonly rivals: readonly string[];
  /** Columns read and written: "residents.fatigue", "ledger", "tally.communities.events", "ties". */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Measures that it can move. */
  readonly measures: readonly string[];
  /** What its chances decide, by stream; "" is its own. */
  readonly chances?: Readonly<Record<string, Chances>>;
  /** Tables of its own, part of the world, made once before week 1. */
  tables?(world: World): Table<TableSpec>[];
  /** Parts of the step that treat each community apart from all others (see `Kernel`), by name. */
  kernels?: Readonly<Record<string, (world: World, context: Context, community: number) => void>>;
  /**
   * One week. Decides on the state at its start, takes effect at its end. It is called wherever the mechanism is on or
   * off: off in all communities is off in each of them, and what it holds there it lets go.
   */
  step(world: World, context: Context): void;
}

interface Definition<S extends z.ZodRawShape> extends Omit<Mechanism, "parameters" | "rivals" | "kernels" | "step" | "partyBuilding"> {
  partyBuilding?: boolean;
  /** Default state of its switch [on]. */
  mode?: Mode;
  rivals?: readonly string[];
  parameters: S;
  kernels?: Readonly<Record<string, (world: World, context: Context<z.output<z.ZodObject<S>>>, community: number) => void>>;
  step(world: World, context: Context<z.output<z.ZodObject<S>>>): void;
}

/** Defines a mechanism: gives it its switch `mode` and marks its parameters as the programme's if it belongs to it. */
export function defineMechanism<const S extends z.ZodRawShape>(definition: Definition<S>) {
  const { partyBuilding = false, mode = "on", rivals = [], parameters, rows } = definition;
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
      return [key, partyBuilding ? parameter.meta({ ...parameter.meta(), partyBuilding: true }) : parameter];
    }),
  ) as unknown as S;
  return {
    ...definition,
    partyBuilding,
    rivals,
    parameters: section({ mode: switchOf, ...marked }, { label: definition.title, help: definition.summary }),
  } as unknown as Omit<Mechanism, "parameters"> & { readonly id: string; readonly parameters: z.ZodType };
}
