import { beforeAll, expect, it } from "vitest";
import { Simulation, World, worldTables } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { columnRoles, type TableSpec } from "../../src/population/index.ts";
import { busyDistricts, WEEKS } from "../support/busyDistricts.ts";
import { ColumnWatch } from "../support/watchColumns.ts";

/** Functions that enter an event of a life, by the file in which they stand: what they reset or set up is nobody's law. */
const events: Record<string, readonly string[]> = {
  "population/character.ts": ["giveCharacter"],
  "circles/ties.ts": ["addTie"],
  "circles/ties.kernel.ts": ["dropTie"],
  "circles/exchangeTies.ts": ["addExchangeTie", "appendExchangeTie", "renewExchangeTie", "exchanges"],
  "branchesLive/foundBranch.ts": [
    "foundBranch",
    "joinBranch",
    "leaveBranch",
    "dissolveBranch",
    "dispatchTo",
    "callBack",
    "endPlacebo",
    "leavesWorkBranch",
  ],
  "organizationsComeAndGo/foundOrganization.ts": ["foundOrganization", "closeOrganization"],
  "organizationsComeAndGo/staffing.ts": ["volunteersJoin", "volunteersLeave"],
  "mattersArise/raise.ts": ["raise"],
  "casesAreWorked/endings.ts": ["handTo", "change", "settle", "drop", "comesBack", "beginService", "receives"],
  "casesAreWorked/caseQueue.ts": ["becomePetition"],
};

/** Files whose functions do nothing else: the events of residents, and what enters inputs of laws into their queues and books. */
const files = [
  "engine/residentEvents.ts", // events of residents
  "engine/contacts.ts", // invitations, support, control, rewards, lessons
  "engine/experiences.ts", // what was met
  "engine/courses.ts", // courses offered to organizations
  "engine/giveTime.ts", // minutes of residents
  "engine/workHours.ts", // minutes of organizations
  "engine/care.ts", // minutes of care
  "engine/income.ts", // yuan of the year
];

const quoted = (text: string) => text.replaceAll(/[./]/g, "\\$&");
const entries = new RegExp(
  [
    ...files.map(quoted),
    ...Object.entries(events).flatMap(([file, names]) => names.map((name) => `at (?:\\w+\\.)?${name} \\([^\\n]*${quoted(file)}`)),
  ].join("|"),
);

/** [column] mechanisms that write it themselves, and those that enter events and inputs there. */
const writers = new Map<string, { laws: Set<string>; others: Set<string> }>();

/** [column] mechanisms that looked at it. */
const readers = new Map<string, Set<string>>();

const writersOf = (name: string) => {
  const known = writers.get(name) ?? { laws: new Set<string>(), others: new Set<string>() };
  writers.set(name, known);
  return known;
};

beforeAll(async () => {
  for (const of of await busyDistricts()) {
    const watch = new ColumnWatch(entries);
    const world = World.build(of);
    const simulation = Simulation.start(of, watch.of(mechanisms), { world });
    watch.watch(world);
    watch.during(() => {
      for (let week = 0; week < WEEKS; week++) simulation.step();
    });
    for (const [id, { own, writes, reads }] of watch.touched) {
      for (const name of reads) readers.set(name, (readers.get(name) ?? new Set()).add(id));
      for (const name of writes) if (!own.has(name)) writersOf(name).others.add(id);
      for (const name of own) writersOf(name).laws.add(id);
    }
  }
}, 400_000);

const isState = (name: string) => name.includes(".") && !name.startsWith("weekTotals");
const byName = <T>([a]: [string, T], [b]: [string, T]) => (a < b ? -1 : 1);

it("each column of state is written by its law alone", () => {
  const state = [...writers].filter(([name]) => isState(name));
  expect(state.length).toBeGreaterThan(100);
  const several = state.filter(([, { laws }]) => laws.size > 1);
  expect(several.map(([name, { laws }]) => `${name} <- ${[...laws].join(", ")}`).sort()).toEqual([]);
});

const agents = ["residents", "communities", "workplaces", "groups", "organizations", "branches"] as const;
const columnsThatAre = (...roles: string[]) =>
  agents.flatMap((table) =>
    Object.entries(worldTables[table].spec as TableSpec).flatMap(([key, { is }]) => (roles.includes(is) ? [`${table}.${key}`] : [])),
  );

it("each trait, state and flow of a week is read by a mechanism", () => {
  expect(columnsThatAre("trait", "state", "week").filter((name) => !readers.has(name))).toEqual([]);
});

it("a book is read by nobody but whoever keeps it", () => {
  const books = columnsThatAre("book");
  expect(books.length).toBeGreaterThan(3);
  const read = books.flatMap((name) => {
    const { laws, others } = writersOf(name);
    return [...(readers.get(name) ?? [])].filter((id) => !laws.has(id) && !others.has(id)).map((id) => `${id} reads ${name}`);
  });
  expect(read).toEqual([]);
});

/** Mechanisms that say that they read a column, which tests hold them to (declared.test.ts). */
const readersOf = (name: string): string[] =>
  mechanisms.filter(({ reads }) => reads.some((one) => one === name || name.startsWith(`${one}.`))).map(({ id }) => id);

it("who writes and reads what is drawn in docs/state-graph.md", async () => {
  const tables = new Map<string, string[]>();
  const pictures = new Map<string, string[]>();
  for (const [name, { laws, others }] of [...writers].sort(byName)) {
    if (!isState(name)) continue;
    const [table, column] = name.split(".");
    const [law] = laws;
    const readers = readersOf(name);
    const supplied = [...others].filter((id) => id !== law).sort();
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    const { is } = (worldTables[table as keyof typeof worldTables].spec as TableSpec)[column] ?? {};
    rows.push(`| ${column} | ${is ?? "state"} | ${law ?? "(events alone)"} | ${supplied.join(", ")} | ${readers.join(", ")} |`);
    if (law === undefined) continue;
    const lines = pictures.get(table) ?? [];
    pictures.set(table, lines);
    lines.push(`  ${law} --> ${table}_${column}([${column}])`);
    for (const reader of readers) if (reader !== law) lines.push(`  ${table}_${column} --> ${reader}`);
  }
  const sections = [...tables].map(([table, rows]) =>
    [
      `## ${table}`,
      ...(pictures.has(table) ? ["", "```mermaid", "flowchart LR", ...(pictures.get(table) ?? []), "```"] : []),
      "",
      "| column | is | law | enter events and inputs | read by |",
      "|---|---|---|---|---|",
      ...rows,
    ].join("\n"),
  );
  const text = [
    "# Who writes and reads what",
    "Drawn by tests/mechanisms/oneWriter.test.ts from what mechanisms did in six busy districts of 60 weeks, every write watched; `npx vitest run tests/mechanisms/oneWriter.test.ts -u` draws it anew. A law alone writes its column; others enter events of a life (born, hired, joined, closed) and inputs (hours, yuan, contacts) by the functions listed in that test. Who reads is what each mechanism declares. Observation reads all of it.",
    `What a column is, its declaration says: ${Object.entries(columnRoles)
      .map(([role, what]) => `*${role}*, ${what}`)
      .join("; ")}.`,
    ...sections,
  ].join("\n\n");
  await expect(`${text}\n`).toMatchFileSnapshot("../../docs/state-graph.md");
});
