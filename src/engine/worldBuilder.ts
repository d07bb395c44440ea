import { buildCircles, type Circles, type ExchangeTies, type Ties } from "../circles/index.ts";
import { buildPopulation, type Population } from "../population/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { World } from "./world.ts";

/** All that a district is built from: scenarios that agree in it begin from the same bits. */
const foundations = ({ seed, partyBuilding, population, organizations, branches, circles }: BaseScenario): string =>
  JSON.stringify([seed, partyBuilding, population, organizations, branches, circles]);

/** Builds districts one after the other. One that is built from the same as the one before is a copy of it. */
export class WorldBuilder {
  private builtFrom = "";
  private built: { population: Population; circles: Circles } | undefined;

  /** The district of a scenario, at the end of week 0. */
  build(scenario: BaseScenario): World {
    const from = foundations(scenario);
    if (this.built === undefined || from !== this.builtFrom) {
      this.built = undefined; // the old district goes before the new one comes
      const population = buildPopulation(scenario, scenario.seed);
      this.built = { population, circles: buildCircles(population, scenario, scenario.seed) };
      this.builtFrom = from;
    }
    const { population, circles } = this.built;
    return new World(scenario, copyPopulation(population), {
      ties: copyTies(circles.ties),
      exchangeTies: circles.exchangeTies.copy() as ExchangeTies,
    });
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
