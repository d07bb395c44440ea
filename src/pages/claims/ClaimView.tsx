import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Contrast, spanOf } from "../../experiment/index.ts";
import { marks, signed, tellTime, tellVerdict } from "../../words/index.ts";
import { interventionInWords, labelOfPath, measureName, shownValue } from "../laboratory/controls/labels.ts";
import { goTo } from "../laboratory/goTo.ts";
import { NumberField } from "../laboratory/NumberField.tsx";
import { language, t } from "../laboratory/preferences.ts";
import { Narrowing } from "../laboratory/real/Narrowing.tsx";
import { description, planFile } from "../laboratory/session/index.ts";
import { toStage } from "../laboratory/stage/toStage.ts";
import { firstOther, formulaOf, letterOf, mainArms } from "./claimPlan.ts";
import { Forest } from "./Forest.tsx";
import {
  asRecorded,
  looksOf,
  pairsNext,
  planOf,
  progress,
  rowsHere,
  runHere,
  running,
  runsFor,
  secondsFor,
  stopHere,
  trouble,
} from "./here.ts";
import { countsOf, foundWord, type JudgedRow, standings } from "./judged.ts";
import { MarkIcon } from "./Marks.tsx";
import { Mechanisms } from "./Mechanisms.tsx";
import { judged, leastTimes, rowsToShow } from "./rowsToShow.ts";
import { type Claim, record } from "./shipped.ts";
import { linkToArm, openBoth } from "./worlds.ts";

/** A text of a claim in the language of the page. */
export const said = ({ contrast }: Claim, key: "question" | "claim" | "mechanism" | "against" | "rival"): string =>
  (language.value === "zh" ? contrast[`${key}Zh`] : contrast[key]) ?? contrast[key] ?? "";

/**
 * One claim: what it asks, what was found, what would speak against it, and how to see for oneself.
 *
 * @param named  it was asked for, and is not only shown because one must be
 */
export function ClaimView({ claim, named }: { claim: Claim; named: boolean }) {
  const { contrast, number } = claim;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Where the list is not beside it, what was asked for has taken its place.
    if (named && !heading.current?.closest("main")?.querySelector(".board")?.checkVisibility()) heading.current?.focus();
  }, [claim.id, named]);
  return (
    <article class="claim card" aria-labelledby="claim-head" data-claim={claim.id}>
      <p class="of">
        <a class="all" href="#claims">
          ← {t("claimAll")}
        </a>
        <span>{t("claimNumber", { number })}</span>
        <span>
          {t("claimRows")}{" "}
          {contrast.rows.map((row) => (
            <a key={row} href={`#register/${row}`}>
              {row}
            </a>
          ))}
        </span>
      </p>
      <h2 id="claim-head" tabIndex={-1} ref={heading}>
        {said(claim, "question") || said(claim, "claim")}
      </h2>
      <p>
        <small>{t("claimOfPaper")}</small> {said(claim, "claim")}
      </p>
      <Found claim={claim} />
      <Acts claim={claim} />
      <Narrows claim={claim} />
      <Contrasts claim={claim} rows={rowsToShow(claim)} />
      <p>
        <small>{t("claimMechanism")}</small> {said(claim, "mechanism")}
      </p>
      <div class="both">
        <section>
          <h3>{t("claimAgainst")}</h3>
          <p>{said(claim, "against")}</p>
        </section>
        <section>
          <h3>{t("claimRival")}</h3>
          <p>{said(claim, "rival")}</p>
        </section>
      </div>
      <Arms claim={claim} />
      <Mechanisms rows={contrast.rows} />
    </article>
  );
}

/** What was found, in a sentence and contrast by contrast, and where it comes from. */
function Found({ claim }: { claim: Claim }) {
  const rows = rowsToShow(claim);
  const here = rowsHere(claim);
  const shownHere = here !== undefined && !asRecorded.value.has(claim.id);
  return (
    <>
      {claim.changed && <p class="notice">{t("claimChanged")}</p>}
      {!claim.changed && claim.rows === undefined && <p class="notice">{t("claimUnrecorded")}</p>}
      {rows.length > 0 && (
        <p class="found" aria-live="polite">
          <strong>{tellFound(rows)}</strong>
        </p>
      )}
      {rows.length > 0 && (
        <p class="help">
          {shownHere ? t("claimHere", { pairs: here[0].pairs.length }) : t("claimFromRecord", { pairs: record.pairs, draws: record.draws })}{" "}
          {here && claim.rows && (
            <button
              type="button"
              class="link"
              onClick={() => {
                const next = new Set(asRecorded.value);
                if (!next.delete(claim.id)) next.add(claim.id);
                asRecorded.value = next;
              }}
            >
              {t(shownHere ? "claimBackToRecord" : "claimToHere")}
            </button>
          )}
          <Agreement claim={claim} />
        </p>
      )}
    </>
  );
}

/** How a claim came out, in a sentence. */
export function tellFound(rows: readonly JudgedRow[]): string {
  const counts = countsOf(rows);
  const rest = standings.flatMap((standing) =>
    standing !== "claimed" && counts[standing] > 0 ? [t(`claimCount_${standing}`, { count: counts[standing] })] : [],
  );
  return t(foundWord(counts, rows.length), { claimed: counts.claimed, all: rows.length, rest: rest.join(marks[language.value].list) });
}

