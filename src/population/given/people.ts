import type { SetupStream } from "../../random/index.ts";
import { type BaseScenario, type District, householdsOf, type Margin, residentsOf } from "../../scenario/index.ts";
import { employedAt, memberCell, memberShares, RETIRED } from "../character.ts";
import { adultsIn, CELLS, fitAges, type Missed, wholeCells } from "./fitAges.ts";
import { Quota } from "./quota.ts";

const LARGEST = 12; // residents of a household
const MOST_BY_CHANCE = 5; // beside the first, where households are of usual size
/** Of a number that nobody gave. */
const NOT_GIVEN = -1;

/** What tables say of the people of a district, in the numbers in which it is built: what builders on any thread go by. */
export interface GivenPeople {
  /** [community * CELLS + cell] residents by age and sex. */
  readonly whole: Uint32Array;
  /** [community] */
  readonly households: Uint32Array;
  /** [community] households that own their home; -1 if nobody says. */
  readonly owners: Int32Array;
  /** [community] employed residents, and party members; -1 if nobody says. */
  readonly employed: Int32Array;
  readonly members: Int32Array;
}

/** A number of a community that its people do not allow. */
export interface Crowded {
  community: number;
  what: "households" | "employed";
  value: number;
  most: number;
}

/**
 * The people of a district of one's own.
 *
 * @param sizes  [community] residents
 * @returns them, with the margins that contradict each other
 */
