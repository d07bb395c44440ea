import { sumRows } from "../numeric/index.ts";
import { type DrawKey, Draws, WatchedDraws } from "../random/index.ts";
import { methodParts, type Parameters } from "../scenario/index.ts";
import { BRANCH, COMMUNITY, DISTRICT, ORGANIZATION, OUTSIDE, RESIDENT, resources, STATION, UNIT } from "./ledger.ts";
import { DROPPED, SETTLED } from "./matters.ts";
import { type Context, type Mechanism, type Mode, verbs } from "./mechanism.ts";
import { chanceAt, type Onlooker } from "./onlooker.ts";
import type { World } from "./world.ts";

/** Whether a mechanism is off, on or a placebo under the parameters in force: the master switch goes before its own. */
function modeUnder(mechanism: Mechanism, parameters: Parameters): Mode {
  const own = (parameters.mechanisms[mechanism.id]?.mode ?? "on") as Mode;
  if (!mechanism.partyBuilding || own === "off") return own;
  if (parameters.partyBuilding === "off") return "off";
  const { method } = parameters;
  for (const part of methodParts) if (!method[part] && method.reading[part].includes(mechanism.id)) return "off";
  return parameters.partyBuilding === "placebo" ? "placebo" : own;
}

/** The context of one mechanism, kept for the whole run and turned to each week. */
class MechanismContext implements Context {
  week = 0;
  readonly draws: Draws;
  private readonly streams = new Map<string, Draws>();
  /** [community] modes under the parameters in force, and the parameters for which they hold. */
  private modes: Mode[] = [];
  private modesOf: Parameters[] | undefined;
  private readonly world: World;
  private readonly mechanism: Mechanism;
  private readonly key: DrawKey;
  readonly onlooker: Onlooker | undefined;

  constructor(world: World, mechanism: Mechanism, key: DrawKey, onlooker: Onlooker | undefined) {
    this.world = world;
    this.mechanism = mechanism;
    this.key = key;
    this.onlooker = onlooker;
    this.draws = this.drawsOf("");
  }

  turnTo(week: number): void {
    this.week = week;
    this.draws.week = week;
    for (const draws of this.streams.values()) draws.week = week;
  }

  get district(): Record<string, unknown> {
    return this.parametersUnder(this.world.schedule.district);
  }

  of(community: number): Record<string, unknown> {
    return this.parametersUnder(this.world.schedule.byCommunity[community] as Parameters);
  }

  get districtMode(): Mode {
    return modeUnder(this.mechanism, this.world.schedule.district);
  }

  mode(community: number): Mode {
    const { byCommunity } = this.world.schedule;
    if (byCommunity !== this.modesOf) {
      this.modesOf = byCommunity;
      this.modes = byCommunity.map((parameters) => modeUnder(this.mechanism, parameters));
    }
    return this.modes[community] as Mode;
  }

  rigidity(community: number): number {
    return (this.world.schedule.byCommunity[community] as Parameters).rigidity;
  }

  stream(name: string): Draws {
    let draws = this.streams.get(name);
    if (draws === undefined) {
      draws = this.drawsOf(name);
      this.streams.set(name, draws);
    }
    draws.week = this.week;
    return draws;
  }

  everywhere(kernel: string): void {
    this.world.kernels.everywhere(`${this.mechanism.id}/${kernel}`);
  }

  private drawsOf(stream: string): Draws {
    const { mechanism, onlooker, key } = this;
    const name = stream === "" ? mechanism.id : `${mechanism.id}/${stream}`;
    const chances = mechanism.chances?.[stream];
    if (onlooker === undefined || chances === undefined) return new Draws(key, name);
    return new WatchedDraws(
      key,
      name,
      (whose, draw) => {
        const chance = chanceAt(chances, draw);
        return chance !== undefined && onlooker.watches(chance.of, whose);
      },
      (decision) => onlooker.decide(mechanism, stream, decision),
    );
  }

  private parametersUnder(parameters: Parameters): Record<string, unknown> {
    return parameters.mechanisms[this.mechanism.id] as Record<string, unknown>;
  }
}

