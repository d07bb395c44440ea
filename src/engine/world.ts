import { mapTies, readTies, type Ties, tieNames } from "../circles/index.ts";
import { type Column, type ColumnArray, joinMemory, type KernelTarget, type Memory, openMemory, type Share } from "../kernels/index.ts";
import type { Table, TableSpec } from "../population/index.ts";
import { type BaseScenario, Schedule } from "../scenario/index.ts";
import { type BuiltDistricts, buildDistrict, type District } from "./district.ts";
import { Kernels } from "./kernels.ts";
import { COMMUNITY, type HolderKind, holderKinds, Ledger, RESIDENT, resources, sharedKinds } from "./ledger.ts";
import { agentTables, grows, type TableName, tableNames, tableOver, tablesOver, type WorldTables } from "./tables.ts";
import type { SharedWorld } from "./threadGroup.ts";
import { WeekTotals } from "./weekTotals.ts";

/** A named piece of state: the whole of a world is a list of them, in a fixed order. */
export interface Part {
  readonly name: string;
  readonly values: Column;
}

/** Holds every table under its name. */
const TableHolder = class {
  constructor(tables: WorldTables) {
    Object.assign(this, tables);
  }
} as new (
  tables: WorldTables,
) => Readonly<WorldTables>; // The list of tables alone says which there are, so the class cannot.

/** The state of a district, as columns: its tables, and what is beside them. */
export class World extends TableHolder {
  readonly scenario: BaseScenario;
  /** Weeks completed. */
  week = 0;
  readonly schedule: Schedule;

  /** Where the columns lie that kernels use: ties, tables that do not grow, accounts of residents and communities, scratch. */
  readonly memory: Memory;
  /** The acquaintance circle. The interest, industry and party-building circles are affiliation columns of residents. */
  readonly ties: Ties;
  readonly weekTotals: WeekTotals;
  readonly ledger: Ledger;
  /** Tables that mechanisms keep of their own, by table name. */
  readonly own = new Map<string, Table<TableSpec>>();

  /** What is done community by community. */
  readonly kernels: Kernels;

  private readonly scratchpads = new Map<string, Column>();
  private readonly workspaces = new Map<string, Column>();
  private newScratch = new Map<string, Column>();

  /** @param ledger  the ledger of a thread that lends a hand; new accounts for all holders if not given */
  constructor(scenario: BaseScenario, { memory, tables, ties }: District, ledger?: Ledger) {
    super(tables);
    this.scenario = scenario;
    this.memory = memory;
    for (const table of this.fixedTables) table.moveTo(memory);
    this.ties = ties;
    this.weekTotals = new WeekTotals(
      tables["weekTotals.communities"],
      tables["weekTotals.matters"],
      tables["weekTotals.durations"],
      tables["weekTotals.organizations"],
      tables["weekTotals.branches"],
    );
    this.ledger =
      ledger ??
      new Ledger(
        holderKinds.map((kind) => this.accounts(kind, "capacity")),
        memory,
      );
    this.schedule = new Schedule(scenario, this.communities.rows, this.communities.columns.treated);
    this.kernels = new Kernels(this.communities.rows);
  }

  /**
   * The world of a scenario at the end of week 0.
   *
   * @param before   districts that may be copied, instead of built
   * @param kernels  what runs kernels, where it can be had
   * @param share    has other threads help
   */
  static build(
    scenario: BaseScenario,
    { before, kernels, share }: { before?: BuiltDistricts; kernels?: KernelTarget | undefined; share?: Share | undefined } = {},
  ): World {
    const memory = openMemory(kernels);
    return new World(scenario, before?.copyOf(scenario, memory) ?? buildDistrict(scenario, memory, memory.isShared ? share : undefined));
  }

  /** A world from the columns of a checkpoint, keyed "<table>.<column>" (see `parts`). @throws if they do not fit */
  static restore(
    scenario: BaseScenario,
    week: number,
    rows: Readonly<Record<string, number>>,
    own: readonly { name: string; spec: TableSpec }[],
    columns: ReadonlyMap<string, Column>,
    kernels?: KernelTarget | undefined,
  ): World {
    const memory = openMemory(kernels);
    const find = (name: string) => ({ rows: rows[name] ?? 0, column: (key: string) => columns.get(`${name}.${key}`) });
    const tables = tablesOver(find);
    const ties = readTies(tables.residents.rows, (name) => columns.get(`ties.${name}`));
    const world = new World(scenario, { memory, tables, ties: mapTies(ties, (values) => memory.copy(values)) });
    for (const { name, spec } of own) world.own.set(name, tableOver(name, spec, find(name)));
    for (const [kind, name] of holderKinds.entries()) {
      const balances = columns.get(`ledger.${name}`);
      const accounts = world.accounts(name);
      if (!(balances instanceof Float64Array) || balances.length < accounts * resources.length) {
        throw new Error(`ledger.${name} does not hold ${accounts} accounts.`);
      }
      world.ledger.balances[kind] = sharedKinds.includes(kind) ? memory.copy(balances) : balances;
    }
    world.ledger.flows.set(columns.get("ledger.flows") as Float64Array);
    world.week = week;
    world.schedule.at(week);
    return world;
  }

