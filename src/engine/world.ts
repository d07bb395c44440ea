import { buildCircles, type Circles, type ExchangeTies, exchangeTieColumns, type Ties } from "../circles/index.ts";
import {
  branchColumns,
  buildingColumns,
  buildPopulation,
  type Column,
  type ColumnArray,
  column,
  communityColumns,
  copyShared,
  groupColumns,
  householdColumns,
  organizationColumns,
  type Population,
  residentColumns,
  shared,
  Table,
  type TableSpec,
  unitColumns,
} from "../population/index.ts";
import { type BaseScenario, Schedule } from "../scenario/index.ts";
import type { SharedWorld } from "./crew.ts";
import { Kernels } from "./kernels.ts";
import { COMMUNITY, holderKinds, Ledger, RESIDENT, resources } from "./ledger.ts";
import { type Matters, matterColumns } from "./matters.ts";
import { Tally } from "./tally.ts";

/** What there is only one of: one row. */
export const districtColumns = {
  matters: column("u32", "matters", "Matters raised since the start; the serial of the next one."),
  settleRate: column("f64", "share", "Settlement rate that people have come to expect, for induced demand (eq. 4.20)."),
  coverage: column("f64", "share", "Share of social organizations covered, as last reported to the district."),
};

/** A named piece of state: the whole of a world is a list of them, in a fixed order. */
export interface Part {
  readonly name: string;
  readonly values: Column;
}

/** The state of a district, as columns. */
export class World {
  readonly scenario: BaseScenario;
  /** Weeks completed. */
  week = 0;
  readonly schedule: Schedule;

  readonly residents: Population["residents"];
  readonly households: Population["households"];
  readonly buildings: Population["buildings"];
  readonly communities: Population["communities"];
  readonly units: Population["units"];
  readonly groups: Population["groups"];
  readonly organizations: Population["organizations"];
  readonly branches: Population["branches"];
  /** The acquaintance circle. The interest, industry and party-building circles are affiliation columns of residents. */
  readonly ties: Ties;
  /** The organization network. */
  readonly exchangeTies: ExchangeTies;
  readonly matters: Matters;
  readonly district: Table<typeof districtColumns>;
  readonly tally: Tally;
  readonly ledger: Ledger;
  /** Tables that mechanisms keep of their own, by table name. */
  readonly own = new Map<string, Table<TableSpec>>();

  /** What is done community by community. */
  readonly kernels: Kernels;

  private readonly scratchpads = new Map<string, Column>();
  private readonly workspaces = new Map<string, Column>();
  private newScratch = new Map<string, Column>();
  private inSharedMemory = false;

  /** @param ledger  the ledger of a thread that lends a hand; new accounts for all holders if not given */
  constructor(scenario: BaseScenario, population: Population, circles: Circles, ledger?: Ledger) {
    this.scenario = scenario;
    this.residents = population.residents;
    this.households = population.households;
    this.buildings = population.buildings;
    this.communities = population.communities;
    this.units = population.units;
    this.groups = population.groups;
    this.organizations = population.organizations;
    this.branches = population.branches;
    this.ties = circles.ties;
    this.exchangeTies = circles.exchangeTies;
    this.matters = new Table("matters", matterColumns, 0, 256);
    this.district = new Table("district", districtColumns, 1);
    this.tally = new Tally(this.communities.rows);
    this.ledger =
      ledger ??
      new Ledger(
        holderKinds.map((kind) => {
          if (kind === "community") return this.communities.rows;
          if (kind === "unit") return this.units.rows;
          if (kind === "branch") return this.branches.capacity;
          if (kind === "organization") return this.organizations.capacity;
          if (kind === "resident") return this.residents.rows;
          return 1;
        }),
      );
    this.schedule = new Schedule(scenario, this.communities.rows, this.communities.columns.treated);
    this.kernels = new Kernels(this.communities.rows);
  }

  /** Builds the district of a scenario, at the end of week 0. */
  static build(scenario: BaseScenario): World {
    const population = buildPopulation(scenario, scenario.seed);
    return new World(scenario, population, buildCircles(population, scenario, scenario.seed));
  }

