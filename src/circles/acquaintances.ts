import { apart, type Memory, memoryOf, passing, type Seat, type Share, type Step } from "../kernels/index.ts";
import { orderOf, pow } from "../numeric/index.ts";
import { type Buildings, type Communities, columnsIn, type Population, type Residents } from "../population/index.ts";
import { type SetupStream, STREAM_STATE, setupStream, streamAt } from "../random/index.ts";
import type { BaseScenario, CirclesParameters } from "../scenario/index.ts";
import { type Belonging, focusOf } from "./focus.ts";
import { BY_YOUTH, drawSociability, MOST_WANTED, sociabilityAt, YOUNG } from "./sociability.kernel.ts";
import { emptyRows, type PackedRows, packRows, rowsFrom, type Ties, unpackRows } from "./ties.ts";

/** Makes up for pairs that are certain already (their chance is above 1). */
const CROWDED = 1.6;
const AGE_NOISE = 12; // years of scatter when people of similar age gather

/** What acquaintances are made from, community by community. */
interface Given extends Belonging {
  seed: string;
  circles: CirclesParameters;
  communities: Communities["columns"];
  buildings: Buildings["columns"];
  /** Sociability that is usual in the district. */
  usual: number;
  /** [community + 1] where its places begin in `ends` and `buckets`: as many as its residents want ties. */
  places: Uint32Array;
  /** [community * STREAM_STATE] where its stream stands. */
  states: Float64Array;
}

interface Meeting extends Given {
  /** Places of a community hold the ends of pairs, from its first one on, and from its last one back open ends that look elsewhere. */
  ends: Uint32Array;
  /** [place of an open end] where it looks: a group, workplace or branch, or after them the district. */
  buckets: Uint32Array;
  /** [community] */
  pairs: Uint32Array;
  open: Uint32Array;
  /** Buckets, but for that of the district. */
  foci: number;
}

/**
 * The acquaintance circle at the start. Each resident wants a number of ties (gamma times Poisson: negative binomial)
 * and finds them in four places, in fixed shares: a small neighbourhood of people of similar age around one
 * courtyard, where ties close into triangles; the rest of the community, fewer with distance; a group, workplace or
 * branch that both belong to (the overlap of circles); the rest of the district. Writes residents.sociability and
 * residents.withoutContact.
 *
 * @param meanwhile  what may be done at the same time: it neither writes where residents belong nor reads what is written
 */
export function buildAcquaintances(
  population: Population,
  { circles }: BaseScenario,
  seed: string,
  memory: Memory,
  share: Share,
  meanwhile: () => void,
): Ties {
  const { residents, communities, buildings, groups, workplaces, branches } = population;
  const n = residents.rows;
  const c = communities.rows;
  const forNow = passing(memory);
  const given: Given = {
    seed,
    circles,
    residents: { columns: residents.columns },
    groups: { rows: groups.rows },
    workplaces: { rows: workplaces.rows },
    communities: communities.columns,
    buildings: buildings.columns,
    usual: usualSociability(residents),
    places: forNow.column(Uint32Array, c + 1),
    states: forNow.column(Float64Array, c * STREAM_STATE),
  };
  const { places } = given;
  share(sociability, { ...given, seat: memory.seat() }, c, meanwhile);
  for (let k = 0; k < c; k++) places[k + 1] += places[k];
  const meeting: Meeting = {
    ...given,
    ends: forNow.column(Uint32Array, places[c]),
    buckets: forNow.column(Uint32Array, places[c]),
    pairs: forNow.column(Uint32Array, c),
    open: forNow.column(Uint32Array, c),
    foci: groups.rows + workplaces.rows + branches.rows,
  };
  share(neighbourhoods, meeting, c);
  const far = joinElsewhere(meeting, c, setupStream(seed, "circles/acquaintances"));
  let most = far.length / 2;
  for (const pairs of meeting.pairs) most += pairs;
  const packing: Packing = {
    ...meeting,
    far: rowsFrom(n, far, forNow),
    degree: memory.column(Uint16Array, n),
    inside: forNow.column(Uint32Array, c + 1),
    chosen: forNow.column(Uint8Array, most),
  };
  const { inside, chosen, degree } = packing;
  share(rows, packing, c, () => {
    const stream = setupStream(seed, "circles/core");
    for (let k = 0; k < most; k++) chosen[k] = stream.next() < circles.core ? 1 : 0;
  });
  for (let k = 0; k < c; k++) inside[k + 1] += inside[k];
  const ties = emptyRows(degree, memory);
  share(settling, { ...packing, ties }, c);
  return ties;
}

const sociability: Step<Given & { seat: Seat }> = {
  name: "acquaintances/sociability",
  work({ seed, circles, residents, communities, usual, places, states, seat }, c) {
    const memory = memoryOf(seat);
    const columns = columnsIn(memory, residents.columns);
    const alea = memory.copy(setupStream(seed, `circles/acquaintances/${c}`).alea);
    const first = communities.firstResident[c];
    places[c + 1] = giveSociability({ columns }, first, first + communities.residents[c], usual, circles, alea, memory);
    states.set(alea, c * STREAM_STATE);
    memory.giveBack(alea);
  },
};

