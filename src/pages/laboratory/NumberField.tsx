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

/** A field for a number, which says of one that cannot be what would be right, and stays as it was. */
export function NumberField({ value, min, max, whole = false, id, label, describedBy, disabled = false, onChange }: Props) {
  const said = useSignal<{ given: string | undefined; value: number } | undefined>(undefined);
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
          const next = numberIn(field.value);
          const within = next !== undefined && isWithin(next, { min, max, whole });
          said.value = within ? undefined : { given: next === undefined ? undefined : field.value, value };
          if (!within) field.value = String(value);
          else if (next !== value) onChange(next);
        }}
      />
      {said.value?.value === value && (
        <small class="said" role="alert">
          {said.value.given === undefined
            ? t("numberNone", { value })
            : t("numberBeyond", { given: said.value.given, bounds: boundsInWords({ min, max, whole }), value })}
        </small>
      )}
    </>
  );
}

type Bounds = Pick<Props, "min" | "max" | "whole">;

/** The number that a text stands for, if it stands for one. */
function numberIn(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? undefined : number;
}

const isWithin = (number: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole }: Bounds): boolean =>
  number >= min && number <= max && (!whole || Number.isInteger(number));

function boundsInWords({ min, max, whole }: Bounds): string {
  const kind = t(whole ? "numberWhole" : "numberAny");
  if (min === undefined) return kind;
  return max === undefined ? t("numberFrom", { kind, min }) : t("numberBetween", { kind, min, max });
}
