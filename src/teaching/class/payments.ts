import {
  COMMUNITY,
  DISTRICT,
  holderKinds,
  type Ledger,
  MONEY,
  ORGANIZATION,
  OUTSIDE,
  RESIDENT,
  STAFF_TIME,
  VOLUNTEER_TIME,
} from "../../engine/index.ts";

/** Those who pay for what a district does, each with what it pays in. */
export const payers = [
  { payer: "residents", unit: "hours" },
  { payer: "organizations", unit: "hours" },
  { payer: "workers", unit: "hours" },
  { payer: "communities", unit: "yuan" },
  { payer: "district", unit: "yuan" },
] as const;
export type Payer = (typeof payers)[number]["payer"];

/** What a payer gave in a round and in the one before it, in hours or yuan; without a round before there is no number. */
export interface Payment {
  payer: Payer;
  unit: "hours" | "yuan";
  before: number;
  amount: number;
}

const HOUR = 60;
/** Who can be given hours or money: what goes to the outside world was not used, or is spent. */
const takers = holderKinds.map((_, kind) => kind).filter((kind) => kind !== OUTSIDE);

/**
 * [payer] what was given in a week, by the ledger: hours that residents give freely, hours of organizations’ staff that reach
 * somebody, hours of community workers, yuan that communities pay others, yuan that the district pays.
 */
export function paidInWeek(ledger: Pick<Ledger, "flow">): number[] {
  const given = (resource: number, from: number) => takers.reduce((sum, to) => sum + ledger.flow(resource, from, to), 0);
  return [
    given(VOLUNTEER_TIME, RESIDENT) / HOUR,
    given(STAFF_TIME, ORGANIZATION) / HOUR,
    ledger.flow(STAFF_TIME, OUTSIDE, COMMUNITY) / HOUR,
    given(MONEY, COMMUNITY),
    ledger.flow(MONEY, OUTSIDE, DISTRICT),
  ];
}

/** A round beside the one before it. @param before  [payer] of that one, if there is one */
export const paymentsOf = (amounts: readonly number[], before: readonly number[] | undefined): Payment[] =>
  payers.map(({ payer, unit }, k) => ({
    payer,
    unit,
    before: before ? Math.round(before[k]) : Number.NaN,
    amount: Math.round(amounts[k]),
  }));
