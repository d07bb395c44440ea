import { computed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { PaperIndexEntry } from "../../experiment/index.ts";
import { marks, type Word } from "../../words/index.ts";
import { labelOfPath, measureName, shownValue } from "../laboratory/controls/labels.ts";
import { findParameters } from "../laboratory/controls/search.ts";
import { place } from "../laboratory/place.ts";
import { language, t } from "../laboratory/preferences.ts";
import { query } from "../laboratory/registerSearch.ts";
import { description } from "../laboratory/session/index.ts";
import "./claims.css";
import { Mechanisms } from "./Mechanisms.tsx";
import { type Claim, claimsOfRow } from "./shipped.ts";
import { Tabs } from "./Tabs.tsx";

const rows = computed(() => description.value?.paperIndex ?? []);
const mechanismTitles = computed(() => new Map((description.value?.mechanisms ?? []).map(({ id, title }) => [id, title])));

/** What a home of a row is called: a mechanism, a measure, a parameter, or what is named otherwise. */
const nameOfHome = (id: string): string => mechanismTitles.value.get(id)?.[language.value] ?? nameOfOther(id);
const isMeasure = (id: string) => description.value?.measures.some((one) => one.id === id) === true;
const isParameter = (id: string) => description.value?.parameters.some(({ path }) => path === id) === true;
const nameOfOther = (id: string): string => (isMeasure(id) ? measureName(id) : isParameter(id) ? labelOfPath(id) : nameElsewhere(id));
const elsewhere: Readonly<Record<string, Word>> = {
  "docs/model.md": "registerDocument",
  "interventions: communities: treated": "registerTreated",
};
const nameElsewhere = (id: string): string => (id in elsewhere ? t(elsewhere[id]) : id);

/** All that a row can be found by: its own words in both languages, and those of what holds it. */
const textOf = (entry: PaperIndexEntry): string =>
  [
    JSON.stringify(entry),
    ...entry.home.map(nameOfHome),
    ...entry.home.map((id) => JSON.stringify(mechanismTitles.value.get(id) ?? "")),
    ...claimsOfRow(entry.row).map(({ contrast }) =>
      JSON.stringify([contrast.claim, contrast.claimZh, contrast.question, contrast.questionZh]),
    ),
  ]
    .join(" ")
    .toLowerCase();

const shown = computed(() => {
  const words = query.value.trim().toLowerCase();
  return words === "" ? rows.value : rows.value.filter((entry) => textOf(entry).includes(words));
});

const questionOf = ({ contrast }: Claim): string =>
  (language.value === "zh" ? contrast.questionZh : contrast.question) ?? contrast.question ?? contrast.claim;

/** Every row of the paper with what holds it in the model and the claims that speak of it; one of them in full. */
export function Register() {
  const homeless = rows.value.filter(({ home }) => home.length === 0).length;
  const opened = rows.value.find(({ row }) => row === place.value);
  return (
    <main class={opened ? "claims register one" : "claims register"}>
      <Tabs current="register" />
      <section class="board card" aria-labelledby="register-head">
        <h1 id="register-head">{t("register")}</h1>
        <p>{t("registerHelp", { rows: rows.value.length, homeless })}</p>
        <div class="find">
          <input
            type="search"
            placeholder={t("registerSearch")}
            aria-label={t("registerSearch")}
            value={query.value}
            onInput={(event) => (query.value = event.currentTarget.value)}
          />
          <span class="help" role="status">
            {query.value.trim() !== "" && (shown.value.length > 0 ? t("registerFound", { count: shown.value.length }) : t("registerNone"))}
          </span>
        </div>
        {/* Wide tables scroll by themselves, so that the page does not; the region can be reached by keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section class="wide" tabIndex={0} aria-label={t("register")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("registerRow")}</th>
                <th scope="col">{t("registerTitle")}</th>
                <th scope="col">{t("registerKind")}</th>
                <th scope="col">{t("registerHome")}</th>
                <th scope="col">{t("registerClaims")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.value.map((entry) => (
                <tr key={entry.row} class={entry === opened ? "current" : undefined}>
                  <th scope="row">
                    <a href={`#register/${entry.row}`} aria-current={entry === opened ? "true" : undefined}>
                      {entry.row}
                    </a>
                  </th>
                  <td>{entry[language.value]}</td>
                  <td>{t(`kind_of_row_${entry.kind}` as Word)}</td>
                  <td>
                    {entry.home.map((id) => (
                      <span key={id} class="home" title={id}>
                        {nameOfHome(id)}
                      </span>
                    ))}
                  </td>
                  <td>
                    {claimsOfRow(entry.row).map((claim) => (
                      <a key={claim.id} class="home" href={`#claims/${claim.id}`} title={questionOf(claim)}>
                        {t("claimNumber", { number: claim.number })}
                      </a>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
      {opened && <RowView entry={opened} />}
    </main>
  );
}

/** One row: what holds it, with what switches it, and the claims that speak of it. */
function RowView({ entry }: { entry: PaperIndexEntry }) {
  const { row, kind, home, rivals, placebo } = entry;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!heading.current?.closest("main")?.querySelector(".board")?.checkVisibility()) heading.current?.focus();
  }, [row]);
  const claims = claimsOfRow(row);
  const parameters = home.filter(isParameter);
  const measures = home.filter(isMeasure);
  const others = home.filter((id) => !isParameter(id) && !isMeasure(id) && !mechanismTitles.value.has(id));
  const parameterOf = (path: string) => description.value?.parameters.find((one) => one.path === path);
  return (
    <article class="claim card" aria-labelledby="row-head" data-row={row}>
      <p class="of">
        <a class="all" href="#register">
          ← {t("registerAll")}
        </a>
        <span>{t("registerRowOf", { row })}</span>
        <span>{t(`kind_of_row_${kind}` as Word)}</span>
      </p>
      <h2 id="row-head" tabIndex={-1} ref={heading}>
        {entry[language.value]}
      </h2>
      <section>
        <h3>{t("registerClaims")}</h3>
        {claims.length === 0 && <p class="help">{t("registerNoClaim")}</p>}
        <ul>
          {claims.map((claim) => (
            <li key={claim.id}>
              <a href={`#claims/${claim.id}`}>
                {claim.number}. {questionOf(claim)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Mechanisms rows={[row]} />
      {parameters.length > 0 && (
        <section>
          <h3>{t("registerParameters")}</h3>
          <ul>
            {parameters.map((path) => (
              <li key={path} title={path}>
                <button type="button" class="link" onClick={() => findParameters(parameterOf(path)?.label[language.value] ?? path)}>
                  {labelOfPath(path)}
                </button>{" "}
                <small>{t("default", { value: shownValue(path, parameterOf(path)?.default) })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {measures.length > 0 && (
        <section>
          <h3>{t("registerMeasures")}</h3>
          <p>{measures.map(measureName).join(marks[language.value].list)}</p>
        </section>
      )}
      {rivals.length > 0 && (
        <section>
          <h3>{t("registerRivals")}</h3>
          <p>{rivals.map(nameOfRival).join(marks[language.value].list)}</p>
        </section>
      )}
      {language.value === "en" && placebo.length > 0 && (
        <section>
          <h3>{t("registerPlacebo")}</h3>
          {placebo.map((text) => (
            <p key={text}>{text.replace(/^(\w+): /, (_, id: string) => `${nameOfHome(id)}: `)}</p>
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h3>{t("registerElsewhere")}</h3>
          <p>{others.map(nameElsewhere).join(marks[language.value].list)}</p>
        </section>
      )}
    </article>
  );
}

/** A rival is a parameter at another value, or a mechanism: “mechanisms.awareness.contagion=complex”. */
function nameOfRival(rival: string): string {
  const [path, value] = rival.replace(/ \(.*\)$/, "").split("=");
  if (!isParameter(path)) return nameOfHome(rival.replace(/^mechanisms\./, ""));
  if (value === undefined) return labelOfPath(path);
  const written = value === "true" || value === "false" ? value === "true" : value;
  return t("becomes", { name: labelOfPath(path), value: shownValue(path, written) });
}
