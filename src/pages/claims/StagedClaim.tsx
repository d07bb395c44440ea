import { signal } from "@preact/signals";
import { signed } from "../../words/index.ts";
import { measureName } from "../laboratory/controls/labels.ts";
import { language, t } from "../laboratory/preferences.ts";
import { description } from "../laboratory/session/index.ts";
import { keepWord } from "../laboratory/stage/choices.ts";
import { nameOf, said, tellFound, toldAs } from "./ClaimView.tsx";
import { Forest } from "./Forest.tsx";
import { MarkIcon } from "./Marks.tsx";
import { rowsToShow } from "./rowsToShow.ts";
import { claims } from "./shipped.ts";

const MOST = 3; // contrasts that a small screen in a room has room for

/** Which claim; the address always says so. */
const chosen = signal("");
keepWord(
  "of",
  ["claim"],
  chosen,
  claims.map(({ id }) => id),
);

/** One claim for a room: what it asks, how it came out in a sentence, and its first contrasts. */
export function StagedClaim() {
  const claim = claims.find(({ id }) => id === chosen.value) ?? claims[0];
  const rows = rowsToShow(claim);
  const question = said(claim, "question") || said(claim, "claim");
  if (!description.value) return null; // until it is known what measures are called
  return (
    <section class="staged claim" aria-label={question} lang={language.value}>
      <h1>{question}</h1>
      <p>{rows.length > 0 ? tellFound(rows) : t("claimUnrecorded")}</p>
      <div class="sheet">
        <table>
          <tbody>
            {rows.slice(0, MOST).map((of, e) => (
              <tr key={e}>
                <th scope="row">
                  {nameOf(claim.contrast.estimands[e])}
                  <span>{measureName(of.row.measure)}</span>
                </th>
                <td class="forest" aria-hidden="true">
                  <Forest of={of} />
                </td>
                <td>
                  <strong>{t("claimEffectOne", { mean: signed(of.mean, of), unit: of.unit })}</strong>
                  <span>
                    <MarkIcon standing={of.standing} /> {toldAs(of)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST && <p class="help">{t("stageClaimMore", { count: rows.length - MOST })}</p>}
    </section>
  );
}
