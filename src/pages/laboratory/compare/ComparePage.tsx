import { useSignal } from "@preact/signals";
import type { ParameterEntry } from "../../../scenario/index.ts";
import { asRead, asWritten } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { itemName, labelOfPath, shownValue, unitOf } from "../controls/labels.ts";
import { levers } from "../controls/levers.ts";
import { speaksOf } from "../controls/search.ts";
import { goTo } from "../goTo.ts";
import { NumberField } from "../NumberField.tsx";
import { inWords, t } from "../preferences.ts";
import { asksOfSecond, description, loaded, type SecondWorld, week } from "../session/index.ts";
import { AgentDifferencesList } from "./AgentDifferences.tsx";
import { BothSeries } from "./BothSeries.tsx";
import {
  branch,
  branched,
  branchWeek,
  changes,
  counterfactualDigest,
  counterfactualWeek,
  end,
  failure,
  followLink,
  fromStart,
  goneBack,
  otherSeed,
  progress,
} from "./counterfactual.ts";
import { MeasureTable } from "./MeasureTable.tsx";
import { Pair } from "./Pair.tsx";
import { Pictures } from "./Pictures.tsx";
import "./compare.css";

/** Two worlds side by side. */
export function ComparePage() {
  useSignalEffect(followLink);
  const going = progress.value;
  const stands = branched.value;
  return (
    <main class="compare">
      <h2>{t("compare")}</h2>
      <p class="help">{t("compareHelp")}</p>
      <Setup />
      {going && (
        <p role="status">
          <progress max={Math.max(1, going.to)} value={going.week} aria-label={t("compareBranch")} />{" "}
          {t("compareRunning", { week: going.week, weeks: going.to })}
        </p>
      )}
      {failure.value && <p role="alert">{t("compareFailed", { message: inWords(failure.value) })}</p>}
      {goneBack.value && <p role="status">{t("compareBack")}</p>}
      {stands && (
        <>
          <p
            role="status"
            class="standing"
            data-counterfactual-week={counterfactualWeek.value}
            data-counterfactual-digest={counterfactualDigest.value}
          >
            <strong>
              {counterfactualWeek.value === week.value
                ? t("compareBoth", { week: week.value, from: stands.at })
                : t("compareRunning", { week: counterfactualWeek.value, weeks: week.value })}
            </strong>
            {" · "}
            {t("compareDiffers", { what: differing(stands) })}
            {stands.at > week.value && ` · ${t("compareRunOn", { week: stands.at })}`}
            {Object.keys(stands.changes).length > 0 && (
              <>
                {" · "}
                {t("compareOnePair")}{" "}
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    asksOfSecond.value = true;
                    goTo("real");
                  }}
                >
                  {t("isItReal")}
                </button>
              </>
            )}
          </p>
          <MeasureTable />
          <BothSeries />
          <AgentDifferencesList />
          <Pair />
          <Pictures />
        </>
      )}
    </main>
  );
}

/** What is otherwise in the counterfactual run that stands, whatever is being prepared for another. */
function differing({ changes: of, seed }: SecondWorld): string {
  const said = Object.entries(of).map(([path, value]) => t("becomes", { name: labelOfPath(path), value: shownValue(path, value) }));
  if (seed !== "") said.push(t("becomes", { name: t("seed"), value: seed }));
  return said.length > 0 ? said.join(", ") : t("compareNothing");
}

