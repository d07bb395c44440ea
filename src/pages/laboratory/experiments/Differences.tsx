import {
  type Estimate,
  LEAST_PAIRS,
  type PooledDifference,
  pairsNeeded,
  pairsToTell,
  repeatedIn,
  verdictOn,
} from "../../../experiment/index.ts";
import type { DotData } from "../../../views/index.ts";
import { marks, tellArms, tellEstimate, tellVerdict } from "../../../words/index.ts";
import { NumberField } from "../NumberField.tsx";
import { language, t } from "../preferences.ts";
import { Bar } from "../real/Bar.tsx";
import { chosenOutcome } from "./chosen.ts";
import { type Results, results } from "./conduct.ts";
import { DotFigure } from "./DotFigure.tsx";
import { armLabel, armsLabel, outcomeLabel, pointLabel, repeatedWord } from "./names.ts";
import { readOutcome } from "./readOutcome.ts";

/** Points up to which each is drawn, where they are given: those that are drawn from ranges say little one by one. */
const POINTS_SHOWN = 24;

/** How arms differ: in the outcome that is looked at over all points and at each, and in all outcomes. */
export function Differences() {
  const shown = results.value;
  const pooled = shown ? pooledOf(shown) : [];
  if (!shown || pooled.length === 0) return null;
  const { of } = shown;
  const last = pooled[pooled.length - 1];
  const { unit, least, setLeast } = readOutcome(of, last.outcome, last.base);
  return (
    <section class="finding differences">
      <h3>{sentenceOn(shown, last)}</h3>
      {pooled.slice(0, -1).map((one) => (
        <p key={one.arms.join()}>{sentenceOn(shown, one)}</p>
      ))}
      <DotFigure data={() => results.value && differencesData(results.value)} />
      <p class="help">
        <label>
          {t("planLeast", { unit })} <NumberField value={least} min={1e-6} onChange={setLeast} />
        </label>{" "}
        {[tellNeeded(shown, last), t(`covers_${repeatedIn({ kind: of.design ?? "rows", draws: of.draws })}`)].join(
          marks[language.value].next,
        )}
      </p>
      <AllOutcomes shown={shown} />
    </section>
  );
}

const pooledOf = (shown: Results): PooledDifference[] => {
  const { name } = chosenOutcome(shown);
  return shown.pooled.filter((one) => one.outcome === name);
};

function judgedOn({ of }: Results, { outcome, difference, base }: PooledDifference) {
  const { unit, least, read } = readOutcome(of, outcome, base);
  const estimate = read(difference);
  return { ...estimate, unit, least, verdict: verdictOn(estimate, least), more: pairsToTell(estimate, least) };
}

function sentenceOn(shown: Results, one: PooledDifference): string {
  const [first, second] = one.arms.map((arm) => armLabel(shown.of, arm));
  return tellArms(language.value, { ...judgedOn(shown, one), name: outcomeLabel(shown.of, one.outcome), first, second });
}

/** Replicates that the least difference takes, by how those differ that are there; NaN where that is not known. */
function neededFor({ of }: Results, { outcome, deviation, base }: PooledDifference): number {
  const { factor, least } = readOutcome(of, outcome, base);
  return pairsNeeded(factor * deviation, least);
}

function tellNeeded(shown: Results, one: PooledDifference): string {
  const needed = neededFor(shown, one);
  if (!Number.isFinite(needed)) return "";
  const { unit, least } = readOutcome(shown.of, one.outcome, one.base);
  const { count } = one.difference;
  const said = t("needed", { least, unit, needed, repeated: repeatedWord(shown.of), count });
  return count < LEAST_PAIRS ? `${said}${marks[language.value].next}${t("neededRough")}` : said;
}

function differencesData(shown: Results): DotData {
  const { of, differences } = shown;
  const pooled = pooledOf(shown);
  const { name } = chosenOutcome(shown);
  const { unit, least, read } = readOutcome(of, name, pooled[0]?.base ?? Number.NaN);
  const dot = (estimate: Estimate) => ({ ...read(estimate), text: tellEstimate(language.value, read(estimate), "signed") });
  const given = repeatedIn({ kind: of.design ?? "rows", draws: of.draws }) === "replicates";
  const each = given && of.points > 1 && of.points <= POINTS_SHOWN ? differences : [];
  return {
    label: pooled.map((one) => sentenceOn(shown, one)).join(marks[language.value].part),
    rows: pooled.flatMap((one) => {
      const pair = armsLabel(of, one.arms);
      return [
        { label: of.points > 1 ? `${pair}${marks[language.value].of(t("planAllPoints"))}` : pair, dots: [dot(one.difference)] },
        ...each
          .filter((row) => row.arms.join() === one.arms.join())
          .map((row) => ({ label: pointLabel(shown, row), dots: [{ ...dot(row.outcomes[name]), hollow: true }] })),
      ];
    }),
    unit: t("planDifferenceOf", { name: outcomeLabel(of, name), unit }),
    least,
    heads: [t("planArms"), t("report_difference"), t("planLow"), t("planHigh")],
  };
}

/** All outcomes over all points, each in its unit and on a scale of its own. */
function AllOutcomes({ shown }: { shown: Results }) {
  const { of, pooled } = shown;
  if (of.outcomes.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={t("planAllOutcomes")}>
      <table class="judged">
        <caption>{t("planAllOutcomes")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("planOutcome")}</th>
            <th scope="col">{t("planArms")}</th>
            <td class="forest" aria-hidden="true" />
            <th scope="col">{t("report_difference")}</th>
            <th scope="col">{t("realVerdict")}</th>
            <th scope="col">{t("planNeeded")}</th>
          </tr>
        </thead>
        <tbody>
          {of.outcomes.flatMap(({ name }) =>
            pooled
              .filter(({ outcome }) => outcome === name)
              .map((one) => <OutcomeRow key={`${name} ${one.arms.join()}`} shown={shown} one={one} />),
          )}
        </tbody>
      </table>
    </section>
  );
}

function OutcomeRow({ shown, one }: { shown: Results; one: PooledDifference }) {
  const { of } = shown;
  const judged = judgedOn(shown, one);
  const needed = neededFor(shown, one);
  return (
    <tr data-outcome={one.outcome} data-verdict={judged.verdict}>
      <th scope="row">{outcomeLabel(of, one.outcome)}</th>
      <td>{armsLabel(of, one.arms)}</td>
      <td class="forest" aria-hidden="true">
        <Bar of={judged} />
      </td>
      <td>{tellEstimate(language.value, judged, "signed", judged.unit)}</td>
      <td>{tellVerdict(language.value, judged)}</td>
      <td>{Number.isFinite(needed) ? `${needed} ${repeatedWord(of)}` : "–"}</td>
    </tr>
  );
}
