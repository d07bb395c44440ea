import { computed } from "@preact/signals";
import type { Measure, MeasureId } from "../../../observation/index.ts";
import { intervalOf } from "../../../scenario/index.ts";
import type { ObservedMark } from "../../../views/index.ts";
import { asRead, tellObserved } from "../../../words/index.ts";
import { language } from "../preferences.ts";
import { description, loaded, measured, measuredWeeks } from "../session/index.ts";
import { panels, type SeriesPanel } from "./seriesPanels.ts";
import { withinObserved } from "./within.ts";

/** What was observed of the district that stands, as a whole and within the weeks that it is planned for. */
const observed = computed(() => {
  const district = loaded.value;
  if (!district?.ok) return [];
  return district.observed.filter(({ community, span }) => community === undefined && span[1] <= district.weeks);
});

/** What was observed of the measures of a chart. */
export const observedIn = ({ measures }: SeriesPanel): ObservedMark[] =>
  measures.flatMap(([id], series) =>
    observed.value
      .filter(({ measure }) => measure === id)
      .map((one) => ({ series, span: one.span, value: one.value, interval: intervalOf(one) })),
  );

/** What dots over the curves are, and in how many of their intervals the curves lie; nothing where there are none. */
export function observedText({ measures }: SeriesPanel, marks: readonly ObservedMark[]): string | undefined {
  if (marks.length === 0) return undefined;
  return tellObserved(
    language.value,
    withinObserved(marks, measuredWeeks.value, (series) => measured(measures[series][0])),
  );
}

/** Charts of measures that were observed and that no other chart has. */
export const observedPanels = computed((): SeriesPanel[] => {
  const drawn = new Set(panels.flatMap(({ measures }) => measures.map(([id]) => id as string)));
  const ids = [...new Set(observed.value.map(({ measure }) => measure))].filter((id) => !drawn.has(id));
  const known = ids.flatMap((id) => description.value?.measures.find((one) => one.id === id) ?? []);
  return known.map(
    (one): SeriesPanel => ({ subject: "measure", format: formatOf(one), measures: [[one.id as MeasureId, one.label.en, one.label.zh]] }),
  );
});

/** A share is written in percent. */
const formatOf = ({ unit }: Measure): SeriesPanel["format"] => (asRead(unit, 1) === 100 ? "share" : "number");
