import { computed, useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ghost, quiet, type SeriesOptions, seriesChart } from "../../../views/index.ts";
import { tellSeries } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { baselineWeek, isApart, measuredBaseline } from "../baseline/baseline.ts";
import { changeMarks } from "../ChangeList.tsx";
import { deskScale } from "../deskScale.ts";
import { onResize } from "../onResize.ts";
import { language, t, theme } from "../preferences.ts";
import { before, measured, measuredBefore, measuredWeeks, shownRecording } from "../session/index.ts";
import { scaleNow } from "../stage/onStage.ts";
import { hold, hovered, shownWeek, span } from "../weekSelection.ts";
import { observedIn, observedText } from "./observed.ts";
import { nameOfSeries, type SeriesPanel } from "./seriesPanels.ts";

/** The week that series show: also of a recorded run, which has no others to choose from. */
export const weekOfSeries = computed(() => (shownRecording.value ? measuredWeeks.value : shownWeek.value));

/**
 * A chart of measures in a box, which follows the run, with what it shows as a sentence.
 *
 * @param staged     it is as large as its box, in the letters of the stage
 * @param highlight  what stands out in it
 * @param scale      pixels of the page to one of the chart
 */
export function useSeries(
  panel: SeriesPanel,
  staged = false,
  highlight?: SeriesOptions["highlight"],
  scale = staged ? scaleNow : deskScale,
) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof seriesChart> | null>(null);
  const finding = useComputed(() => {
    const at = Math.min(weekOfSeries.value, baselineWeek.value || Number.POSITIVE_INFINITY);
    return panel.subject === "measure"
      ? undefined
      : tellSeries(language.value, panel.subject, at, measured, isApart(at) ? measuredBaseline : undefined);
  });
  chart.current ??= seriesChart({
    title: nameOfSeries(panel),
    format: panel.format,
    series: panel.measures.map(([, en, zh, dashed = false]) => ({ label: language.peek() === "zh" ? zh : en, dashed })),
    scale,
    staged,
    highlight,
    weekLabel: t("weekLabel"),
    weekText: (at) => t("weekShort", { week: at }),
    observedNames: [t("observedName"), t("observedLow"), t("observedHigh")],
    nothing: t("noWeekYet"),
    onHover: (at) => (hovered.value = at),
    onHold: hold,
    onSpan: (from, to) => (span.value = [from, to]),
  });
  useEffect(() => {
    const { node, resize, stop } = chart.current as NonNullable<typeof chart.current>;
    const parent = box.current as HTMLDivElement;
    parent.append(node);
    const rest = onResize(parent, (width, height) => (staged ? resize(width, height) : resize(width)));
    return () => {
      rest();
      stop();
      chart.current = null;
    };
  }, []);
  useSignalEffect(() => {
    chart.current?.update({
      weeks: Array.from({ length: measuredWeeks.value }, (_, k) => k + 1),
      values: panel.measures.map(([id]) => measured(id)),
      ghosts: [
        ...(baselineWeek.value > 0
          ? [{ name: t("realBaseline"), values: panel.measures.map(([id]) => measuredBaseline(id)), colour: quiet }]
          : []),
        ...(before.value ? [{ name: t("before"), values: panel.measures.map(([id]) => measuredBefore(id) ?? []), colour: ghost }] : []),
      ],
    });
  });
  useSignalEffect(() => chart.current?.changes(changeMarks.value));
  const marks = useComputed(() => observedIn(panel));
  useSignalEffect(() => chart.current?.observe(marks.value, observedText(panel, marks.value)));
  useSignalEffect(() => {
    const window = span.value;
    chart.current?.mark({ week: weekOfSeries.value, ...(typeof window === "number" ? {} : { window }) });
  });
  useSignalEffect(() => chart.current?.find(finding.value));
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => chart.current?.restyle());
  });
  return { box, chart, finding };
}
