import type { PlayedRound, RoleName } from "../../teaching/index.ts";
import { roles, wantsLess } from "../../teaching/index.ts";
import { marks, tellPredictedValue } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { roundInWords } from "./roundInWords.ts";

interface Props {
  played: PlayedRound;
  /** Whose aims are marked. */
  role?: RoleName | undefined;
  /** Of a table of several rounds, which has no sentence of its own. */
  title?: string;
}

/** What came of a round: who won and who paid in a sentence, then measure by measure, and whose aim each is. */
export function RoundTable({ played, role, title }: Props) {
  const whose = (measure: string) => roles.filter(({ aims }) => (aims as readonly string[]).includes(measure));
  const named = (name: RoleName, measure: string) => {
    const word = t(`role_${name}`);
    return wantsLess(measure) ? t("roundsLess", { role: word }) : word;
  };
  return (
    <section class="round">
      <h2>{title ?? t("roundsHead", { round: played.round })}</h2>
      {title === undefined && played.payments && <p class="verdict">{roundInWords(played)}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t("roundsMeasure")}</th>
            <th scope="col">{t("roundsBefore")}</th>
            <th scope="col">{t("roundsAfter")}</th>
            <th scope="col">{t("roundsChange")}</th>
            {role === undefined && <th scope="col">{t("roundsWhose")}</th>}
          </tr>
        </thead>
        <tbody>
          {played.rows.map(({ measure, label, unit, before, after }) => {
            const share = unit === "0-1" || unit.startsWith("share of");
            const told = (value: number | null, difference = false) =>
              tellPredictedValue(language.value, value ?? Number.NaN, { share, difference });
            const all = whose(measure);
            return (
              <tr key={measure} class={all.some(({ name }) => name === role) ? "mine" : undefined}>
                <th scope="row">{label[language.value]}</th>
                <td>{told(before)}</td>
                <td>{told(after)}</td>
                <td>{before === null ? "–" : told(after - before, true)}</td>
                {role === undefined && <td>{all.map(({ name }) => named(name, measure)).join(marks[language.value].list)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {title === undefined && <p class="help">{t("roundsMoves", { moved: played.moved.length })}</p>}
    </section>
  );
}