/** Runs a part of the week, named "<verb>/<what>", and takes its time. */
export type Stopwatch = (part: string, run: () => void) => void;

const untimed: Stopwatch = (_part, run) => run();

const OPEN = "week/open";
const CLOSE = "week/close";
const MONTHS = 13; // of four weeks, in the trailing year
const YEAR = 52;

/** A year begins with week 1, 53, ... of the run. */
const beginsYear = (week: number): boolean => (week - 1) % YEAR === 0;

/** Kinds of holders whose accounts are not closed community by community. */
const closedHere = [DISTRICT, STATION, UNIT, BRANCH, ORGANIZATION];

/** [community * 6 + resource] left in the accounts of a community and its residents at the end of the week. */
const leftIn = (world: World) => world.scratch(CLOSE, Float64Array, world.communities.rows * resources.length);

/** Turns the books of organizations and branches when a year begins. The first year has the last one that set-up gave. */
function turnBooks({ organizations, branches }: World, week: number): void {
  if (!beginsYear(week)) return;
  const { incomeYear, incomeLast } = organizations.columns;
  if (week > 1) incomeLast.set(incomeYear);
  incomeYear.fill(0);
  branches.columns.forms.fill(0);
}

/** Nobody of a community has given any time yet; every fourth week the oldest month leaves the trailing year. */
function openCommunity(world: World, c: number, week: number): void {
  const { minutesWeek, minutesYear, minutesMonth, tradesYear } = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const from = firstResident[c];
  const to = from + residents[c];
  minutesWeek.fill(0, from, to);
  if (beginsYear(week)) tradesYear.fill(0, from, to);
  if ((week - 1) % 4 !== 0) return;
  const month = Math.floor((week - 1) / 4) % MONTHS;
  for (let i = from; i < to; i++) {
    minutesYear[i] -= minutesMonth[i * MONTHS + month];
    minutesMonth[i * MONTHS + month] = 0;
  }
}

function closeCommunity(world: World, c: number): void {
  const { ledger } = world;
  const { firstResident, residents } = world.communities.columns;
  ledger.close(RESIDENT, firstResident[c], firstResident[c] + residents[c], leftIn(world), c * resources.length);
  ledger.close(COMMUNITY, c, c + 1, leftIn(world), c * resources.length);
}

/** The week: the verbs in their order, each with its mechanisms in theirs. */
export class Week {
  readonly mechanisms: readonly Mechanism[];
  private readonly contexts: MechanismContext[];
  private readonly world: World;
  private keep = new Uint8Array(256);
  /** The week that runs, or ran last. */
  private week = 0;

  constructor(world: World, mechanisms: readonly Mechanism[], key: DrawKey, onlooker?: Onlooker) {
    this.world = world;
    this.mechanisms = verbs.flatMap((verb) => mechanisms.filter((mechanism) => mechanism.verb === verb));
    this.contexts = this.mechanisms.map((mechanism) => new MechanismContext(world, mechanism, key, onlooker));
    this.mechanisms.forEach(({ id, kernels = {} }, m) => {
      for (const [name, kernel] of Object.entries(kernels)) world.kernels.add(`${id}/${name}`, (c) => kernel(world, this.contexts[m], c));
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
   */
  run(time: Stopwatch = untimed): void {
    const { world } = this;
    const week = world.week + 1;
    time("week/opens", () => this.open(week));
    for (let m = 0; m < this.mechanisms.length; m++) {
      const mechanism = this.mechanisms[m] as Mechanism;
      const context = this.contexts[m] as MechanismContext;
      time(`${mechanism.verb}/${mechanism.id}`, () => mechanism.step(world, context));
    }
    time("week/closes", () => this.close(week));
    world.week = week;
  }

  private open(week: number): void {
    const { world } = this;
    this.turnTo(week);
    world.tally.clear();
    world.ledger.beginWeek();
    world.organizations.columns.hoursOwed.fill(0);
    turnBooks(world, week);
    world.kernels.everywhere(OPEN);
    this.forgetEndedMatters();
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
