import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import packageJson from "../../../package.json" with { type: "json" };
import { type BoardSeat, type PlayedRound, type Reply, roleOf } from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { encodeLink } from "../laboratory/session/linkText.ts";
import { decidedInWords } from "./decidedInWords.ts";
import { roundInWords } from "./roundInWords.ts";

type Shown = Extract<Reply, { type: "board" }>;

/** The rounds so far as the query of a link, by which the laboratory runs them again and says whether they come out the same. */
export function useLinkOfRounds({ text = "", digest, state: { week } }: Shown): string {
  const link = useSignal("");
  useEffect(() => {
    const seed = /^seed: *["']?(.*?)["']? *$/m.exec(text)?.[1] ?? "1";
    const unchanged = { changed: {}, interventions: [] };
    const run = { file: "class.yaml", text, seed, ...unchanged, baseline: unchanged, week, digest, program: packageJson.version };
    void encodeLink(run).then((query) => (link.value = query));
  }, [text, digest]);
  return link.value;
}

/** Round by round who won and who paid, and what each seat decided; whom it stands for can be asked why. */
export function Debrief({ now, link }: { now: Shown; link: string }) {
  const { rounds, seats } = now;
  return (
    <div class="debrief">
      <h2>{t("debriefHead")}</h2>
      <ol class="decided">
        {rounds.map((played) => (
          <li key={played.round}>{roundInWords(played)}</li>
        ))}
      </ol>
      <p class="help">{t("debriefWhyHelp")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="wide" tabIndex={0} aria-label={t("debriefHead")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("boardNameColumn")}</th>
              <th scope="col">{t("boardRoleColumn")}</th>
              {rounds.map(({ round }) => (
                <th key={round} scope="col">
                  {t("debriefRound", { round })}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.id}>
                <th scope="row">{seat.name}</th>
                <td>{seat.role && t(`role_${seat.role}`)}</td>
                {rounds.map((played) => (
                  <td key={played.round}>{decidedBy(seat, played)}</td>
                ))}
                <td>
                  <a
                    href={`./index.html#${placeOf(seat, now)}?${link}`}
                    target="_blank"
                    rel="noopener"
                    aria-label={t("debriefWhyOf", { name: seat.name })}
                  >
                    {t("debriefWhy")}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** What a seat decided in a round: its levers that do not stand as they did at the start. */
function decidedBy({ id, role, community }: BoardSeat, { moved, choices = [], week }: PlayedRound): string {
  const k = moved.indexOf(id);
  if (k < 0 || role === undefined) return t("debriefSilent");
  const { levers, everywhere } = roleOf(role);
  const changed = levers.flatMap(({ path, usual, choices: values }, lever) => {
    const chosen = choices[k][lever];
    const where = everywhere ? {} : { communities: [community] };
    return chosen === usual ? [] : [decidedInWords({ week, path, value: values[chosen].value, ...where })];
  });
  return changed.length === 0 ? t("debriefAsIs") : changed.join(marks[language.value].part);
}

/** The place of the laboratory in which the story of one of those is told for whom a seat stands; of an office, of anybody. */
function placeOf({ role, community }: BoardSeat, { people }: Shown): string {
  const of = people?.[community];
  const story = (kind: string, row: number | undefined) =>
    row === undefined || row < 0 ? "laboratory/why" : `laboratory/why/${kind}-${row}`;
  if (role === "residents") return story("resident", of?.resident);
  if (role === "organization") return story("organization", of?.organization);
  if (role === "secretary") return story("branch", of?.branch);
  return role === "worker" ? story("community", community) : "laboratory/why";
}
