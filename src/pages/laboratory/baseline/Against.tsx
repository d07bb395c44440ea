import "./baseline.css";
import { useSignal } from "@preact/signals";
import type { MeasureId } from "../../../observation/index.ts";
import { marks, tellAgainstBaseline } from "../../../words/index.ts";
import { Boundary, useLoaded } from "../Boundary.tsx";
import { changesInWords } from "../controls/changesInWords.ts";
import { measureName } from "../controls/labels.ts";
import { inWords, language, t } from "../preferences.ts";
import { askWhetherReal } from "../real/ask.ts";
import { changesOfBaseline, measured, week } from "../session/index.ts";
import { shownWeek } from "../weekSelection.ts";
import { baselineWeek, beginAgain, failure, firstChange, isApart, measuredBaseline, want, wanted } from "./baseline.ts";

/** Shares of the main charts, recorded beside actual. */
const shares: readonly MeasureId[] = [
  "participation_rate",
  "settlement_rate_true",
  "settlement_rate_recorded",
  "coverage_functional",
  "coverage_formal",
  "branch_activity_true",
  "branch_activity_reported",
];

/** How the run differs from its baseline in the week that is shown, once something was changed. */
export function Against() {
  const details = useSignal(false);
  const first = firstChange.value;
  if (first === undefined || week.value < first) return null;
  return (
    <section class="against" aria-label={t("baseline")}>
      {failure.value && (
        <p role="alert" class="alarm">
          {t("baselineFailed", { message: inWords(failure.value) })}{" "}
          <button type="button" class="link" onClick={beginAgain}>
            {t("baselineAgain")}
          </button>
        </p>
      )}
      <Told />
      <footer>
        <span>{t("baselineChance")}</span>
        <button type="button" class="link" onClick={() => void askWhetherReal()}>
          {t("isItReal")}
        </button>
        <span class="help">{wanted.value ? ofWhat() : t("baselineLarge")}</span>
        <button type="button" class="link" onClick={() => want(!wanted.value)}>
          {t(wanted.value ? "baselineOff" : "baselineOn")}
        </button>
        {baselineWeek.value > 0 && (
          <button type="button" class="link" aria-expanded={details.value} onClick={() => (details.value = !details.value)}>
            {t("baselineDetails")}
          </button>
        )}
      </footer>
      {details.value && baselineWeek.value > 0 && (
        <Boundary>
          <Details />
        </Boundary>
      )}
    </section>
  );
}

/** The sentence, of the last week that both have where the baseline is behind. */
function Told() {
  const at = Math.min(shownWeek.value, baselineWeek.value);
  const behind = wanted.value && baselineWeek.value < week.value;
  return (
    <>
      {isApart(at) && (
        <p class="told" role="status">
          {tellAgainstBaseline(
            language.value,
            at,
            shares.map((id) => ({ name: measureName(id), changed: measured(id), baseline: measuredBaseline(id) })),
          )}
        </p>
      )}
      {behind && !isApart(at) && <p role="status">{t("baselineBehind", { week: baselineWeek.value, weeks: week.value })}</p>}
    </>
  );
}

/** What the baseline is. */
function ofWhat(): string {
  const changes = changesInWords(changesOfBaseline.value).join(marks[language.value].list);
  return changes === "" ? t("baselineHelp") : t("baselineOwn", { changes });
}

function Details() {
  const All = useLoaded(() => import("./Details.tsx").then((m) => m.Details));
  return All ? (
    <All />
  ) : (
    <p class="busy" aria-busy="true" role="status">
      {t("opening")}
    </p>
  );
}
