import { type Mechanism, type TableName, type World, worldTables } from "../engine/index.ts";
import type { MeasureId } from "../observation/index.ts";
import type { Column, ColumnSpec } from "../population/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import { pairedTest } from "./pairedTest.ts";
import { Run } from "./run.ts";

/** The outcomes that a state must be able to reach: how residents take part, what is settled, what is matched, who lasts. */
export const shiftOutcomes = [
  "participation_rate",
  "participation_volunteering",
  "volunteer_hours_per_adult",
  "settlement_rate_true",
  "matters_settled_true",
  "matters_open",
  "self_settled_share",
  "consent_reached_share",
  "matched_share",
  "fragmentation",
  "care_met_share",
  "orgs_alive",
  "orgs_founded",
  "orgs_closed",
] as const satisfies readonly MeasureId[];

/** Tables whose rows are agents that last: what is forgotten from week to week is no state. */
const agents = ["residents", "communities", "workplaces", "groups", "organizations", "branches"] as const satisfies readonly TableName[];

/**
 * Columns that are no state of an agent, with the reason: who and where somebody is, and books of what happened. They
 * are held by tests of their own. A unit that names a table is a reference, and is left out by its unit.
 */
const noStates: Readonly<Record<string, string>> = {
  x: "place",
  y: "place",
  firstResident: "place",
  firstBuilding: "place",
  buildings: "place",
  residents: "count of a table",
  adults: "count of a table",
  subdistrict: "place",
  village: "place",
  estate: "place",
  kind: "who it is",
  occupant: "who it is",
  birthMonth: "who it is",
  female: "who it is",
  alive: "an event, not a state",
  closed: "an event, not a state",
  founded: "an event, not a state",
  treated: "design of the scenario",
  programme: "switch of the scenario",
};
const references = /^(household|building|community|subdistrict|workplace|unit|organization|branch|group|resident|seat|month)$/;

/** Weeks before a state is held, and weeks for which it is. */
export const shiftWeeks = { burnIn: 26, weeks: 52 } as const;

export interface State {
  readonly table: (typeof agents)[number];
  readonly column: string;
  readonly spec: ColumnSpec;
}

/** Every column that is a state of an agent. */
export const states: readonly State[] = agents.flatMap((table) =>
  Object.entries(worldTables[table].spec as Readonly<Record<string, ColumnSpec>>).flatMap(([column, spec]) =>
    column in noStates || references.test(spec.unit) ? [] : [{ table, column, spec }],
  ),
);

/** Counts of good and bad experience stand beside each other: trust is shifted by trading one for the other. */
const isTrust = ({ spec }: State) => spec.unit === "counts" && spec.width === 2;

/**
 * Holds a state of all agents at a low or a high value of its own distribution of this week: the 10th or the 90th
 * percentile, or the least and the largest where those are one and the same; flags and codes of which there is only one value go to 0 and 1.
 */
export function shift(world: World, state: State, end: "low" | "high"): void {
  const { table, column, spec } = state;
  const { rows, columns } = world[table] as { rows: number; columns: Record<string, Column> };
  const values = columns[column];
  const { width } = spec;
  if (rows === 0) return;
  const alive = (columns as { alive?: Column }).alive;
  const there: number[] = [];
  for (let r = 0; r < rows; r++) if (alive === undefined || alive[r]) there.push(r);
  if (there.length === 0) return;
  if (isTrust(state)) {
    const shareOf = (r: number) => (values[r * 2] + 1) / (values[r * 2] + values[r * 2 + 1] + 2);
    const to = percentile(there.map(shareOf), end);
    for (const r of there) {
      const all = values[r * 2] + values[r * 2 + 1] + 2;
      const good = Math.max(0, Math.min(all - 2, to * all - 1));
      values[r * 2] = good;
      values[r * 2 + 1] = all - 2 - good;
    }
    return;
  }
  for (let k = 0; k < width; k++) {
    const held = there.map((r) => values[r * width + k]);
    let to = percentile(held, end);
    // All alike: nothing to be had of the distribution, so a flag is turned and a share goes to one of its ends.
    if (
      held.every((value) => value === held[0]) &&
      (spec.unit === "flag" || spec.unit === "code" || spec.unit === "0-1" || spec.unit === "share")
    )
      to = end === "low" ? 0 : 1;
    for (const r of there) values[r * width + k] = to;
  }
}

function percentile(values: number[], end: "low" | "high"): number {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
  const [low, high] = [at(0.1), at(0.9)];
  if (low === high) return end === "low" ? sorted[0] : sorted[sorted.length - 1];
  return end === "low" ? low : high;
}

export interface ShiftResult {
  readonly state: string;
  /** Outcomes that it moves, farthest first: difference of high and low in standard errors of the pairs. */
  readonly moved: readonly { outcome: MeasureId; low: number; high: number; chance: number }[];
  /** True if the two runs of each seed are the same to the last bit of every outcome. */
  readonly dead: boolean;
}

/**
 * The test of no dead ends: each state is held low, and high, for a year after a burn-in, in pairs of runs with the same
 * draws; outcomes are means over the year. A state moves an outcome if the paired t-test says so after Bonferroni's correction for the outcomes.
 */
export function* shiftedStates(
  scenario: BaseScenario,
  mechanisms: readonly Mechanism[],
  { seeds, burnIn, weeks, of = states }: { seeds: readonly string[]; burnIn: number; weeks: number; of?: readonly State[] },
): Generator<ShiftResult> {
  const before = seeds.map((seed) => {
    const run = Run.start(withValue(withValue(scenario, "seed", seed), "weeks", burnIn + weeks), mechanisms);
    for (let week = 0; week < burnIn; week++) run.step();
    return run.checkpoint("shift");
  });
  const outcome = (bytes: Uint8Array, state: State, end: "low" | "high") => {
    const resumed = Run.resume(bytes, mechanisms);
    if (!resumed.ok) throw new Error("shiftedStates: a checkpoint of this program cannot be read by it.");
    const { run } = resumed;
    const sums = shiftOutcomes.map(() => ({ sum: 0, n: 0 }));
    for (let week = 0; week < weeks; week++) {
      shift(run.world, state, end);
      run.step();
      shiftOutcomes.forEach((id, k) => {
        const value = run.recorder.value(id);
        if (!Number.isFinite(value)) return;
        sums[k].sum += value;
        sums[k].n++;
      });
    }
    return sums.map(({ sum, n }) => (n > 0 ? sum / n : Number.NaN));
  };
  for (const state of of) {
    const pairs = before.map((bytes) => ({ low: outcome(bytes, state, "low"), high: outcome(bytes, state, "high") }));
    const moved = shiftOutcomes.flatMap((id, k) => {
      const both = pairs.filter(({ low, high }) => Number.isFinite(low[k]) && Number.isFinite(high[k]));
      const chance = pairedTest(both.map(({ low, high }) => high[k] - low[k]));
      if (!(chance < 0.05 / shiftOutcomes.length)) return [];
      const mean = (end: "low" | "high") => both.reduce((sum, pair) => sum + pair[end][k], 0) / both.length;
      return [{ outcome: id, low: mean("low"), high: mean("high"), chance }];
    });
    moved.sort((a, b) => a.chance - b.chance);
    const dead = pairs.every(({ low, high }) => low.every((value, k) => Object.is(value, high[k])));
    yield { state: `${state.table}.${state.column}`, moved, dead };
  }
}
