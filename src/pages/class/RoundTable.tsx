import type { PlayedRound, RoleName } from "../../teaching/index.ts";
import { roles } from "../../teaching/index.ts";
import { marks, tellPredictedValue } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";

/** What came of a round, measure by measure, and whose aim each is: who won and who paid. @param role  whose aims are marked */
export function RoundTable({ played, role, title }: { played: PlayedRound; role?: RoleName | undefined; title?: string }) {
  const whose = (measure: string) => roles.filter(({ aims }) => (aims as readonly string[]).includes(measure));
  return (
    <section class="round">
      <h2>{title ?? t("roundsHead", { round: played.round })}</h2>
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
                {role === undefined && <td>{all.map(({ name }) => t(`role_${name}`)).join(marks[language.value].list)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="help">{t("roundsMoves", { moved: played.moved.length })}</p>
    </section>
  );
}
