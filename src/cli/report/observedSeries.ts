import { intervalOf, type ObservedValue } from "../../scenario/index.ts";
import { asRead, type Language, marks, say } from "../../words/index.ts";
import type { ObservedPoint } from "./figures.ts";
import { measureOf, shownIn, withUnit } from "./names.ts";
import { type Html, paragraph, table } from "./page.ts";

/** What was observed of the district of a scenario as a whole; none where its tables give nothing. */
export function observedOf(scenario: Record<string, unknown>): readonly ObservedValue[] {
  const { series = [] } = (scenario.district ?? {}) as { series?: readonly ObservedValue[] };
  return series.filter(({ community }) => community === undefined);
}

/** What was observed of a measure, as it is read. */
export const pointsOf = (observed: readonly ObservedValue[], measure: string, unit: string): ObservedPoint[] =>
  observed
    .filter((one) => one.measure === measure)
    .map((one) => {
      const [low, high] = intervalOf(one);
      return { span: one.span, value: asRead(unit, one.value), low: asRead(unit, low), high: asRead(unit, high) };
    });

/**
 * What was observed beside what was simulated in its place, in a table with how many of the curves lie within; nothing where
 * nothing was observed.
 *
 * @param simulated  mean of a measure over weeks; NaN where it was not simulated
 */
export function observedTable(
  language: Language,
  observed: readonly ObservedValue[],
  simulated: (measure: string, span: ObservedValue["span"]) => number,
): Html[] {
  if (observed.length === 0) return [];
  const rows = observed.map((one) => ({ ...one, ends: intervalOf(one), mean: simulated(one.measure, one.span) }));
  const reached = rows.filter(({ mean }) => Number.isFinite(mean));
  const isWithin = ({ mean, ends }: (typeof rows)[number]) => ends[0] <= mean && mean <= ends[1];
  return [
    paragraph(
      say(language, "report_observed_series", { all: rows.length, reached: reached.length, within: reached.filter(isWithin).length }),
    ),
    table(
      (["report_observation", "report_observed", "report_interval95", "report_simulated_value", "report_is_within"] as const).map((name) =>
        say(language, name),
      ),
      rows.map((one) => {
        const { unit, label } = measureOf(one.measure);
        const shown = shownIn(unit);
        const [from, to] = one.span;
        const when = from === to ? say(language, "report_in_week", { at: from }) : say(language, "report_in_year", { at: to / YEAR });
        return [
          { text: withUnit(language, `${label[language]}${marks[language].list}${when}`, unit), id: one.measure },
          shown(one.value),
          one.ends[0] === one.ends[1] ? "" : `${shown(one.ends[0])} – ${shown(one.ends[1])}`,
          Number.isFinite(one.mean) ? shown(one.mean) : "",
          Number.isFinite(one.mean) ? say(language, isWithin(one) ? "report_yes" : "report_no") : "",
        ];
      }),
    ),
  ];
}

const YEAR = 52;
