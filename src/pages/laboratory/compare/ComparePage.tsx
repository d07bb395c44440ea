import { useSignal } from "@preact/signals";
import type { ParameterEntry } from "../../../scenario/index.ts";
import { itemName, labelOfPath, shownValue } from "../controls/labels.ts";
import { NumberField } from "../NumberField.tsx";
import { inWords, t } from "../preferences.ts";
import { description, digest, loaded, week } from "../session/index.ts";
import { AgentDifferencesList } from "./AgentDifferences.tsx";
import { BothSeries } from "./BothSeries.tsx";
import {
  type Branch,
  branch,
  branched,
  branchWeek,
  changes,
  counterfactualDigest,
  counterfactualWeek,
  end,
  failure,
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
            {counterfactualDigest.value && digest.value && counterfactualWeek.value === week.value && (
              <>
                {" · "}
                {t("compareDigests", { first: digest.value.slice(0, 12), second: counterfactualDigest.value.slice(0, 12) })}
                {" · "}
                {t(counterfactualDigest.value === digest.value ? "compareSame" : "compareOther")}
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
function differing({ changes: of, seed }: Branch): string {
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

/** Any parameter to another value; the switch of a mechanism is one of them. */
function AddChange() {
  const parameters = (description.value?.parameters ?? []).filter(({ type }) => type !== "numbers");
  const path = useSignal("partyBuilding");
  const value = useSignal<string | undefined>(undefined);
  const entry = parameters.find((one) => one.path === path.value);
  if (entry === undefined) return null;
  const now = value.value ?? String(entry.default);
  const id = "compare-value";
  return (
    <div class="row">
      <label>
        {t("compareChange")}
        <select
          value={path.value}
          onChange={(event) => {
            path.value = event.currentTarget.value;
            value.value = undefined;
          }}
        >
          {parameters.map((one) => (
            <option key={one.path} value={one.path}>
              {labelOfPath(one.path)}
            </option>
          ))}
        </select>
      </label>
      <label for={id}>
        {t("compareTo")}
        {entry.type === "choice" || entry.type === "boolean" ? (
          <select id={id} value={now} onChange={(event) => (value.value = event.currentTarget.value)}>
            {(entry.options ?? ["true", "false"]).map((option) => (
              <option key={option} value={option}>
                {itemName(option)}
              </option>
            ))}
          </select>
        ) : (
          <NumberField
            id={id}
            value={Number(now)}
            min={entry.min}
            max={entry.max}
            whole={entry.type === "integer"}
            onChange={(next) => (value.value = String(next))}
          />
        )}
      </label>
      <button type="button" class="outline" onClick={() => (changes.value = { ...changes.value, [entry.path]: typed(entry, now) })}>
        {t("compareAdd")}
      </button>
    </div>
  );
}

const typed = ({ type }: ParameterEntry, text: string): unknown =>
  type === "choice" ? text : type === "boolean" ? text === "true" : Number(text);
