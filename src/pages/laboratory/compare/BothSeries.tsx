import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Measure, type MeasureGroup, measureGroups } from "../../../observation/index.ts";
import { seriesChart } from "../../../views/index.ts";
import { asRead, inPercent } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { unitOf } from "../controls/labels.ts";
import { onResize } from "../onResize.ts";
import { language, t, theme } from "../preferences.ts";
import { description, series } from "../session/index.ts";
import { counterfactualSeries, counterfactualWeek } from "./counterfactual.ts";

const group = signal<MeasureGroup>("participation");

/** Every measure of a group: both worlds, and below their difference. */
export function BothSeries() {
  const measures = description.value?.measures ?? [];
  return (
    <details open>
      <summary>{t("compareCharts")}</summary>
      <label class="group">
        {t("compareGroup")}
        <select value={group.value} onChange={(event) => (group.value = event.currentTarget.value as MeasureGroup)}>
          {measureGroups.map((one) => (
            <option key={one} value={one}>
              {t(`group_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="measures both">
        {measures.map((measure, m) =>
          measure.group === group.value ? <Both key={`${measure.id}${language.value}`} measure={measure} index={m} /> : null,
        )}
      </div>
    </details>
  );
}

function Both({ measure, index }: { measure: Measure; index: number }) {
  const box = useRef<HTMLDivElement>(null);
  const charts = useRef<ReturnType<typeof seriesChart>[] | null>(null);
  charts.current ??= make(measure);
  useEffect(() => {
    const parent = box.current as HTMLDivElement;
    parent.replaceChildren(...(charts.current ?? []).map(({ node }) => node));
    const rest = onResize(parent, (width) => {
      for (const chart of charts.current ?? []) chart.resize(width);
    });
    return () => {
      rest();
      for (const chart of charts.current ?? []) chart.stop();
      charts.current = null;
    };
  }, []);
  const draw = () => {
    const weeks = counterfactualWeek.value;
    const first = (series.value[index] ?? []).slice(0, weeks);
    const second = counterfactualSeries.value[index] ?? [];
    const axis = Array.from({ length: weeks }, (_, k) => k + 1);
    const [both, difference] = charts.current ?? [];
    both?.update({ weeks: axis, values: [first, second] });
    difference?.update({ weeks: axis, values: [first.map((value, k) => asRead(measure.unit, second[k] - value))] });
  };
  useSignalEffect(draw);
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => {
      for (const chart of charts.current ?? []) chart.restyle();
    });
  });
  return <div class="card" ref={box} data-measure={measure.id} />;
}

function make(measure: Measure) {
  const name = measure.label[language.peek()];
  const share = inPercent(measure.unit);
  const options = {
    group: "compare",
    weekLabel: t("weekLabel"),
    weekText: (week: number) => t("weekShort", { week }),
    nothing: t("noWeekYet"),
  };
  return [
    seriesChart({
      ...options,
      title: `${name} (${unitOf(measure)})`,
      format: share ? "share" : "number",
      height: 130,
      series: [{ label: t("compareFirst") }, { label: t("compareSecond"), dashed: true }],
    }),
    seriesChart({
      ...options,
      title: `${name}: ${t("compareDifference")} (${share ? t("comparePoints") : unitOf(measure)})`,
      format: "number",
      height: 80,
      series: [{ label: t("compareDifference") }],
    }),
  ];
}
