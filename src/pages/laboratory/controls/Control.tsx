import { useSignal } from "@preact/signals";
import type { ParameterEntry } from "../../../scenario/index.ts";
import { asRead, asWritten } from "../../../words/index.ts";
import { NumberField } from "../NumberField.tsx";
import { language, t } from "../preferences.ts";
import { allInterventions, changed, inForce, loaded, refusal, setParameter, week } from "../session/index.ts";
import { interventionInWords, itemName, labelOf, labelOfPath, shownValue, unitOf } from "./labels.ts";

interface Props {
  entry: ParameterEntry;
  id: string;
  help: string;
  value: unknown;
  /** Another when a change was refused: what the field shows goes back to the value. */
  refused: unknown;
}

/**
 * One parameter: its name and unit, what sets it, and, when asked for, what one should know of it.
 *
 * @param alone  nothing around it says which mechanism is meant
 */
export function Control({ entry, alone = false }: { entry: ParameterEntry; alone?: boolean }) {
  const asked = useSignal(false);
  const { path, type, live, evidence, rows } = entry;
  const ofFile = loaded.value?.ok ? loaded.value.values[path] : entry.default;
  const pending = !live && path in changed.value;
  const value = pending ? changed.value[path] : (inForce(path) ?? ofFile);
  const differs = JSON.stringify(value) !== JSON.stringify(ofFile);
  const id = `p-${path}`;
  const props = { entry, id, help: `${id}-help`, value, refused: refusal.value };
  // What single communities have is not what the control shows.
  const elsewhere = allInterventions.value
    .filter((one) => one.path === path && one.communities !== undefined)
    .map((one) => t("inWeek", { week: one.week, what: interventionInWords(one) }));
  const unusual = JSON.stringify(ofFile) !== JSON.stringify(entry.default);
  const facts = [
    t("default", { value: shownValue(path, entry.default) }),
    ...(unusual ? [t("inFile", { value: shownValue(path, ofFile) })] : []),
    `${t("evidence", { flag: evidence })}: ${t(`evidence_${evidence}`)}`,
    ...(rows.length > 0 ? [t("rows", { rows: rows.join(", ") })] : []),
    week.value === 0 || live ? t("live") : t("atReset"),
  ];
  return (
    <div class={differs ? "control changed" : "control"} data-path={path}>
      {type === "numbers" ? (
        <NumberList {...props} />
      ) : (
        <>
          <label for={id}>
            {alone ? labelOfPath(path) : labelOf(entry)} {entry.unit && <small>{unitOf(entry)}</small>}
          </label>
          {type === "boolean" ? <Toggle {...props} /> : type === "choice" ? <Choice {...props} /> : <Slider {...props} />}
        </>
      )}
      <p class="help">
        <button
          type="button"
          class="link"
          aria-expanded={asked.value}
          aria-label={t("aboutIt", { name: labelOfPath(path) })}
          onClick={() => (asked.value = !asked.value)}
        >
          {t("about")}
        </button>{" "}
        <span id={props.help} hidden={!asked.value}>
          {entry.help[language.value]} <span class="facts">{facts.join(" · ")}</span>
        </span>
        {elsewhere.map((said) => (
          <span key={said} class="facts where">
            {said}
          </span>
        ))}
        {differs && (
          <button type="button" class="link" onClick={() => void setParameter(path, ofFile)}>
            {t("back")}
          </button>
        )}
      </p>
    </div>
  );
}

function Toggle({ entry, id, help, value }: Props) {
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      aria-checked={value === true}
      checked={value === true}
      aria-describedby={help}
      onChange={(event) => void setParameter(entry.path, event.currentTarget.checked)}
    />
  );
}

function Choice({ entry, id, help, value }: Props) {
  return (
    <select
      id={id}
      value={String(value)}
      aria-describedby={help}
      onChange={(event) => void setParameter(entry.path, event.currentTarget.value)}
    >
      {entry.options?.map((option) => (
        <option key={option} value={option}>
          {itemName(option)}
        </option>
      ))}
    </select>
  );
}

/** A slider for the eye and a field for exact values; a mark shows the default. */
function Slider({ entry, id, help, value }: Props) {
  const { path, type, unit } = entry;
  const [min, max] = [entry.min ?? 0, entry.max ?? 1].map((bound) => asRead(unit, bound));
  const read = asRead(unit, Number(value));
  const set = (next: number) => void setParameter(path, asWritten(unit, next));
  const share = (asRead(unit, Number(entry.default)) - min) / (max - min);
  return (
    <div class="slider">
      <div class="range">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={type === "integer" ? 1 : niceStep(max - min)}
          value={read}
          aria-describedby={help}
          onChange={(event) => set(event.currentTarget.valueAsNumber)}
        />
        <i class="usual" style={{ "--at": share }} aria-hidden="true" />
        <span class="ends" aria-hidden="true">
          <span>{min}</span>
          <span>{max}</span>
        </span>
      </div>
      <NumberField value={read} min={min} max={max} whole={type === "integer"} label={labelOf(entry)} describedBy={help} onChange={set} />
    </div>
  );
}

/** Numbers that belong together, one field each. */
function NumberList({ entry, id, help, value }: Props) {
  const list = value as readonly number[];
  return (
    <fieldset class="numbers" aria-describedby={help}>
      <legend>
        {labelOf(entry)} <small>{unitOf(entry)}</small>
      </legend>
      {list.map((number, k) => (
        <label key={entry.of?.[k] ?? k}>
          <span>{itemName(entry.of?.[k] ?? String(k + 1))}</span>
          <NumberField
            id={`${id}-${k}`}
            value={asRead(entry.unit, number)}
            min={asRead(entry.unit, entry.min ?? 0)}
            max={asRead(entry.unit, entry.max ?? 1)}
            onChange={(next) => void setParameter(entry.path, list.with(k, asWritten(entry.unit, next)))}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** About two hundred steps over a range, in a round number. */
function niceStep(range: number): number {
  const raw = range / 200;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((k) => k * power).find((step) => step >= raw) ?? raw;
}
