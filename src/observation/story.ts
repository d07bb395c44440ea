import type { AgentKind, AgentTables, Decision, Remark, TableAgent, worldTables } from "../engine/index.ts";

/** Kinds of agents that have a story: those with a row of their own. A matter is named by its serial, every other by its row. */
export type StoryKind = TableAgent;
/** The columns that a story may name. */
export type StoryColumn = { [K in StoryKind]: keyof (typeof worldTables)[AgentTables[K]]["spec"] }[StoryKind];
const offered: Readonly<Record<StoryKind, true>> = {
  resident: true,
  organization: true,
  branch: true,
  workplace: true,
  community: true,
  matter: true,
};
/** In the order in which they are offered. */
export const storyKinds = Object.keys(offered) as readonly StoryKind[];

export interface Agent<K extends AgentKind = AgentKind> {
  readonly kind: K;
  readonly index: number;
}

/** A value of the agent's row, or of its accounts ("account.money"), that became another. */
export interface Change {
  readonly column: string;
  /** Place within the row, where a column holds several values. */
  readonly place: number;
  /** Unit of the column: an index of other agents is named for them ("branch"), a code "code", a flag "flag". */
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

/** A tie of the agent that was formed, lost, or became core (strong) or weak. */
export interface TieChange {
  readonly circle: string;
  readonly other: Agent;
  readonly what: "formed" | "lost" | "core" | "weak";
}

/** What was given to the agent or by it. Amounts in whole units of the resource. */
export interface Move {
  readonly resource: string;
  readonly from: Agent;
  readonly to: Agent;
  readonly amount: number;
}

/** A draw that decided about the agent. */
export interface DrawRecord extends Decision {
  readonly stream: string;
  /** True if the outcome was forced to ask what would have been. */
  readonly forced: boolean;
}

/** A matter that the agent raised, is party to or handles, when it enters a state. */
export interface MatterChange {
  readonly serial: number;
  readonly type: number;
  /** Index of matterStates before, -1 if it was not yet the agent's, and after. */
  readonly before: number;
  readonly after: number;
}

/** All that one mechanism did about the agent in one week. */
export interface AgentEvent {
  readonly week: number;
  /** Id of the mechanism; "" for the week itself, which clears what lasts a week only. */
  readonly mechanism: string;
  /** True if something turned, false if values only drifted or a chance was not taken. */
  readonly turning: boolean;
  readonly draws: readonly DrawRecord[];
  readonly changes: readonly Change[];
  readonly ties: readonly TieChange[];
  readonly moves: readonly Move[];
  readonly matters: readonly MatterChange[];
  readonly remarks: readonly Remark[];
}

/** How a value went from the beginning to the end of a story, and which mechanism moved it how far. */
export interface Attribution {
  readonly column: string;
  readonly place: number;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  readonly by: readonly { readonly mechanism: string; readonly sum: number; readonly times: number }[];
}

/** How often a chance was taken on the agent and how often it came true. */
export interface ChanceRecord {
  readonly mechanism: string;
  readonly stream: string;
  readonly draw: number;
  readonly taken: number;
  readonly came: number;
  /** Sum of the probabilities: how often it was to be expected. */
  readonly expected: number;
  /** The draw that came nearest to falling on the other side. */
  readonly nearest: { readonly week: number; readonly u: number; readonly p: number; readonly outcome: number };
}

/** What happened to one agent in the weeks from + 1 to `to`. */
export interface Story {
  readonly agent: Agent<StoryKind>;
  readonly from: number;
  readonly to: number;
  /** The agent's row at the end, by column; of a matter that is gone, its last. */
  readonly row: Readonly<Record<string, readonly number[]>>;
  /** How many ties the agent has at the end, by circle. */
  readonly ties: Readonly<Record<string, number>>;
  readonly events: readonly AgentEvent[];
  /** Values that changed, in the order of the columns. */
  readonly attribution: readonly Attribution[];
  readonly chances: readonly ChanceRecord[];
}

/** Units of values that move a little every week; the others turn. */
export const drifting: ReadonlySet<string> = new Set(
  "0-1, counts, share, probability, standard deviations, minutes, minutes a week, hours, hours a week, yuan, yuan a year, trades, events".split(
    ", ",
  ),
);

/** Whether a event turned something, or only let values drift as every week does. */
export function turns(
  { changes, ties, moves, matters, draws }: Omit<AgentEvent, "week" | "mechanism" | "turning" | "remarks">,
  kind: StoryKind,
): boolean {
  if (ties.length + matters.length > 0 || draws.some(({ forced }) => forced)) return true;
  if (changes.some(({ unit }) => kind === "matter" || !drifting.has(unit))) return true;
  if (moves.some(({ resource }) => kind === "resident" || resource === "money")) return true;
  return changes.length === 0 && draws.some(({ p, outcome }) => p.length !== 2 || outcome === 1);
}

/** How far a draw was from another outcome: the distance of the number drawn from the nearest bound between outcomes. */
export function margin({ u, p }: Pick<Decision, "u" | "p">): number {
  let bound = 0;
  let nearest = 1;
  // The outcome "true" of a chance lies below its probability, so its outcomes are taken from the last to the first.
  const shares = p.length === 2 ? [p[1], p[0]] : p;
  for (let k = 0; k < shares.length - 1; k++) {
    bound += shares[k];
    nearest = Math.min(nearest, Math.abs(u - bound));
  }
  return nearest;
}

/** Sums the changes of each value by the mechanism that made them. */
export function attribute(events: readonly AgentEvent[]): Attribution[] {
  const all = new Map<string, Omit<Attribution, "by" | "after"> & { after: number; by: Map<string, { sum: number; times: number }> }>();
  for (const { mechanism, changes } of events) {
    for (const { column, place, unit, before, after } of changes) {
      const key = `${column} ${place}`;
      const entry = all.get(key) ?? { column, place, unit, before, after, by: new Map() };
      all.set(key, entry);
      entry.after = after;
      const by = entry.by.get(mechanism) ?? { sum: 0, times: 0 };
      by.sum += after - before;
      by.times++;
      entry.by.set(mechanism, by);
    }
  }
  return [...all.values()].map(({ by, ...entry }) => ({
    ...entry,
    by: [...by].map(([mechanism, { sum, times }]) => ({ mechanism, sum, times })).sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum)),
  }));
}

