import "./real.css";
import { type Estimate, pairsToTell, verdictOn } from "../../../experiment/index.ts";
import { marks, signed, tellHeadline, tellVerdict } from "../../../words/index.ts";
import { interventionInWords, labelOfPath, measureName, shownValue } from "../controls/labels.ts";
import { goTo } from "../goTo.ts";
import { NumberField } from "../NumberField.tsx";
import { language, t } from "../preferences.ts";
import { asksOfSecond, changed, interventions, planFile } from "../session/index.ts";
import { Narrowing, scaleOf } from "./Narrowing.tsx";
import {
  anyChange,
  BATCH,
  type Found,
  judgedSecond,
  least,
  looksHere,
  pairs,
  plan,
  progress,
  runPairs,
  span,
  stopPairs,
  trouble,
} from "./pairs.ts";

const POINTS = 100;
const inPoints = ({ mean, low, high, count }: Estimate) => ({ mean: POINTS * mean, low: POINTS * low, high: POINTS * high, count });

/** A difference with the verdict on it, in points. */
function judged({ difference }: Found) {
  const found = inPoints(difference);
  return { ...found, least: least.value, verdict: verdictOn(found, least.value), more: pairsToTell(found, least.value) };
}

/** Whether a change makes a difference beyond the luck of one run: pairs of runs, their interval as it narrows, and a verdict by rule. */
export function Real() {
  const looks = looksHere.value;
  const rows = looks.at(-1)?.rows;
  const going = progress.value;
  const count = rows?.[0].difference.count ?? 0;
  const more = count >= pairs.value;
  return (
    <main class="real">
      <header>
        <h1 aria-live="polite">{rows ? tellHeadline(language.value, measureName(rows[0].measure), judged(rows[0])) : t("isItReal")}</h1>
        <p>{t("realHelp")}</p>
        <p>{anyChange.value || judgedSecond.value ? t("realOf", { changes: changesInWords() }) : t("realNothing")}</p>
        {judgedSecond.value && (
          <p>
            <button type="button" class="link" onClick={() => (asksOfSecond.value = false)}>
              {t("realOfLaboratory")}
            </button>
          </p>
        )}
        <div class="acts">
          {going ? (
            <button type="button" class="main" onClick={stopPairs}>
              {t("stop")}
            </button>
          ) : (
            <button
              type="button"
              class="main"
              onClick={() => {
                if (more) pairs.value = count + BATCH;
                void runPairs();
              }}
            >
              {t(more ? "realMore" : "realRun", { pairs: more ? BATCH : pairs.value })}
            </button>
          )}
          <button
            type="button"
            class="outline"
            onClick={() => {
              planFile.value = { name: "pairs.yaml", text: plan.value };
              goTo("experiments");
            }}
          >
            {t("realPlan")}
          </button>
          <label>
            {t("realLeast")} <NumberField value={least.value} min={0.01} max={50} onChange={(next) => (least.value = next)} />
          </label>
          {going && <progress max={going.total} value={going.done} aria-label={t("realProgress", going)} />}
          {going && <span class="help">{t("realProgress", going)}</span>}
        </div>
        {trouble.value && (
          <p role="alert" class="alarm">
            {trouble.value}
          </p>
        )}
      </header>
      {rows && (
        <>
          <Narrowing name={measureName(rows[0].measure)} looks={looks.map((look) => judged(look.rows[0]))} />
          <Outcomes rows={rows} />
        </>
      )}
    </main>
  );
}

function changesInWords(): string {
  const second = judgedSecond.value;
  if (second) {
    const said = Object.entries(second.changes).map(([path, value]) =>
      t("becomes", { name: labelOfPath(path), value: shownValue(path, value) }),
    );
    return said.map((what) => t("inWeek", { week: second.at, what })).join(marks[language.value].list);
  }
  const set = Object.entries(changed.value).map(([path, value]) =>
    t("becomes", { name: labelOfPath(path), value: shownValue(path, value) }),
  );
  const later = interventions.value.map((one) => t("inWeek", { week: one.week, what: interventionInWords(one) }));
  return [...set, ...later].join(marks[language.value].list);
}

/** All outcomes in one form and unit. */
function Outcomes({ rows }: { rows: readonly Found[] }) {
  const all = rows.map((row) => ({ ...row, ...judged(row) }));
  const reach = scaleOf(all, least.value);
  const at = (value: number) => 50 + (50 * Math.max(-reach, Math.min(reach, value))) / reach;
  const [from, to] = span.value;
  const percent = ({ mean }: Estimate) => (Number.isFinite(mean) ? (POINTS * mean).toFixed(1) : "–");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="card wide" tabIndex={0} aria-label={t("isItReal")}>
      <table>
        <caption>{t("realJudged", { from, to })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("realOutcome")}</th>
            <th scope="col">{t("realBaseline")}</th>
            <th scope="col">{t("realChanged")}</th>
            <td class="forest" aria-hidden="true" />
            <th scope="col">{t("realDifference")}</th>
            <th scope="col">{t("realVerdict")}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((row) => (
            <tr key={row.measure} data-measure={row.measure} data-verdict={row.verdict}>
              <th scope="row">{measureName(row.measure)}</th>
              <td>{percent(row.baseline)}</td>
              <td>{percent(row.changed)}</td>
              <td class="forest" aria-hidden="true">
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" role="presentation">
                  <rect class="matters-not" x={at(-least.value)} width={at(least.value) - at(-least.value)} y={0} height={12} />
                  <line class="zero" x1={50} x2={50} y1={0} y2={12} />
                  {row.low <= row.high && (
                    <rect class="bar" x={at(row.low)} width={Math.max(0.6, at(row.high) - at(row.low))} y={4} height={4} />
                  )}
                </svg>
              </td>
              <td>
                {row.low <= row.high
                  ? t("realPoints", { mean: signed(row.mean, row), low: signed(row.low, row), high: signed(row.high, row) })
                  : t("realPairs", { count: row.count })}
              </td>
              <td>{tellVerdict(language.value, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="help">{t("realAccident", { outcomes: all.length })}</p>
    </section>
  );
}
