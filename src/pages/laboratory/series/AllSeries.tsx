import { signal, useSignal } from "@preact/signals";
import { ChangeList } from "../ChangeList.tsx";
import { SaveMenu, TableOf } from "../pictures/saving.tsx";
import { language, t } from "../preferences.ts";
import { measuredWeeks, shownRecording } from "../session/index.ts";
import { held, hold, shownWeek } from "../weekSelection.ts";
import { observedIn, observedPanels } from "./observed.ts";
import { idOfSeries, nameOfSeries, panels, type SeriesPanel } from "./seriesPanels.ts";
import { useSeries } from "./useSeries.ts";

const MAIN = 3;
/** Whether all measures are shown, or the three main ones. */
export const allMeasures = signal(false);

/** Live series of the main measures, or of all. */
export function AllSeries() {
  const week = held.value;
  return (
    <section class="measures" aria-label={t("measures")}>
      {shownRecording.value && (
        <p class="recorded" role="note">
          {t("recorded", { weeks: shownRecording.value.weeks, title: shownRecording.value.title[language.value] })}
        </p>
      )}
      {shownPanels().map((panel) => (
        <Series key={`${idOfSeries(panel)}${language.value}`} panel={panel} />
      ))}
      <ChangeList />
      <footer>
        <button type="button" class="quiet" aria-expanded={allMeasures.value} onClick={() => (allMeasures.value = !allMeasures.value)}>
          {t(allMeasures.value ? "fewerMeasures" : "moreMeasures")}
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

/** The main charts and those in which something was observed, or all. */
const shownPanels = (): SeriesPanel[] => [
  ...panels.filter((panel, k) => allMeasures.value || k < MAIN || observedIn(panel).length > 0),
  ...observedPanels.value,
];

function Series({ panel }: { panel: SeriesPanel }) {
  const { box, chart, finding } = useSeries(panel);
  const table = useSignal(false);
  const title = nameOfSeries(panel);
  if (table.value) measuredWeeks.value; // the table follows the run
  return (
    <div class="card">
      <SaveMenu
        of={{
          title,
          heading: () => finding.value ?? title,
          id: idOfSeries(panel),
          drawn: () => chart.current?.canvas(),
          legend: () => chart.current?.legend() ?? [],
          table: () => chart.current?.table() ?? { columns: [], rows: [] },
          week: () => shownWeek.value,
          stage: idOfSeries(panel),
        }}
        shown={table.value}
        onTable={() => (table.value = !table.value)}
      />
      <div ref={box} />
      {table.value && <TableOf title={title} table={chart.current?.table() ?? { columns: [], rows: [] }} />}
    </div>
  );
}
