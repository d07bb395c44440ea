import { log, pow } from "../numeric/index.ts";
import { column, type Population, Table } from "../population/index.ts";
import { setupStream } from "../random/index.ts";
import type { BaseScenario } from "../scenario/index.ts";

/** Circles that a tie of the organization network can run through. The index is the code. */
export const exchangeCircles = ["party", "acquaintance", "interest", "industry", "government"] as const;
export const PARTY = 0;
export const ACQUAINTANCE = 1;
export const INTEREST = 2;
export const INDUSTRY = 3;
export const GOVERNMENT = 4;

/** Kinds of nodes of the organization network; the codes are those of the ledger's holders. */
export const nodeKinds = ["district", "station", "community", "workplace", "branch", "organization"] as const;
export type NodeKind = (typeof nodeKinds)[number];
const [DISTRICT, STATION, COMMUNITY, WORKPLACE, BRANCH, ORGANIZATION] = [0, 1, 2, 3, 4, 5];

/** The organization network: who exchanges with whom. The same two have one tie; its circle is the one that first brought them together. */
export const exchangeTieColumns = {
  kindA: column("u8", "code", "Kind of the first end, an index of nodeKinds.", { is: "place" }),
  a: column("i32", "agent", "First end.", { is: "place" }),
  kindB: column("u8", "code", "Kind of the second end, an index of nodeKinds.", { is: "place" }),
  b: column("i32", "agent", "Second end.", { is: "place" }),
  circle: column("u8", "code", "Circle, an index of exchangeCircles.", { is: "place" }),
  strength: column("f32", "0-1", "Strength."),
  since: column("i32", "week", "Week of the first exchange; negative before the start.", { is: "place" }),
  last: column("i32", "week", "Week of the last exchange; none since the start.", { is: "book", fill: -1 }),
  volume: column("u32", "minutes", "Time exchanged since the start.", { is: "book" }),
};
export type ExchangeTies = Table<typeof exchangeTieColumns>;

const FIRST_STRENGTH = 0.5;
const STRONGER = 0.1;
const STATION_REACH = 0.25; // share of organizations in touch with the station at the start: 20-100%, the low end
const WORKPLACE_PARTNERS = 0.3; // share of registered organizations with a partner among workplaces
const BY_POPULARITY = 0.5; // chance to choose a partner by its number of partners
/** Partners at the start are of all ages that a tie has which nobody uses: these are defaults of exchangeTurnover. */
const STRENGTH_KEPT = 0.6;
const BROKEN = 0.1;
const UNUSED_WEEKS = (52 * log(BROKEN / FIRST_STRENGTH)) / log(STRENGTH_KEPT);
/** Steps from partner to partner within which a community knows organizations at the start. */
const STEPS_KNOWN = 3;

/** A tie to come: its two ends, the circle that brings them together, the week, and how strong it begins. */
type NewTie = [kindA: number, a: number, kindB: number, b: number, circle: number, week: number, strength?: number];

/** Ties two and returns the row. A tie that they have already is kept, and is at least as strong from now on. */
export function addExchangeTie(ties: ExchangeTies, ...tie: NewTie): number {
  const [kindA, a, kindB, b, , , strength = FIRST_STRENGTH] = tie;
  const found = findExchangeTie(ties, kindA, a, kindB, b);
  if (found < 0) return appendExchangeTie(ties, ...tie);
  renewExchangeTie(ties, found, strength);
  return found;
}

/** A tie that there is already is at least as strong from now on. */
export function renewExchangeTie({ columns: { strength } }: ExchangeTies, row: number, atLeast: number): void {
  strength[row] = Math.max(strength[row], atLeast);
}

/** Ties two of whom one knows that they have no tie, and returns the row. */
export function appendExchangeTie(ties: ExchangeTies, ...tie: NewTie): number {
  const [kindA, a, kindB, b, circle, week, strength = FIRST_STRENGTH] = tie;
  const row = ties.add();
  const t = ties.columns;
  t.kindA[row] = kindA;
  t.a[row] = a;
  t.kindB[row] = kindB;
  t.b[row] = b;
  t.circle[row] = circle;
  t.since[row] = week;
  t.strength[row] = strength;
  return row;
}

/** The two at the ends of a tie have met or exchanged time this week: with use it grows stronger. */
export function exchanges({ columns: { last, volume, strength } }: ExchangeTies, row: number, week: number, minutes: number): void {
  last[row] = week;
  volume[row] += minutes;
  if (minutes > 0) strength[row] += STRONGER * (1 - strength[row]);
}

/** Row of the tie between two, whichever stands first; -1 if they have none. @param from  first row that can be it */
export function findExchangeTie({ rows, columns: t }: ExchangeTies, kindA: number, a: number, kindB: number, b: number, from = 0): number {
  const [firsts, seconds] = [t.a, t.b];
  for (let e = from; e < rows; e++) {
    const first = firsts[e];
    if (first !== a && first !== b) continue;
    const second = seconds[e];
    if (first === a && second === b && t.kindA[e] === kindA && t.kindB[e] === kindB) return e;
    if (first === b && second === a && t.kindA[e] === kindB && t.kindB[e] === kindA) return e;
  }
  return -1;
}

