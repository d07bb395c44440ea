import type { Bilingual } from "./parameter.ts";

/**
 * What is to be said, as a code and the values in it: `said("pastEnd", { week: 30, weeks: 9 })`. Words make the sentence of
 * it in the language of whoever reads; nothing here knows them.
 */
export interface Said {
  readonly code: string;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/** A value in a sentence: as it is, in both languages, or a part that is said itself. */
export type SaidValue = string | number | Bilingual | Said;

export const said = (code: string, values: Said["values"] = {}): Said => ({ code, values });