/** Pairs inside the community, and the open ends that look elsewhere. */
const neighbourhoods: Step<Meeting> = {
  name: "acquaintances/neighbourhoods",
  work(given, c) {
    const { circles: p, residents, communities, buildings, places, states, ends, buckets, foci } = given;
    const { age, sociability: wanted, groups, workplace, homeBranch, workBranch, building } = residents.columns;
    const stream = streamAt(states.subarray(c * STREAM_STATE, (c + 1) * STREAM_STATE));
    const first = communities.firstResident[c];
    const end = first + communities.residents[c];
    const close = new Uint16Array(end - first);
    const shares = new Float64Array(end - first);
    // Who shares no group, workplace or branch with anyone has the ties of the overlap in the small neighbourhood.
    for (let i = first; i < end; i++) {
      const belongs = groups[i * 3] >= 0 || workplace[i] >= 0 || homeBranch[i] >= 0 || workBranch[i] >= 0;
      shares[i - first] = belongs ? p.close : Math.min(1, p.close + p.overlap);
    }
    const pairs = new Pairs(ends, places[c]);
    const firstBuilding = communities.firstBuilding[c];
    const endBuilding = firstBuilding + communities.buildings[c];
    for (let b = firstBuilding; b < endBuilding; b += p.courtyard) {
      const last = Math.min(endBuilding, b + p.courtyard) - 1;
      const from = buildings.firstResident[b];
      const to = buildings.firstResident[last] + buildings.residents[last];
      joinNeighbourhoods({ from, to, first, age, wanted, close, shares, size: Math.round(p.neighbourhood) }, stream, pairs);
    }
    // The ties still wanted, in their shares.
    local.makeRoom(places[c + 1] - places[c] - 2 * pairs.count);
    let open = places[c + 1];
    for (let i = first; i < end; i++) {
      const own = shares[i - first];
      const overlap = own > p.close ? 0 : p.overlap;
      for (let left = wanted[i] - close[i - first]; left > 0; left--) {
        const u = stream.next() * Math.max(1e-9, 1 - own);
        const focus = u < overlap ? focusOf(given, i, stream.next()) : -1;
        if (focus < 0 && u < overlap + p.inCommunity) {
          local.add(nearBuilding(building[i] - firstBuilding, endBuilding - firstBuilding, p.distance, stream), i);
        } else {
          ends[--open] = i;
          buckets[open] = focus >= 0 ? focus : foci;
        }
      }
    }
    local.join(endBuilding - firstBuilding, stream, pairs, true);
    given.pairs[c] = pairs.count;
    given.open[c] = places[c + 1] - open;
  },
};

/** Joins the open ends of all communities, at random in each bucket. @returns [2 * pair] both ends */
function joinElsewhere({ ends, buckets, places, open, foci }: Meeting, communities: number, stream: SetupStream): Uint32Array {
  let count = 0;
  for (let c = 0; c < communities; c++) count += open[c];
  const all = new OpenEnds();
  all.makeRoom(count);
  for (let c = 0; c < communities; c++) {
    for (let place = places[c + 1] - 1; place >= places[c + 1] - open[c]; place--) all.add(buckets[place], ends[place]);
  }
  const far = new Uint32Array(count);
  const pairs = new Pairs(far, 0);
  all.join(foci + 1, stream, pairs, false);
  return far.subarray(0, 2 * pairs.count);
}

interface Packing extends Meeting {
  far: PackedRows;
  /** [resident] */
  degree: Uint16Array;
  /** [community + 1] ties inside it, summed up over the communities before it once all are counted. */
  inside: Uint32Array;
  /** [tie inside a community] 1 if it is a core tie where both have contact with neighbours. */
  chosen: Uint8Array;
}

/** The rows of a community, packed where its pairs have been. */
const rows: Step<Packing> = {
  name: "acquaintances/rows",
  work({ communities, ends, places, pairs, far, degree, inside }, c) {
    const first = communities.firstResident[c];
    const end = first + communities.residents[c];
    const at = places[c];
    packRows(ends.subarray(at, at + 2 * pairs[c]), far, { first, end, degree, packed: ends, at });
    let count = 0;
    let place = at;
    for (let i = first; i < end; i++) {
      for (const last = place + degree[i]; place < last; place++) if (ends[place] > i && ends[place] < end) count++;
    }
    inside[c + 1] = count;
  },
};

