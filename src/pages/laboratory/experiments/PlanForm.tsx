import { useSignal } from "@preact/signals";
import { labelOfPath, measureName, shownValue } from "../controls/labels.ts";
import { NumberField } from "../NumberField.tsx";
import { t } from "../preferences.ts";
import { changed, description, file, interventions } from "../session/index.ts";
import { draft } from "./conduct.ts";
import { armSets, type Draft, type DraftLevels, firstLevels } from "./draft.ts";
import { OutcomeForm } from "./OutcomeForm.tsx";

const kinds = ["grid", "latinHypercube", "sobol", "morris", "saltelli"] as const;
const set = (part: Partial<Draft>) => (draft.value = { ...draft.value, ...part });

/** The design of an experiment as a form; what it says is written into the plan. */
export function PlanForm() {
  const { title, kind, size, arms, replicates, weeks, factors, outcomes } = draft.value;
  const count = Object.keys(changed.value).length + interventions.value.length;
  const others = description.value?.measures ?? [];
  return (
    <section class="card plan-form" aria-labelledby="plan-form">
      <h2 id="plan-form">{t("planDraft")}</h2>
      <p class="help">
        {t("planFrom", { file: file.value })}
        {count > 0 && t("planFromChanged", { count })}
      </p>
      <div class="fields">
        <label>
          {t("planTitle")}
          <input type="text" value={title} onChange={(event) => set({ title: event.currentTarget.value })} />
        </label>
        <label>
          {t("planKind")}
          <select value={kind} onChange={(event) => set({ kind: event.currentTarget.value as Draft["kind"] })}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`plan_${one}`)}
              </option>
            ))}
          </select>
        </label>
        {kind !== "grid" && <Whole label={t("planSize")} value={size} max={1_000_000} onChange={(next) => set({ size: next })} />}
        <label>
          {t("planArms")}
          <select value={arms} onChange={(event) => set({ arms: event.currentTarget.value as Draft["arms"] })}>
            {(Object.keys(armSets) as Draft["arms"][]).map((one) => (
              <option key={one} value={one}>
                {t(`arms_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Whole label={t("planReplicates")} value={replicates} max={1_000_000} onChange={(next) => set({ replicates: next })} />
        <Whole label={t("planWeeks")} value={weeks} max={3650} onChange={(next) => set({ weeks: next })} />
      </div>
      <fieldset>
        <legend>{t("planFactors")}</legend>
        <ul class="factors">
          {factors.map(({ path, levels }, k) => (
            <li key={path}>
              <span title={path}>{labelOfPath(path)}</span>
              <Levels
                path={path}
                levels={levels}
                sampled={kind !== "grid"}
                onChange={(next) => set({ factors: factors.map((one, j) => (j === k ? { path, levels: next } : one)) })}
              />
              <Remove name={labelOfPath(path)} onClick={() => set({ factors: factors.filter((_, j) => j !== k) })} />
            </li>
          ))}
        </ul>
        <AddFactor />
      </fieldset>
      <fieldset>
        <legend>{t("planOutcomes")}</legend>
        <ul class="outcomes">
          {outcomes.map((outcome, k) => (
            <li key={k}>
              <span title={outcome.measure}>{measureName(outcome.measure)}</span>
              <OutcomeForm
                outcome={outcome}
                onChange={(next) => set({ outcomes: draft.value.outcomes.map((one, j) => (j === k ? next : one)) })}
              />
              {outcomes.length > 1 && (
                <Remove name={measureName(outcome.measure)} onClick={() => set({ outcomes: outcomes.filter((_, j) => j !== k) })} />
              )}
            </li>
          ))}
        </ul>
        <label>
          {t("planAddOutcome")}
          <select value="" onChange={(event) => set({ outcomes: [...outcomes, { measure: event.currentTarget.value }] })}>
            <option value="" />
            {others.map(({ id }) => (
              <option key={id} value={id}>
                {measureName(id)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
    </section>
  );
}

function Whole({ label, value, max, onChange }: { label: string; value: number; max: number; onChange: (value: number) => void }) {
  return (
    <label>
      {label}
      <NumberField value={value} min={1} max={max} whole onChange={onChange} />
    </label>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="quiet" aria-label={t("planRemove", { name })} title={t("planRemove", { name })} onClick={onClick}>
      ×
    </button>
  );
}

interface LevelsProps {
  path: string;
  levels: DraftLevels;
  sampled: boolean;
  onChange: (levels: DraftLevels) => void;
}

function Levels({ path, levels, sampled, onChange }: LevelsProps) {
  if ("values" in levels)
    return (
      <span class="levels">
        {t("planLevels")}: {levels.values.map((value) => shownValue(path, value)).join(", ")}
      </span>
    );
  const field = (key: "from" | "to" | "steps", label: string) => (
    <label>
      {label}
      <NumberField
        value={levels[key]}
        {...(key === "steps" ? { min: 2, whole: true } : boundsOf(path))}
        label={`${labelOfPath(path)} ${label}`}
        onChange={(next) => onChange({ ...levels, [key]: next })}
      />
    </label>
  );
  return (
    <span class="levels">
      {field("from", t("planFrom_"))}
      {field("to", t("planTo"))}
      {!sampled && field("steps", t("planSteps"))}
    </span>
  );
}

/** The bounds of a parameter, which its levels keep too. */
function boundsOf(path: string) {
  const entry = description.value?.parameters.find((one) => one.path === path);
  return { min: entry?.min, max: entry?.max, whole: entry?.type === "integer" };
}

/** A field that knows all parameters; a factor enters with its range to sweep. */
function AddFactor() {
  const written = useSignal("");
  const there = draft.value.factors.map(({ path }) => path);
  const entries = description.value?.parameters.filter(({ type, path }) => type !== "numbers" && !there.includes(path)) ?? [];
  const add = (path: string) => {
    const entry = entries.find((one) => one.path === path);
    if (!entry) return;
    set({ factors: [...draft.value.factors, { path, levels: firstLevels(entry) }] });
    written.value = "";
  };
  return (
    <label>
      {t("planAddFactor")}
      <input
        type="search"
        list="plan-parameters"
        title={t("planAddFactorHelp")}
        value={written.value}
        onInput={(event) => {
          written.value = event.currentTarget.value;
          add(written.value);
        }}
      />
      <datalist id="plan-parameters">
        {entries.map(({ path }) => (
          <option key={path} value={path}>
            {labelOfPath(path)}
          </option>
        ))}
      </datalist>
    </label>
  );
}
