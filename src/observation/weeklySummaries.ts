import { holderKinds, matterStates, matterTypes, type Part, type World } from "../engine/index.ts";
import type { Column } from "../population/index.ts";
import { GroupHistory } from "./groupHistory.ts";
import { NetworkHistory } from "./networkHistory.ts";
import { StoryFinder } from "./storyFinder.ts";
import {
  AGE_BANDS,
  COVERAGE,
  cohortStates,
  communityStates,
  coverageByActivity,
  distributions,
  LORENZ,
  lorenzOfHours,
  lorenzOfOrganizations,
  type MattersBefore,
  MOVES,
  matterMoves,
  mattersStanding,
  rememberMatters,
  residentsByPlace,
  STANDING,
  summarizeResidents,
} from "./summaries.ts";

const FLOWS = 6 * holderKinds.length * holderKinds.length;

/** Weeks that are kept: the last twenty years. At 103 communities a week takes about 30 kB, so all of them 32 MB. */
export const WEEKS_KEPT = 1040;

/** What is kept of a week. `flows`: [(resource * 8 + from) * 8 + to], as in the ledger; the others as in summaries.ts. */
export interface KeptWeek {
  flows: Float64Array<ArrayBuffer>;
  standing: Uint32Array<ArrayBuffer>;
  moves: Uint32Array<ArrayBuffer>;
  communities: Float32Array<ArrayBuffer>;
  cohorts: Uint8Array<ArrayBuffer>;
  coverage: Uint32Array<ArrayBuffer>;
  curves: Float64Array<ArrayBuffer>;
}

/**
 * The past of a run as pictures need it: a compact summary of each week, from the week in which it began to be kept.
 * It reads the world, draws nothing and changes nothing.
 */
export class WeeklySummaries {
  /** The first week that is kept; week 0 is the start of a run. */
  first: number;
  /** Who was tied to whom in which weeks. */
  readonly network: NetworkHistory;
  /** Who attended which interest group in which weeks. */
  readonly groups: GroupHistory;
  /** Whose story is worth telling. */
  readonly stories: StoryFinder;
  private weeks: KeptWeek[] = [];
  private before: MattersBefore;

  /** Begins with the week in which the world stands. */
  constructor(world: World) {
    summarizeResidents(world);
    this.first = world.week;
    this.before = rememberMatters(world);
    this.weeks.push(this.summary(world));
    this.network = new NetworkHistory(world);
    this.groups = new GroupHistory(world);
    this.stories = new StoryFinder(world);
  }

  /** The last week that is kept. */
  get last(): number {
    return this.first + this.weeks.length - 1;
  }

  /** Keeps the week that the world has just completed. */
  observe(world: World): void {
    this.weeks.push(this.summary(world));
    this.before = rememberMatters(world);
    this.network.observe(world);
    this.groups.observe(world);
    this.stories.observe(world);
    if (this.weeks.length > WEEKS_KEPT) {
      this.weeks.shift();
      this.first++;
    }
  }

  /** What is kept of a week; of the nearest one that is kept, if that week is not. */
  week(week: number): KeptWeek {
    return this.weeks[Math.max(0, Math.min(this.weeks.length - 1, week - this.first))];
  }

  /** Moved in the weeks `from` to `to`, both included, as far as they are kept: [(resource * 8 + from) * 8 + to]. */
  flows(from: number, to: number): Float64Array<ArrayBuffer> {
    return this.sum("flows", FLOWS, from, to);
  }

  /** Matters that changed their state in the weeks `from` to `to`: [(type * 11 + from) * 10 + to]. */
  moves(from: number, to: number): Float64Array<ArrayBuffer> {
    return this.sum("moves", MOVES, from, to);
  }

  /** Matters by state, all kept weeks in their order: [(week - first) * 10 + state], of one type or (-1) of all. */
  standing(type: number): Float64Array<ArrayBuffer> {
    const states = matterStates.length;
    const out = new Float64Array(this.weeks.length * states);
    this.weeks.forEach(({ standing }, k) => {
      for (let t = 0; t < matterTypes.length; t++) {
        if (type >= 0 && t !== type) continue;
        for (let s = 0; s < states; s++) out[k * states + s] += standing[t * states + s];
      }
    });
    return out;
  }

