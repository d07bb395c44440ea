import type { RoundRow } from "../../teaching/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { measureInWords } from "./measureInWords.ts";

/** Heads of a table of what came of a round. */
export const RoundHeads = () => (
  <>
    <th scope="col">{t("roundsMeasure")}</th>
    <th scope="col">{t("roundsBefore")}</th>
    <th scope="col">{t("roundsAfter")}</th>
    <th scope="col">{t("roundsChange")}</th>
  </>
);

/** How a measure stood before a round and after it, under those heads. */
export const RoundCells = ({ of: { label, unit, before, after } }: { of: RoundRow }) => (
  <>
    <th scope="row">{label[language.value]}</th>
    <td>{measureInWords(unit, before)}</td>
    <td>{measureInWords(unit, after)}</td>
    <td>{measureInWords(unit, before === null ? null : after - before, true)}</td>
  </>
);
