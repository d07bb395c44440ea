import { FLOORS, floorOf, kindOfType, type Stake, type World } from "../../engine/index.ts";
import { exp } from "../../numeric/index.ts";

const MIDDLE_AGE = 45;
const AGES = 40; // years of age over which the stake of a type is stated
const OWNERS = 0.72; // share of households that own their home, as built
const CARS = 0.5;
const USUAL_AWARENESS = 0.2; // of the ladder from 0 to 1, as built

/** Where resident i of household h stands in each of what can set residents apart: 0 in the middle, 1 from end to end. */
const placeIn: Readonly<Record<Stake, (world: World, i: number, h: number) => number>> = {
  floor: (world, _, h) => (floorOf(world, h) - 1) / (FLOORS - 1) - 0.5,
  owner: ({ residents }, i) => residents.columns.owner[i] - OWNERS,
  age: ({ residents }, i) => (residents.columns.age[i] - MIDDLE_AGE) / AGES,
  car: ({ households }, _, h) => households.columns.car[h] - CARS,
};

/** How opinions begin. */
export interface Beginnings {
  /** Opinion of who has nothing at stake in a trifle, logit. */
  goodwill: number;
  /** How much lower opinions on a grave matter begin, logit. */
  stakes: number;
  /** From no trust in the community to full trust, and from unaware to supporting, logit. */
  trust: number;
  awareness: number;
}

/**
 * Opinion of resident i on a matter, before anybody spoke: logistic(goodwill − stakes · severity + floor, owner, age, car
 * of the type + trust and awareness as they are now + z). It is a pure function of these: the same whenever it is asked.
 *
 * @param z  standard normal, of this matter and this resident
 */
export function opinionOf(world: World, q: number, i: number, p: Beginnings, z: number): number {
  const m = world.matters.columns;
  const r = world.residents.columns;
  const h = r.household[i];
  const good = r.trustCommunity[i * 2];
  const bad = r.trustCommunity[i * 2 + 1];
  let x = p.goodwill - p.stakes * m.severity[q] + z;
  for (const stake of kindOfType[m.type[q]].stakes ?? []) x += world.scenario.matters[stake] * placeIn[stake](world, i, h);
  x += p.trust * ((good + 1) / (good + bad + 2) - 0.5);
  x += p.awareness * (r.awareness[i] / 3 - USUAL_AWARENESS);
  return 1 / (1 + exp(-x));
}
