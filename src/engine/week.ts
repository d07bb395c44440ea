import { sumRows } from "../numeric/index.ts";
import { BeyondMeans, MEETING, type Table, type TableSpec } from "../population/index.ts";
import type { DrawKey } from "../random/index.ts";
import type { Parameters } from "../scenario/index.ts";
import { due, MONTH, MONTHS, monthPlace, weekOfYear } from "./calendar.ts";
import { MechanismContext, STEP, termsIn } from "./context.ts";
import { forgetExperiences } from "./experiences.ts";
import { BRANCH, COMMUNITY, DISTRICT, ORGANIZATION, OUTSIDE, RESIDENT, resources, STATION, WORKPLACE } from "./ledger.ts";
import { DROPPED, SETTLED } from "./matters.ts";
import { type Mechanism, phases } from "./mechanism.ts";
import type { Observer } from "./observer.ts";
import { agentTables, type TableAgent } from "./tables.ts";
import type { World } from "./world.ts";

/** Goes around a part of the week, named "<phase>/<what>", which it runs: takes its time, or holds a state after it. */
export type Stopwatch = (part: string, run: () => void) => void;

const untimed: Stopwatch = (_part, run) => run();

const OPEN = "week/open";
const CLOSE = "week/close";

/** The codes of communities.programme. */
const programmes = ["off", "on", "placebo"] as const;

/** Kinds of holders whose accounts are not closed community by community. */
const closedHere = [DISTRICT, STATION, WORKPLACE, BRANCH, ORGANIZATION];

/** [community * 6 + resource] left in the accounts of a community and its residents at the end of the week. */
const leftIn = (world: World) => world.scratch(CLOSE, Float64Array, world.communities.rows * resources.length);

/**
 * Nobody of a community has given any time yet; every fourth week the oldest month leaves the trailing year, and every
 * year the time bank counts from zero.
 */
function openCommunity(world: World, c: number, week: number): void {
  const { minutesWeek, minutesYear, minutesMonth, tradesYear } = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const from = firstResident[c];
  const to = from + residents[c];
  minutesWeek.fill(0, from, to);
  if (weekOfYear(week) === 1) tradesYear.fill(0, from, to);
  if ((week - 1) % MONTH !== 0) return;
  const month = monthPlace(week);
  for (let i = from; i < to; i++) {
    minutesYear[i] -= minutesMonth[i * MONTHS + month];
    minutesMonth[i * MONTHS + month] = 0;
  }
}

/** The books of a year turn: what came in becomes last year's income, and activities of branches are counted anew. */
function openYear({ organizations, branches }: World, week: number): void {
  const { incomeYear, incomeLast } = organizations.columns;
  // Before the first year stands the income with which the district was built.
  if (week > 1) incomeLast.set(incomeYear);
  incomeYear.fill(0);
  branches.columns.forms.fill(0);
}

function closeCommunity(world: World, c: number): void {
  const { ledger } = world;
  const { firstResident, residents } = world.communities.columns;
  ledger.close(RESIDENT, firstResident[c], firstResident[c] + residents[c], leftIn(world), c * resources.length);
  ledger.close(COMMUNITY, c, c + 1, leftIn(world), c * resources.length);
}

/** Whether two names of state have something in common: "residents" is all of its columns. */
const touches = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Whether a mechanism may begin while threads are still at the step of the one before. */
function mayBegin({ beginReads, writes }: Mechanism, before: Mechanism): boolean {
  if (beginReads === undefined || !before.apart || before.end !== undefined) return false;
  const apart = (names: readonly string[], others: readonly string[]) =>
    !names.some((name) => others.some((other) => touches(name, other)));
  return apart(beginReads, before.writes) && apart(writes, [...before.reads, ...before.writes]);
}

