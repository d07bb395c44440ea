import { Simulation, World } from "../../src/engine/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { scenario } from "./scenarios.ts";

/** A district in which one law works alone; `prepare` sets it up, then so many weeks pass. */
export async function alone(id: string, weeks: number, prepare: (world: World) => void, ...set: string[]): Promise<World> {
  const of = await scenario("community", "population.residents=400", "organizations.count=4", ...set);
  const world = World.build(of);
  const simulation = Simulation.start(
    of,
    mechanisms.filter((mechanism) => mechanism.id === id),
    { world },
  );
  prepare(world);
  for (let week = 0; week < weeks; week++) simulation.step();
  return world;
}

/** The first adult. */
export const adult = ({ residents }: World): number => residents.columns.age.findIndex((age) => age >= 18);
