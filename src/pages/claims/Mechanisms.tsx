import { marks } from "../../words/index.ts";
import { itemName, shownValue } from "../laboratory/controls/labels.ts";
import { findParameters } from "../laboratory/controls/search.ts";
import { language, t } from "../laboratory/preferences.ts";
import { description } from "../laboratory/session/index.ts";

/** The mechanisms that hold rows of the paper, what they do, and how they are switched. */
export function Mechanisms({ rows }: { rows: readonly string[] }) {
  const { paperIndex = [], mechanisms = [], parameters = [] } = description.value ?? {};
  const homes = new Set(paperIndex.filter(({ row }) => rows.includes(row)).flatMap(({ home }) => home));
  const holding = mechanisms.filter(({ id }) => homes.has(id));
  if (holding.length === 0) return null;
  return (
    <section class="mechanisms">
      <h3>{t("claimMechanisms")}</h3>
      <ul>
        {holding.map(({ id, title, summary }) => {
          const mode = parameters.find(({ path }) => path === `mechanisms.${id}.mode`);
          return (
            <li key={id}>
              <strong>{title[language.value]}</strong> {summary[language.value]}{" "}
              {mode && (
                <small>
                  {t("claimSwitch", {
                    options: (mode.options ?? []).map(itemName).join(marks[language.value].list),
                    value: shownValue(mode.path, mode.default),
                  })}
                </small>
              )}{" "}
              <button
                type="button"
                class="link"
                aria-label={t("claimFind", { name: title[language.value] })}
                onClick={() => findParameters(title[language.value])}
              >
                {t("claimOpen")}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
