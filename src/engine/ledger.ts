/**
 * The double-entry ledger of the resources that are conserved: money (whole yuan), time (whole minutes of
 * volunteers, staff, experts), time credits (whole minutes) and site (whole hours of space).
 *
 * Every entry takes from one account what it gives to another; what enters or leaves the district passes through
 * the account of the outside world. So each resource sums to zero over all accounts, every week. Amounts are
 * integers below 2^53, held exactly in float64.
 */

export const resources = ["money", "volunteerTime", "staffTime", "expertTime", "credits", "site"] as const;
export type Resource = (typeof resources)[number];

/** Who can hold an account. The index is the code, also in `exchangeTies` and `matters.handlerKind`. */
export const holderKinds = ["district", "station", "community", "unit", "branch", "organization", "resident", "outside"] as const;
export type HolderKind = (typeof holderKinds)[number];

export const MONEY = 0;
export const VOLUNTEER_TIME = 1;
export const STAFF_TIME = 2;
export const EXPERT_TIME = 3;
export const CREDITS = 4;
export const SITE = 5;

export const DISTRICT = 0;
export const STATION = 1;
export const COMMUNITY = 2;
export const UNIT = 3;
export const BRANCH = 4;
export const ORGANIZATION = 5;
export const RESIDENT = 6;
export const OUTSIDE = 7;

const R = resources.length;
const K = holderKinds.length;

/** Resources that are of this week only: what is not used returns to the outside world when the week closes. */
const perishable = [VOLUNTEER_TIME, STAFF_TIME, EXPERT_TIME, SITE];
const perishes = Uint8Array.from({ length: R }, (_, resource) => (perishable.includes(resource) ? 1 : 0));

export class Ledger {
  /** [kind][holder * 6 + resource] balance. */
  readonly balances: Float64Array[];
  /** [(resource * 8 + from kind) * 8 + to kind] moved since the week began, expiry not counted. */
  readonly flows = new Float64Array(R * K * K);

  /** [kind] accounts (holder * 6 + resource) that got time or space this week: the only ones that can have any left. */
  private readonly gotPerishable: number[][] = holderKinds.map(() => []);

  /** @param holders  number of holders by kind, in the order of `holderKinds` */
  constructor(holders: readonly number[]) {
    this.balances = holders.map((n) => new Float64Array(n * R));
  }

  balance(resource: number, kind: number, holder: number): number {
    return (this.balances[kind] as Float64Array)[holder * R + resource] as number;
  }

  /** Makes room for `holders` accounts of a kind whose number grows. */
  open(kind: number, holders: number): void {
    const old = this.balances[kind] as Float64Array;
    if (old.length >= holders * R) return;
    const grown = new Float64Array(Math.ceil(holders * 1.5) * R);
    grown.set(old);
    this.balances[kind] = grown;
  }

  /**
   * Moves `amount` of a resource. Only time credits and the outside world may go below zero.
   *
   * @param amount  whole, not negative
   */
  move(resource: number, fromKind: number, from: number, toKind: number, to: number, amount: number): void {
    if (amount === 0) return;
    if (!(amount > 0) || amount !== Math.floor(amount)) {
      throw new RangeError(`ledger: ${resources[resource]} of ${amount} cannot be moved. Amounts are whole and positive.`);
    }
    const source = this.balances[fromKind] as Float64Array;
    const target = this.balances[toKind] as Float64Array;
    const s = from * R + resource;
    const t = to * R + resource;
    const left = (source[s] as number) - amount;
    if (left < 0 && fromKind !== OUTSIDE && resource !== CREDITS) {
      throw new RangeError(
        `ledger: ${holderKinds[fromKind]} ${from} has ${source[s]} of ${resources[resource]} and cannot give ${amount}.`,
      );
    }
    if (t >= target.length || s >= source.length || Number.isNaN(left)) {
      throw new RangeError(`ledger: no account for ${holderKinds[fromKind]} ${from} or ${holderKinds[toKind]} ${to}.`);
    }
    if (perishes[resource] && toKind !== OUTSIDE && target[t] === 0) this.gotPerishable[toKind].push(t);
    source[s] = left;
    target[t] = (target[t] as number) + amount;
    const f = (resource * K + fromKind) * K + toKind;
    this.flows[f] = (this.flows[f] as number) + amount;
  }

  /**
   * Moves what holders of one kind got and gave away at once: their balances end as they began, and both moves count
   * as flows.
   *
   * @param throughKind  kind of those through whose hands it goes
   */
  pass(resource: number, fromKind: number, from: number, throughKind: number, toKind: number, to: number, amount: number): void {
    if (amount === 0) return;
    this.move(resource, fromKind, from, toKind, to, amount);
    this.flows[(resource * K + fromKind) * K + toKind] -= amount;
    this.flows[(resource * K + fromKind) * K + throughKind] += amount;
    this.flows[(resource * K + throughKind) * K + toKind] += amount;
  }

  /** Moved since the week began, from one kind of holder to another. */
  flow(resource: number, fromKind: number, toKind: number): number {
    return this.flows[(resource * K + fromKind) * K + toKind] as number;
  }

  /** Begins a week: its flows start from zero. */
  beginWeek(): void {
    this.flows.fill(0);
  }

  /** Closes a week: unused time and space return to the outside world. */
  endWeek(): void {
    const outside = this.balances[OUTSIDE];
    for (let kind = 0; kind < OUTSIDE; kind++) {
      const balances = this.balances[kind];
      const accounts = this.gotPerishable[kind];
      for (const a of accounts) {
        outside[a % R] += balances[a];
        balances[a] = 0;
      }
      accounts.length = 0;
    }
  }

  /** Sum over all accounts by resource: all zero while the ledger balances. */
  totals(): number[] {
    let [money, volunteers, staff, experts, credits, site] = [0, 0, 0, 0, 0, 0];
    for (const balances of this.balances) {
      for (let a = 0; a < balances.length; a += R) {
        money += balances[a];
        volunteers += balances[a + 1];
        staff += balances[a + 2];
        experts += balances[a + 3];
        credits += balances[a + 4];
        site += balances[a + 5];
      }
    }
    return [money, volunteers, staff, experts, credits, site];
  }

  /** Throws if any resource has appeared from nowhere or vanished. */
  assertBalanced(week: number): void {
    const totals = this.totals();
    for (let r = 0; r < R; r++) {
      if (totals[r] !== 0) {
        throw new Error(`ledger: week ${week} leaves ${totals[r]} of ${resources[r]} unaccounted for; expected 0.`);
      }
    }
  }
}