/** Whether the pairs that were run here are those that were recorded. */
function Agreement({ claim }: { claim: Claim }) {
  const here = rowsHere(claim);
  if (!here || !claim.rows) return null;
  const shared = Math.min(here[0].pairs.length, claim.rows[0].pairs.length);
  const other = firstOther(here, claim.rows);
  if (!other) return <span class="same-model"> {t("claimSameAsRecorded", { pairs: shared })}</span>;
  const { pair, estimand } = other;
  const digits = (value: number) => (Number.isFinite(value) ? value.toPrecision(6) : "–");
  return (
    <span class="other-model">
      {" "}
      {t("claimOtherThanRecorded", {
        pair: pair + 1,
        here: digits(here[estimand].pairs[pair]),
        there: digits(claim.rows[estimand].pairs[pair]),
        name: nameOf(claim.contrast.estimands[estimand]),
      })}
    </span>
  );
}

/** What a contrast is called. */
export const nameOf = ({ name, nameZh }: { name: string; nameZh?: string | undefined }): string =>
  (language.value === "zh" && nameZh) || name;

/** The forest plot of a claim as a table: a row a contrast, in its own unit. */
function Contrasts({ claim, rows }: { claim: Claim; rows: readonly JudgedRow[] }) {
  const { contrast } = claim;
  if (rows.length === 0 || !description.value) return null; // until it is known what measures are called
  return (
    <>
      <section class="wide">
        <table>
          <caption>{t("claimContrasts")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("claimContrast")}</th>
              <td class="forest" aria-hidden="true" />
              <th scope="col">{t("claimEffect")}</th>
              <th scope="col">{t("claimDrawn")}</th>
              <th scope="col">{t("claimStanding")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((judgedOf, e) => {
              const { row, mean, low, high, unit, standing } = judgedOf;
              const estimand = contrast.estimands[e];
              const [from, to] = spanOf(contrast, estimand);
              const all = row.pairs.length;
              return (
                <tr key={e} data-standing={standing}>
                  <th scope="row">
                    {nameOf(estimand)}
                    <small>
                      {outcomeName(estimand)} · {t(`claimExpects_${row.claimed}`)} · {t("claimWeeks", { from, to })} ·{" "}
                      {formulaOf(contrast, estimand)}
                      <br />
                      {t("claimLeastOf", { least: shownLeast(judgedOf), unit, reason: reasonOf(estimand) })}
                    </small>
                  </th>
                  <td class="forest" aria-hidden="true">
                    <Forest of={judgedOf} />
                  </td>
                  <td>
                    {t("claimEffectOne", { mean: signed(mean, judgedOf), unit })}
                    {Number.isFinite(low) && <small>{t("claimRange", { low: signed(low, judgedOf), high: signed(high, judgedOf) })}</small>}
                    {row.effect.count !== all && <small>{t("claimPairsOf", { count: row.effect.count, all })}</small>}
                  </td>
                  <td data-label={t("claimDrawn")}>
                    <Drawn of={judgedOf} />
                  </td>
                  <td>
                    <MarkIcon standing={standing} /> {toldAs(judgedOf)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p class="help">{t("claimForestHelp")}</p>
      <p class="help least">
        <label>
          {t("claimLeast")} <NumberField value={leastTimes.value} min={0.01} max={1000} onChange={(next) => (leastTimes.value = next)} />
        </label>
      </p>
    </>
  );
}

/** Effects over draws of the parameters: their middle, how far they reach, and in how many they matter. */
function Drawn({ of: { row, factor, unit } }: { of: JudgedRow }) {
  const { drawn } = row;
  if (drawn.effect.count === 0) return "–";
  const ends = { low: factor * drawn.low, high: factor * drawn.high };
  const read = (value: number) => signed(factor * value, ends);
  return (
    <>
      {t("claimEffectOne", { mean: read(drawn.median), unit })}
      <small>{t("claimRange", { low: read(drawn.low), high: read(drawn.high) })}</small>
      <small>{t("claimDrawnShares", { helps: percent(drawn.helps), none: percent(drawn.none), harms: percent(drawn.harms) })}</small>
    </>
  );
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
const shownLeast = ({ least }: JudgedRow) => Number(least.toPrecision(2));
const reasonOf = ({ reason, reasonZh }: { reason?: string | undefined; reasonZh?: string | undefined }): string =>
  (language.value === "zh" && reasonZh) || reason || "";

/** What an estimand takes of each run, in words. */
function outcomeName({ measure, minus, over, take }: Contrast["estimands"][number]): string {
  const less = minus === undefined ? measureName(measure) : t("claimMinus", { of: measureName(measure), less: measureName(minus) });
  const ratio = over === undefined ? less : t("claimOver", { of: less, by: measureName(over) });
  return take === undefined || take === "mean" ? ratio : t("claimTake", { of: ratio, take: t(`claimTake_${take}`) });
}

/** Where a contrast stands to the claim, and what it says of the outcome. */
export function toldAs(of: JudgedRow): string {
  const verdict = tellVerdict(language.value, of);
  if (of.standing === "none" || of.standing === "cannotTell" || of.standing === "tooEarly") return verdict;
  return t("claimToldAs", { standing: t(`standing_${of.standing}`), verdict: verdict.toLowerCase() });
}

/** What can be done with a claim. */
function Acts({ claim }: { claim: Claim }) {
  const going = running.value === claim.id ? progress.value : undefined;
  const pairs = pairsNext(claim);
  const seconds = secondsFor(claim);
  const [first, second] = mainArms(claim.contrast).map((arm) => letterOf(claim.contrast, arm));
  return (
    <>
      <div class="acts">
        {going ? (
          <button type="button" class="main" onClick={stopHere}>
            {t("stop")}
          </button>
        ) : (
          <button type="button" class="main" disabled={running.value !== undefined} onClick={() => void runHere(claim)}>
            {t(rowsHere(claim) ? "claimRunMore" : "claimRunHere", {
              pairs: rowsHere(claim) ? pairs - (rowsHere(claim)?.[0].pairs.length ?? 0) : pairs,
            })}
          </button>
        )}
        <button type="button" class="outline" onClick={() => void openBoth(claim)}>
          {t("claimBoth", { first, second })}
        </button>
        <button type="button" class="outline" onClick={() => toStage(`claim/of-${claim.id}`)}>
          {t("toStage")}
        </button>
        <button
          type="button"
          class="outline"
          onClick={() => {
            planFile.value = { name: `${claim.id}.yaml`, text: planOf(claim) };
            goTo("experiments");
          }}
        >
          {t("claimPlan")}
        </button>
        {going && <progress max={going.total} value={going.done} aria-label={t("realProgress", going)} />}
        <span class="help">
          {going
            ? t("realProgress", going)
            : seconds !== undefined && t("claimRunTime", { runs: runsFor(claim), time: tellTime(language.value, seconds) })}
        </span>
      </div>
      {trouble.value && (
        <p role="alert" class="alarm">
          {trouble.value}
        </p>
      )}
    </>
  );
}

/** The interval of one contrast at each look at the pairs that run here. */
function Narrows({ claim }: { claim: Claim }) {
  const chosen = useSignal(0);
  const { estimands } = claim.contrast;
  const at = Math.min(chosen.value, estimands.length - 1);
  const looks = looksOf(claim);
  if (looks.length < 2 || asRecorded.value.has(claim.id)) return null;
  return (
    <section class="narrows">
      <label>
        {t("claimNarrowsOf")}
        <select value={at} onChange={(event) => (chosen.value = Number(event.currentTarget.value))}>
          {estimands.map((estimand, e) => (
            <option key={estimand.name} value={e}>
              {nameOf(estimand)}
            </option>
          ))}
        </select>
      </label>
      <Narrowing name={nameOf(estimands[at])} looks={looks.map((rows) => judged(rows[at]))} />
    </section>
  );
}

/** The arms by letters, with what each sets, and the laboratory with it. */
function Arms({ claim }: { claim: Claim }) {
  const { contrast } = claim;
  const common = Object.entries(contrast.set).map(([path, value]) =>
    t("becomes", { name: labelOfPath(path), value: shownValue(path, value) }),
  );
  return (
    <section class="arms">
      <h3>{t("claimArms")}</h3>
      <p class="help">
        {contrast.from === 1 ? t("claimArmsHelp") : t("claimArmsFrom", { from: contrast.from })}{" "}
        {common.length > 0 && t("claimArmsCommon", { what: common.join(marks[language.value].list) })}
      </p>
      <ul>
        {Object.keys(contrast.arms).map((arm) => (
          <Arm key={`${claim.id} ${arm}`} claim={claim} arm={arm} />
        ))}
      </ul>
    </section>
  );
}

function Arm({ claim, arm }: { claim: Claim; arm: string }) {
  const { contrast } = claim;
  const { set, interventions, title: english, titleZh } = contrast.arms[arm];
  const title = (language.value === "zh" && titleZh) || english;
  const letter = letterOf(contrast, arm);
  const link = useSignal("");
  const program = description.value?.program;
  useEffect(() => void linkToArm(claim, arm).then((href) => (link.value = href)), [claim.id, arm, program]);
  const changes = [
    ...Object.entries(set).map(([path, value]) => t("becomes", { name: labelOfPath(path), value: shownValue(path, value) })),
    ...interventions.map((one) =>
      t("inWeek", { week: one.week, what: interventionInWords(one as Parameters<typeof interventionInWords>[0]) }),
    ),
  ];
  return (
    <li>
      <strong>{letter}</strong>
      <span>
        {title !== undefined && <em>{title}</em>} {changes.length > 0 ? changes.join(marks[language.value].part) : t("claimArmPlain")}
      </span>
      {link.value !== "" && (
        <a href={link.value} aria-label={t("claimArmOpen", { arm: letter })}>
          {t("claimOpen")}
        </a>
      )}
    </li>
  );
}
