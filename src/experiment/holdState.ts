import { type Mechanism, type Stopwatch, type TableName, type World, worldTables } from "../engine/index.ts";
import type { Column, ColumnSpec } from "../population/index.ts";

/** Tables whose rows are agents that last: what is forgotten from week to week is no state. */
const agents = ["residents", "communities", "workplaces", "groups", "organizations", "branches"] as const satisfies readonly TableName[];

export interface State {
  readonly table: (typeof agents)[number];
  readonly column: string;
  readonly spec: ColumnSpec;
}

export const nameOf = ({ table, column }: State): string => `${table}.${column}`;

/** Every column of an agent that decisions go by: a trait, a state, or what flows in a week (columnRoles). */
export const states: readonly State[] = agents.flatMap((table) =>
  Object.entries(worldTables[table].spec as Readonly<Record<string, ColumnSpec>>).flatMap(([column, spec]) =>
    spec.is === "place" || spec.is === "book" ? [] : [{ table, column, spec }],
  ),
);

/**
 * Where a state is held, for all agents of its kind: at the 10th or the 90th percentile of its own distribution; the odd
 * ones of them high and the even ones low; at an end of its scale; or nowhere.
 */
export const holds = ["low", "high", "apart", "zero", "one", "free"] as const;
export type Hold = (typeof holds)[number];

/** Counts of good and bad experience stand beside each other: trust is held by trading one for the other. */
const isTrust = ({ spec }: State) => spec.unit === "counts" && spec.width === 2;
/** A column of which 0 and 1 are the ends. */
export const hasEnds = (state: State) => ["flag", "code", "0-1", "share", "probability"].includes(state.spec.unit) || isTrust(state);

/** A column of amounts, of which there can be none at all. */
export const isQuantity = ({ spec }: State) => /^(persons|hours|minutes|yuan|residents|organizations|posts)/.test(spec.unit);

/** Rows of agents that are there. */
function* rowsOf(world: World, { table }: State): Generator<number> {
  const { rows, columns } = world[table] as { rows: number; columns: Record<string, Column> };
  const { alive } = columns;
  for (let r = 0; r < rows; r++) if (alive === undefined || alive[r]) yield r;
}

const columnOf = (world: World, { table, column }: State): Column => (world[table].columns as Record<string, Column>)[column];

/** Share of good experience in a row of counts. */
const shareOf = (counts: Column, r: number): number => (counts[r * 2] + 1) / (counts[r * 2] + counts[r * 2 + 1] + 2);

/** [value of the row] low and high ends at which a state is held, from its distribution at this time. */
export function endsOf(world: World, state: State): { low: number; high: number }[] {
  const values = columnOf(world, state);
  const rows = [...rowsOf(world, state)];
  if (isTrust(state))
    return [
      endsAmong(
        rows.map((r) => shareOf(values, r)),
        false,
      ),
    ];
  const { width } = state.spec;
  return Array.from({ length: width }, (_, k) =>
    endsAmong(
      rows.map((r) => values[r * width + k]),
      hasEnds(state),
    ),
  );
}

/** The 10th and the 90th percentile; where these are the same the least and the largest; where all are alike the ends of the scale, or half and twice as much; none and one where there are none. */
function endsAmong(values: readonly number[], scaled: boolean): { low: number; high: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
  const [low, high] = [at(0.1), at(0.9)];
  if (low !== high) return { low, high };
  const [least, most] = [at(0), at(1)];
  if (least !== most) return { low: least, high: most };
  if (scaled) return { low: 0, high: 1 };
  return least < 0 ? { low: least, high: most } : { low: Math.trunc(least / 2), high: Math.max(1, most * 2) };
}

/** Sets a state of all agents to where it is held. @param ends  from endsOf, when the hold began */
export function hold(world: World, state: State, where: Hold, ends: readonly { low: number; high: number }[]): void {
  const values = columnOf(world, state);
  const { width } = state.spec;
  for (const r of rowsOf(world, state)) {
    const high = where === "high" || (where === "apart" && r % 2 === 1);
    for (let k = 0; k < ends.length; k++) {
      const to = where === "zero" ? 0 : where === "one" ? 1 : high ? ends[k].high : ends[k].low;
      if (isTrust(state)) trade(values, r, to);
      else values[r * width + k] = to;
    }
  }
}

/** Makes a share of the experiences of a row good, of as many as there are. */
function trade(counts: Column, r: number, share: number): void {
  const all = counts[r * 2] + counts[r * 2 + 1] + 2;
  const good = Math.max(0, Math.min(all - 2, share * all - 1));
  counts[r * 2] = good;
  counts[r * 2 + 1] = all - 2 - good;
}

/** Parts of the week that write a state: the turn of the week, which sets books to zero, and every mechanism that says so. */
const writersOf = (state: State, mechanisms: readonly Mechanism[]): ReadonlySet<string> =>
  new Set([
    "week/opens",
    ...mechanisms
      .filter(({ writes }) => writes.includes(nameOf(state)) || writes.includes(state.table))
      .map(({ phase, id }) => `${phase}/${id}`),
  ]);

/**
 * Holds a state through weeks: it is set anew after each part of the week that writes it, so that whoever reads it, in
 * whichever phase, finds it held.
 *
 * @returns what goes around each part of a week
 */
export function holding(world: World, state: State, where: Hold, mechanisms: readonly Mechanism[]): Stopwatch {
  if (where === "free") return (_part, run) => run();
  const ends = endsOf(world, state);
  const writers = writersOf(state, mechanisms);
  hold(world, state, where, ends);
  return (part, run) => {
    run();
    if (writers.has(part)) hold(world, state, where, ends);
  };
}

/** Holds a state for those alone who look at the end of a week: no decision finds it held. */
export function holdingForMeasures(world: World, state: State, where: Hold): Stopwatch {
  const ends = endsOf(world, state);
  return (part, run) => {
    run();
    if (part === "week/closes") hold(world, state, where, ends);
  };
}
