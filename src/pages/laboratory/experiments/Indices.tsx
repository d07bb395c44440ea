import type { DotData } from "../../../views/index.ts";
import { tellEstimate, tellFactors } from "../../../words/index.ts";
import { labelOfPath } from "../controls/labels.ts";
import { language, t } from "../preferences.ts";
import { ArmsSelect } from "./ArmsSelect.tsx";
import { chosenArms, chosenOutcome, distinctArms } from "./chosen.ts";
import { type Results, results } from "./conduct.ts";
import { DotFigure } from "./DotFigure.tsx";
import { outcomeLabel } from "./names.ts";
import { readOutcome } from "./readOutcome.ts";

/** Elementary effects or Sobol' indices of the outcome that is looked at, where the design gives them. */
export function Indices() {
  const shown = results.value;
  if (!shown || shown.indices.length === 0) return null;
  return (
    <section class="finding indices">
      <h3>{indicesData(shown).label}</h3>
      <ArmsSelect of={shown.of} all={armsOf(shown)} />
      <DotFigure data={() => results.value && indicesData(results.value)} />
      <p class="help">{t(isSobol(shown) ? "planSobolHelp" : "planMorrisHelp")}</p>
    </section>
  );
}

const armsOf = ({ indices }: Results) => distinctArms(indices.map(({ arm }) => [arm]));
const isSobol = ({ indices }: Results): boolean => indices.some((one) => "total" in one.indices);

function indicesData(shown: Results): DotData {
  const { of, indices } = shown;
  const sobol = isSobol(shown);
  const { name } = chosenOutcome(shown);
  const outcome = outcomeLabel(of, name);
  const { factor: times, unit } = readOutcome(of, name, Number.NaN);
  const [arm] = chosenArms(armsOf(shown)) ?? [];
  const scale = sobol ? 1 : times; // shares of the variance have no unit
  const dot = ({ value, low, high }: { value: number; low: number; high: number }, hollow: boolean) => {
    const read = { mean: scale * value, low: scale * low, high: scale * high };
    return { ...read, hollow, text: tellEstimate(language.value, read, sobol ? "share" : "unsigned") };
  };
  const rows = indices
    .filter((one) => one.outcome === name && one.arm === arm)
    .map(({ factor, indices: of }) => ({
      label: labelOfPath(factor),
      dots: sobol ? [dot(of.total, false), dot(of.first, true)] : [dot(of.muStar, false), dot(of.sigma, true)],
    }));
  const said = rows.map(({ label, dots: [first] }) => ({ ...first, factor: label }));
  return {
    label: tellFactors(language.value, sobol ? "total" : "muStar", outcome, said, unit),
    rows,
    unit: sobol ? t("planShareOf", { name: outcome }) : t("planChangeOf", { name: outcome, unit }),
    key: sobol ? [t("index_total"), t("index_first")] : [t("index_muStar"), t("index_sigma")],
    heads: [t("planFactor"), t("planIndexValue"), t("planLow"), t("planHigh")],
  };
}