/** Counts the chances of a story. */
export function countChances(events: readonly AgentEvent[]): ChanceRecord[] {
  const all = new Map<string, ChanceRecord>();
  for (const { week, mechanism, draws } of events) {
    for (const { stream, draw, u, p, outcome } of draws) {
      if (p.length !== 2) continue;
      const key = `${mechanism}/${stream}/${draw}`;
      const nearest = { week, u, p: p[1], outcome };
      const old = all.get(key);
      all.set(key, {
        mechanism,
        stream,
        draw,
        taken: (old?.taken ?? 0) + 1,
        came: (old?.came ?? 0) + outcome,
        expected: (old?.expected ?? 0) + p[1],
        nearest: old && Math.abs(old.nearest.u - old.nearest.p) <= Math.abs(u - p[1]) ? old.nearest : nearest,
      });
    }
  }
  return [...all.values()];
}

/** Values that two stories of the same agent end with differently. */
export function differingValues(here: Story, there: Story) {
  const key = ({ column, place }: Attribution) => `${column} ${place}`;
  const other = new Map(there.attribution.map((value) => [key(value), value]));
  const own = new Map(here.attribution.map((value) => [key(value), value]));
  return [...new Map([...other, ...own]).values()]
    .filter(({ column }) => column !== "minutesMonth")
    .map((value) => {
      const at = (values: Map<string, Attribution>) => values.get(key(value))?.after ?? value.before;
      const { column, place, unit } = value;
      return { column, place, unit, here: at(own), there: at(other) };
    })
    .filter((value) => value.here !== value.there);
}
