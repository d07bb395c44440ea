import type { Memory } from "../kernels/index.ts";
import { pow } from "../numeric/index.ts";
import type { Population, Residents } from "../population/index.ts";
import { type SetupStream, setupStream } from "../random/index.ts";
import type { BaseScenario, CirclesParameters } from "../scenario/index.ts";
import { focusOf } from "./focus.ts";
import { type Ties, tiesFromPairs } from "./ties.ts";

/** Sociability by estate type: work-workplace > village > resettlement > commodity housing (references: networks). */
const BY_ESTATE = [1.25, 0.9, 0.8, 1.1];
const YOUNG = 6;
const BY_YOUTH = 0.4;
const MOST_WANTED = 200;
/** Makes up for pairs that are certain already (their chance is above 1). */
const CROWDED = 1.6;
const AGE_NOISE = 12; // years of scatter when people of similar age gather

/** Pairs that grow as needed. */
class Pairs {
  a: Uint32Array;
  b: Uint32Array;
  count = 0;
  constructor(capacity: number) {
    this.a = new Uint32Array(capacity);
    this.b = new Uint32Array(capacity);
  }
  add(i: number, j: number): void {
    if (this.count === this.a.length) {
      const grow = (old: Uint32Array) => {
        const grown = new Uint32Array(Math.ceil(old.length * 1.3) + 16);
        grown.set(old);
        return grown;
      };
      this.a = grow(this.a);
      this.b = grow(this.b);
    }
    this.a[this.count] = i;
    this.b[this.count++] = j;
  }
}

/** Stubs in buckets: a resident with an open half of a tie stands in one bucket; neighbours there are joined. */
class Stubs {
  private readonly owner: Pairs;
  constructor(capacity: number) {
    this.owner = new Pairs(capacity);
  }
  add(bucket: number, resident: number): void {
    this.owner.add(bucket, resident);
  }
  get count(): number {
    return this.owner.count;
  }
  /** Joins stubs at random inside each bucket. `carry` lets an odd one look in the next bucket. */
  join(buckets: number, stream: SetupStream, into: Pairs, carry: boolean): void {
    const { a: bucket, b: resident, count } = this.owner;
    const start = new Uint32Array(buckets + 1);
    for (let s = 0; s < count; s++) start[bucket[s] + 1]++;
    for (let k = 0; k < buckets; k++) start[k + 1] += start[k];
    const list = new Uint32Array(count);
    const cursor = start.slice(0, buckets);
    for (let s = 0; s < count; s++) list[cursor[bucket[s]]++] = resident[s];
    let waiting = -1;
    for (let k = 0; k < buckets; k++) {
      stream.shuffle(list, start[k], start[k + 1]);
      if (!carry) waiting = -1;
      for (let s = start[k]; s < start[k + 1]; s++) {
        if (waiting < 0) waiting = list[s];
        else {
          if (waiting !== list[s]) into.add(waiting, list[s]);
          waiting = -1;
        }
      }
    }
  }
}

/**
 * The acquaintance circle at the start. Each resident wants a number of ties (gamma times Poisson: negative binomial)
 * and finds them in four places, in fixed shares: a small neighbourhood of people of similar age around one
 * courtyard, where ties close into triangles; the rest of the community, fewer with distance; a group, workplace or
 * branch that both belong to (the overlap of circles); the rest of the district. Writes residents.sociability and
 * residents.withoutContact.
 */
export function buildAcquaintances(population: Population, scenario: BaseScenario, seed: string, memory: Memory): Ties {
  const p = scenario.circles;
  const { residents, communities, buildings, groups, workplaces, branches } = population;
  const r = residents.columns;
  const n = residents.rows;
  const usual = usualSociability(residents);

  const pairs = new Pairs(Math.ceil((n * p.acquaintances) / 2) + 64);
  const shared = new Stubs(Math.ceil(n * p.acquaintances * p.overlap * 1.2) + 64);
  const anywhere = new Stubs(Math.ceil(n * p.acquaintances * 0.3) + 64);
  const { withoutContact, sociability: wanted } = r;
  const close = new Uint16Array(n);
  // Who shares no group, workplace or branch with anyone has the ties of the overlap in the small neighbourhood.
  const closeShare = (i: number) =>
    r.groups[i * 3] >= 0 || r.workplace[i] >= 0 || r.homeBranch[i] >= 0 || r.workBranch[i] >= 0
      ? p.close
      : Math.min(1, p.close + p.overlap);

  for (let c = 0; c < communities.rows; c++) {
    const stream = setupStream(seed, `circles/acquaintances/${c}`);
    const first = communities.columns.firstResident[c];
    const end = first + communities.columns.residents[c];
    for (let i = first; i < end; i++) {
      giveSociability(residents, i, usual, p, stream);
    }
    const firstBuilding = communities.columns.firstBuilding[c];
    const endBuilding = firstBuilding + communities.columns.buildings[c];
    for (let b = firstBuilding; b < endBuilding; b += p.courtyard) {
      const last = Math.min(endBuilding, b + p.courtyard) - 1;
      const from = buildings.columns.firstResident[b];
      const to = buildings.columns.firstResident[last] + buildings.columns.residents[last];
      joinNeighbourhoods(from, to, r.age, wanted, close, closeShare, Math.round(p.neighbourhood), stream, pairs);
    }
    // The ties still wanted, in their shares.
    const local = new Stubs(64);
    for (let i = first; i < end; i++) {
      for (let left = wanted[i] - close[i]; left > 0; left--) {
        const own = closeShare(i);
        const overlap = own > p.close ? 0 : p.overlap;
        const u = stream.next() * Math.max(1e-9, 1 - own);
        const focus = u < overlap ? focusOf(population, i, stream.next()) : -1;
        if (focus >= 0) shared.add(focus, i);
        else if (u < overlap + p.inCommunity) {
          local.add(nearBuilding(r.building[i] - firstBuilding, endBuilding - firstBuilding, p.distance, stream), i);
        } else anywhere.add(0, i);
      }
    }
    local.join(endBuilding - firstBuilding, stream, pairs, true);
  }
  const stream = setupStream(seed, "circles/acquaintances");
  shared.join(groups.rows + workplaces.rows + branches.rows, stream, pairs, false);
  anywhere.join(1, stream, pairs, false);
  const ties = tiesFromPairs(n, pairs.a, pairs.b, pairs.count, memory);
  markCore(ties, r.community, withoutContact, p.core, setupStream(seed, "circles/core"));
  return ties;
}

