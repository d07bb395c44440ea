import { expect, it } from "vitest";
import { Simulation, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { busyDistricts, WEEKS } from "../support/busyDistricts.ts";
import { ColumnWatch } from "../support/watchColumns.ts";

/** Functions that enter an event of a life, by the file in which they stand: what they reset or set up is nobody's law. */
const events: Record<string, readonly string[]> = {
  "population/character.ts": ["giveCharacter"],
  "circles/ties.ts": ["addTie", "dropFrom"],
  "circles/exchangeTies.ts": ["addExchangeTie", "appendExchangeTie", "exchanges"],
  "branchesLive/foundBranch.ts": [
    "foundBranch",
    "joinBranch",
    "leaveBranch",
    "dissolveBranch",
    "dispatchTo",
    "callBack",
    "meetInstead",
    "stopMeeting",
    "leavesWorkBranch",
  ],
  "organizationsComeAndGo/foundOrganization.ts": ["foundOrganization", "closeOrganization"],
  "organizationsComeAndGo/staffing.ts": ["volunteerJoins", "volunteerLeaves"],
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

it("each column of state is written by its law alone", async () => {
  const writers = new Map<string, Set<string>>();
  for (const of of await busyDistricts()) {
    const watch = new ColumnWatch(entries);
    const world = World.build(of);
    const simulation = Simulation.start(of, watch.of(mechanisms), { world });
    watch.watch(world);
    watch.during(() => {
      for (let week = 0; week < WEEKS; week++) simulation.step();
    });
    for (const [id, { own }] of watch.touched) for (const name of own) writers.set(name, (writers.get(name) ?? new Set()).add(id));
  }
  const state = [...writers].filter(([name]) => name !== "ledger" && !name.startsWith("weekTotals"));
  expect(state.length).toBeGreaterThan(100);
  const several = state.filter(([, ids]) => ids.size > 1);
  expect(several.map(([name, ids]) => `${name} <- ${[...ids].join(", ")}`).sort()).toEqual([]);
}, 240_000);
