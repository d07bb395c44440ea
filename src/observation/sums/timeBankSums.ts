import { CREDITS, RESIDENT, type World } from "../../engine/index.ts";
import { sortWhole } from "../../numeric/index.ts";

export type TimeBankSums = ReturnType<typeof sumTimeBank>;

/** Members of the time bank: how many, how many without an exchange in the running year, and exchanges and balances, smallest first. */
export function sumTimeBank({ residents, ledger }: World) {
  const { timeBankMember, tradesYear } = residents.columns;
  let members = 0;
  for (let i = 0; i < residents.rows; i++) members += timeBankMember[i];
  const trades = new Uint32Array(members);
  const balances = new Float64Array(members);
  let idle = 0;
  let m = 0;
  for (let i = 0; i < residents.rows; i++) {
    if (!timeBankMember[i]) continue;
    if (tradesYear[i] === 0) idle++;
    trades[m] = tradesYear[i];
    balances[m++] = ledger.balance(CREDITS, RESIDENT, i);
  }
  sortWhole(trades);
  balances.sort();
  return { members, idle, trades, balances };
}