  /** A world from the columns of a checkpoint, keyed "<table>.<column>" (see `parts`). */
  static restore(
    scenario: BaseScenario,
    week: number,
    rows: Readonly<Record<string, number>>,
    own: readonly { name: string; spec: TableSpec }[],
    columns: ReadonlyMap<string, Column>,
  ): World {
    const empty = <S extends TableSpec>(name: string, spec: S) => new Table(name, spec, 0);
    const fill = (table: Table<TableSpec>) => table.restore(rows[table.name] ?? 0, (key) => columns.get(`${table.name}.${key}`));
    const population: Population = {
      residents: empty("residents", residentColumns),
      households: empty("households", householdColumns),
      buildings: empty("buildings", buildingColumns),
      communities: empty("communities", communityColumns),
      units: empty("units", unitColumns),
      groups: empty("groups", groupColumns),
      organizations: empty("organizations", organizationColumns),
      branches: empty("branches", branchColumns),
    };
    for (const table of Object.values(population)) fill(table as unknown as Table<TableSpec>);
    const exchangeTies = empty("exchangeTies", exchangeTieColumns);
    const ties = {
      offsets: columns.get("ties.offsets"),
      degree: columns.get("ties.degree"),
      neighbors: columns.get("ties.neighbors"),
      core: columns.get("ties.core"),
    } as unknown as Ties;
    const world = new World(scenario, population, { ties, exchangeTies });
    for (const { name, spec } of own) world.own.set(name, empty(name, spec));
    for (const table of [exchangeTies, world.matters, world.district, ...world.tally.tables, ...world.own.values()]) {
      fill(table as unknown as Table<TableSpec>);
    }
    assertFits(ties, world.residents.rows);
    for (const [kind, name] of holderKinds.entries()) {
      const balances = columns.get(`ledger.${name}`);
      const accounts =
        name === "organization"
          ? world.organizations.rows
          : name === "branch"
            ? world.branches.rows
            : world.ledger.balances[kind].length / resources.length;
      if (!(balances instanceof Float64Array) || balances.length < accounts * resources.length) {
        throw new Error(`ledger.${name} does not hold ${accounts} accounts.`);
      }
      world.ledger.balances[kind] = balances;
    }
    world.ledger.flows.set(columns.get("ledger.flows") as Float64Array);
    world.week = week;
    world.schedule.at(week);
    return world;
  }

  /** All tables, in the order of digests and checkpoints. */
  get tables(): Table<TableSpec>[] {
    return [
      this.residents,
      this.households,
      this.buildings,
      this.communities,
      this.units,
      this.groups,
      this.organizations,
      this.branches,
      this.exchangeTies,
      this.matters,
      this.district,
      ...this.tally.tables,
      ...this.own.values(),
    ] as unknown as Table<TableSpec>[];
  }

