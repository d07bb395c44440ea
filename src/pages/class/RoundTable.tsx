import type { PlayedRound, RoleName } from "../../teaching/index.ts";
import { roles, wantsLess } from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { RoundCells, RoundHeads } from "./roundColumns.tsx";
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
            <RoundHeads />
            {role === undefined && <th scope="col">{t("roundsWhose")}</th>}
          </tr>
        </thead>
        <tbody>
          {played.rows.map((row) => {
            const all = whose(row.measure);
            return (
              <tr key={row.measure} class={all.some(({ name }) => name === role) ? "mine" : undefined}>
                <RoundCells of={row} />
                {role === undefined && <td>{all.map(({ name }) => named(name, row.measure)).join(marks[language.value].list)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {title === undefined && <p class="help">{t("roundsMoves", { moved: played.moved.length })}</p>}
    </section>
  );
}
