import { earns } from "./income.ts";
import { DISTRICT, MONEY, ORGANIZATION, OUTSIDE } from "./ledger.ts";
import type { World } from "./world.ts";

/** Hours of a working day, by law. */
export const WORKING_DAY = 8;

/** Money of the programme (or of its placebo) that is spent on people and things outside the model. Whole yuan of `amount`. */
export function spend(world: World, community: number, amount: number): void {
  const yuan = Math.round(amount);
  world.ledger.move(MONEY, OUTSIDE, 0, DISTRICT, 0, yuan);
  world.ledger.move(MONEY, DISTRICT, 0, OUTSIDE, 0, yuan);
  world.weekTotals.communities.columns.programmeMoney[community] += yuan;
}

/**
 * Money of the programme (or of its placebo) that goes to an organization.
 *
 * @param source  index of incomeSources
 */
export function grant(world: World, organization: number, source: number, amount: number): void {
  const yuan = Math.round(amount);
  const o = world.organizations.columns;
  world.ledger.move(MONEY, OUTSIDE, 0, DISTRICT, 0, yuan);
  world.ledger.move(MONEY, DISTRICT, 0, ORGANIZATION, organization, yuan);
  earns(world, organization, source, yuan);
  world.weekTotals.communities.columns.programmeMoney[o.community[organization]] += yuan;
}
