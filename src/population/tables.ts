import { branchColumns, organizationColumns } from "./organizations.ts";
import { buildingColumns, communityColumns, groupColumns, householdColumns, workplaceColumns } from "./places.ts";
import { residentColumns } from "./residents.ts";
import type { Table, TableSpec } from "./table.ts";

/** A table of the state: what the whole program needs to know of it. */
export interface TableEntry {
  readonly spec: TableSpec;
  /** The kind of agent of which each row is one. */
  readonly agent?: string;
  /** Heading in documents; none for what is forgotten from week to week. */
  readonly title?: string;
  /** The file of a snapshot that it is written to, and what a row of it is. */
  readonly file?: { readonly name: string; readonly row: string };
}

export type TableList = Readonly<Record<string, TableEntry>>;

/** The tables themselves, by name. */
export type TablesOf<L extends TableList> = { [N in keyof L]: Table<L[N]["spec"]> };

/** The tables that the population of a scenario is built as, in the order of digests and checkpoints. */
export const populationTables = {
  residents: {
    spec: residentColumns,
    agent: "resident",
    title: "Residents",
    file: { name: "residents.parquet", row: "a resident" },
  },
  households: { spec: householdColumns, title: "Households" },
  buildings: { spec: buildingColumns, title: "Buildings" },
  communities: { spec: communityColumns, agent: "community", title: "Communities" },
  workplaces: { spec: workplaceColumns, agent: "workplace", title: "Workplaces" },
  groups: { spec: groupColumns, title: "Interest groups" },
  organizations: {
    spec: organizationColumns,
    agent: "organization",
    title: "Social organizations",
    file: { name: "organizations.parquet", row: "a social organization, closed ones too" },
  },
  branches: {
    spec: branchColumns,
    agent: "branch",
    title: "Party branches",
    file: { name: "branches.parquet", row: "a party branch, dissolved ones too" },
  },
} as const satisfies TableList;

/** All entities of a district, each as a table. */
export type Population = TablesOf<typeof populationTables>;
