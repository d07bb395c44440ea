import { exchangeTieColumns } from "../circles/index.ts";
import { apart, type Memory } from "../kernels/index.ts";
import {
  type Column,
  column,
  limits,
  populationTables,
  Table,
  type TableList,
  type TableSpec,
  type TablesOf,
} from "../population/index.ts";
import { experienceColumns } from "./experiences.ts";
import { matterTypes } from "./matterKinds.ts";
import { matterColumns } from "./matters.ts";
import { seatColumns } from "./seats.ts";
import {
  branchTotalColumns,
  communityTotalColumns,
  DURATIONS,
  durationTotalColumns,
  matterTotalColumns,
  organizationTotalColumns,
} from "./weekTotals.ts";

/** What there is only one of: one row. */
export const districtColumns = {
  matters: column("u32", "matters", "Occasions for a matter since the start, brought by someone or not; the serial of the next one."),
  works: column("f64", "yuan", "Left of this year's subsidies for works that residents consent to."),
  coverage: column("f64", "share", "Share of social organizations covered, as last reported to the district."),
};

/**
 * Every table of a world, named once, in the order of digests and checkpoints. Whatever goes through the state walks
 * this list: digests, checkpoints, shared memory, accounts, snapshots, documents, inspection, stories. Whether a table
 * grows in a run is said by its limit (`limits`).
 */
export const worldTables = {
  ...populationTables,
  exchangeTies: {
    spec: exchangeTieColumns,
    title: "Organization network",
    file: { name: "exchange.parquet", row: "a tie of the organization network" },
  },
  matters: {
    spec: matterColumns,
    agent: "matter",
    title: "Matters",
    file: { name: "matters.parquet", row: "a matter that is open or ended this week" },
  },
  seats: { spec: seatColumns, title: "Consultations" },
  experiences: { spec: experienceColumns, title: "Experiences of the month" },
  district: { spec: districtColumns, title: "District" },
  "weekTotals.communities": { spec: communityTotalColumns },
  "weekTotals.matters": { spec: matterTotalColumns },
  "weekTotals.durations": { spec: durationTotalColumns },
  "weekTotals.organizations": { spec: organizationTotalColumns },
  "weekTotals.branches": { spec: branchTotalColumns },
} as const satisfies TableList;

export type TableName = keyof typeof worldTables;
export type WorldTables = TablesOf<typeof worldTables>;
export const tableNames = Object.keys(worldTables) as TableName[];

type Named<N extends TableName> = (typeof worldTables)[N] extends { readonly agent: infer A extends string } ? A : never;
/** Kinds of agents that have a row of their own. */
export type TableAgent = { [N in TableName]: Named<N> }[TableName];
/** The table of each of them. */
export type AgentTables = { readonly [N in TableName as Named<N>]: N };

export const agentTables = Object.fromEntries(
  tableNames.flatMap((name) => ("agent" in worldTables[name] ? [[worldTables[name].agent, name]] : [])),
) as AgentTables;
export const tableAgents = Object.keys(agentTables) as TableAgent[];

/** True if rows are added to a table in a run, or taken away: kernels of other threads do without it. */
export const grows = (name: string): boolean => name in limits;

/** Tables that begin empty, or with one row for each of something, when a district is built. */
export const firstTables = (communities: number) => ({
  matters: new Table("matters", matterColumns, 0),
  seats: new Table("seats", seatColumns, 0),
  experiences: new Table("experiences", experienceColumns, 0),
  district: new Table("district", districtColumns, 1),
  "weekTotals.communities": new Table("weekTotals.communities", communityTotalColumns, communities),
  "weekTotals.matters": new Table("weekTotals.matters", matterTotalColumns, communities * matterTypes.length),
  "weekTotals.durations": new Table("weekTotals.durations", durationTotalColumns, DURATIONS),
  // A row for each organization from the first week on.
  "weekTotals.organizations": new Table("weekTotals.organizations", organizationTotalColumns, 0),
  "weekTotals.branches": new Table("weekTotals.branches", branchTotalColumns, 0),
});

/** The rows and columns of a table, as they are found elsewhere. */
export interface Rows {
  readonly rows: number;
  column(key: string): Column | undefined;
}

/** All tables, from rows that stand elsewhere; empty where there are none. @throws if they do not fit */
export const tablesOver = (find: (name: TableName) => Rows | undefined): WorldTables =>
  Object.fromEntries(tableNames.map((name) => [name, tableOver(name, worldTables[name].spec, find(name))])) as WorldTables;

/** A table from rows that stand elsewhere. */
export function tableOver(name: string, spec: TableSpec, found: Rows | undefined): Table<TableSpec> {
  const table = new Table(name, spec, 0);
  if (found) table.restore(found.rows, found.column);
  return table;
}

/** The same rows in tables of their own. @param memory  where those lie that kernels use */
export const copyTables = (tables: WorldTables, memory: Memory): WorldTables =>
  Object.fromEntries(tableNames.map((name) => [name, tables[name].copy(grows(name) ? apart : memory)])) as WorldTables;
