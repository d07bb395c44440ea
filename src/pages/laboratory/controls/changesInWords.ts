import { t } from "../preferences.ts";
import type { Changes } from "../session/index.ts";
import { interventionInWords, labelOfPath, shownValue } from "./labels.ts";

/** What is set from the start, then what is changed later, each in words. */
export const changesInWords = ({ changed, interventions }: Changes): string[] => [
  ...Object.entries(changed).map(([path, value]) => t("becomes", { name: labelOfPath(path), value: shownValue(path, value) })),
  ...interventions.map((one) => t("inWeek", { week: one.week, what: interventionInWords(one) })),
];
