import { isTold, LEAST_SHARE } from "./leastThatMatters.ts";
import { marks } from "./marks.ts";
import { pointsText } from "./numbersInTitles.ts";
import { type Language, say } from "./say.ts";
import { valueAt } from "./tellSeries.ts";

/** A share by week in a run that was changed and in its baseline. */
export interface AgainstBaseline {
  name: string;
  changed: ArrayLike<number>;
  baseline: ArrayLike<number>;
}

/** What differs in a week, in the order in which it is given, and what does not; shares that have no value are left out. */
export function tellAgainstBaseline(language: Language, week: number, shares: readonly AgainstBaseline[]): string {
  const known = shares
    .map(({ name, changed, baseline }) => ({ name, changed: valueAt(changed, week), baseline: valueAt(baseline, week) }))
    .filter(({ changed, baseline }) => Number.isFinite(changed - baseline));
  const apart = known.filter(({ changed, baseline }) => isTold(changed - baseline, LEAST_SHARE));
  const told = apart.map(({ name, changed, baseline }) =>
    say(language, changed > baseline ? "baselineHigher" : "baselineLower", { name, by: pointsText(language, changed - baseline) }),
  );
  const little = known.filter((one) => !apart.includes(one)).map(({ name }) => name);
  const { list, part } = marks[language];
  const parts = [...told, ...(little.length > 0 ? [say(language, "baselineLittle", { names: little.join(list) })] : [])];
  return say(language, "baselineTold", { week, list: parts.join(part) });
}
