import { setupStream } from "../../random/index.ts";
import { type Buildings, type Communities, type Households, PROPERTY_FIRM, type Workplaces } from "../places.ts";
import { VILLAGE } from "./places.ts";

const CARS = 0.5; // households with a car: about one in two in the cities of Jiangsu, 2020 [M]
const HOUSEHOLDS_PER_EMPLOYEE = 60; // [J]

/**
 * The property firm of each estate, the buildings of one type in one community, outside villages: a workplace of its own,
 * after all others. Its quality is beta(2, 2): half of them serve worse than middling. And who has a car.
 */
export function buildPropertyFirms(
  communities: Communities,
  buildings: Buildings,
  households: Households,
  workplaces: Workplaces,
  seed: string,
): void {
  const b = buildings.columns;
  for (let c = 0; c < communities.rows; c++) {
    const stream = setupStream(seed, "population", "propertyFirms", c);
    const first = communities.columns.firstBuilding[c];
    const firms = new Int32Array(VILLAGE).fill(-1);
    const served = new Uint32Array(VILLAGE);
    for (let k = first; k < first + communities.columns.buildings[c]; k++) {
      for (let h = b.firstHousehold[k]; h < b.firstHousehold[k] + b.households[k]; h++)
        households.columns.car[h] = stream.next() < CARS ? 1 : 0;
      const estate = b.estate[k];
      if (estate === VILLAGE) continue;
      if (firms[estate] < 0) {
        const u = workplaces.add();
        firms[estate] = u;
        workplaces.columns.kind[u] = PROPERTY_FIRM;
        workplaces.columns.community[u] = c;
        workplaces.columns.quality[u] = stream.beta(2, 2);
      }
      b.firm[k] = firms[estate];
      served[estate] += b.households[k];
    }
    for (let estate = 0; estate < VILLAGE; estate++)
      if (firms[estate] >= 0) workplaces.columns.employees[firms[estate]] = Math.ceil(served[estate] / HOUSEHOLDS_PER_EMPLOYEE);
  }
}