/** The week: the phases in their order, each with its mechanisms in theirs. */
export class Week {
  readonly mechanisms: readonly Mechanism[];
  private readonly contexts: MechanismContext[];
  private readonly world: World;
  /** [mechanism] its name in a profile. */
  private readonly parts: readonly string[];
  /** [mechanism] whether the next one may begin while threads are at its step. */
  private readonly leadsOver: readonly boolean[];
  private keep = new Uint8Array(256);
  /** The week that runs, or ran last. */
  private week = 0;

  constructor(world: World, mechanisms: readonly Mechanism[], key: DrawKey, observer?: Observer) {
    this.world = world;
    this.mechanisms = phases.flatMap((phase) => mechanisms.filter((mechanism) => mechanism.phase === phase));
    this.parts = this.mechanisms.map(({ phase, id }) => `${phase}/${id}`);
    this.leadsOver = this.mechanisms.map((mechanism, m) => m + 1 < this.mechanisms.length && mayBegin(this.mechanisms[m + 1], mechanism));
    this.contexts = this.mechanisms.map((mechanism) => new MechanismContext(world, mechanism, key, observer));
    this.mechanisms.forEach((mechanism, m) => {
      const context = this.contexts[m];
      const { id, kernels } = mechanism;
      for (const [name, work] of Object.entries({ ...kernels, ...(mechanism.apart ? { [STEP]: mechanism.step } : {}) })) {
        world.kernels.add(`${id}/${name}`, (c) => {
          if (context.enter(c)) work(world, context, c);
        });
        world.kernels.add(`${id}/${name}/throughout`, (c) => {
          if (context.enter(c) || context.enterDistrict()) work(world, context, c);
        });
      }
    });
    world.kernels.add(OPEN, (c) => openCommunity(world, c, this.week));
    world.kernels.add(CLOSE, (c) => closeCommunity(world, c));
  }

  /** Turns parameters and draws to a week. */
  turnTo(week: number): void {
    this.week = week;
    this.world.schedule.at(week);
    for (const context of this.contexts) context.turnTo(week);
  }

  /**
   * Runs one week and leaves the ledger balanced.
   *
   * @param time  takes the time of each part, where a profile is wanted
   * @throws BeyondMeans if the world would outgrow what a run can hold; it is then of no more use
   */
  run(time: Stopwatch = untimed): void {
    const { world } = this;
    const week = world.week + 1;
    const before = this.parametersBefore(week);
    time("week/opens", () => this.open(week));
    let begun = -1;
    try {
      for (let m = 0; m < this.mechanisms.length; m++) {
        const mechanism = this.mechanisms[m];
        const context = this.contexts[m];
        if (before) this.leave(mechanism, context, before);
        if (!due(mechanism.every, mechanism.inWeek, week) || !context.enterDistrict()) continue;
        const next = this.beginOfNext(m, week, before !== undefined);
        time(this.parts[m], () => this.step(mechanism, context, begun === m, next));
        if (next) begun = m + 1;
      }
    } catch (error) {
      if (error instanceof BeyondMeans) error.message = `week ${week}: ${error.message}`;
      throw error;
    }
    time("week/closes", () => this.close(week));
    world.week = week;
  }

  /** [community] the parameters in force a week before, if they are others now. Before week 1 nothing was on. */
  private parametersBefore(week: number): readonly Parameters[] | undefined {
    const { schedule } = this.world;
    schedule.at(week - 1);
    const before = schedule.byCommunity;
    return schedule.at(week) && week > 1 ? before : undefined;
  }

  /** Has a mechanism leave the communities in which the mode that it had a week before has ended. */
  private leave(mechanism: Mechanism, context: MechanismContext, before: readonly Parameters[]): void {
    if (mechanism.leave === undefined) return;
    const were = termsIn(mechanism, before);
    for (let c = 0; c < were.length; c++) {
      const ended = were[c];
      if (ended === undefined || context.at(c)?.mode === ended.mode) continue;
      context.hold(ended);
      mechanism.leave(this.world, context, c);
    }
  }

