import { buildCircles, type Circles, type ExchangeTies, type Ties } from "../circles/index.ts";
import { buildPopulation, type Column, type Population } from "../population/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { World } from "./world.ts";

/** All that a district is built from: scenarios that agree in it begin from the same bits. */
const foundations = ({ seed, partyBuilding, population, organizations, branches, circles }: BaseScenario): string =>
  JSON.stringify([seed, partyBuilding, population, organizations, branches, circles]);

/** Bytes of districts that are kept, or one district if it is larger. */
const ROOM = 128 * 1024 * 1024;

interface District {
  population: Population;
  circles: Circles;
  bytes: number;
}

/** Builds districts. One that is built from the same as one before is a copy of it, as long as there was room to keep that. */
export class WorldBuilder {
  /** Districts that were built, not copied. */
  builds = 0;
  /** By what they are built from; the one that was wanted last comes last. */
  private readonly kept = new Map<string, District>();

  /** The district of a scenario, at the end of week 0. */
  build(scenario: BaseScenario): World {
    const from = foundations(scenario);
    const district = this.kept.get(from) ?? this.make(scenario);
    this.kept.delete(from);
    this.kept.set(from, district);
    const { population, circles } = district;
    return new World(scenario, copyPopulation(population), {
      ties: copyTies(circles.ties),
      exchangeTies: circles.exchangeTies.copy() as ExchangeTies,
    });
  }

  private make(scenario: BaseScenario): District {
    // Old districts go before the new one comes, which is taken to be as large as the last.
    let bytes = [...this.kept.values()].reduce((sum, district) => sum + district.bytes, 0);
    bytes += [...this.kept.values()].at(-1)?.bytes ?? 0;
    for (const [from, district] of this.kept) {
      if (bytes <= ROOM) break;
      this.kept.delete(from);
      bytes -= district.bytes;
    }
    this.builds++;
    const population = buildPopulation(scenario, scenario.seed);
    const circles = buildCircles(population, scenario, scenario.seed);
    const columns = [...Object.values(population), circles.exchangeTies].flatMap((table) => Object.values(table.columns));
    const all = [...columns, ...Object.values(circles.ties)] as Column[];
    return { population, circles, bytes: all.reduce((sum, { byteLength }) => sum + byteLength, 0) };
  }
}

const copyPopulation = (population: Population): Population =>
  Object.fromEntries(Object.entries(population).map(([name, table]) => [name, table.copy()])) as unknown as Population;

const copyTies = ({ offsets, degree, neighbors, core }: Ties): Ties => ({
  offsets: offsets.slice(),
  degree: degree.slice(),
  neighbors: neighbors.slice(),
  core: core.slice(),
});
