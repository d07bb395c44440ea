import { buildCircles, circleSteps, mapTies, type Ties } from "../circles/index.ts";
import { alone, apart, type Memory, type Step } from "../kernels/index.ts";
import { buildPopulation, populationSteps } from "../population/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { copyTables, firstTables, type WorldTables } from "./tables.ts";

/** What a scenario is built as, before any week has run. */
export interface District {
  /** Where the columns lie that kernels use. */
  readonly memory: Memory;
  readonly tables: WorldTables;
  readonly ties: Ties;
}

/** @param share  has other threads help, if memory is shared with them */
export function buildDistrict(scenario: BaseScenario, memory: Memory, share = alone): District {
  const population = buildPopulation(scenario, scenario.seed, memory, share);
  const { ties, exchangeTies } = buildCircles(population, scenario, scenario.seed, memory, share);
  return { memory, tables: { ...population, exchangeTies, ...firstTables(population.communities.rows) }, ties };
}

const steps = new Map([...populationSteps, ...circleSteps].map((step) => [step.name, step]));

/** What another thread is asked to help with while a district is built. */
export function buildingStep(name: string): Step<unknown> {
  const step = steps.get(name);
  if (step === undefined) throw new Error(`building: there is no step named ${name}. Known: ${[...steps.keys()].join(", ")}.`);
  return step as Step<unknown>; // its name comes with what it is given
}

/** All that a district is built from: scenarios that agree in it begin from the same bits. */
const foundations = ({ seed, partyBuilding, district, population, organizations, branches, circles }: BaseScenario): string =>
  JSON.stringify([seed, partyBuilding, district?.digest, population, organizations, branches, circles]);

/** Bytes of districts that are kept, or one district if it is larger. */
const ROOM = 128 * 1024 * 1024;

/** Districts that were built before, as long as there was room to keep them, so that what is built from the same is a copy. */
export class BuiltDistricts {
  /** Districts that were built, not copied. */
  builds = 0;
  /** By what they are built from; the one that was wanted last comes last. */
  private readonly kept = new Map<string, District & { bytes: number }>();

  /** The district of a scenario, to be changed by whoever asked for it. */
  copyOf(scenario: BaseScenario, memory: Memory): District {
    const from = foundations(scenario);
    const district = this.kept.get(from) ?? this.build(scenario);
    this.kept.delete(from);
    this.kept.set(from, district);
    return { memory, tables: copyTables(district.tables, memory), ties: mapTies(district.ties, (values) => memory.copy(values)) };
  }

  private build(scenario: BaseScenario): District & { bytes: number } {
    // Old districts go before the new one comes, which is taken to be as large as the last.
    let bytes = [...this.kept.values()].reduce((sum, district) => sum + district.bytes, 0);
    bytes += [...this.kept.values()].at(-1)?.bytes ?? 0;
    for (const [from, district] of this.kept) {
      if (bytes <= ROOM) break;
      this.kept.delete(from);
      bytes -= district.bytes;
    }
    this.builds++;
    const district = buildDistrict(scenario, apart);
    return { ...district, bytes: bytesOf(district) };
  }
}

function bytesOf({ tables, ties }: District): number {
  const columns = Object.values(tables).flatMap((table) => Object.values(table.columns));
  return [...columns, ...Object.values(ties)].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