  /** All state, in the order of digests and checkpoints: tables, ties, ledger. The views share memory with the world. */
  parts(): Part[] {
    const parts: Part[] = [];
    for (const table of this.tables) {
      for (const key of Object.keys(table.spec)) {
        const values = table.columns[key] as Column;
        const width = table.spec[key]?.width ?? 1;
        parts.push({ name: `${table.name}.${key}`, values: values.subarray(0, table.rows * width) as Column });
      }
    }
    const { offsets, degree, neighbors, core } = this.ties;
    parts.push(
      { name: "ties.offsets", values: offsets as Column },
      { name: "ties.degree", values: degree as Column },
      { name: "ties.neighbors", values: neighbors as Column },
      { name: "ties.core", values: core as Column },
    );
    for (const [kind, name] of holderKinds.entries()) {
      // Accounts beyond the rows in use are room to grow, not state.
      const rows = name === "organization" ? this.organizations.rows : name === "branch" ? this.branches.rows : undefined;
      const balances = this.ledger.balances[kind];
      parts.push({
        name: `ledger.${name}`,
        values: (rows === undefined ? balances : balances.subarray(0, rows * resources.length)) as Column,
      });
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
    const room = Math.ceil(length * 1.25);
    const made = this.inSharedMemory ? shared(make, room) : new make(room);
    this.scratchpads.set(name, made);
    this.newScratch.set(name, made);
    return made;
  }

  /** The same, but each thread has its own. Zero at first. */
  workspace<T extends Column>(name: string, make: ColumnArray<T>, length: number): T {
    const kept = this.workspaces.get(name);
    if (kept instanceof make && kept.length >= length) return kept as T;
    const made = new make(length);
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
    for (const [name, values] of scratch) this.scratchpads.set(name, values);
  }

  /** Tables that kernels may use: those whose rows are never more nor fewer. */
  private get fixedTables(): Table<TableSpec>[] {
    const { residents, households, buildings, communities, units, groups, district, tally } = this;
    return [residents, households, buildings, communities, units, groups, district, ...tally.tables] as unknown as Table<TableSpec>[];
  }

  /** Moves what kernels use to shared memory, where that is not so yet, and says where it lies. */
  shared(): SharedWorld {
    const ties = this.ties as unknown as Record<string, Column>;
    if (!this.inSharedMemory) {
      for (const table of this.fixedTables) table.share();
      for (const key of Object.keys(ties)) ties[key] = copyShared(ties[key]);
      for (const kind of [RESIDENT, COMMUNITY]) this.ledger.balances[kind] = copyShared(this.ledger.balances[kind] as Column<"f64">);
      this.inSharedMemory = true;
      this.scratchpads.clear(); // what was made before, others would not see
      this.newScratch.clear();
    }
    return {
      scenario: { ...this.scenario, interventions: [...this.schedule.interventions] },
      tables: this.fixedTables.map(({ name, spec, rows, columns }) => ({ name, spec, rows, columns: { ...columns } })),
      ties: { ...ties },
      accounts: { resident: this.ledger.balances[RESIDENT], community: this.ledger.balances[COMMUNITY] },
    };
  }

  /**
   * The world of another thread, as far as it is shared: tables that grow are empty here.
   *
   * @param pages  where it keeps its entries until the thread that leads takes them over
   */
  static joined({ scenario, tables, ties, accounts }: SharedWorld, pages: Float64Array): World {
    const found = new Map(tables.map((table) => [table.name, table]));
    const join = <S extends TableSpec>(name: string, spec: S): Table<S> => {
      const table = new Table(name, spec, 0);
      const there = found.get(name);
      if (there) table.restore(there.rows, (key) => there.columns[key]);
      return table;
    };
    const world = new World(
      scenario,
      {
        residents: join("residents", residentColumns),
        households: join("households", householdColumns),
        buildings: join("buildings", buildingColumns),
        communities: join("communities", communityColumns),
        units: join("units", unitColumns),
        groups: join("groups", groupColumns),
        organizations: join("organizations", organizationColumns),
        branches: join("branches", branchColumns),
      },
      { ties: ties as unknown as Ties, exchangeTies: join("exchangeTies", exchangeTieColumns) },
      Ledger.beside(accounts, pages),
    );
    for (const table of [world.district, ...world.tally.tables] as unknown as Table<TableSpec>[]) {
      const there = found.get(table.name) as SharedWorld["tables"][number];
      table.restore(there.rows, (key) => there.columns[key]);
    }
    return world;
  }

  /** Opens accounts for organizations and branches that were added. */
  openAccounts(): void {
    const { ledger } = this;
    ledger.open(holderKinds.indexOf("organization"), this.organizations.capacity);
    ledger.open(holderKinds.indexOf("branch"), this.branches.capacity);
  }
}

/** Throws if ties cannot be those of so many residents. */
function assertFits({ offsets, degree, neighbors, core }: Ties, residents: number): void {
  const places = neighbors?.length;
  const fits =
    offsets instanceof Uint32Array &&
    offsets.length === residents + 1 &&
    offsets[residents] === places &&
    degree?.length === residents &&
    core?.length === places;
  const inRange = (i: number) => offsets[i] + degree[i] <= offsets[i + 1];
  let whole = fits;
  for (let i = 0; whole && i < residents; i++) {
    whole = inRange(i);
    for (let h = offsets[i]; whole && h < offsets[i] + degree[i]; h++) whole = neighbors[h] < residents;
  }
  if (!whole) throw new Error(`ties are not those of ${residents} residents.`);
}
