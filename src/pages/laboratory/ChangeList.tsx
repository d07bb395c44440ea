import { computed } from "@preact/signals";
import type { ChangeMark } from "../../views/index.ts";
import { marks } from "../../words/index.ts";
import { changesInWords } from "./controls/changesInWords.ts";
import { interventionInWords } from "./controls/labels.ts";
import { language, t } from "./preferences.ts";
import { allInterventions, type Before, before, built, interventions, loaded, seed } from "./session/index.ts";
import { hold } from "./weekSelection.ts";

/** What changes in which weeks, by the scenario file and by the reader, by week. */
const inOrder = computed(() => [...allInterventions.value].sort((a, b) => a.week - b.week));
/** The number of each at its mark, in the charts and on the track. */
export const numberOfChange = computed(() => new Map(inOrder.value.map((one, k) => [one, k + 1])));

/** The marks of all charts over time. */
export const changeMarks = computed<readonly ChangeMark[]>(() => {
  const ofFile = new Set(loaded.value?.interventions);
  return inOrder.value.map((one, k) => {
    const said = t("inWeek", { week: one.week, what: interventionInWords(one) });
    return { week: one.week, number: k + 1, text: ofFile.has(one) ? `${said} (${t("ofFile")})` : said };
  });
});

const FEW = 6; // so many stand open

/** The marks of the charts in words, and what the curves of before are of. */
export function ChangeList() {
  const all = changeMarks.value;
  const kept = before.value;
  if (all.length === 0 && !kept) return null;
  return (
    <div class="change-list">
      {all.length > 0 && (
        <details open={all.length <= FEW}>
          <summary>{t("changesInCharts")}</summary>
          <ol>
            {all.map(({ week, number, text }) => (
              <li key={number} value={number}>
                <button type="button" class="link" onClick={() => hold(week)}>
                  {text}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
      {kept && (
        <p>
          {t("beforeHelp", { what: differenceInWords(kept) })}{" "}
          <button type="button" class="link" onClick={() => (before.value = undefined)}>
            {t("forgetBefore")}
          </button>
        </p>
      )}
    </div>
  );
}

/** How the run of before differs from the one that stands. */
function differenceInWords(kept: Before): string {
  const [then, now] = [changesInWords(kept), changesInWords({ changed: built.value, interventions: interventions.value })];
  const { list, of } = marks[language.value];
  const had = then.filter((one) => !now.includes(one));
  const lacked = now.filter((one) => !then.includes(one));
  const parts = [
    ...(had.length > 0 ? [t("beforeWith", { list: had.join(list) })] : []),
    ...(lacked.length > 0 ? [t("beforeWithout", { list: lacked.join(list) })] : []),
    ...(kept.seed !== seed.value ? [t("beforeSeed", { seed: kept.seed })] : []),
  ];
  return parts.length === 0 ? "" : of(parts.join(list));
}
