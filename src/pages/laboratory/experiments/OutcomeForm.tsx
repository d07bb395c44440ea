import { asRead, asWritten, inPercent } from "../../../words/index.ts";
import { measureName, measureUnit } from "../controls/labels.ts";
import { NumberField } from "../NumberField.tsx";
import { t } from "../preferences.ts";
import { description } from "../session/index.ts";
import type { DraftOutcome } from "./draft.ts";

const takes = ["mean", "maximum", "minimum", "last", "slope", "crossing"] as const;
const relations = ["none", "minus", "over"] as const;
type Relation = (typeof relations)[number];

/** What is taken of a measure, and which other it is set against. */
export function OutcomeForm({ outcome, onChange }: { outcome: DraftOutcome; onChange: (outcome: DraftOutcome) => void }) {
  const { measure, take = "mean", level, minus, over } = outcome;
  const relation: Relation = minus !== undefined ? "minus" : over !== undefined ? "over" : "none";
  const other = minus ?? over;
  const others = description.value?.measures.filter(({ id }) => id !== measure) ?? [];
  const unit = relation === "over" ? "ratio" : measureUnit(measure);
  const set = (part: { take?: DraftOutcome["take"]; level?: number | undefined; relation?: Relation; other?: string | undefined }) => {
    const next = { take, level, relation, other: other ?? others[0]?.id, ...part };
    onChange({
      measure,
      ...(next.relation !== "none" && next.other !== undefined ? { [next.relation]: next.other } : {}),
      ...(next.take === undefined || next.take === "mean" ? {} : { take: next.take }),
      ...(next.take === "crossing" ? { level: next.level ?? 0.5 } : {}),
    });
  };
  return (
    <>
      <select
        aria-label={t("takeOf", { what: measureName(measure) })}
        value={take}
        onChange={(event) => set({ take: event.currentTarget.value as (typeof takes)[number] })}
      >
        {takes.map((one) => (
          <option key={one} value={one}>
            {t(`take_${one}`)}
          </option>
        ))}
      </select>
      {take === "crossing" && (
        <>
          <NumberField
            label={t("takeLevel")}
            value={asRead(unit, level ?? 0.5)}
            onChange={(next) => set({ level: asWritten(unit, next) })}
          />
          {inPercent(unit) && "%"}
        </>
      )}
      <select aria-label={t("setAgainst")} value={relation} onChange={(event) => set({ relation: event.currentTarget.value as Relation })}>
        {relations.map((one) => (
          <option key={one} value={one}>
            {t(`against_${one}`)}
          </option>
        ))}
      </select>
      {relation !== "none" && (
        <select aria-label={t("againstWhich")} value={other} onChange={(event) => set({ other: event.currentTarget.value })}>
          {others.map(({ id }) => (
            <option key={id} value={id}>
              {measureName(id)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