/** What is to be otherwise, and from when on. */
function Setup() {
  const ready = loaded.value?.ok === true;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void branch();
      }}
    >
      <fieldset class="quick" aria-label={t("compareQuick")}>
        <button type="button" class="outline" onClick={() => (changes.value = { partyBuilding: "off" })}>
          {t("compareOff")}
        </button>
        <button type="button" class="outline" onClick={() => (changes.value = { partyBuilding: "placebo" })}>
          {t("comparePlacebo")}
        </button>
      </fieldset>
      <AddChange />
      <ul class="changes">
        {Object.entries(changes.value).map(([path, value]) => (
          <li key={path}>
            {t("becomes", { name: labelOfPath(path), value: shownValue(path, value) })}{" "}
            <button
              type="button"
              class="quiet"
              aria-label={t("compareRemove", { path: labelOfPath(path) })}
              onClick={() => (changes.value = Object.fromEntries(Object.entries(changes.value).filter(([other]) => other !== path)))}
            >
              ✕
            </button>
          </li>
        ))}
        {Object.keys(changes.value).length === 0 && <li>{t("compareNothing")}</li>}
        {fromStart.value.map((path) => (
          <li key={`start ${path}`}>{t("compareStart", { path: labelOfPath(path) })}</li>
        ))}
      </ul>
      <div class="row">
        <label>
          {t("compareFrom")}
          <NumberField
            value={branchWeek.value === 0 ? week.value + 1 : Math.min(branchWeek.value, week.value + 1)}
            min={1}
            max={week.value + 1}
            whole
            onChange={(at) => (branchWeek.value = at > week.value ? 0 : at)}
          />
        </label>
        <label>
          {t("compareSeed")}
          <input
            type="text"
            placeholder={t("compareSeedHelp")}
            value={otherSeed.value}
            onInput={(event) => (otherSeed.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={!ready || progress.value !== undefined}>
          {t("compareBranch")}
        </button>
        {(branched.value || progress.value) && (
          <button type="button" class="secondary" onClick={end}>
            {t("compareEnd")}
          </button>
        )}
      </div>
    </form>
  );
}

/** Any parameter to another value, found by words; the switch of a mechanism is one of them. Levers of policy come first. */
function AddChange() {
  const words = useSignal("");
  const path = useSignal("partyBuilding");
  const all = (description.value?.parameters ?? []).filter(({ type }) => type !== "numbers");
  const found = all.filter((entry) => speaksOf(entry, words.value));
  const entry = found.find((one) => one.path === path.value) ?? found[0];
  return (
    <div class="row">
      <label>
        {t("search")}
        <input type="search" value={words.value} onInput={(event) => (words.value = event.currentTarget.value)} />
      </label>
      {entry === undefined ? (
        <p role="status">{t("none")}</p>
      ) : (
        <>
          <label>
            {t("compareChange")} <small role="status">{t("compareFound", { n: found.length, all: all.length })}</small>
            <select value={entry.path} onChange={(event) => (path.value = event.currentTarget.value)}>
              <Options title={t("whatToChange")} entries={found.filter((one) => levers.includes(one.path))} />
              <Options title={t("otherParameters")} entries={found.filter((one) => !levers.includes(one.path))} />
            </select>
          </label>
          <NewValue key={entry.path} entry={entry} />
        </>
      )}
    </div>
  );
}

function Options({ title, entries }: { title: string; entries: readonly ParameterEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <optgroup label={title}>
      {entries.map(({ path }) => (
        <option key={path} value={path}>
          {labelOfPath(path)}
        </option>
      ))}
    </optgroup>
  );
}

/** The value that a parameter is to have, and the button that adds it. */
function NewValue({ entry }: { entry: ParameterEntry }) {
  const value = useSignal<unknown>(entry.default);
  const id = "compare-value";
  const chosen = entry.type === "choice" || entry.type === "boolean";
  return (
    <>
      <label for={id}>
        {t("compareTo")} {!chosen && <small>{unitOf(entry)}</small>}
        {chosen ? (
          <select
            id={id}
            value={String(value.value)}
            onChange={({ currentTarget: { value: text } }) => (value.value = entry.type === "boolean" ? text === "true" : text)}
          >
            {(entry.options ?? ["true", "false"]).map((option) => (
              <option key={option} value={option}>
                {itemName(option)}
              </option>
            ))}
          </select>
        ) : (
          <NumberField
            id={id}
            value={asRead(entry.unit, Number(value.value))}
            min={asRead(entry.unit, entry.min ?? 0)}
            max={asRead(entry.unit, entry.max ?? 1)}
            whole={entry.type === "integer"}
            onChange={(next) => (value.value = asWritten(entry.unit, next))}
          />
        )}
      </label>
      <button type="button" class="outline" onClick={() => (changes.value = { ...changes.value, [entry.path]: value.value })}>
        {t("compareAdd")}
      </button>
    </>
  );
}
