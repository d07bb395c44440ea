import { computed, signal, useSignal } from "@preact/signals";
import { Fragment } from "preact";
import type { ParameterEntry } from "../../scenario/index.ts";
import type { Word } from "../../words/index.ts";
import { language, t } from "./preferences.ts";
import { changed, description, interventions, loaded, setParameter } from "./session/index.ts";

const query = signal("");
const sections = ["programme", "method", "population", "organizations", "branches", "circles"] as const;

/** The part of the scenario that a parameter stands in: a mechanism by id, or a section. */
const groupOf = ({ path }: ParameterEntry): string => {
  const [first, second] = path.split(".");
  return first === "mechanisms" ? second : second === undefined ? "programme" : first;
};
const isLive = ({ path }: ParameterEntry) =>
  path === "partyBuilding" || path === "rigidity" || path.startsWith("method.") || path.startsWith("mechanisms.");
/** Mechanisms stand under the verb of the week that they belong to, all else under the district. */
const headingOf = (group: string | undefined): Word => {
  const verb = description.value?.mechanisms.find(({ id }) => id === group)?.verb;
  return verb ? `verb_${verb as Exclude<typeof verb, "weekIsObserved">}` : group === undefined ? "parameters" : "verb_district";
};
const wordsOf = (entry: ParameterEntry) => (language.value === "zh" ? entry.descriptionZh : entry.description);

const matching = computed(() => {
  const words = query.value.trim().toLowerCase();
  const all = (description.value?.parameters ?? []).filter(
    ({ type, path }) => type !== "numbers" && path !== "weeks" && path !== "burnInWeeks",
  );
  return words === ""
    ? all
    : all.filter((entry) =>
        `${entry.path} ${entry.description} ${entry.descriptionZh} ${entry.rows.join(" ")}`.toLowerCase().includes(words),
      );
});

/** Every parameter of the scenario as a control, made from the schema. */
export function Controls() {
  const groups = new Map<string, ParameterEntry[]>();
  for (const entry of matching.value) {
    const list = groups.get(groupOf(entry));
    if (list) list.push(entry);
    else groups.set(groupOf(entry), [entry]);
  }
  const order = [...sections, ...(description.value?.mechanisms.map(({ id }) => id) ?? [])].filter((group) => groups.has(group));
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
      {order.length === 0 && description.value && <p>{t("none")}</p>}
      {order.map((group, k) => {
        const heading = headingOf(group);
        return (
          <Fragment key={group}>
            {heading !== headingOf(order[k - 1]) && <h3>{t(heading)}</h3>}
            <Group id={group} entries={groups.get(group) as ParameterEntry[]} open={searching || group === "programme"} />
          </Fragment>
        );
      })}
      {interventions.value.length > 0 && (
        <section class="changes">
          <h3>{t("changes")}</h3>
          <ol>
            {interventions.value.map(({ week, path, value }, k) => (
              <li key={`${k}${path}`}>
                {t("weekShort", { week })}: <code>{path.replace("mechanisms.", "")}</code> = {String(value)}
              </li>
            ))}
          </ol>
        </section>
      )}
    </aside>
  );
}

function Group({ id, entries, open }: { id: string; entries: ParameterEntry[]; open: boolean }) {
  const mechanism = description.value?.mechanisms.find((m) => m.id === id);
  const title = mechanism ? mechanism.title[language.value] : t(`section_${id}` as Word);
  const unfolded = useSignal(open);
  if (open) unfolded.value = true;
  const touched = entries.filter(({ path }) => path in changed.value).length;
  return (
    <details open={open} onToggle={(event) => (unfolded.value ||= event.currentTarget.open)}>
      <summary>
        {title} {touched > 0 && <mark>{touched}</mark>}
      </summary>
      {mechanism && <p class="summary">{mechanism.summary[language.value]}</p>}
      {/* Hundreds of controls: those of a group are made when it is first opened. */}
      {unfolded.value && entries.map((entry) => <Control key={entry.path} entry={entry} />)}
    </details>
  );
}

function Control({ entry }: { entry: ParameterEntry }) {
  const { path, type, unit, min = 0, max = 1, options = [] } = entry;
  const base = loaded.value?.ok ? loaded.value.values[path] : entry.default;
  const value = changed.value[path] ?? base;
  const live = isLive(entry);
  const id = `p-${path}`;
  const help = `${id}-help`;
  const set = (next: unknown) => void setParameter(path, next, live);
  const number = (text: string) => {
    const next = Number(text);
    if (text.trim() !== "" && Number.isFinite(next)) set(Math.min(max, Math.max(min, type === "integer" ? Math.round(next) : next)));
  };
  const name = path.split(".").at(-1) as string;
  const step = type === "integer" ? 1 : niceStep(max - min);
  return (
    <div class={path in changed.value ? "control changed" : "control"} data-path={path}>
      <label for={id}>
        {name.replace(/([A-Z])/g, " $1").toLowerCase()} {unit && <small>{unit}</small>}
      </label>
      {type === "boolean" && (
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={value === true}
          checked={value === true}
          aria-describedby={help}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      )}
      {type === "choice" && (
        <select id={id} value={String(value)} aria-describedby={help} onChange={(event) => set(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {["on", "off", "placebo"].includes(option) ? t(option as Word) : option}
            </option>
          ))}
        </select>
      )}
      {(type === "number" || type === "integer") && (
        <div class="slider">
          <input
            id={id}
            type="range"
            min={min}
            max={max}
            step={step}
            value={Number(value)}
            aria-describedby={help}
            onChange={(event) => number(event.currentTarget.value)}
          />
          <input
            type="number"
            min={min}
            max={max}
            step="any"
            value={Number(value)}
            aria-label={name}
            aria-describedby={help}
            onChange={(event) => number(event.currentTarget.value)}
          />
        </div>
      )}
      <p id={help} class="help">
        {wordsOf(entry)}{" "}
        <span class="facts">
          {t("default", { value: String(entry.default) })} · {t("evidence", { flag: entry.evidence })}: {t(`evidence_${entry.evidence}`)}
          {entry.rows.length > 0 && ` · ${t("rows", { rows: entry.rows.join(", ") })}`} · {live ? t("live") : t("atReset")}
        </span>
        {path in changed.value && (
          <button type="button" class="link" onClick={() => set(base)}>
            {t("back")}
          </button>
        )}
      </p>
    </div>
  );
}

/** About two hundred steps over a range, in a round number. */
function niceStep(range: number): number {
  const raw = range / 200;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((k) => k * power).find((step) => step >= raw) ?? raw;
}
