import { measureUnit } from "../laboratory/controls/labels.ts";
import { language } from "../laboratory/preferences.ts";
import { least } from "../laboratory/real/pairs.ts";
import { rowsShown } from "./here.ts";
import { type JudgedRow, judgedRow } from "./judged.ts";
import type { Claim } from "./shipped.ts";

/** What is shown of a claim, judged by the least difference that the reader has set; empty where nothing is known. */
export const rowsToShow = (claim: Claim): JudgedRow[] => (rowsShown(claim) ?? []).map((row, e) => judged(claim, row, e));

export const judged = ({ contrast }: Claim, row: JudgedRow["row"], e: number): JudgedRow =>
  judgedRow(language.value, row, contrast.estimands[e], measureUnit(row.measure), least.value);