export function givenPeople(
  { district, population }: BaseScenario & { district: District },
  sizes: Uint32Array,
): { people: GivenPeople; missed: readonly Missed[]; crowded: readonly Crowded[] } {
  const { communities, margins } = district;
  const n = communities.length;
  const crowded: Crowded[] = [];
  const { cells, missed } = fitAges(district, population, sizes);
  const whole = new Uint32Array(n * CELLS);
  const [households, owners, employed, members] = [new Uint32Array(n), new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  const marginOf = (of: Margin["of"], community: number): { value: number; own: boolean } | undefined => {
    const own = margins.find((one) => one.of === of && one.community === community);
    const found = own ?? margins.find((one) => one.of === of && one.community === undefined);
    return found && { value: found.value, own: own !== undefined };
  };
  for (const [k, one] of communities.entries()) {
    whole.set(wholeCells(cells, k), k * CELLS);
    const adults = adultsIn(whole, k);
    const scale = sizes[k] / one.residents;
    const wanted = Math.max(1, Math.round(householdsOf(one, population.householdSize) * scale));
    if (wanted > adults) crowded.push({ community: k, what: "households", value: wanted, most: adults });
    households[k] = Math.max(1, Math.ceil(sizes[k] / LARGEST), Math.min(wanted, adults));
    const owning = marginOf("owners", k);
    owners[k] = owning ? Math.round(owning.value * households[k]) : NOT_GIVEN;
    const working = marginOf("employed", k);
    employed[k] = working
      ? Math.round(working.own ? working.value * scale : (working.value * sizes[k]) / residentsOf(district))
      : NOT_GIVEN;
    const most = adultsIn(whole, k, RETIRED);
    if (employed[k] > most) crowded.push({ community: k, what: "employed", value: employed[k], most });
    members[k] = one.members === undefined ? NOT_GIVEN : Math.min(adults, Math.round(one.members * scale));
  }
  return { people: { whole, households, owners, employed, members }, missed, crowded };
}

/** What of a district's tables contradicts itself, found without building it; nothing where there are none. */
export function contradictionsOf(scenario: BaseScenario): { missed: readonly Missed[]; crowded: readonly Crowded[] } {
  const { district } = scenario;
  if (!district) return { missed: [], crowded: [] };
  return givenPeople(
    { ...scenario, district },
    Uint32Array.from(district.communities, ({ residents }) => residents),
  );
}

/** Sizes of the households of a community, one at each call: as many as there are, of all its residents together. */
export function householdSizes({ households }: GivenPeople, community: number, residents: number, stream: SetupStream): () => number {
  const count = households[community];
  const sizes = new Uint8Array(count).fill(1);
  const mean = residents / count;
  const more = Math.max(MOST_BY_CHANCE, Math.min(LARGEST - 1, Math.ceil(2 * (mean - 1))));
  let left = residents - count;
  for (let h = 0; h < count; h++)
    for (let k = 0; k < more; k++) {
      if (stream.next() >= (mean - 1) / more) continue;
      sizes[h]++;
      left--;
    }
  while (left !== 0) {
    const h = stream.int(count);
    if (left > 0 && sizes[h] < LARGEST) {
      sizes[h]++;
      left--;
    } else if (left < 0 && sizes[h] > 1) {
      sizes[h]--;
      left++;
    }
  }
  let next = 0;
  return () => sizes[next++];
}

/**
 * The residents of a community in a drawn order, each as 2 × age + 1 if female: every household takes an adult first, then
 * anybody. Who lives with whom is drawn without a sample of real households.
 *
 * Source: F. Gargiulo et al. (2010), PLoS ONE 5(1), e8828: households of given numbers from individuals of given numbers.
 * Differs from the source: of who may live with whom only that each household has an adult, as in a district that is drawn.
 */
export function residentsIn(
  { whole, households }: GivenPeople,
  community: number,
  stream: SetupStream,
): { head(): number; other(): number } {
  const adults = adultsIn(whole, community);
  let count = 0;
  for (let c = 0; c < CELLS; c++) count += whole[community * CELLS + c];
  const people = new Uint32Array(count);
  // The oldest first: those of 18 and over are the first `adults`.
  let n = 0;
  for (let c = CELLS - 1; c >= 0; c--) for (let k = 0; k < whole[community * CELLS + c]; k++) people[n++] = c;
  const heads = Math.min(households[community], adults);
  stream.shuffle(people, 0, adults);
  stream.shuffle(people, heads, count);
  let [head, other] = [0, heads];
  // A household too many has no adult left for it: that tables which contradict each other can ask for.
  return { head: () => people[head < heads ? head++ : other++], other: () => people[other < count ? other++ : head++] };
}

/** Takes the households of a community that own their home; undefined if nobody says. */
export const ownersIn = ({ owners, households }: GivenPeople, community: number): Quota | undefined =>
  owners[community] < 0 ? undefined : new Quota(households[community], owners[community]);

/**
 * Takes the employed of a community; undefined if nobody says. Those of 60 and over work as often as usual, unless there are
 * more employed than the others.
 *
 * @param working  its residents from 18 to 59 @param sixties  from 60 to 69
 */
export function employedIn(
  { employed }: GivenPeople,
  community: number,
  working: number,
  sixties: number,
): ((age: number, u: number) => 0 | 1) | undefined {
  const wanted = employed[community];
  if (wanted < 0) return undefined;
  const later = Math.round(Math.min(sixties, wanted, Math.max(sixties * employedAt(60, 0), wanted - working)));
  const [first, second] = [new Quota(working, wanted - later), new Quota(sixties, later)];
  return (age, u) => (age >= RETIRED ? 0 : age < 60 ? first.take(u) : second.take(u));
}

/** Takes the party members of a community, by age and sex as usual; undefined if nobody says. @param adults  [memberCell] */
export function membersIn(
  { members }: GivenPeople,
  community: number,
  adults: readonly number[],
): ((age: number, female: number, u: number) => 0 | 1) | undefined {
  const wanted = members[community];
  if (wanted < 0) return undefined;
  const shares = memberShares(wanted, adults);
  const counts = adults.map((count, k) => count * shares[k]);
  // What full cells cannot take goes to the others.
  const lacking = wanted - counts.reduce((all, one) => all + one, 0);
  const room = adults.reduce((all, one, k) => all + one - counts[k], 0);
  let [exact, before] = [0, 0];
  const quotas = counts.map((count, k) => {
    exact += count + (room > 0 ? (lacking * (adults[k] - count)) / room : 0);
    const quota = new Quota(adults[k], Math.round(exact) - before); // sums are rounded, so that all together have the number
    before = Math.round(exact);
    return quota;
  });
  return (age, female, u) => quotas[memberCell(age, female)].take(u);
}
