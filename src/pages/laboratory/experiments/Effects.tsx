import { repeatedIn } from "../../../experiment/index.ts";
import type { DotData } from "../../../views/index.ts";
import { marks, tellEstimate, tellFactors } from "../../../words/index.ts";
import { labelOfPath, shownValue } from "../controls/labels.ts";
import { language, t } from "../preferences.ts";
import { ArmsSelect } from "./ArmsSelect.tsx";
import { chosenArms, chosenOutcome, distinctArms } from "./chosen.ts";
import { type Results, results } from "./conduct.ts";
import { DotFigure } from "./DotFigure.tsx";
import { outcomeLabel } from "./names.ts";
import { readOutcome } from "./readOutcome.ts";

/** By how much each factor moves the outcome that is looked at, averaged over the others. */
export function Effects() {
  const shown = results.value;
  const all = distinctArms((shown?.effects ?? []).map((one) => one.arms));
  if (!shown || all.length === 0) return null;
  return (
    <section class="finding effects">
      <h3>{effectsData(shown).label}</h3>
      <ArmsSelect of={shown.of} all={all} />
      <DotFigure data={() => results.value && effectsData(results.value)} />
      <p class="help">
        {[t("planEffectHelp"), t(`covers_${repeatedIn({ kind: shown.of.design ?? "rows", draws: shown.of.draws })}`)].join(
          marks[language.value].next,
        )}
      </p>
    </section>
  );
}

function effectsData(shown: Results): DotData {
  const { of, effects } = shown;
  const { name } = chosenOutcome(shown);
  const { unit, read } = readOutcome(of, name, Number.NaN);
  const arms = chosenArms(distinctArms(effects.map((one) => one.arms)));
  const found = effects
    .filter((one) => one.outcome === name && one.arms.join() === arms?.join())
    .map(({ factor, from, to, effect }) => ({
      ...read(effect),
      factor: labelOfPath(factor),
      from: shownValue(factor, from),
      to: shownValue(factor, to),
    }))
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  return {
    label: tellFactors(language.value, "effect", outcomeLabel(of, name), found, unit),
    rows: found.map((one) => ({
      label: `${one.factor}${marks[language.value].colon}${one.from} → ${one.to}`,
      dots: [{ ...one, text: tellEstimate(language.value, one, "signed") }],
    })),
    unit: t("planChangeOf", { name: outcomeLabel(of, name), unit }),
    heads: [t("planFactor"), t("planEffect"), t("planLow"), t("planHigh")],
  };
}