/** How sociable residents of an estate and an age are, against each other. */
const sociabilityAt = (estate: number, age: number) => BY_ESTATE[estate] * (age < YOUNG ? BY_YOUTH : 1);

/** Mean over all residents, against which each is more or less sociable. */
export function usualSociability({ rows, columns: { estate, age } }: Residents): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += sociabilityAt(estate[i], age[i]);
  return sum / rows;
}

/** A child grows as sociable as others. */
export const growSociable = (sociability: number, age: number): number =>
  age === YOUNG ? Math.min(MOST_WANTED, Math.round(sociability / BY_YOUTH)) : sociability;

/** How many acquaintances a resident can keep up (gamma times Poisson: negative binomial), and whether neighbours are among them. */
export function giveSociability({ columns: r }: Residents, i: number, usual: number, p: CirclesParameters, stream: SetupStream): void {
  const mean = (p.acquaintances / usual) * sociabilityAt(r.estate[i], r.age[i]) * stream.gamma(p.dispersion, 1 / p.dispersion);
  r.sociability[i] = Math.min(MOST_WANTED, stream.poisson(Math.min(mean, MOST_WANTED)));
  r.withoutContact[i] = stream.next() < p.withoutContact ? 1 : 0;
}

/** Cuts the residents [from, to) into neighbourhoods of similar age and joins them there (Chung & Lu 2002). */
function joinNeighbourhoods(
  from: number,
  to: number,
  age: Uint8Array,
  wanted: Uint16Array,
  close: Uint16Array,
  share: (i: number) => number,
  size: number,
  stream: SetupStream,
  into: Pairs,
): void {
  const key = new Float64Array(to - from);
  for (let k = 0; k < key.length; k++) key[k] = age[from + k] + AGE_NOISE * stream.normal();
  const order = Array.from(key, (_, k) => k).sort((x, y) => key[x] - key[y] || x - y);
  const shares = new Float64Array(size);
  for (let start = 0; start < order.length; start += size) {
    const end = Math.min(order.length, start + size);
    let sum = 0;
    for (let k = start; k < end; k++) {
      const i = from + order[k];
      shares[k - start] = share(i);
      sum += wanted[i] * shares[k - start];
    }
    if (sum === 0) continue;
    for (let x = start; x < end; x++) {
      const i = from + order[x];
      const draw = shares[x - start] * wanted[i];
      for (let y = x + 1; y < end; y++) {
        const j = from + order[y];
        if (stream.next() * sum >= draw * shares[y - start] * wanted[j] * CROWDED || close[i] >= wanted[i] || close[j] >= wanted[j])
          continue;
        into.add(i, j);
        close[i]++;
        close[j]++;
      }
    }
  }
}

/** A building at a distance drawn from a power law, back and forth along the row of buildings. */
function nearBuilding(b: number, count: number, exponent: number, stream: SetupStream): number {
  const far = Math.floor(pow(1 - stream.next(), -1 / (exponent - 1)));
  const at = stream.next() < 0.5 ? b + far : b - far;
  return at >= 0 && at < count ? at : stream.int(count);
}

/** Marks core ties inside the community, between residents who have contact with neighbours. Rows are sorted here. */
function markCore(ties: Ties, community: Uint16Array, withoutContact: Uint8Array, share: number, stream: SetupStream): void {
  const { offsets, degree, neighbors, core } = ties;
  const n = degree.length;
  // [j] ties to lower residents, who come in their order, that were looked at: the next one stands behind them.
  const lower = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    for (let h = offsets[i] + lower[i], end = offsets[i] + degree[i]; h < end; h++) {
      const j = neighbors[h];
      const back = offsets[j] + lower[j]++;
      if (community[j] !== community[i]) continue;
      const u = stream.next();
      if (withoutContact[i] || withoutContact[j] || u >= share) continue;
      core[h] = 1;
      core[back] = 1;
    }
  }
}
