import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTies } from "../../src/circles/index.ts";
import type { World } from "../../src/engine/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { measures, type Recorder } from "../../src/observation/index.ts";
import { BeyondMeans, type ColumnSpec } from "../../src/population/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { anyScenario } from "../support/anyParameters.ts";
import { exchangeTiesTwice } from "../support/exchangeTiesTwice.ts";
import { readText } from "../support/scenarios.ts";

const SLACK = 1e-6; // of a sum of rounded shares
const within = (unit: string): boolean => /^(0-1|flag|probability)$|^share/.test(unit);

/** What a measure must not be: beyond its bounds, infinite, below nothing. */
function wrongMeasures(recorder: Recorder): string[] {
  return measures.flatMap(({ id, unit }) => {
    const value = recorder.value(id);
    if (Number.isNaN(value)) return []; // nothing to measure: an empty cell
    const most = within(unit) ? 1 + SLACK : Number.MAX_VALUE;
    return value >= -SLACK && value <= most ? [] : [`${id} is ${value}`];
  });
}

/** Numbers of agents that a column may hold, by its unit. */
const rowsOf = ({ residents, households, buildings, communities, workplaces, groups, organizations, branches }: World) => ({
  resident: residents.rows,
  household: households.rows,
  building: buildings.rows,
  community: communities.rows,
  workplace: workplaces.rows,
  group: groups.rows,
  organization: organizations.rows,
  branch: branches.rows,
});

/** What no value of a column may be, by its unit. */
function boundsOf({ unit, fill }: ColumnSpec, agents: Readonly<Record<string, number>>): [least: number, most: number] {
  if (within(unit)) return [-SLACK, 1 + SLACK];
  if (unit in agents) return [Math.min(0, fill), Math.max(0, agents[unit] - 1)];
  if (unit === "standard deviations") return [-10, 10];
  if (unit.startsWith("net ")) return [-Number.MAX_VALUE, Number.MAX_VALUE];
  if (unit === "week") return [-32_768, 3650];
  return [Math.min(0, fill), Number.MAX_VALUE];
}

function wrongColumns(world: World): string[] {
  const agents = rowsOf(world);
  return world.tables.flatMap(({ name, spec, rows, columns }) =>
    Object.entries(spec).flatMap(([key, column]) => {
      const sums = name.startsWith("weekTotals."); // of shares and of what may be below nothing
      const [least, most] = sums ? [-Number.MAX_VALUE, Number.MAX_VALUE] : boundsOf(column, agents);
      const values = columns[key].subarray(0, rows * column.width);
      const at = values.findIndex((value) => !(value >= least && value <= most)); // NaN is neither
      return at < 0 ? [] : [`${name}.${key} of row ${Math.floor(at / column.width)} is ${values[at]}, a ${column.unit}`];
    }),
  );
}

const wrong = ({ world, recorder }: Run): string[] => [
  ...wrongMeasures(recorder),
  ...wrongColumns(world),
  ...checkTies(world.ties),
  ...exchangeTiesTwice(world.exchangeTies),
];

/** Runs to the end, or to the means of a run. Each week ends with assertBalanced, which throws. */
function runWithin(scenario: BaseScenario): void {
  const run = Run.start(scenario, mechanisms);
  while (run.world.week < scenario.weeks) {
    try {
      run.step();
    } catch (error) {
      if (error instanceof BeyondMeans) return;
      throw error;
    }
    expect(wrong(run), `week ${run.world.week}`).toEqual([]);
  }
}

async function runText(text: string, set: string[] = []): Promise<void> {
  const reading = await readText(text, set);
  if (!reading.ok) throw new Error(reading.problems.map(({ path, message }) => `${path} ${message}`).join("\n"));
  runWithin(reading.scenario);
}

describe("every measure and column lies within what it is declared to be", () => {
  it("in any valid scenario", async () => {
    await fc.assert(
      fc.asyncProperty(anyScenario, (set) => runText("title: any", set)),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  });

  // Found by such runs.
  it.each([
    [
      "workplaces whose members are in one branch",
      [
        "seed: 477",
        "population: { residents: 436, elders: 0.6, members: 0.3, workplaceSize: 55.8, workInside: 0.94, communities: 1 }",
        "organizations: { count: 64 }",
        "branches: { size: 3 }",
        "weeks: 1",
      ],
    ],
    [
      "secretaries who are trained in full and replaced every month",
      [
        "population: { residents: 400, communities: 1 }",
        "organizations: { count: 60, members: 1, registered: 1 }",
        "mechanisms: { secretaryTraining: { hours: 40, learning: 1, forRecord: 0, turnover: 1 } }",
        "weeks: 40",
      ],
    ],
    [
      "residents who are rewarded in full and forget at once",
      [
        "population: { residents: 300, communities: 1, members: 0.3 }",
        "mechanisms: { extrinsicMotive: { gain: 1, base: 1, recovery: 1 } }",
        "weeks: 12",
      ],
    ],
  ])("with %s", (_, lines) => runText(["title: any", ...lines].join("\n")));
});