/** Gives rows their room, and marks core ties inside the community, between residents who have contact with neighbours. */
const settling: Step<Packing & { ties: Ties }> = {
  name: "acquaintances/settling",
  work({ residents, communities, ends, places, inside, chosen, ties }, c) {
    const { withoutContact } = residents.columns;
    const { offsets, degree, neighbors, core } = ties;
    const first = communities.firstResident[c];
    const end = first + communities.residents[c];
    unpackRows(ties, first, end, ends, places[c]);
    // [resident] place of the tie to the lowest neighbour of the community that was not looked at from below yet.
    const lower = new Uint32Array(end - first);
    for (let i = first; i < end; i++) {
      let h = offsets[i];
      while (h < offsets[i] + degree[i] && neighbors[h] < first) h++;
      lower[i - first] = h;
    }
    let tie = inside[c];
    for (let i = first; i < end; i++) {
      for (let h = lower[i - first], last = offsets[i] + degree[i]; h < last && neighbors[h] < end; h++) {
        const j = neighbors[h];
        const back = lower[j - first]++;
        const isCore = chosen[tie++] && !withoutContact[i] && !withoutContact[j] ? 1 : 0;
        core[h] = isCore;
        core[back] = isCore;
      }
    }
  },
};

/** What other threads can help with. */
export const circleSteps: readonly Step<never>[] = [sociability, neighbourhoods, rows, settling];

/** Pairs, both ends of each in two places of a list, from one on. */
class Pairs {
  count = 0;
  private readonly ends: Uint32Array;
  private to: number;

  constructor(ends: Uint32Array, from: number) {
    this.ends = ends;
    this.to = from;
  }

  add(i: number, j: number): void {
    this.ends[this.to++] = i;
    this.ends[this.to++] = j;
    this.count++;
  }
}

/** Open ends of ties in buckets: those in one bucket are joined. */
class OpenEnds {
  private bucket = new Uint32Array(0);
  private resident = new Uint32Array(0);
  private list = new Uint32Array(0);
  private count = 0;

  /** Begins anew, with room for so many. */
  makeRoom(most: number): void {
    this.count = 0;
    if (this.bucket.length >= most) return;
    this.bucket = new Uint32Array(most);
    this.resident = new Uint32Array(most);
    this.list = new Uint32Array(most);
  }

  add(bucket: number, resident: number): void {
    this.bucket[this.count] = bucket;
    this.resident[this.count++] = resident;
  }

  /** Joins ends at random inside each bucket. `carry` lets an odd one look in the next bucket. */
  join(buckets: number, stream: SetupStream, into: Pairs, carry: boolean): void {
    const { bucket, resident, list, count } = this;
    const start = new Uint32Array(buckets + 1);
    for (let s = 0; s < count; s++) start[bucket[s] + 1]++;
    for (let k = 0; k < buckets; k++) start[k + 1] += start[k];
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

/** Open ends of a community, kept from one to the next: what is thrown away is collected late. */
const local = new OpenEnds();

/** Mean over all residents, against which each is more or less sociable. */
export function usualSociability({ rows, columns: { estate, age } }: Residents): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += sociabilityAt(estate[i], age[i]);
  return sum / rows;
}

/** A child grows as sociable as others. */
export const growSociable = (sociability: number, age: number): number =>
  age === YOUNG ? Math.min(MOST_WANTED, Math.round(sociability / BY_YOUTH)) : sociability;

/** What residents [from, to) want of acquaintances, and whether neighbours are among them. @returns what all of them want */
export function giveSociability(
  { columns: r }: Pick<Residents, "columns">,
  from: number,
  to: number,
  usual: number,
  p: CirclesParameters,
  alea: Float64Array,
  memory = apart,
): number {
  return memory.kernel({ drawSociability })(
    alea,
    from,
    to,
    p.acquaintances / usual,
    p.dispersion,
    p.withoutContact,
    r.estate,
    r.age,
    r.sociability,
    r.withoutContact,
  );
}

interface Courtyard {
  from: number;
  to: number;
  /** First resident of the community. */
  first: number;
  /** [resident] */
  age: Uint8Array;
  wanted: Uint16Array;
  /** [resident of the community] ties found so far, and the share of those wanted that is to be found here. */
  close: Uint16Array;
  shares: Float64Array;
  /** Residents of a neighbourhood. */
  size: number;
}

/** Cuts the residents [from, to) into neighbourhoods of similar age and joins them there (Chung & Lu 2002). */
function joinNeighbourhoods({ from, to, first, age, wanted, close, shares, size }: Courtyard, stream: SetupStream, into: Pairs): void {
  const key = new Float64Array(to - from);
  for (let k = 0; k < key.length; k++) key[k] = age[from + k] + AGE_NOISE * stream.normal();
  const order = orderOf(key);
  for (let start = 0; start < order.length; start += size) {
    const end = Math.min(order.length, start + size);
    let sum = 0;
    for (let k = start; k < end; k++) sum += wanted[from + order[k]] * shares[from - first + order[k]];
    if (sum === 0) continue;
    for (let x = start; x < end; x++) {
      const i = from + order[x];
      const draw = shares[i - first] * wanted[i];
      for (let y = x + 1; y < end; y++) {
        const j = from + order[y];
        if (
          stream.next() * sum >= draw * shares[j - first] * wanted[j] * CROWDED ||
          close[i - first] >= wanted[i] ||
          close[j - first] >= wanted[j]
        )
          continue;
        into.add(i, j);
        close[i - first]++;
        close[j - first]++;
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
