import { tellPredictedValue } from "../../words/index.ts";
import { language } from "../laboratory/preferences.ts";

/** A value of a measure, or a difference of two, as it is read; a dash where there is none. */
export const measureInWords = (unit: string, value: number | null | undefined, difference = false): string =>
  tellPredictedValue(language.value, value ?? Number.NaN, { share: unit === "0-1" || unit.startsWith("share of"), difference });