  /** All tables, in the order of digests and checkpoints. */
  get tables(): Table<TableSpec>[] {
    return [...tableNames.map((name) => this[name]), ...this.own.values()];
  }

  /** Accounts of a kind of holder: one for each row of its table, those that it has room for where it grows; or one. */
  private accounts(kind: HolderKind, size: "rows" | "capacity" = "rows"): number {
    const name = tableOf(kind);
    if (name === undefined) return 1;
    return this[name][grows(name) ? size : "rows"];
  }

  /** All state, in the order of digests and checkpoints: tables, ties, ledger. The views share memory with the world. */
  parts(): Part[] {
    const parts: Part[] = [];
    for (const table of this.tables) {
      for (const [key, { width }] of Object.entries(table.spec)) {
        parts.push({ name: `${table.name}.${key}`, values: table.columns[key].subarray(0, table.rows * width) as Column });
      }
    }
    for (const name of tieNames) parts.push({ name: `ties.${name}`, values: this.ties[name] as Column });
    for (const [kind, name] of holderKinds.entries()) {
      // Accounts beyond the rows in use are room to grow, not state.
      const balances = this.ledger.balances[kind].subarray(0, this.accounts(name) * resources.length);
      parts.push({ name: `ledger.${name}`, values: balances as Column });
    }
    parts.push({ name: "ledger.flows", values: this.ledger.flows as Column });
    return parts;
  }

  /**
   * Memory to work in, kept between weeks but never part of the state; its content is whatever was left there. All
   * threads see the same: make it before the kernels that use it.
   */
  scratch<T extends Column>(name: string, make: ColumnArray<T>, length: number): T {
    const kept = this.scratchpads.get(name);
    if (kept instanceof make && kept.length >= length) return kept as T;
    if (kept) this.memory.giveBack(kept);
    const made = this.memory.column(make, Math.ceil(length * 1.25));
    this.scratchpads.set(name, made);
    this.newScratch.set(name, made);
    return made;
  }

  /** The same, but each thread has its own. Zero at first. */
  workspace<T extends Column>(name: string, make: ColumnArray<T>, length: number): T {
    const kept = this.workspaces.get(name);
    if (kept instanceof make && kept.length >= length) return kept as T;
    if (kept) this.memory.giveBack(kept);
    const made = this.memory.column(make, length);
    this.workspaces.set(name, made);
    return made;
  }

  /** Scratch made since the last call. */
  takeNewScratch(): ReadonlyMap<string, Column> {
    const made = this.newScratch;
    if (made.size > 0) this.newScratch = new Map();
    return made;
  }

  putScratch(scratch: ReadonlyMap<string, Column>): void {
    for (const [name, values] of scratch) this.scratchpads.set(name, this.memory.received(values));
  }

  /** Tables that kernels may use. */
  private get fixedTables(): Table<TableSpec>[] {
    return tableNames.filter((name) => !grows(name)).map((name) => this[name]);
  }

  /** Where what kernels use lies, for other threads. */
  shared(): SharedWorld {
    return {
      memory: this.memory.seat(),
      scenario: { ...this.scenario, interventions: [...this.schedule.interventions] },
      tables: this.fixedTables.map(({ name, rows, columns }) => ({ name, rows, columns: { ...columns } })),
      ties: { ...this.ties },
      accounts: { resident: this.ledger.balances[RESIDENT], community: this.ledger.balances[COMMUNITY] },
    };
  }

  /**
   * The world of another thread, as far as it is shared: tables that grow are empty here.
   *
   * @param pages  where it keeps its entries until the thread that leads takes them over
   */
  static joined({ memory: seat, scenario, tables, ties, accounts }: SharedWorld, pages: Float64Array): World {
    const memory = joinMemory(seat);
    const found = new Map(
      tables.map(({ name, rows, columns }) => [name, { rows, column: (key: string) => memory.received(columns[key]) }]),
    );
    const district = { memory, tables: tablesOver((name) => found.get(name)), ties: mapTies(ties, (values) => memory.received(values)) };
    const { resident, community } = accounts;
    const ledger = Ledger.beside({ resident: memory.received(resident), community: memory.received(community) }, pages);
    return new World(scenario, district, ledger);
  }

  /** Ends it: its memory serves the next world. Nobody is to look at its columns any more. */
  release(): void {
    this.memory.release();
  }

  /** Opens accounts for those who were added. */
  openAccounts(): void {
    for (const [kind, name] of holderKinds.entries()) this.ledger.open(kind, this.accounts(name, "capacity"));
  }
}

/** The table of a kind of holder; none where there is one of it. */
const tableOf = (kind: HolderKind): TableName | undefined =>
  kind in agentTables ? agentTables[kind as keyof typeof agentTables] : undefined;