  /** The least and the most of each state of communities in all kept weeks: [state * 2]; NaN where there is nothing to measure. */
  reachOfCommunities(): Float32Array<ArrayBuffer> {
    const states = communityStates.length;
    const reach = new Float32Array(2 * states).fill(Number.NaN);
    for (const { communities } of this.weeks) {
      for (let k = 0; k < communities.length; k++) {
        const at = 2 * (k % states);
        const value = communities[k];
        if (Number.isNaN(value)) continue;
        if (!(reach[at] <= value)) reach[at] = value;
        if (!(reach[at + 1] >= value)) reach[at + 1] = value;
      }
    }
    return reach;
  }

  /** State to keep in a checkpoint. */
  parts(): Part[] {
    const keys = Object.keys(this.weeks[0]) as (keyof KeptWeek)[];
    return [
      { name: "weeklySummaries.first", values: Uint32Array.of(this.first) },
      ...keys.map((key) => ({ name: `weeklySummaries.${key}`, values: joined(this.weeks.map((week) => week[key])) })),
      ...this.network.parts(),
      ...this.groups.parts(),
      ...this.stories.parts(),
    ];
  }

  /** Goes on from what a checkpoint kept; without it, the past begins with the week of the checkpoint. */
  restore(parts: ReadonlyMap<string, Column>): void {
    const first = parts.get("weeklySummaries.first");
    if (first === undefined) return;
    this.network.restore(parts);
    this.groups.restore(parts);
    this.stories.restore(parts);
    const [now] = this.weeks;
    const keys = Object.keys(now) as (keyof KeptWeek)[];
    const count = (parts.get("weeklySummaries.flows") as Column).length / FLOWS;
    this.first = first[0];
    this.weeks = Array.from(
      { length: count },
      (_, k) =>
        Object.fromEntries(
          keys.map((key) => {
            const width = now[key].length;
            return [key, (parts.get(`weeklySummaries.${key}`) as Column).slice(k * width, (k + 1) * width)];
          }),
        ) as unknown as KeptWeek /* of the same keys and types as the week that stands */,
    );
  }

  private summary(world: World): KeptWeek {
    const places = world.communities.rows;
    const kept: KeptWeek = {
      flows: world.ledger.flows.slice(),
      standing: new Uint32Array(STANDING),
      moves: new Uint32Array(MOVES),
      communities: new Float32Array(places * communityStates.length),
      cohorts: new Uint8Array(places * AGE_BANDS * cohortStates.length),
      coverage: new Uint32Array(COVERAGE),
      curves: new Float64Array(distributions.length * LORENZ),
    };
    residentsByPlace(world, kept.communities, kept.cohorts, () => {
      mattersStanding(world, kept.standing);
      matterMoves(world, this.before, kept.moves);
      coverageByActivity(world, kept.coverage);
      // Hours are measured in the first week and in every fourth, as their measures are.
      const { week } = world;
      if (week <= 1 || week % 4 === 0 || this.weeks.length === 0) lorenzOfHours(world, kept.curves);
      else kept.curves.set(this.week(week - 1).curves);
      lorenzOfOrganizations(world, kept.curves);
    });
    return kept;
  }

  private sum(key: "flows" | "moves", width: number, from: number, to: number): Float64Array<ArrayBuffer> {
    const out = new Float64Array(width);
    for (let week = Math.max(from, this.first); week <= Math.min(to, this.last); week++) {
      const values = this.weeks[week - this.first][key];
      for (let k = 0; k < width; k++) out[k] += values[k];
    }
    return out;
  }
}

function joined(columns: readonly Column[]): Column {
  const all = new (columns[0].constructor as new (length: number) => Column)(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column as never, at);
    at += column.length;
  }
  return all;
}
