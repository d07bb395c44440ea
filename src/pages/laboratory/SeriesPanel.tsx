import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { seriesChart } from "../../views/index.ts";
import type { Word } from "../../words/index.ts";
import { language, t, theme } from "./preferences.ts";
import { description, series, week } from "./session/index.ts";

interface Panel {
  title: Word;
  format: "share" | "number";
  measures: readonly [id: string, en: string, zh: string, dashed?: boolean][];
}

/** The main measures, recorded beside true. */
const panels: readonly Panel[] = [
  {
    title: "chart_participation",
    format: "share",
    measures: [
      ["participation_rate", "all", "全部"],
      ["participation_members", "members", "党员"],
      ["participation_volunteering", "volunteering", "志愿"],
      ["participation_mobilized", "mobilized", "受动员"],
    ],
  },
  {
    title: "chart_settlement",
    format: "share",
    measures: [
      ["settlement_rate_true", "settled, true", "真实解决"],
      ["settlement_rate_recorded", "settled, recorded", "记录解决", true],
      ["self_settled_share", "self-settled", "自主解决"],
    ],
  },
  {
    title: "chart_coverage",
    format: "share",
    measures: [
      ["coverage_functional", "functional", "功能"],
      ["coverage_formal", "formal", "形式", true],
      ["branch_activity_true", "activity, true", "真实活动"],
      ["branch_activity_reported", "activity, reported", "上报活动", true],
    ],
  },
  {
    title: "chart_resources",
    format: "share",
    measures: [
      ["matched_share", "matched", "匹配"],
      ["idle_share", "idle", "闲置"],
      ["fragmentation", "fragmentation", "碎片化"],
      ["dependence_mean", "dependence", "依赖"],
    ],
  },
  {
    title: "chart_residents",
    format: "share",
    measures: [
      ["motivation_mean", "motivation", "动机"],
      ["trust_community", "trust in community", "信任社区"],
      ["fatigue_mean", "fatigue", "疲劳"],
      ["satisfaction_mean", "satisfaction", "满意"],
    ],
  },
  {
    title: "chart_awareness",
    format: "share",
    measures: [
      ["awareness_knows", "knows", "知晓"],
      ["awareness_understands", "understands", "理解"],
      ["awareness_supports", "supports", "支持"],
    ],
  },
  { title: "chart_hours", format: "number", measures: [["volunteer_hours_per_adult", "hours per adult and year", "成年人年均小时"]] },
  {
    title: "chart_matters",
    format: "number",
    measures: [
      ["matters_open", "open", "未结"],
      ["matters_raised", "raised a week", "每周产生"],
      ["matters_settled_true", "settled a week, true", "每周真实解决"],
    ],
  },
  { title: "chart_organizations", format: "number", measures: [["orgs_alive", "alive", "存续"]] },
];

/** Live series of the main measures. */
export function SeriesPanel() {
  return (
    <section class="measures" aria-label={t("measures")}>
      {panels.map((panel) => (
        <Series key={`${panel.title}${language.value}`} panel={panel} />
      ))}
    </section>
  );
}

function Series({ panel }: { panel: Panel }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof seriesChart> | null>(null);
  chart.current ??= seriesChart({
    title: t(panel.title),
    format: panel.format,
    series: panel.measures.map(([, en, zh, dashed = false]) => ({ label: language.peek() === "zh" ? zh : en, dashed })),
    weekLabel: t("weekShort", { week: "" }).trim(),
  });
  useEffect(() => {
    const { node, resize } = chart.current as NonNullable<typeof chart.current>;
    const parent = box.current as HTMLDivElement;
    parent.replaceChildren(node);
    const watch = new ResizeObserver(([entry]) => resize(Math.floor(entry.contentRect.width)));
    watch.observe(parent);
    return () => watch.disconnect();
  }, []);
  useSignalEffect(() => {
    const index = new Map(description.value?.measures.map(({ id }, k) => [id, k]));
    const all = series.value;
    chart.current?.update({
      weeks: Array.from({ length: week.value }, (_, k) => k + 1),
      values: panel.measures.map(([id]) => all[index.get(id) as number] ?? []),
    });
  });
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => chart.current?.restyle());
  });
  return <div class="card" ref={box} />;
}
