import { amountsByType, COMMUNITY, MONEY, OUTSIDE, SITE, type World } from "../../engine/index.ts";
import { receives } from "../casesAreWorked/endings.ts";

/** A matter takes what it still lacks of money and space from the community, as far as there is any. */
export function giveMoneyAndSpace(world: World, q: number): void {
  const { matters, ledger } = world;
  const m = matters.columns;
  const c = m.community[q];
  const money = Math.min(ownCost(world, q), ledger.balance(MONEY, COMMUNITY, c));
  if (money > 0) {
    ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, money);
    receives(world, q, "gotMoney", money);
  }
  const site = Math.min(m.needSite[q] - m.gotSite[q], ledger.balance(SITE, COMMUNITY, c));
  if (site > 0) {
    ledger.move(SITE, COMMUNITY, c, OUTSIDE, 0, site);
    m.gotSite[q] += site;
  }
}

/** What the community has still to pay: nothing before the flats and the district have paid their shares (costShares). */
function ownCost({ matters, scenario }: World, q: number): number {
  const { type, gotMoney, needMoney } = matters.columns;
  const { shared, subsidy } = amountsByType(scenario.matters)[type[q]];
  return shared + subsidy > 0 && gotMoney[q] === 0 ? 0 : needMoney[q] - gotMoney[q];
}
