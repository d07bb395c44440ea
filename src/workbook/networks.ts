import { type District, legible, said } from "../scenario/index.ts";
import { isEmpty } from "./cell.ts";
import { BRANCH, GROUP, groupCode, memberCode, PROJECT } from "./codes.ts";
import type { Communities } from "./communities.ts";
import { bare } from "./headings.ts";
import type { Organizations } from "./organizations.ts";
import { dateOf, quantityOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./table.ts";

type Networks = Pick<District, "branches" | "groups" | "ties" | "acquaintances">;

const MOST_IN_BRANCH = 5; // of a joint branch [S22]
const MOST_IN_GROUP = 500;
const GROUPS_EACH = 3; // that a resident of the model can be in

/** Networks as lists say them: who is in what, who is tied to whom, how many acquaintances those have who were asked. */
export function readNetworks(
  memberships: Table<"memberships"> | undefined,
  ties: Table<"ties"> | undefined,
  communities: Communities,
  organizations: Organizations,
  remarks: Remarks,
  report: Report,
): Networks {
  const found = readMemberships(memberships, communities, organizations, remarks);
  const given = readTies(ties, organizations, remarks);
  const branches =
    found.branches.size > 0 || organizations.branches ? new Map([...(organizations.branches ?? []), ...found.branches]) : undefined;
  for (const [name, members] of branches ?? [])
    if (members.length > MOST_IN_BRANCH)
      remarks.add(
        "fault",
        memberships?.sheet ?? "organizations",
        -1,
        -1,
        said("branchIsTooLarge", { name: legible(name), count: members.length }),
        said("divideBranch", { most: MOST_IN_BRANCH }),
      );
  const seen = new Set<number>();
  for (const [name, members] of branches ?? [])
    for (const g of members) {
      if (seen.has(g))
        remarks.add(
          "fault",
          memberships?.sheet ?? "organizations",
          -1,
          -1,
          said("isInTwoBranches", { name: legible(name) }),
          said("takeOneOut"),
        );
      seen.add(g);
    }
  const all = new Map<string, { a: number; b: number; strength?: number }>();
  for (const tie of [...given.ties, ...found.ties]) {
    const key = tie.a < tie.b ? `${tie.a} ${tie.b}` : `${tie.b} ${tie.a}`;
    if (!all.has(key)) all.set(key, tie);
  }
  if (branches)
    report.add(
      "branches",
      "given",
      branches.size,
      branches.size,
      memberships && found.branches.size > 0 ? memberships.sheet : "organizations",
    );
  if (found.groups.length > 0) report.add("groups", "given", found.groups.length, found.groups.length, memberships?.sheet ?? "");
  if (all.size > 0) {
    report.add("organizationTies", "given", given.ties.length, all.size, ties?.sheet ?? "");
    report.add("organizationTies", "derived", all.size - given.ties.length, all.size, memberships?.sheet ?? "");
  }
  if (given.acquaintances) report.add("acquaintances", "given", given.acquaintances.asked, given.acquaintances.asked, ties?.sheet ?? "");
  return {
    ...(branches ? { branches: [...branches.values()].map((members) => ({ organizations: members })) } : {}),
    ...(found.groups.length > 0 ? { groups: found.groups } : {}),
    ...(all.size > 0 ? { ties: [...all.values()] } : {}),
    ...(given.acquaintances ? { acquaintances: given.acquaintances } : {}),
  };
}

interface Memberships {
  branches: Map<string, number[]>;
  groups: NonNullable<District["groups"]>;
  /** Between organizations in the same project or activity. */
  ties: { a: number; b: number }[];
}

/** Two-mode lists. Names of people become numbers here, in the order in which they come, and are kept nowhere. */
function readMemberships(
  table: Table<"memberships"> | undefined,
  communities: Communities,
  organizations: Organizations,
  remarks: Remarks,
): Memberships {
  const found: Memberships = { branches: new Map(), groups: [], ties: [] };
  if (!table) return found;
  const numbers = new Map<string, number>();
  const groups = new Map<string, { community: number; people: Set<number> }>();
  const together = new Map<string, Set<number>>();
  const memberOf = new Map<number, number>();
  const latest = Math.max(...table.rows.map((row) => Math.max(timeOf(row, "from") ?? 0, timeOf(row, "to") ?? 0)));
  let past = 0;
  let crowded = 0;
  for (const row of table.rows) {
    const fault = (
      column: Parameters<typeof table.columnAt>[0],
      code: "isMissing" | "isNoGroupKind" | "isNoOrganization" | "isNoDate",
      remedy: Parameters<Remarks["add"]>[5],
    ) => remarks.add("fault", table.sheet, row.at, table.columnAt(column), said(code), remedy);
    for (const column of ["from", "to"] as const)
      if (table.has(column) && !isEmpty(row.cell(column)) && timeOf(row, column) === undefined)
        fault(column, "isNoDate", said("writeDate"));
    const [member, name] = [row.text("member"), row.text("group")];
    if (member === "" || name === "") {
      fault(member === "" ? "member" : "group", "isMissing", said("writeName"));
      continue;
    }
    const end = timeOf(row, "to");
    if (end !== undefined && end < latest) {
      past++;
      continue;
    }
    const into = table.has("into") && row.text("into") !== "" ? groupCode(row.text("into")) : GROUP;
    if (into === undefined) {
      fault("into", "isNoGroupKind", said("writeGroupKind"));
      continue;
    }
    const g = organizations.named.get(bare(member));
    const kind = table.has("kind") && row.text("kind") !== "" ? memberCode(row.text("kind")) : undefined;
    if (kind === 1 && g === undefined) {
      fault("member", "isNoOrganization", said("nameOrganization"));
      continue;
    }
    if (g !== undefined && kind !== 0) {
      const key = bare(name);
      if (into === BRANCH) found.branches.set(key, [...(found.branches.get(key) ?? []), g]);
      else together.set(key, (together.get(key) ?? new Set()).add(g));
      continue;
    }
    if (into === BRANCH || into === PROJECT) {
      remarks.add("doubt", table.sheet, row.at, table.columnAt("into"), said("peopleAreLeftOut"), said("onlyGroupsOfPeople"));
      continue;
    }
    const community =
      table.has("community") && row.text("community") !== "" ? communities.named(table, row) : groups.get(bare(name))?.community;
    if (community === undefined) {
      if (!table.has("community") || row.text("community") === "") fault("community", "isMissing", said("nameCommunity"));
      continue;
    }
    const key = bare(name);
    const group = groups.get(key) ?? { community, people: new Set<number>() };
    groups.set(key, group);
    const person = numbers.get(bare(member)) ?? numbers.size;
    numbers.set(bare(member), person);
    if (group.people.has(person)) continue;
    const in_ = memberOf.get(person) ?? 0;
    if (in_ >= GROUPS_EACH || group.people.size >= MOST_IN_GROUP) {
      crowded++;
      continue;
    }
    memberOf.set(person, in_ + 1);
    group.people.add(person);
  }
  if (past > 0) remarks.add("doubt", table.sheet, -1, table.columnAt("to"), said("haveEnded", { count: past }));
  if (crowded > 0)
    remarks.add(
      "doubt",
      table.sheet,
      -1,
      table.columnAt("group"),
      said("areInTooMany", { count: crowded, most: GROUPS_EACH, largest: MOST_IN_GROUP }),
    );
  found.groups = [...groups.values()].map(({ community, people }) => ({ community, people: [...people] }));
  for (const members of together.values()) {
    const list = [...members];
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < Math.min(list.length, i + MOST_TOGETHER); j++) found.ties.push({ a: list[i], b: list[j] });
  }
  return found;
}

