import "./controls.css";
import { computed, signal, useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { language, t } from "../preferences.ts";
import { changed, description, interventions } from "../session/index.ts";
import { Changes } from "./Changes.tsx";
import { Control } from "./Control.tsx";
import { type Group, type Grouping, grouped } from "./grouping.ts";
import { levers, ofRun } from "./levers.ts";
import { query, speaksOf } from "./search.ts";
import { sheet } from "./sheet.ts";

const by = signal<Grouping>("phase");

const headings = computed(() => {
  const elsewhere = query.value.trim() === "" ? [...levers, ...ofRun] : [];
  const found = (description.value?.parameters ?? []).filter((entry) => !elsewhere.includes(entry.path) && speaksOf(entry, query.value));
  return grouped(found, by.value);
});

/** What policy can change, then every parameter of the scenario as a control, made from the schema. */
export function Controls() {
  const searching = query.value.trim() !== "";
  const parameters = new Map(description.value?.parameters.map((entry) => [entry.path, entry]));
  return (
    <aside
      class={sheet.value ? "controls asked" : "controls"}
      id="controls"
      aria-label={t("parameters")}
      onKeyDown={(event) => event.key === "Escape" && (sheet.value = false)}
    >
      <h2>{t("whatToChange")}</h2>
      <input
        type="search"
        placeholder={t("search")}
        aria-label={t("search")}
        value={query.value}
        onInput={(event) => (query.value = event.currentTarget.value)}
      />
      <Changes />
      {!searching && (
        <div class="levers">
          {levers.map((path) => {
            const entry = parameters.get(path);
            return entry && <Control key={path} entry={entry} alone />;
          })}
        </div>
      )}
      {!searching && <h2>{t("otherParameters")}</h2>}
      <fieldset class="switcher" aria-label={t("groupBy")}>
        {(["phase", "circle"] as const).map((which) => (
          <label key={which}>
            <input type="radio" name="grouping" checked={by.value === which} onChange={() => (by.value = which)} />
            {t(which === "phase" ? "byPhase" : "byCircle")}
          </label>
        ))}
      </fieldset>
      {headings.value.length === 0 && description.value && <p>{t("none")}</p>}
      {headings.value.map(({ id, title, groups }) => (
        <Fragment key={`${by.value}${id}`}>
          <h3>{title}</h3>
          {groups.map((group) => (
            <Section key={`${group.id}${language.value}`} group={group} open={searching || group.id === "programme"} />
          ))}
        </Fragment>
      ))}
    </aside>
  );
}

function Section({ group: { title, summary, entries }, open }: { group: Group; open: boolean }) {
  const unfolded = useSignal(open);
  if (open) unfolded.value = true;
  const touched = entries.filter(({ path }) => path in changed.value || interventions.value.some((one) => one.path === path)).length;
  return (
    <details open={open} onToggle={(event) => (unfolded.value ||= event.currentTarget.open)}>
      <summary>
        {title} {touched > 0 && <mark>{touched}</mark>}
      </summary>
      {summary && <p class="summary">{summary}</p>}
      {/* Hundreds of controls: those of a group are made when it is first opened. */}
      {unfolded.value && entries.map((entry) => <Control key={entry.path} entry={entry} />)}
    </details>
  );
}
