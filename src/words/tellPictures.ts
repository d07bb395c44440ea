import { isTold, LEAST_SHARE } from "./leastThatMatters.ts";
import { countText, pointsText, shareText } from "./numbersInTitles.ts";
import { type Language, say } from "./say.ts";

/** The title of a picture, as a sentence made from its numbers; nothing where there are none. */
type Finding = string | undefined;

export interface PlacesSeen {
  /** What is measured, as a label. */
  measure: string;
  share: boolean;
  /** Values are differences: a sign tells which way. */
  difference?: boolean;
  places: readonly { name: string; value: number }[];
}

/** Where a measure is least and most, if places differ in it. */
export function tellPlaces(language: Language, { measure, share, difference = false, places }: PlacesSeen): Finding {
  const known = places.filter(({ value }) => Number.isFinite(value));
  if (known.length === 0) return undefined;
  const plain = (value: number) => (share ? (difference ? pointsText(language, value) : shareText(language, value)) : countText(value));
  const write = (value: number) => (difference ? `${signOf(value)}${plain(Math.abs(value))}` : plain(value));
  const [least, most] = endsOf(known);
  const values = { measure: capital(measure), low: write(least.value), high: write(most.value) };
  if (known.length === 1) return say(language, "find_place", { ...values, value: values.high, name: most.name });
  const same = share ? !isTold(most.value - least.value, LEAST_SHARE) : values.low === values.high;
  if (same) return say(language, "find_placesSame", { ...values, value: values.high });
  return say(language, "find_places", { ...values, lowest: least.name, highest: most.name });
}

export interface CohortsSeen {
  measure: string;
  groups: readonly { name: string; age: string; value: number }[];
}

/** Who of a community and an age has least and most of something. */
export function tellCohorts(language: Language, { measure, groups }: CohortsSeen): Finding {
  const known = groups.filter(({ value }) => Number.isFinite(value));
  if (known.length === 0) return undefined;
  const [least, most] = endsOf(known);
  const values = { measure: capital(measure), low: shareText(language, least.value), high: shareText(language, most.value) };
  if (!isTold(most.value - least.value, LEAST_SHARE)) return say(language, "find_placesSame", { ...values, value: values.high });
  const names = { lowest: least.name, highest: most.name, lowAge: least.age, highAge: most.age };
  return say(language, "find_cohorts", { ...values, ...names });
}

export interface FlowsSeen {
  resource: string;
  from: number;
  to: number;
  /** Names of those on the two sides, and [source * targets + target] amounts. */
  sources: readonly string[];
  targets: readonly string[];
  amounts: ArrayLike<number>;
}

/** The largest flow, and how much of all it is. */
export function tellFlows(language: Language, { resource, from, to, sources, targets, amounts }: FlowsSeen): Finding {
  const values = { resource: capital(resource), from, to };
  const all = sumOf(amounts);
  if (all === 0) return say(language, "find_flowsNone", values);
  let most = 0;
  for (let k = 1; k < amounts.length; k++) if (amounts[k] > amounts[most]) most = k;
  const ends = { source: sources[Math.floor(most / targets.length)], target: targets[most % targets.length] };
  if (amounts[most] === all) return say(language, "find_flowsOne", { ...values, ...ends });
  return say(language, "find_flows", { ...values, ...ends, share: shareText(language, amounts[most] / all) });
}

/** How many matters are open in a week, and where most of them are. */
export function tellStates(language: Language, week: number, open: readonly { state: string; count: number }[]): Finding {
  if (week < 1 || open.length === 0) return undefined;
  const all = open.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return say(language, "find_statesNone", { week });
  const most = open.reduce((best, one) => (one.count > best.count ? one : best));
  return say(language, "find_states", { week, open: countText(all), state: most.state, count: countText(most.count) });
}

/** What became of matters in a window of weeks. */
export function tellMoves(
  language: Language,
  {
    from,
    to,
    raised,
    settled,
    reopened,
    all,
  }: { from: number; to: number; raised: number; settled: number; reopened: number; all: number },
): Finding {
  if (to < from) return undefined;
  if (all === 0) return say(language, "find_movesNone", { from, to });
  const counts = { raised: countText(raised), settled: countText(settled), reopened: countText(reopened) };
  return say(language, "find_moves", { from, to, ...counts });
}

/** How many report more than they do. @param counts [(form * steps + reported) * steps + true] organizations */
export function tellReports(language: Language, week: number, counts: ArrayLike<number>, steps: number): Finding {
  if (counts.length === 0) return undefined;
  let [over, all] = [0, 0];
  for (let k = 0; k < counts.length; k++) {
    all += counts[k];
    if (Math.floor(k / steps) % steps > k % steps) over += counts[k];
  }
  return all === 0
    ? say(language, "find_coverageNone", { week })
    : say(language, "find_reports", { week, over: countText(over), all: countText(all) });
}

/** What the tenth at the top has. @param points of a Lorenz curve, from none to all at even steps */
export function tellTenth(language: Language, of: "hours" | "money", points: ArrayLike<number>): Finding {
  const share = 1 - points[Math.round(0.9 * (points.length - 1))];
  if (!Number.isFinite(share)) return undefined;
  return say(language, `find_tenth_${of}`, { share: shareText(language, share) });
}

export interface PeopleSeen {
  name: string;
  week: number;
  /** [resident] 0 under 18, 1 not in the last year, 2 governance, 3 volunteering. */
  participation: ArrayLike<number>;
  member: ArrayLike<number>;
  /** [resident] level of awareness, from 0. */
  awareness: ArrayLike<number>;
  motivation: ArrayLike<number>;
}

/** What the residents of a community show by the colour that is chosen. */
export function tellPeople(language: Language, by: "participation" | "member" | "awareness" | "motivation", seen: PeopleSeen): Finding {
  const { name, week, participation, member, awareness, motivation } = seen;
  const residents = participation.length;
  if (residents === 0) return undefined;
  const grown = Array.from({ length: residents }, (_, k) => k).filter((k) => participation[k] > 0);
  const count = (has: (k: number) => boolean) => countText(grown.filter(has).length);
  const values = { name, week, residents: countText(residents), adults: countText(grown.length) };
  const motivated = grown.reduce((sum, k) => sum + motivation[k], 0) / grown.length;
  const told = {
    participation: { count: count((k) => participation[k] > 1), volunteers: count((k) => participation[k] > 2) },
    member: { count: countText(sumOf(member)) },
    awareness: { count: count((k) => awareness[k] > 0) },
    motivation: { share: grown.length === 0 ? "" : shareText(language, motivated) },
  } as const;
  if (by !== "member" && grown.length === 0) return undefined;
  return say(language, `find_people_${by}`, { ...values, ...told[by] });
}

function endsOf<T extends { value: number }>(things: readonly T[]): [least: T, most: T] {
  return [things.reduce((a, b) => (b.value < a.value ? b : a)), things.reduce((a, b) => (b.value > a.value ? b : a))];
}

function sumOf(amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < amounts.length; k++) sum += amounts[k];
  return sum;
}

const signOf = (value: number): string => (value > 0 ? "+" : value < 0 ? "−" : "");

/** A label at the head of a sentence. */
const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
