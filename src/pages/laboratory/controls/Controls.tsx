import "./controls.css";
import { computed, signal, useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { language, t } from "../preferences.ts";
import { changed, description, interventions } from "../session/index.ts";
import { Changes } from "./Changes.tsx";
import { Control } from "./Control.tsx";
import { type Group, type Grouping, grouped } from "./grouping.ts";

const query = signal("");
const by = signal<Grouping>("phase");

const headings = computed(() => {
  const words = query.value.trim().toLowerCase();
  const titles = new Map(description.value?.mechanisms.map(({ id, title }) => [id, `${title.en} ${title.zh}`]));
  const all = description.value?.parameters ?? [];
  const found = all.filter((entry) => {
    const { path, label, help, rows } = entry;
    const title = titles.get(path.split(".")[1]) ?? "";
    return words === "" || `${path} ${label.en} ${label.zh} ${help.en} ${help.zh} ${title} ${rows.join(" ")}`.toLowerCase().includes(words);
  });
  return grouped(found, by.value);
});

/** Every parameter of the scenario as a control, made from the schema. */
export function Controls() {
  const searching = query.value.trim() !== "";
  return (
    <aside class="controls" aria-label={t("parameters")}>
      <h2>{t("parameters")}</h2>
      <input
        type="search"
        placeholder={t("search")}
        aria-label={t("search")}
        value={query.value}
        onInput={(event) => (query.value = event.currentTarget.value)}
      />
      <fieldset class="switcher" aria-label={t("groupBy")}>
        {(["phase", "circle"] as const).map((which) => (
          <label key={which}>
            <input type="radio" name="grouping" checked={by.value === which} onChange={() => (by.value = which)} />
            {t(which === "phase" ? "byPhase" : "byCircle")}
          </label>
        ))}
      </fieldset>
      <Changes />
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
