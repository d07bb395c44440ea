import { differingValues } from "../../../observation/index.ts";
import { columnName, valueInWords } from "../../../words/index.ts";
import { givenNames } from "../names.ts";
import { language, t } from "../preferences.ts";
import { otherwise, told } from "./telling.ts";
import { meaning } from "./terms.ts";

/** What would be otherwise by the end, had one draw fallen on the other side. */
export function Otherwise() {
  const it = otherwise.value;
  const here = told.value;
  if (!it || !here) return null;
  const values = differingValues(here, it.story);
  const { kind } = here.agent;
  const what = meaning(it.mechanism, it.draw.stream, it.draw.draw)?.[language.value] ?? it.mechanism;
  return (
    <section class="card otherwise" role="status" aria-label={t("whyOtherwise")}>
      <p>{t("whyOtherwiseResult", { what, week: it.week, to: here.to })}</p>
      {values.length === 0 ? (
        <p>{t("whyOtherwiseSame")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("measure")}</th>
              <th scope="col">{t("whyHere")}</th>
              <th scope="col">{t("whyThere")}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={`${value.column}${value.place}`}>
                <td>{columnName(language.value, kind, value.column, value.place)}</td>
                <td>{valueInWords(language.value, kind, value, value.here, givenNames.value)}</td>
                <td>{valueInWords(language.value, kind, value, value.there, givenNames.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" class="secondary" onClick={() => (otherwise.value = undefined)}>
        {t("close")}
      </button>
    </section>
  );
}