  /** The begin of the next mechanism, where other threads can be at the step of this one meanwhile. */
  private beginOfNext(m: number, week: number, isTurning: boolean): (() => void) | undefined {
    const { world } = this;
    if (!this.leadsOver[m] || isTurning || world.kernels.threadGroup === undefined) return undefined;
    const next = this.mechanisms[m + 1];
    const context = this.contexts[m + 1];
    if (!due(next.every, next.inWeek, week) || !context.enterDistrict()) return undefined;
    return () => next.begin?.(world, context);
  }

  /** @param begun  its begin is done already @param meanwhile  done by this thread before it lends a hand at a step that is shared out */
  private step(mechanism: Mechanism, context: MechanismContext, begun: boolean, meanwhile?: () => void): void {
    const { world } = this;
    if (!begun) mechanism.begin?.(world, context);
    if (mechanism.scope === "district") mechanism.step(world, context, 0);
    else if (mechanism.apart) context.everywhere(STEP, meanwhile);
    else this.stepEach(mechanism.scope, mechanism, context);
    if (mechanism.end === undefined) return;
    context.enterDistrict();
    mechanism.end(world, context);
  }

  /** Steps with each agent of a kind that is there. */
  private stepEach(kind: TableAgent, mechanism: Mechanism, context: MechanismContext): void {
    const { world } = this;
    const { step } = mechanism;
    const table: Table<TableSpec> = world[agentTables[kind]];
    // All but communities stand in a community; of some kinds there are rows of those who are gone.
    let { community, alive } = table.columns;
    let room = table.capacity;
    for (let row = 0, n = table.rows; row < n; row++) {
      if (alive !== undefined && !alive[row]) continue;
      if (!context.enter(community === undefined ? row : community[row])) continue;
      // A meeting in the place of a branch is met by the placebo of every mechanism of the programme.
      if (kind === "branch" && world.branches.columns.form[row] === MEETING) context.mode = "placebo";
      step(world, context, row);
      if (table.capacity === room) continue;
      ({ community, alive } = table.columns); // others, since the table has grown
      room = table.capacity;
    }
  }

  private open(week: number): void {
    const { world } = this;
    this.turnTo(week);
    const { programme } = world.communities.columns;
    world.schedule.byCommunity.forEach(({ partyBuilding }, c) => {
      programme[c] = programmes.indexOf(partyBuilding);
    });
    world.weekTotals.openOrganizations(world.organizations.rows);
    world.weekTotals.openBranches(world.branches.rows);
    world.weekTotals.clear();
    world.ledger.beginWeek();
    world.organizations.columns.hoursOwed.fill(0);
    world.organizations.columns.hoursUsed.fill(0);
    world.kernels.everywhere(OPEN);
    if (weekOfYear(week) === 1) openYear(world, week);
    this.forgetEndedMatters();
    if ((week - 1) % MONTH === 0) forgetExperiences(world);
  }

  private close(week: number): void {
    const { communities, kernels, ledger } = this.world;
    const rows = leftIn(this.world).fill(0);
    kernels.everywhere(CLOSE);
    const left = new Float64Array(resources.length);
    sumRows(rows.subarray(0, communities.rows * resources.length), left);
    ledger.closeAll(closedHere, left);
    for (let r = 0; r < resources.length; r++) left[r] += ledger.balance(r, OUTSIDE, 0);
    ledger.assertBalanced(week, left);
  }

  /** Drops the matters that ended before this week: what remains of them was counted. */
  private forgetEndedMatters(): void {
    const { matters } = this.world;
    const n = matters.rows;
    if (this.keep.length < n) this.keep = new Uint8Array(n * 2);
    const { state } = matters.columns;
    for (let q = 0; q < n; q++) this.keep[q] = state[q] === SETTLED || state[q] === DROPPED ? 0 : 1;
    matters.retain(this.keep);
  }
}
