import { nodeKinds } from "../circles/index.ts";
import { apart, type Memory } from "../kernels/index.ts";

/**
 * The double-entry ledger of the resources that are conserved: money (whole yuan), time (whole minutes of
 * volunteers, staff, experts), time credits (whole minutes) and site (whole hours of space).
 *
 * Time and space are of one week: what is not used returns to the outside world when the week closes.
 *
 * Every entry takes from one account what it gives to another; what enters or leaves the district passes through
 * the account of the outside world. So each resource sums to zero over all accounts, every week. Amounts are
 * integers below 2^53, held exactly in float64.
 */

export const resources = ["money", "volunteerTime", "staffTime", "expertTime", "credits", "site"] as const;
export type Resource = (typeof resources)[number];

/** Who can hold an account. The index is the code, also in `matters.handlerKind`. */
export const holderKinds = [...nodeKinds, "resident", "outside"] as const;
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
export const WORKPLACE = 3;
export const BRANCH = 4;
export const ORGANIZATION = 5;
export const RESIDENT = 6;
export const OUTSIDE = 7;

const R = resources.length;
const K = holderKinds.length;

/** Kinds of holders whose accounts kernels use. */
export const sharedKinds: readonly number[] = [RESIDENT, COMMUNITY];

/** What a ledger beside another takes part in: the accounts of those whom kernels treat, and pages of its own. */
export interface SharedAccounts {
  resident: Float64Array;
  community: Float64Array;
}

/** Length of the pages of a ledger beside another: its flows, and what it took from the outside world and gave to it. */
export const PAGES = R * K * K + R;

export class Ledger {
  /** [kind][holder * 6 + resource] balance. */
  readonly balances: Float64Array[];
  /** [(resource * 8 + from kind) * 8 + to kind] moved since the week began, expiry not counted. */
  readonly flows: Float64Array;

  /**
   * @param holders  number of holders by kind, in the order of `holderKinds`
   * @param memory   where the accounts lie that kernels use
   */
  constructor(holders: readonly number[], memory: Memory = apart, flows: Float64Array = new Float64Array(R * K * K)) {
    this.balances = holders.map((n, kind) => (sharedKinds.includes(kind) ? memory : apart).column(Float64Array, n * R));
    this.flows = flows;
  }

  /**
   * A ledger for another thread: it moves what lies in the same accounts, and keeps flows and the outside world on
   * pages of its own until the ledger that leads takes them over. Sums of integers do not depend on their order.
   */
  static beside({ resident, community }: SharedAccounts, pages: Float64Array): Ledger {
    const ledger = new Ledger(
      holderKinds.map(() => 0),
      apart,
      pages.subarray(0, R * K * K),
    );
    ledger.balances[RESIDENT] = resident;
    ledger.balances[COMMUNITY] = community;
    ledger.balances[OUTSIDE] = pages.subarray(R * K * K);
    return ledger;
  }

  /** Takes over the pages of a ledger beside it, which are empty afterwards. */
  takeOver(pages: Float64Array): void {
    for (let f = 0; f < R * K * K; f++) this.flows[f] += pages[f];
    for (let r = 0; r < R; r++) this.balances[OUTSIDE][r] += pages[R * K * K + r];
    pages.fill(0);
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

  /**
   * Closes the week for the accounts [from, to) of a kind: unused time and space return to the outside world.
   *
   * @param left  [at ... at + 5] what is left in them is added, by resource
   */
  close(kind: number, from: number, to: number, left: Float64Array, at = 0): void {
    const outside = this.balances[OUTSIDE];
    const balances = this.balances[kind];
    let money = 0;
    let credits = 0;
    let volunteers = 0;
    let staff = 0;
    let experts = 0;
    let site = 0;
    for (let a = from * R; a < to * R; a += R) {
      money += balances[a + MONEY];
      credits += balances[a + CREDITS];
      const v = balances[a + VOLUNTEER_TIME];
      const s = balances[a + STAFF_TIME];
      const e = balances[a + EXPERT_TIME];
      const h = balances[a + SITE];
      if (v === 0 && s === 0 && e === 0 && h === 0) continue; // as in most: memory is not written for nothing
      volunteers += v;
      staff += s;
      experts += e;
      site += h;
      for (let r = VOLUNTEER_TIME; r <= EXPERT_TIME; r++) balances[a + r] = 0;
      balances[a + SITE] = 0;
    }
    outside[VOLUNTEER_TIME] += volunteers;
    outside[STAFF_TIME] += staff;
    outside[EXPERT_TIME] += experts;
    outside[SITE] += site;
    left[at + MONEY] += money;
    left[at + CREDITS] += credits;
  }

  /** Closes the week for all accounts of some kinds. */
  closeAll(kinds: readonly number[], left: Float64Array): void {
    for (const kind of kinds) this.close(kind, 0, this.balances[kind].length / R, left);
  }

  /** Sum over all accounts by resource: all zero while the ledger balances. */
  totals(): Float64Array {
    const sums = new Float64Array(R);
    for (const balances of this.balances) for (let a = 0; a < balances.length; a++) sums[a % R] += balances[a];
    return sums;
  }

  /**
   * Throws if any resource has appeared from nowhere or vanished.
   *
   * @param totals  sum over all accounts by resource
   */
  assertBalanced(week: number, totals: ArrayLike<number> = this.totals()): void {
    for (let r = 0; r < R; r++) {
      if (totals[r] !== 0) {
        throw new Error(`ledger: week ${week} leaves ${totals[r]} of ${resources[r]} unaccounted for; expected 0.`);
      }
    }
  }
}
