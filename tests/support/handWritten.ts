import { World } from "../../src/engine/index.ts";
import { type MeasureId, Recorder } from "../../src/observation/index.ts";
import { small } from "./scenarios.ts";

/** What is measured of a world in which a test writes by hand. */
export interface HandWritten {
  readonly world: World;
  /** Measures the world as it stands, as if a week had just ended. */
  measured(week: number): (id: MeasureId) => number;
}

/** A small community of 600 residents and eight organizations, in which nothing happens by itself. @param start  writes what was there at the start */
export async function handWritten(start: (world: World) => void = () => {}): Promise<HandWritten> {
  const world = World.build(await small());
  start(world);
  const recorder = new Recorder(world, 1);
  return {
    world,
    measured(week) {
      world.week = week;
      recorder.observe(world);
      return (id) => recorder.value(id);
    },
  };
}

/** All organizations but the first few are gone. */
export function keepOrganizations({ organizations }: World, count: number): void {
  organizations.columns.alive.fill(0).fill(1, 0, count);
}

/** All residents but the first few, of the ages named, are children. */
export function keepAdults({ residents }: World, ages: readonly number[]): void {
  residents.columns.age.fill(10).set(ages);
}
