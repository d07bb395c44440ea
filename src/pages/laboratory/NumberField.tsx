import { useSignal } from "@preact/signals";
import { t } from "./preferences.ts";

interface Props {
  value: number;
  min?: number | undefined;
  max?: number | undefined;
  /** Only whole numbers are right. */
  whole?: boolean;
  id?: string;
  /** What it is called, where no label stands around it. */
  label?: string | undefined;
  /** The id of what describes it. */
  describedBy?: string;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** A field for a number, which says what it made of one that cannot be. */
export function NumberField({ value, min, max, whole = false, id, label, describedBy, disabled = false, onChange }: Props) {
  const said = useSignal<{ text: string; value: number } | undefined>(undefined);
  return (
    <>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={whole ? 1 : "any"}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-describedby={describedBy}
        onChange={({ currentTarget: field }) => {
          const next = brought(field.value, { min, max, whole });
          const stays = next === undefined;
          said.value = stays
            ? { text: t("numberNone", { value }), value }
            : Number(field.value) === next
              ? undefined
              : { text: t("numberMoved", { given: field.value, bounds: boundsInWords({ min, max, whole }), value: next }), value: next };
          field.value = String(next ?? value);
          if (next !== undefined && next !== value) onChange(next);
        }}
      />
      {said.value?.value === value && (
        <small class="said" role="alert">
          {said.value.text}
        </small>
      )}
    </>
  );
}

type Bounds = Pick<Props, "min" | "max" | "whole">;

/** The number that a text stands for, brought within the bounds; undefined if it is none. */
function brought(text: string, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole }: Bounds): number | undefined {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) return undefined;
  return Math.min(max, Math.max(min, whole ? Math.round(number) : number));
}

function boundsInWords({ min, max, whole }: Bounds): string {
  const kind = t(whole ? "numberWhole" : "numberAny");
  if (min === undefined) return kind;
  return max === undefined ? t("numberFrom", { kind, min }) : t("numberBetween", { kind, min, max });
}
