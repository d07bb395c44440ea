import "./claims.css";
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { marginsOf } from "../../experiment/index.ts";
import { marks } from "../../words/index.ts";
import { place } from "../laboratory/place.ts";
import { language, t } from "../laboratory/preferences.ts";
import { ClaimView } from "./ClaimView.tsx";
import { lookAtModel, model } from "./here.ts";
import { countsOf, standings } from "./judged.ts";
import { Mark, MarkIcon } from "./Marks.tsx";
import { rowsToShow } from "./rowsToShow.ts";
import { type Claim, claims, record, recordedEstimands } from "./shipped.ts";
import { placeOnStrip, rowsOfMarks } from "./strip.ts";
import { Tabs } from "./Tabs.tsx";

const query = signal("");
/** What one would like to know. */
const questionOf = ({ contrast }: Claim): string =>
  (language.value === "zh" ? contrast.questionZh : contrast.question) ?? contrast.question ?? contrast.claim;

/** The claims of the paper, each by where its contrasts stand, and the one that is open. */
export function Claims() {
  useEffect(() => void lookAtModel(), []);
  const opened = claims.find(({ id }) => id === place.value);
  const words = query.value.trim().toLowerCase();
  const found = claims.filter(({ contrast }) => words === "" || JSON.stringify(contrast).toLowerCase().includes(words));
  const counts = countsOf(claims.flatMap((claim) => rowsToShow(claim)));
  return (
    <main class={opened ? "claims one" : "claims"}>
      <Tabs current="claims" />
      <section class="board card" aria-labelledby="claims-head">
        <header>
          <h1 id="claims-head">{t("claimsHead", { claims: claims.length })}</h1>
          <p>
            {t("claimsHelp", {
              estimands: claims.flatMap(({ contrast }) => contrast.estimands).length,
              pairs: record.pairs,
              draws: record.draws,
            })}
          </p>
          <ul class="standings" aria-label={t("claimsCount")}>
            {standings
              .filter((standing) => counts[standing] > 0)
              .map((standing) => (
                <li key={standing} class={standing}>
                  <MarkIcon standing={standing} /> <strong>{counts[standing]}</strong> {t(`standing_${standing}`)}
                </li>
              ))}
          </ul>
          <input
            type="search"
            placeholder={t("claimsSearch")}
            aria-label={t("claimsSearch")}
            value={query.value}
            onInput={(event) => (query.value = event.currentTarget.value)}
          />
        </header>
        <p class="ways" aria-hidden="true">
          <span class="scale">
            <span>{t("claimsReverseWay")}</span>
            <span>{t("claimsNotShown")}</span>
            <span>{t("claimsClaimedWay")}</span>
          </span>
          <span class="counts">
            <MarkIcon standing="claimed" />
            <MarkIcon standing="reverse" />
          </span>
        </p>
        <ol>
          {found.map((claim) => (
            <Row key={claim.id} claim={claim} current={claim === (opened ?? claims[0])} />
          ))}
        </ol>
        {found.length === 0 && <p role="status">{t("claimsNone")}</p>}
        <footer class="help">
          <p>{t("claimsPlace", { estimands: recordedEstimands })}</p>
          <ModelNote />
        </footer>
      </section>
      <ClaimView claim={opened ?? claims[0]} named={opened !== undefined} />
    </main>
  );
}

/** Of what model and when what is shown was recorded, and whether this page has the same. */
function ModelNote() {
  const { date, program, seed, scenario } = record;
  const digits = (state: string) => state.slice(0, 12);
  const found = model.value;
  return (
    <>
      <p>{t("claimsRecorded", { date, program, seed, scenario })}</p>
      {found && (
        <p role="status" class={found.same ? "same-model" : "other-model notice"}>
          {found.same
            ? t("claimsSameModel", { state: digits(found.state) })
            : t("claimsOtherModel", { here: digits(found.state), there: digits(record.model) })}
        </p>
      )}
    </>
  );
}

function Row({ claim, current }: { claim: Claim; current: boolean }) {
  const rows = rowsToShow(claim);
  const counts = countsOf(rows);
  const said = standings.filter((standing) => counts[standing] > 0).map((standing) => `${counts[standing]} ${t(`standing_${standing}`)}`);
  const question = questionOf(claim);
  return (
    <li class={current ? "current" : undefined}>
      <a
        href={`#claims/${claim.id}`}
        aria-current={current ? "true" : undefined}
        aria-label={t("claimsStrip", { claim: question, counts: said.join(marks[language.value].list) })}
      >
        <span class="number">{claim.number}</span>
        <span class="question">{question}</span>
        <Strip rows={rows} />
        <span class="counts">
          {(["claimed", "reverse"] as const).map((standing) => (
            <span key={standing} class={standing}>
              {counts[standing] + (standing === "claimed" ? counts.defaultsOnly : 0) || "·"}
            </span>
          ))}
        </span>
      </a>
    </li>
  );
}

const [WIDTH, HEIGHT] = [300, 34];
const MARK = 11;

/** The contrasts of a claim on one scale: effects over their margin of error. */
function Strip({ rows }: { rows: ReturnType<typeof rowsToShow> }) {
  const x = (place: number) => WIDTH / 2 + place * (WIDTH / 2 - MARK);
  const places = rows.map(({ row }) => x(placeOnStrip(marginsOf(row))));
  const levels = rowsOfMarks(places, MARK);
  // 0 in the middle, then above and below it in turn.
  const y = (level: number) => HEIGHT / 2 + (level % 2 === 1 ? -1 : 1) * Math.ceil(level / 2) * (MARK - 1);
  const edge = x(placeOnStrip(1));
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <rect class="matters-not" x={WIDTH - edge} width={2 * edge - WIDTH} y={0} height={HEIGHT} />
      <line class="zero" x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
      {rows.map(({ standing }, k) => (
        <Mark key={k} standing={standing} x={places[k]} y={Math.max(5, Math.min(HEIGHT - 5, y(levels[k])))} />
      ))}
    </svg>
  );
}
