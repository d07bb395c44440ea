import { asRead } from "./names.ts";
import { type Language, say } from "./say.ts";
import { inPercent } from "./units.ts";

/** What an outcome is made of. */
interface Rule {
  measure: string;
  minus?: string | undefined;
  over?: string | undefined;
  scale?: "logOdds" | "perYear" | undefined;
  take?: "mean" | "maximum" | "minimum" | "last" | "slope" | "crossing" | undefined;
  level?: number | undefined;
}

/** An outcome in words, such as "Participation rate: maximum". @param of  name and unit of a measure */
export function tellOutcome(
  language: Language,
  { measure, minus, over, scale, take = "mean", level = Number.NaN }: Rule,
  of: (id: string) => { name: string; unit: string },
): string {
  const scaled = (id: string) => (scale === undefined ? of(id).name : say(language, `outcome_${scale}`, { a: of(id).name }));
  const difference = minus === undefined ? scaled(measure) : say(language, "outcome_minus", { a: scaled(measure), b: scaled(minus) });
  const what = over === undefined ? difference : say(language, "outcome_over", { a: difference, b: of(over).name });
  const { unit } = of(measure);
  const percent = over === undefined && scale === undefined && inPercent(unit);
  return say(language, `outcome_${take}`, { what, level: percent ? `${asRead(unit, level)}%` : level });
}
