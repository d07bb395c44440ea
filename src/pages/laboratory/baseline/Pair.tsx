import { type Fact, tellFact } from "../../../words/index.ts";
import type { Inspection } from "../../../worker/protocol.ts";
import { nameInStory } from "../names.ts";
import { language, t } from "../preferences.ts";
import { StoryView } from "../why/StoryView.tsx";
import { pair } from "./agents.ts";
import "../why/why.css";

/** One agent in the run and in its baseline: how it stands, and its story in each. */
export function Pair() {
  const open = pair.value;
  if (open === undefined) return null;
  const name = nameInStory(open);
  const worlds = [t("realBaseline"), t("realChanged")];
  return (
    <section class="pair card" aria-label={t("compareSideBySide", { name, week: open.week })}>
      <header>
        <h3>{t("compareSideBySide", { name, week: open.week })}</h3>
        <button type="button" class="quiet" aria-label={t("close")} onClick={() => (pair.value = undefined)}>
          ✕
        </button>
      </header>
      <Facts facts={open.facts} />
      <div class="columns">
        {open.stories.map((story, k) => (
          <section key={worlds[k]} aria-label={`${name}, ${worlds[k]}`}>
            <h3>{worlds[k]}</h3>
            {story ? <StoryView story={story} /> : <p aria-busy="true">{t("opening")}</p>}
          </section>
        ))}
      </div>
    </section>
  );
}

function Facts({ facts: [first, second] }: { facts: readonly (Inspection | undefined)[] }) {
  const rows = (first ?? second)?.facts.map((fact) => {
    const tell = (one: Fact) => tellFact(language.value, one);
    const of = (one: Inspection | undefined) =>
      one?.facts.filter(({ name }) => name === fact.name).map((same) => tell(same).text)[0] ?? "–";
    return { name: tell(fact).label, first: of(first), second: of(second) };
  });
  return (
    <details open>
      <summary>{t("compareFacts")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("measure")}</th>
            <th scope="col">{t("realBaseline")}</th>
            <th scope="col">{t("realChanged")}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            ?.filter((row) => row.first !== row.second)
            .map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>{row.first}</td>
                <td>{row.second}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  );
}
