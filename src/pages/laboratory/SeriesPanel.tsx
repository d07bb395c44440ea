import { computed, signal, useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { seriesChart } from "../../views/index.ts";
import { type SeriesChart, tellSeries, type Word } from "../../words/index.ts";
import { useSignalEffect } from "./Boundary.tsx";
import { ChangeList, changeMarks } from "./ChangeList.tsx";
import { onResize } from "./onResize.ts";
import { SaveMenu, TableOf } from "./pictures/saving.tsx";
import { language, t, theme } from "./preferences.ts";
import { before, measured, measuredBefore, measuredWeeks, shownRecording } from "./session/index.ts";
import { held, hold, hovered, shownWeek, span } from "./weekSelection.ts";

interface Panel {
  subject: SeriesChart;
  format: "share" | "number";
  measures: readonly [id: string, en: string, zh: string, dashed?: boolean][];
}

/** The main measures, recorded beside true. */
const panels: readonly Panel[] = [
  {
    subject: "participation",
    format: "share",
    measures: [
      ["participation_rate", "all", "全部"],
      ["participation_members", "members", "党员"],
      ["participation_volunteering", "volunteering", "志愿"],
      ["participation_mobilized", "mobilized", "受动员"],
    ],
  },
  {
    subject: "settlement",
    format: "share",
    measures: [
      ["settlement_rate_true", "settled, actual", "解决（实际）"],
      ["settlement_rate_recorded", "closed, recorded", "办结", true],
      ["self_settled_share", "self-settled", "自主解决"],
    ],
  },
  {
    subject: "coverage",
    format: "share",
    measures: [
      ["coverage_functional", "functional", "有效覆盖"],
      ["coverage_formal", "formal", "有形覆盖", true],
      ["branch_activity_true", "activity, actual", "实际活动"],
      ["branch_activity_reported", "activity, reported", "上报活动", true],
    ],
  },
  {
    subject: "resources",
    format: "share",
    measures: [
      ["matched_share", "matched", "匹配"],
      ["idle_share", "idle", "闲置"],
      ["fragmentation", "fragmentation", "碎片化"],
      ["dependence_mean", "dependence", "依赖"],
    ],
  },
  {
    subject: "residents",
    format: "share",
    measures: [
      ["motivation_mean", "motivation", "动机"],
      ["trust_community", "trust in community", "信任社区"],
      ["fatigue_mean", "fatigue", "疲劳"],
      ["satisfaction_mean", "satisfaction", "满意"],
    ],
  },
  {
    subject: "awareness",
    format: "share",
    measures: [
      ["awareness_knows", "knows", "知晓"],
      ["awareness_understands", "understands", "理解"],
      ["awareness_supports", "supports", "支持"],
    ],
  },
  { subject: "hours", format: "number", measures: [["volunteer_hours_per_adult", "hours per adult and year", "成年人年均小时"]] },
  {
    subject: "matters",
    format: "number",
    measures: [
      ["matters_open", "open", "未结"],
      ["matters_raised", "raised a week", "每周提出"],
      ["matters_settled_true", "settled a week, actual", "每周解决（实际）"],
    ],
  },
  { subject: "organizations", format: "number", measures: [["orgs_alive", "operating", "存续"]] },
];

const nameOf = ({ subject }: Panel): string => t(`chart_${subject}` as Word);

/** The narrowest that a chart may be, pixels with its gap. */
const NARROWEST = 255;
const all = signal(false);

/** The week that series show: also of a recorded run, which has no others to choose from. */
const weekOfSeries = computed(() => (shownRecording.value ? measuredWeeks.value : shownWeek.value));

/** Live series of the main measures: one row of them, or all. */
export function SeriesPanel() {
  const box = useRef<HTMLElement>(null);
  const row = useSignal(3);
  useEffect(() => onResize(box.current as HTMLElement, (width) => (row.value = Math.max(1, Math.floor(width / NARROWEST)))), []);
  const week = held.value;
  return (
    <section class="measures" aria-label={t("measures")} ref={box}>
      {shownRecording.value && (
        <p class="recorded" role="note">
          {t("recorded", { weeks: shownRecording.value.weeks, title: shownRecording.value.title[language.value] })}
        </p>
      )}
      {(all.value ? panels : panels.slice(0, row.value)).map((panel) => (
        <Series key={`${panel.subject}${language.value}`} panel={panel} />
      ))}
      <ChangeList />
      <footer>
        <button type="button" class="quiet" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {t(all.value ? "fewerMeasures" : "moreMeasures")}
        </button>
        {week === undefined ? (
          <span class="help">{t("selectWeeksHelp")}</span>
        ) : (
          <>
            <strong role="status">{t("heldWeek", { week })}</strong>
            <button type="button" class="quiet" onClick={() => hold("now")}>
              {t("backToNow")}
            </button>
          </>
        )}
      </footer>
    </section>
  );
}

function Series({ panel }: { panel: Panel }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof seriesChart> | null>(null);
  const table = useSignal(false);
  const finding = useComputed(() => tellSeries(language.value, panel.subject, weekOfSeries.value, measured));
  chart.current ??= seriesChart({
    title: nameOf(panel),
    format: panel.format,
    series: panel.measures.map(([, en, zh, dashed = false]) => ({ label: language.peek() === "zh" ? zh : en, dashed })),
    weekLabel: t("weekLabel"),
    weekText: (at) => t("weekShort", { week: at }),
    nothing: t("noWeekYet"),
    before: t("before"),
    onHover: (at) => (hovered.value = at),
    onHold: hold,
    onSpan: (from, to) => (span.value = [from, to]),
  });
  useEffect(() => {
    const { node, resize, stop } = chart.current as NonNullable<typeof chart.current>;
    const parent = box.current as HTMLDivElement;
    parent.append(node);
    const rest = onResize(parent, resize);
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
      before: before.value && panel.measures.map(([id]) => measuredBefore(id) ?? []),
    });
  });
  useSignalEffect(() => chart.current?.changes(changeMarks.value));
  useSignalEffect(() => {
    const window = span.value;
    chart.current?.mark({ week: weekOfSeries.value, ...(typeof window === "number" ? {} : { window }) });
  });
  useSignalEffect(() => chart.current?.find(finding.value));
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => chart.current?.restyle());
  });
  const title = nameOf(panel);
  if (table.value) measuredWeeks.value; // the table follows the run
  return (
    <div class="card">
      <SaveMenu
        of={{
          title,
          heading: () => finding.value ?? title,
          id: `series-${panel.subject}`,
          drawn: () => chart.current?.canvas(),
          legend: () => chart.current?.legend() ?? [],
          table: () => chart.current?.table() ?? { columns: [], rows: [] },
          week: () => shownWeek.value,
        }}
        shown={table.value}
        onTable={() => (table.value = !table.value)}
      />
      <div ref={box} />
      {table.value && <TableOf title={title} table={chart.current.table()} />}
    </div>
  );
}
