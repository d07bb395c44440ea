import { repeatedIn } from "../../../experiment/index.ts";
import { asRead, differenceUnit, marks, optionWord } from "../../../words/index.ts";
import { interventionInWords, labelOfPath, measureUnit, outcomeName, shownValue, unitOf } from "../controls/labels.ts";
import { language, t } from "../preferences.ts";
import type { Results } from "./conduct.ts";

type Of = Results["of"];

/** Changes that are told one by one; of more an arm goes by its letter. */
const TOLD = 2;

/** What an arm is called: a state of the programme, or what it changes, and not how the plan calls it. */
export function armLabel({ arms, armChanges }: Pick<Of, "arms" | "armChanges">, arm: string): string {
  const changes = armChanges?.[arm];
  if (!changes) return optionWord(language.value, arm) ?? arm; // a file says of its arms no more than their names
  const { set, interventions } = changes;
  const paths = Object.keys(set);
  const programme = set.partyBuilding;
  if (paths.length === 1 && interventions.length === 0 && (programme === "on" || programme === "off" || programme === "placebo"))
    return t(`arm_${programme}`);
  const all = [
    ...paths.map((path) => becomes(path, set[path])),
    ...interventions.map((one) => t("inWeek", { week: one.week, what: interventionInWords(one) })),
  ];
  if (all.length === 0) return t("arm_plain");
  return all.length <= TOLD
    ? all.join(marks[language.value].list)
    : t("arm_letter", { letter: String.fromCharCode(65 + arms.indexOf(arm)) });
}

const becomes = (path: string, value: unknown): string => t("becomes", { name: labelOfPath(path), value: shownValue(path, value) });

/** One arm, or what one has more than another. */
export const armsLabel = (of: Pick<Of, "arms" | "armChanges">, arms: readonly string[]): string =>
  arms.map((arm) => armLabel(of, arm)).join(" − ");

/**
 * What an outcome is called: by what it is made of, with its weeks where the plan has the same over others too; as the plan
 * names it only where that is a name, and not a measure with its weeks.
 */
export function outcomeLabel({ outcomes }: Pick<Of, "outcomes">, name: string): string {
  const outcome = outcomes.find((one) => one.name === name);
  if (!outcome) return name;
  if (outcome.named && !name.includes(outcome.measure)) return name;
  const told = (one: typeof outcome) => outcomeName({ ...one, named: false });
  const { span } = outcome;
  const alone = outcomes.filter((one) => told(one) === told(outcome)).length === 1;
  return alone || !span ? told(outcome) : `${told(outcome)}${marks[language.value].of(t("claimWeeks", { from: span[0], to: span[1] }))}`;
}

/** How values of an outcome are read: shares in percent of their whole, differences of shares in points. */
export function readingOf(of: Pick<Of, "outcomes">, name: string, difference = false): { factor: number; unit: string } {
  const unit = outcomeUnit(of, name);
  return difference ? differenceUnit(language.value, unit) : { factor: asRead(unit, 1), unit: unitOf({ unit }) };
}

/** A value with its interval as it is read. */
export const readEnds = <T extends { mean: number; low: number; high: number }>(estimate: T, factor: number): T => ({
  ...estimate,
  mean: factor * estimate.mean,
  low: factor * estimate.low,
  high: factor * estimate.high,
});

/** The unit of an outcome as it is named: that of its measure, as long as it is a value of the measure. */
export function outcomeUnit({ outcomes }: Pick<Of, "outcomes">, name: string): string {
  const outcome = outcomes.find((one) => one.name === name);
  if (!outcome) return measureUnit(name);
  const { measure, over, scale, take } = outcome;
  if (take === "crossing") return "weeks";
  return over === undefined && scale === undefined && take !== "slope" ? measureUnit(measure) : t("planOwnUnit");
}

/** What a point is called: the values of the factors there; where points are written one by one only what differs from the first. */
export function pointLabel(
  { of, rows }: Pick<Results, "of" | "rows">,
  { point, factors }: Pick<Results["rows"][number], "point" | "factors">,
): string {
  const first = rows[0]?.factors ?? {};
  const told = of.factors.filter((path) => of.design !== "rows" || JSON.stringify(factors[path]) !== JSON.stringify(first[path]));
  if (of.factors.length === 0) return t("planPointNumber", { point });
  return told.length === 0 ? t("arm_plain") : told.map((path) => becomes(path, rounded(factors[path]))).join(marks[language.value].list);
}

const rounded = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(3)) : value);

/** What repeats in a plan, by its name. */
export function repeatedWord({ design = "rows", draws }: Pick<Of, "design" | "draws">): string {
  if (design === "morris") return t("repeated_trajectories");
  if (design === "saltelli") return t("repeated_basePoints");
  return t(repeatedIn({ kind: design, draws }) === "points" ? "repeated_points" : "repeated_replicates");
}
