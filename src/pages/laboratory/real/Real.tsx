import "./real.css";
import { useEffect } from "preact/hooks";
import { pairsToTell, verdictOn } from "../../../experiment/index.ts";
import { marks, signed, tellHeadline, tellTime, tellVerdict } from "../../../words/index.ts";
import { changesInWords } from "../controls/changesInWords.ts";
import { measureName } from "../controls/labels.ts";
import { leftOut, posterior, study } from "../experiments/study.ts";
import { goTo } from "../goTo.ts";
import { NumberField } from "../NumberField.tsx";
import { secondsLeft } from "../pace.ts";
import { language, t } from "../preferences.ts";
import { changed, changesOfBaseline, interventions, planFile } from "../session/index.ts";
import { Bar } from "./Bar.tsx";
import type { Found } from "./found.ts";
import { Narrowing, scaleOf } from "./Narrowing.tsx";
import {
  anyChange,
  BATCH,
  enough,
  least,
  looksHere,
  pairsHere,
  plan,
  progress,
  runMore,
  runUntilTold,
  secondsOfPair,
  span,
  stopPairs,
  timePairs,
  trouble,
  untilTold,
} from "./pairs.ts";

const POINTS = 100;

/** A difference with the verdict on it, in points. */
function judged({ difference }: Found) {
  const { mean, low, high } = difference;
  const found = { ...difference, mean: POINTS * mean, low: POINTS * low, high: POINTS * high };
  return { ...found, least: least.value, verdict: verdictOn(found, least.value), more: pairsToTell(found, least.value) };
}

/** Whether a change makes a difference beyond the luck of one run: pairs of runs until they are enough, and a verdict by rule. */
export function Real() {
  const looks = looksHere.value;
  const rows = looks.at(-1)?.rows;
  return (
    <main class="real">
      <header>
        <h1 aria-live="polite">{rows ? tellHeadline(language.value, measureName(rows[0].measure), judged(rows[0])) : t("isItReal")}</h1>
        <p>{t("realHelp")}</p>
        <p>{anyChange.value ? armsInWords() : t("realNothing")}</p>
        <Drawn />
        <Acts />
        {trouble.value && (
          <p role="alert" class="alarm">
            {trouble.value}
          </p>
        )}
      </header>
      {rows && (
        <>
          <div class="looks">
            <Narrowing name={measureName(rows[0].measure)} looks={looks.map((look) => judged(look.rows[0]))} />
            <p class="help covers">
              {!progress.value && tellStopped(rows[0])} {t(posterior.value ? "realCoversPosterior" : "realCovers")}
            </p>
          </div>
          <Outcomes rows={rows} />
        </>
      )}
    </main>
  );
}

/** Where the parameters of pairs come from, if a study was opened. */
function Drawn() {
  const open = study.value;
  if (!open || open.sets.length === 0) return null;
  const title = open[language.value === "zh" ? "titleZh" : "title"];
  const values = { kind: t(`report_${open.kind}`), title, parameters: open.paths.length, sets: open.sets.length };
  return (
    <p>
      {t(posterior.value ? "realDrawn" : "realNotDrawn", values)}{" "}
      <button type="button" class="link" onClick={() => (leftOut.value = !leftOut.value)} disabled={progress.value !== undefined}>
        {t(posterior.value ? "realDrawNot" : "realDraw")}
      </button>
    </p>
  );
}

/** Why the pairs ended, by rule: what an interval says of itself needs nobody to remember it. */
const tellStopped = (of: Found): string => t(`realStopped_${enough(of) ?? "open"}`, { count: of.difference.count, least: least.value });

/** What can be done, how long it takes, and how far it is. */
function Acts() {
  const going = progress.value;
  return (
    <div class="acts">
      {going ? (
        <button type="button" class="main" onClick={stopPairs}>
          {t("stop")}
        </button>
      ) : (
        <>
          <button type="button" class="main" onClick={() => void runUntilTold()}>
            {t(pairsHere.value > 0 ? "realGoOn" : "realRun")}
          </button>
          {pairsHere.value > 0 && (
            <button type="button" class="outline" onClick={() => void runMore()}>
              {t("realMore", { pairs: BATCH })}
            </button>
          )}
        </>
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
      {going ? <Going /> : <Takes />}
    </div>
  );
}

/** How far the runs are, and how long those may take that are missing. */
function Going() {
  const going = progress.value;
  if (!going) return null;
  const left = secondsLeft(going);
  const time = left !== undefined && t(untilTold.value ? "time_leftAtMost" : "time_left", { time: tellTime(language.value, left) });
  return (
    <>
      <progress max={going.total} value={going.done} aria-label={t("realProgress", going)} />
      <span class="help">
        {t("realProgress", { done: going.done, total: going.total })}
        {time && `${marks[language.value].part}${time}`}
      </span>
    </>
  );
}

/** How long pairs take here, timed by a short trial while nothing runs. */
function Takes() {
  useEffect(() => void timePairs());
  const seconds = secondsOfPair.value;
  if (seconds === undefined) return null;
  return <span class="help">{t("realTakes", { time: tellTime(language.value, seconds) })}</span>;
}

/** What is changed, and what the baseline has instead. */
function armsInWords(): string {
  const { list, next } = marks[language.value];
  const own = changesInWords({ changed: changed.value, interventions: interventions.value }).join(list);
  const base = changesInWords(changesOfBaseline.value).join(list);
  return [own && t("realOf", { changes: own }), base && t("realAgainst", { changes: base })].filter(Boolean).join(next);
}

/** All outcomes in one form and unit. */
function Outcomes({ rows }: { rows: readonly Found[] }) {
  const all = rows.map((row) => ({ ...row, ...judged(row) }));
  const reach = scaleOf(all, least.value);
  const [from, to] = span.value;
  const percent = (mean: number) => (Number.isFinite(mean) ? (POINTS * mean).toFixed(1) : "–");
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
                <Bar of={row} reach={reach} />
              </td>
              <td>
                {Number.isFinite(row.high - row.low)
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