/**
 * The organization network at the start: partners by neighbourhood, trade and popularity; the public side by rank. It is
 * such as its laws would leave it: ties of partners are of all ages up to that at which an unused one breaks, and a
 * community knows its own organizations and, by their partners, as many others as searches find and disuse leaves.
 */
export function buildExchangeTies(population: Population, scenario: BaseScenario, seed: string): ExchangeTies {
  const { organizations, communities, workplaces, branches } = population;
  const o = organizations.columns;
  const stream = setupStream(seed, "circles/exchangeTies");
  const ties = new Table("exchangeTies", exchangeTieColumns, 0, organizations.rows * 6 + communities.rows * 3 + 64) as ExchangeTies;
  const since = () => -1 - stream.int(260);
  for (let c = 0; c < communities.rows; c++) appendExchangeTie(ties, DISTRICT, 0, COMMUNITY, c, GOVERNMENT, since());
  const seated = new Uint8Array(communities.rows);
  for (let k = 0; k < branches.rows; k++) {
    const c = branches.columns.community[k];
    if (branches.columns.form[k] !== 2 || seated[c]) continue;
    seated[c] = 1;
    appendExchangeTie(ties, COMMUNITY, c, BRANCH, k, PARTY, since());
  }
  const endpoints: number[] = [];
  const known = new Set<number>();
  const partners: number[][] = Array.from({ length: organizations.rows }, () => []);
  const given = scenario.district?.ties;
  const circleOf = (a: number, b: number) =>
    o.community[a] === o.community[b] ? ACQUAINTANCE : o.type[a] === o.type[b] ? INTEREST : INDUSTRY;
  const know = (a: number, b: number) => {
    partners[a].push(b);
    partners[b].push(a);
  };
  for (const { a, b, strength = FIRST_STRENGTH } of given ?? []) {
    appendExchangeTie(ties, ORGANIZATION, a, ORGANIZATION, b, circleOf(a, b), since(), strength);
    know(a, b);
  }
  for (let g = 0; g < organizations.rows; g++) {
    const c = o.community[g];
    appendExchangeTie(ties, COMMUNITY, c, ORGANIZATION, g, GOVERNMENT, since());
    if (stream.next() < STATION_REACH) appendExchangeTie(ties, STATION, 0, ORGANIZATION, g, GOVERNMENT, since());
    if (o.branch[g] >= 0) appendExchangeTie(ties, BRANCH, o.branch[g], ORGANIZATION, g, PARTY, since());
    if (o.registered[g] && workplaces.rows > 0 && stream.next() < WORKPLACE_PARTNERS)
      appendExchangeTie(ties, WORKPLACE, stream.int(workplaces.rows), ORGANIZATION, g, INDUSTRY, since());
    // Half of the mean: each tie gives a partner to both of its ends.
    const count = g === 0 || given ? 0 : stream.poisson(scenario.circles.partners / 2);
    for (let k = 0; k < count; k++) {
      let partner = -1;
      for (let tries = 0; tries < 8; tries++) {
        const h = endpoints.length > 0 && stream.next() < BY_POPULARITY ? endpoints[stream.int(endpoints.length)] : stream.int(g);
        const like = (o.community[h] === c ? 0.5 : 0) + (o.type[h] === o.type[g] ? 0.3 : 0) + 0.2;
        if (h !== g && stream.next() < like && !known.has(h * organizations.rows + g)) {
          partner = h;
          break;
        }
      }
      if (partner < 0) continue;
      known.add(partner * organizations.rows + g);
      endpoints.push(partner, g);
      const age = Math.floor(stream.next() * UNUSED_WEEKS);
      const strength = FIRST_STRENGTH * pow(STRENGTH_KEPT, age / 52);
      appendExchangeTie(ties, ORGANIZATION, partner, ORGANIZATION, g, circleOf(partner, g), -1 - age, strength);
      know(g, partner);
    }
  }
  knowByPartners(ties, population, partners, since);
  return ties;
}

/** A community knows, by its own organizations, whom they lead to in some steps from partner to partner, wherever those are at home. */
function knowByPartners(
  ties: ExchangeTies,
  { organizations, communities }: Population,
  partners: readonly (readonly number[])[],
  since: () => number,
): void {
  const { community } = organizations.columns;
  const atHome: number[][] = Array.from({ length: communities.rows }, () => []);
  for (let g = 0; g < organizations.rows; g++) atHome[community[g]].push(g);
  const knownBy = new Int32Array(organizations.rows).fill(-1); // [organization] the last community that knew it
  for (let c = 0; c < communities.rows; c++) {
    let last = atHome[c];
    for (let step = 0; step < STEPS_KNOWN; step++) {
      const met: number[] = [];
      const meets = (g: number) => {
        if (knownBy[g] === c || community[g] === c) return;
        knownBy[g] = c;
        met.push(g);
      };
      for (const g of last) partners[g].forEach(meets);
      for (const g of met) appendExchangeTie(ties, COMMUNITY, c, ORGANIZATION, g, INDUSTRY, since());
      last = met;
    }
  }
}
