import type { MeasureChart, MeasureId } from "../observation/index.ts";
import { isTold, LEAST_OF_COUNT, LEAST_SHARE } from "./leastThatMatters.ts";
import { countText, pointsText, shareText } from "./numbersInTitles.ts";
import { type Language, say, type Word } from "./say.ts";

const YEAR = 52;
/** Measures of every fourth week stand for the weeks after it. */
const EVERY = 4;

/** Charts of measures over the weeks, by the subject of their titles. */
export type SeriesChart = MeasureChart;

/** The weeks so far of a measure, the first week first. */
type Weeks = (measure: MeasureId) => ArrayLike<number>;

/**
 * What a chart of measures shows in a week, as a sentence; nothing if there is no such week.
 *
 * @param baseline  the run that it is compared with; without it what grows and falls is compared with a year before
 */
export const tellSeries = (language: Language, chart: SeriesChart, week: number, weeks: Weeks, baseline?: Weeks): string | undefined => {
  const value: Value = (measure, at = week) => valueAt(weeks(measure), at);
  return tellers[chart](language, week, value, {
    called: baseline ? say(language, "find_inBaseline") : thenText(language, week),
    first: baseline === undefined && week <= 1,
    value: (measure) => (baseline ? valueAt(baseline(measure), week) : value(measure, before(week))),
  });
};

/** A value in a week, by default in the one that is told of; NaN where there is none. */
type Value = (measure: MeasureId, week?: number) => number;

/** What a week is compared with: what it is called, whether there is none, and its values. */
interface Other {
  called: string;
  first: boolean;
  value: (measure: MeasureId) => number;
}

const tellers: Record<SeriesChart, (language: Language, week: number, value: Value, other: Other) => string | undefined> = {
  participation(language, week, value, other) {
    const share = value("participation_rate");
    if (Number.isNaN(share)) return undefined;
    if (share === 0) return say(language, "find_participationNone", { week });
    const difference = share - other.value("participation_rate");
    const change = changeText(language, other, difference, LEAST_SHARE, pointsText(language, difference), shares);
    return say(language, "find_participation", { week, share: shareText(language, share), change });
  },
  settlement(language, week, value) {
    const [recorded, actual] = [value("settlement_rate_recorded"), value("settlement_rate_true")];
    if (Number.isNaN(recorded + actual)) return undefined;
    const word = isTold(recorded - actual, LEAST_SHARE) ? "find_settlement" : "find_settlementSame";
    return say(language, word, { week, recorded: shareText(language, recorded), actual: shareText(language, actual) });
  },
  coverage(language, week, value) {
    const [formal, functional] = [value("coverage_formal"), value("coverage_functional")];
    if (Number.isNaN(formal + functional)) return undefined;
    if (formal === 0) return say(language, "find_coverageNone", { week });
    return say(language, "find_coverage", { week, formal: shareText(language, formal), functional: shareText(language, functional) });
  },
  resources(language, week, value) {
    const [matched, idle] = [value("matched_share"), value("idle_share")];
    if (Number.isNaN(matched + idle)) return undefined;
    return say(language, "find_resources", { week, matched: shareText(language, matched), idle: shareText(language, idle) });
  },
  residents: tellAttitudes,
  awareness(language, week, value) {
    const [knows, supports] = [value("awareness_knows"), value("awareness_supports")];
    if (Number.isNaN(knows + supports)) return undefined;
    if (knows === 0) return say(language, "find_awarenessNone", { week });
    return say(language, "find_awareness", { week, knows: shareText(language, knows), supports: shareText(language, supports) });
  },
  hours: (...told) => tellCount("find_hours", "volunteer_hours_per_adult", ...told),
  matters: (...told) => tellCount("find_matters", "matters_open", ...told),
  organizations: (...told) => tellCount("find_organizations", "orgs_alive", ...told),
};

const attitudes: readonly (readonly [MeasureId, Word])[] = [
  ["motivation_mean", "find_motivation"],
  ["trust_community", "find_trust"],
  ["fatigue_mean", "find_fatigue"],
  ["satisfaction_mean", "find_satisfaction"],
];

/** Which of the attitudes differs most from earlier. */
function tellAttitudes(language: Language, week: number, value: Value): string | undefined {
  const now = attitudes.map(([measure]) => value(measure));
  if (now.some(Number.isNaN)) return undefined;
  if (week === 1)
    return say(language, "find_residentsFirst", { week, motivation: shareText(language, now[0]), fatigue: shareText(language, now[2]) });
  const earlier = attitudes.map(([measure]) => value(measure, before(week)));
  const most = now.reduce((best, to, k) => (Math.abs(to - earlier[k]) > Math.abs(now[best] - earlier[best]) ? k : best), 0);
  const then = thenText(language, week);
  if (!isTold(now[most] - earlier[most], LEAST_SHARE)) return say(language, "find_residentsSame", { week, then });
  const [from, to] = [earlier[most], now[most]].map((share) => shareText(language, share));
  return say(language, "find_residents", { week, then, what: say(language, attitudes[most][1]), from, to });
}

/** A count with what has changed of it. */
function tellCount(word: Word, measure: MeasureId, language: Language, week: number, value: Value, other: Other): string | undefined {
  const count = value(measure);
  if (Number.isNaN(count)) return undefined;
  const earlier = other.value(measure);
  const change = changeText(language, other, count - earlier, LEAST_OF_COUNT * earlier, countText(Math.abs(count - earlier)), counts);
  return say(language, word, { week, count: countText(count), change });
}

/** The week that a week is compared with: a year before, or in the first year the first week. */
const before = (week: number): number => (week > YEAR ? week - YEAR : 1);

const thenText = (language: Language, week: number): string =>
  week > YEAR ? say(language, "find_aYearBefore") : say(language, "find_inWeek", { week: before(week) });

type Ways = readonly [up: Word, down: Word];
const shares: Ways = ["find_higher", "find_lower"];
const counts: Ways = ["find_more", "find_fewer"];

/** More, fewer or about as many; nothing in the first week, which has none before it. */
function changeText(language: Language, { called, first }: Other, difference: number, least: number, by: string, [up, down]: Ways): string {
  if (first || Number.isNaN(difference)) return "";
  if (!isTold(difference, least)) return say(language, "find_asMany", { than: called });
  return say(language, difference > 0 ? up : down, { by, than: called });
}

/** The value of a week, or the last one before it that is not older than measures get. */
export function valueAt(values: ArrayLike<number>, week: number): number {
  for (let at = week; at > Math.max(0, week - EVERY); at--) if (Number.isFinite(values[at - 1])) return values[at - 1];
  return Number.NaN;
}
