import { computed } from "@preact/signals";
import type { Measure } from "../../../observation/index.ts";
import { asRead, short } from "../../../words/index.ts";
import { unitOf } from "../controls/labels.ts";
import { language, t } from "../preferences.ts";
import { description, series } from "../session/index.ts";
import { secondSeries, secondWeek } from "./secondWorld.ts";

interface Row {
  measure: Measure;
  first: number;
  second: number;
  difference: number;
  /** Difference as a share of the mean of both, so that measures of any unit can be ordered. */
  relative: number;
}

/** Measures of the week to which both worlds have come, the largest difference first. */
const rows = computed<Row[]>(() => {
  const at = secondWeek.value - 1;
  return (description.value?.measures ?? [])
    .map((measure, m) => {
      const first = series.value[m]?.[at] ?? Number.NaN;
      const second = secondSeries.value[m]?.[at] ?? Number.NaN;
      const difference = second - first;
      const mean = (Math.abs(first) + Math.abs(second)) / 2;
      return { measure, first, second, difference, relative: mean > 0 ? Math.abs(difference) / mean : 0 };
    })
    .filter(({ difference }) => !Number.isNaN(difference))
    .sort((a, b) => b.relative - a.relative);
});

/** First week in which any measure differs; 0 if none does. */
const firstDifference = computed(() => {
  let first = 0;
  for (const [m, there] of secondSeries.value.entries()) {
    const here = series.value[m] ?? [];
    const at = there.findIndex((value, k) => k < here.length && value !== here[k] && !(Number.isNaN(value) && Number.isNaN(here[k])));
    if (at >= 0 && (first === 0 || at + 1 < first)) first = at + 1;
  }
  return first;
});

/** Every measure in both worlds, by the size of the difference. */
export function MeasureTable() {
  const differing = rows.value.filter(({ difference }) => difference !== 0);
  return (
    <details open class="differences" data-differing={differing.length} data-first={firstDifference.value}>
      <summary>
        {t("compareMeasures")} <small>{differing.length}</small>
      </summary>
      {firstDifference.value > 0 && <p>{t("compareSince", { week: firstDifference.value })}</p>}
      {rows.value.length > 0 && differing.length === 0 && <p>{t("compareEqual")}</p>}
      {differing.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="wide tall" tabIndex={0} aria-label={t("compareMeasures")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("measure")}</th>
                <th scope="col">{t("compareFirst")}</th>
                <th scope="col">{t("compareSecond")}</th>
                <th scope="col">{t("compareDifference")}</th>
                <th scope="col">{t("compareRelative")}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map(({ measure, first, second, difference, relative }) => (
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
                  <td>{Math.round(relative * 100)}%</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