/** Each organization of a project or activity is tied to as many others of it at most. */
const MOST_TOGETHER = 50;

function readTies(
  table: Table<"ties"> | undefined,
  organizations: Organizations,
  remarks: Remarks,
): { ties: { a: number; b: number; strength?: number }[]; acquaintances?: NonNullable<District["acquaintances"]> } {
  if (!table) return { ties: [] };
  const ties: { a: number; b: number; strength?: number }[] = [];
  const degrees: number[] = [];
  const byEgo = new Map<string, Set<string>>();
  const seen = new Set<string>();
  if (!(table.has("from") && table.has("to")) && !table.has("acquaintances"))
    remarks.add("fault", table.sheet, -1, -1, said("hasNoColumn", { column: "from, to" }), said("addTies"));
  for (const row of table.rows) {
    if (table.has("acquaintances") && !isEmpty(row.cell("acquaintances"))) {
      const value = quantityOf(row.cell("acquaintances"))?.value;
      if (value === undefined || value < 0 || value > 200)
        remarks.add("fault", table.sheet, row.at, table.columnAt("acquaintances"), said("isNoCount"), said("writeUpTo", { most: 200 }));
      else degrees.push(value);
    }
    if (!table.has("from") || !table.has("to")) continue;
    const [from, to] = [bare(row.text("from")), bare(row.text("to"))];
    if (from === "" && to === "") continue;
    const [a, b] = [organizations.named.get(from), organizations.named.get(to)];
    if (a === undefined && b === undefined && from !== "" && to !== "") {
      // People: an edge list of acquaintances.
      byEgo.set(from, (byEgo.get(from) ?? new Set()).add(to));
      byEgo.set(to, (byEgo.get(to) ?? new Set()).add(from));
      continue;
    }
    if (a === undefined || b === undefined || a === b) {
      remarks.add(
        "fault",
        table.sheet,
        row.at,
        table.columnAt(a === undefined ? "from" : "to"),
        said("isNoOrganization"),
        said("nameOrganization"),
      );
      continue;
    }
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const strength = table.has("strength") ? quantityOf(row.cell("strength"))?.value : undefined;
    ties.push({ a, b, ...(strength !== undefined && strength >= 0 && strength <= 1 ? { strength } : {}) });
  }
  for (const { size } of byEgo.values()) degrees.push(size);
  if (degrees.length === 0) return { ties };
  const mean = degrees.reduce((sum, k) => sum + k, 0) / degrees.length;
  const variance = degrees.reduce((sum, k) => sum + (k - mean) * (k - mean), 0) / Math.max(1, degrees.length - 1);
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return { ties, acquaintances: { asked: degrees.length, mean: rounded(mean), variance: rounded(variance) } };
}

function timeOf(row: Row<"memberships">, column: "from" | "to"): number | undefined {
  const date = dateOf(row.cell(column));
  return date && Date.UTC(date.year, date.month - 1, date.day);
}
