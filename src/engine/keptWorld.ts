import type { Column, KernelTarget } from "../kernels/index.ts";
import type { TableSpec } from "../population/index.ts";
import type { BaseScenario } from "../scenario/index.ts";
import { type Part, World } from "./world.ts";

/** The state of a world at the end of a week, copied, so that others go on from it any number of times. */
export class KeptWorld {
  readonly week: number;
  private readonly rows: Readonly<Record<string, number>>;
  private readonly own: readonly { name: string; spec: TableSpec }[];
  private readonly columns: ReadonlyMap<string, Column>;

  /** @param extras  further columns to keep with it, such as what a recorder has observed so far */
  constructor(world: World, extras: readonly Part[] = []) {
    this.week = world.week;
    this.rows = Object.fromEntries(world.tables.map(({ name, rows }) => [name, rows]));
    this.own = [...world.own.values()].map(({ name, spec }) => ({ name, spec }));
    const parts = [...world.parts(), ...extras.map(({ name, values }) => ({ name: `extra.${name}`, values }))];
    this.columns = new Map(parts.map(({ name, values }) => [name, values.slice()]));
  }

  /** What was kept with it. */
  get extras(): ReadonlyMap<string, Column> {
    return new Map([...this.columns].flatMap(([name, values]) => (name.startsWith("extra.") ? [[name.slice(6), values] as const] : [])));
  }

  /**
   * A world of its own in that state.
   *
   * @param scenario  one that gives the same state up to then: it differs in its length, or in what happens later, at most
   */
  open(scenario: BaseScenario, kernels?: KernelTarget): World {
    const columns = new Map([...this.columns].map(([name, values]) => [name, values.slice() as Column]));
    return World.restore(scenario, this.week, this.rows, this.own, columns, kernels);
  }
}
