import { signal } from "@preact/signals";
import { unitOfOutcome } from "../../experiment/index.ts";
import { language } from "../laboratory/preferences.ts";
import { rowsShown } from "./here.ts";
import { type JudgedRow, judgedRow } from "./judged.ts";
import type { Claim } from "./shipped.ts";

/** How many times the smallest effects of interest of the claims have to be there for an effect to matter. */
export const leastTimes = signal(1);

/** What is shown of a claim, judged by what matters to the reader; empty where nothing is known. */
export const rowsToShow = (claim: Claim): JudgedRow[] => (rowsShown(claim) ?? []).map(judged);

export const judged = (row: JudgedRow["row"]): JudgedRow => judgedRow(language.value, row, unitOfOutcome(row), leastTimes.value);
