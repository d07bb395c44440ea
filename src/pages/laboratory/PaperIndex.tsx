import { computed, signal } from "@preact/signals";
import type { Word } from "../../words/index.ts";
import { language, t } from "./preferences.ts";
import { description } from "./session/index.ts";

export const query = signal("");

const shown = computed(() => {
  const words = query.value.trim().toLowerCase();
  const rows = description.value?.paperIndex ?? [];
  return words === "" ? rows : rows.filter((entry) => JSON.stringify(entry).toLowerCase().includes(words));
});

/** Every row of the paper with what holds it in the model. */
export function PaperIndex() {
  const all = description.value?.paperIndex ?? [];
  const titles = new Map((description.value?.mechanisms ?? []).map(({ id, title }) => [id, title[language.value]]));
  const homeless = all.filter(({ home }) => home.length === 0).length;
  return (
    <main class="register">
      <h2>{t("register")}</h2>
      <p>{t("registerHelp", { rows: all.length, homeless })}</p>
      <div class="find">
        <input
          type="search"
          placeholder={t("registerSearch")}
          aria-label={t("registerSearch")}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      </div>
      {/* Wide tables scroll by themselves, so that the page does not; the region can be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="wide" tabIndex={0} aria-label={t("register")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("registerRow")}</th>
              <th scope="col">{t("registerTitle")}</th>
              <th scope="col">{t("registerKind")}</th>
              <th scope="col">{t("registerHome")}</th>
              <th scope="col">{t("registerSwitch")}</th>
              <th scope="col">{t("registerRivals")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.value.map((entry) => (
              <tr key={entry.row}>
                <th scope="row">{entry.row}</th>
                <td>{entry[language.value]}</td>
                <td>{t(`kind_of_row_${entry.kind}` as Word)}</td>
                <td>
                  {entry.home.map((id) => (
                    <span key={id} class="home">
                      {titles.get(id) ?? <code>{id.replace("mechanisms.", "")}</code>}
                    </span>
                  ))}
                </td>
                <td>
                  {entry.switch.map((path) => (
                    <code key={path}>{path.replace("mechanisms.", "").replace(".mode", "")}</code>
                  ))}
                </td>
                <td>
                  {entry.rivals.map((rival) => (
                    <code key={rival}>{rival.replace("mechanisms.", "")}</code>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
