import { parse } from "yaml";
import { nameOfOutcome, type Plan, unitOfOutcome } from "../../experiment/index.ts";
import type { Experiment } from "../../exports/index.ts";
import { type Language, marks, say, type Word } from "../../words/index.ts";
import { armName, levelText, measureOf, parameterText, ruleText, shownIn, valueText, withUnit } from "./names.ts";
import type { Cell } from "./page.ts";

type Fact = readonly [name: string, content: Cell];

const setting = (language: Language, path: string, value: unknown): string =>
  `${parameterText(language, path)}${marks[language].colon}${valueText(language, path, value)}`;
const settings = (language: Language, set: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(set).map(([path, value]) => setting(language, path, value));

/** A title in the language of the report, if it has one. */
const titleOf = (language: Language, { title, titleZh }: Readonly<Record<string, unknown>>): string =>
  String((language === "zh" && titleZh) || title);

/** The plan of a batch as people read it; the plan itself stands in batch.json. */
export function planInWords(language: Language, plan: Plan, scenario: Readonly<Record<string, unknown>>): Fact[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const levelsOf = (path: string, levels: Plan["factors"][string]): string => {
    const of = (value: unknown) => valueText(language, path, value);
    if (!("from" in levels)) return (levels as readonly unknown[]).map(of).join(marks[language].list);
    const range = word("report_from_to", { from: of(levels.from), to: of(levels.to) });
    return levels.steps === undefined ? range : word("report_in_levels", { range, count: levels.steps });
  };
  const weeks = ({ span, take = "mean" }: Plan["outcomes"][number]) => {
    const [from, to] = span ?? [];
    if (take === "mean") return span ? word("report_weeks_of", { from, to }) : word("report_last_weeks");
    return span ? word("report_weeks", { from, to }) : word("report_last_52");
  };
  const arms = Object.entries(plan.arms);
  const facts: (Fact | undefined)[] = [
    [word("scenario"), titleOf(language, scenario)],
    list(word("report_set"), settings(language, plan.set)),
    [word("planKind"), [word(`plan_${plan.design.kind}`), plan.design.size].filter(Boolean).join(marks[language].list)],
    plan.design.candidates === undefined ? undefined : [word("report_candidates"), String(plan.design.candidates)],
    plan.design.draws === "own" ? [word("report_draws"), word("report_draws_own")] : undefined,
    list(
      word("planFactors"),
      Object.entries(plan.factors).map(
        ([path, levels]) => `${parameterText(language, path)}${marks[language].colon}${levelsOf(path, levels)}`,
      ),
    ),
    arms.length > 1
      ? list(
          word("planArms"),
          arms.map(([arm, { set, interventions }]) => {
            const changes = [
              ...settings(language, set),
              ...interventions.map(({ week, path, value }) => word("inWeek", { week, what: setting(language, path, value) })),
            ];
            const name = armName(language, arm);
            return changes.length === 0 ? name : `${name}${marks[language].colon}${changes.join(marks[language].part)}`;
          }),
        )
      : undefined,
    plan.until === undefined
      ? [word("planReplicates"), String(plan.replicates ?? 1)]
      : list(
          word("report_until"),
          plan.until.targets.map(({ outcome, halfWidth, difference }) =>
            word("report_until_target", {
              what: [outcomeText(language, plan, outcome), difference?.map((arm) => armName(language, arm)).join(" − ")]
                .filter(Boolean)
                .join(marks[language].list),
              halfWidth: toWithin(language, plan, outcome, halfWidth),
            }),
          ),
        ),
    [word("planWeeks"), String(plan.weeks ?? scenario.weeks)],
    [word("seed"), plan.seed],
    list(
      word("report_outcomes"),
      plan.outcomes.map((outcome) => `${outcomeText(language, plan, nameOfOutcome(outcome))}${marks[language].list}${weeks(outcome)}`),
    ),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** What an outcome of a plan is called: as the plan names it, or by its measure. */
export function outcomeText(language: Language, plan: Plan, name: string): string {
  const own = plan.outcomes.find((outcome) => nameOfOutcome(outcome) === name);
  return own === undefined || own.name !== undefined ? name : ruleText(language, own);
}

/** Half of the width of an interval, in the unit of its outcome. */
function toWithin(language: Language, { outcomes }: Plan, name: string, halfWidth: number): string {
  const unit = unitOfOutcome(outcomes.find((outcome) => nameOfOutcome(outcome) === name) as Plan["outcomes"][number]);
  return withUnit(language, shownIn(unit)(halfWidth), unit);
}

/** A point of a plan, and an arm if there are several, by what is set there. */
export function pointText(
  language: Language,
  { design, factors }: Plan,
  { point, factors: values, arm }: { point: number; factors: Readonly<Record<string, unknown>>; arm?: string },
): string {
  const paths = Object.keys(design.rows?.[point] ?? factors);
  const set = paths.map((path) => `${parameterText(language, path)} ${levelText(language, path, values[path])}`);
  const texts = [
    ...(set.length === 0 && design.rows ? [say(language, "report_nothing_set")] : set),
    ...(arm ? [armName(language, arm)] : []),
  ];
  return texts.join(marks[language].list);
}

const list = (name: string, lines: readonly string[]): Fact | undefined => (lines.length === 0 ? undefined : [name, lines]);

/** What a comparison or a calibration was asked for. */
export function studyInWords(language: Language, { plan, scenario, seed }: Experiment): Fact[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const facts: (Fact | undefined)[] = [[word("scenario"), titleOf(language, scenario)]];
  const known: Readonly<Record<string, (value: any) => Fact | undefined>> = {
    with: (entries: string[]) =>
      list(
        word("report_changed"),
        entries.map((entry) => {
          const [, path, value] = entry.match(/^([^=]*)=(.*)$/s) as RegExpMatchArray;
          return setting(language, path, parse(value));
        }),
      ),
    targets: (value) => [word("report_targets"), String(value)],
    data: (value) => [word("report_data"), String(value)],
    observations: (value) => [word("report_observations"), String(value)],
    heldOut: (value) => [word("report_held_count"), String(value)],
    sets: (value) => [word("report_sets"), String(value)],
    replicates: (value) => [word("report_replicates_each"), String(value)],
    predictive: (value) => [word("report_predictive"), String(value)],
    truths: (value) => [word("report_truths"), String(value)],
    world: (entries: string[]) => list(word("report_world"), entries),
    posterior: (value) => [word("report_posterior"), String(value)],
    method: (value) => [word("report_method"), word(`report_method_${value}` as Word)],
    pairs: (value) => [word("report_pairs"), String(value)],
    particles: (value) => [word("report_particles"), String(value)],
    generations: (value) => [word("report_generations"), String(value)],
    runs: (value) => [word("report_most_runs"), String(value)],
    span: ([from, to]) => [word("report_span"), word("report_weeks_of", { from, to })],
    measures: (value: "all" | string[]) =>
      value === "all"
        ? undefined
        : list(
            word("measures"),
            value.map((id) => measureOf(id).label[language]),
          ),
    factors: (ranges: Record<string, string>) =>
      list(
        word("planFactors"),
        Object.entries(ranges).map(([path, range]) => {
          const ends = range.match(/^(\S+) to (\S+)$/);
          const shown = ends
            ? word("report_from_to", { from: valueText(language, path, Number(ends[1])), to: valueText(language, path, Number(ends[2])) })
            : range
                .split(", ")
                .map((value) => valueText(language, path, parse(value)))
                .join(marks[language].list);
          return `${parameterText(language, path)}${marks[language].colon}${shown}`;
        }),
      ),
  };
  for (const [key, value] of Object.entries(plan)) facts.push(known[key]?.(value));
  facts.push([word("seed"), seed]);
  return facts.filter((fact) => fact !== undefined);
}
