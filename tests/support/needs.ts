import { addExchangeTie, INDUSTRY } from "../../src/circles/index.ts";
import { COMMUNITY, IN_SERVICE, MONEY, ORGANIZATION, OUTSIDE, SETTLED, STAFF_TIME, type World } from "../../src/engine/index.ts";
import { supplyTo } from "./supply.ts";

const LINK = 8; // serves matters of any type
const HOUR = 60;

/**
 * Each week an hour for each organization, needs and money to pay for them for each community, and nothing else; all
 * know each other.
 *
 * @param minutes  of each need
 * @param count    needs of each community
 * @param money    yuan of each community
 */
export const needs = (minutes: number, count = 1, money = 1000) =>
  supplyTo("community", "organizationsDivideHours", (world: World, c) => {
    const { organizations, matters, ledger } = world;
    if (c === 0) {
      matters.columns.state.fill(SETTLED);
      for (let g = 0; g < organizations.rows; g++) openAnHour(world, g);
    }
    ledger.move(MONEY, OUTSIDE, 0, COMMUNITY, c, money);
    const m = matters.columns;
    for (let k = 0; k < count; k++) {
      const q = matters.add();
      m.serial[q] = q;
      m.community[q] = c;
      m.state[q] = IN_SERVICE;
      m.needStaff[q] = minutes;
    }
  });

function openAnHour({ organizations, communities, exchangeTies, ledger }: World, g: number): void {
  const o = organizations.columns;
  o.type[g] = LINK;
  o.quality[g] = 0.5;
  o.hoursService[g] = HOUR;
  ledger.move(STAFF_TIME, OUTSIDE, 0, ORGANIZATION, g, HOUR);
  for (let c = 0; c < communities.rows; c++) addExchangeTie(exchangeTies, COMMUNITY, c, ORGANIZATION, g, INDUSTRY, 0);
}
