import { computed } from "@preact/signals";
import { asRead, short } from "../../../words/index.ts";
import { unitOf } from "../controls/labels.ts";
import { language, t } from "../preferences.ts";
import { description, series, week } from "../session/index.ts";
import { baselineSeries, baselineWeek } from "./baseline.ts";
import { rankDifferences } from "./rankDifferences.ts";

const bothWeeks = computed(() => Math.min(week.value, baselineWeek.value));
/** Measures of the week to which both runs have come, the largest difference first. */
const rows = computed(() => rankDifferences(baselineSeries.value, series.value, bothWeeks.value));

/** First week in which any measure differs; 0 if none does. */
const firstDifference = computed(() => {
  let first = 0;
  for (const [m, there] of baselineSeries.value.entries()) {
    const here = series.value[m] ?? [];
    const at = there.findIndex((value, k) => k < here.length && value !== here[k] && !(Number.isNaN(value) && Number.isNaN(here[k])));
    if (at >= 0 && (first === 0 || at + 1 < first)) first = at + 1;
  }
  return first;
});

/** Every measure of the run and its baseline, by the size of the difference. */
export function MeasureTable() {
  const differing = rows.value.filter(({ difference }) => difference !== 0);
  return (
    <details open class="differences" data-differing={differing.length} data-first={firstDifference.value}>
      <summary>
        {t("compareMeasures")} <small>{differing.length}</small>
      </summary>
      {firstDifference.value > 0 && <p>{t("compareSince", { week: firstDifference.value })}</p>}
      {rows.value.length > 0 && differing.length === 0 && <p>{t("compareEqual")}</p>}
      {differing.length > 0 && <p class="help">{t("compareRankHelp")}</p>}
      {differing.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="wide tall" tabIndex={0} aria-label={t("compareMeasures")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("measure")}</th>
                <th scope="col">{t("realBaseline")}</th>
                <th scope="col">{t("realChanged")}</th>
                <th scope="col">{t("compareDifference")}</th>
                <th scope="col">{t("compareRelative")}</th>
              </tr>
            </thead>
            <tbody>
              {differing.flatMap(({ measure: m, first, second, difference, relative }) => {
                const measure = description.value?.measures[m];
                if (!measure) return [];
                return (
                  <tr key={measure.id}>
                    <th scope="row">
                      {measure.label[language.value]} <small>{unitOf(measure)}</small>
                    </th>
                    <td>{short(asRead(measure.unit, first))}</td>
                    <td>{short(asRead(measure.unit, second))}</td>
                    <td>
                      {difference > 0 ? "+" : ""}
                      {short(asRead(measure.unit, difference))}
                    </td>
                    <td>{Number.isNaN(relative) ? "–" : short(Math.abs(relative))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
