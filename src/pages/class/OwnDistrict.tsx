import type { PlayedRound } from "../../teaching/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { measureInWords } from "./measureInWords.ts";

/** How the district of a seat came out of its last round. */
export function OwnDistrict({ played: { round, week, rows, moved } }: { played: PlayedRound }) {
  return (
    <section class="round">
      <h2>{t("ownHead", { week })}</h2>
      {moved.length === 0 && <p class="help">{t("ownSilent", { round })}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t("roundsMeasure")}</th>
            <th scope="col">{t("roundsBefore")}</th>
            <th scope="col">{t("roundsAfter")}</th>
            <th scope="col">{t("roundsChange")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, label, unit, before, after }) => (
            <tr key={measure}>
              <th scope="row">{label[language.value]}</th>
              <td>{measureInWords(unit, before)}</td>
              <td>{measureInWords(unit, after)}</td>
              <td>{measureInWords(unit, before === null ? null : after - before, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
