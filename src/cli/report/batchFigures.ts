import { type Estimate, nameOfOutcome, type Plan, type Summary, type SummaryRow, unitOfOutcome } from "../../experiment/index.ts";
import { asRead, type Language, marks, say } from "../../words/index.ts";
import { number } from "../numbers.ts";
import { cutOf, type Dot, heat, keyTo, levels, scatter, spans } from "./figures.ts";
import { armName, levelText, parameterText, parameterUnit, shownIn, valueText, withUnit } from "./names.ts";
import { figure, type Html, paragraph } from "./page.ts";
import { outcomeText, pointText } from "./planInWords.ts";

/** Levels of two crossed factors up to which their cells can be read. */
const CELLS = 20;

interface Outcome {
  name: string;
  unit: string;
  title: string;
  label: string;
}

/**
 * Figures of what a batch found, as fits its design: over the levels of one factor, a field of cells for two crossed ones,
 * dots over each factor for a sample of several, names for points that were written one by one.
 */
export function batchFigures(language: Language, plan: Plan, summary: Summary, factors: readonly string[]): Html[] {
  const outcomes = plan.outcomes.map((outcome): Outcome => {
    const name = nameOfOutcome(outcome);
    const title = outcomeText(language, plan, name);
    const unit = unitOfOutcome(outcome);
    return { name, unit, title, label: withUnit(language, title, unit) };
  });
  const { rows } = summary;
  const crossed = plan.design.kind === "grid" && factors.length === 2 && factors.every((path) => valuesOf(rows, path).length <= CELLS);
  const draw = plan.design.rows ? overNames(plan) : factors.length < 2 ? overLevels : crossed ? asField : overEachFactor;
  return outcomes.flatMap((outcome) => draw(language, outcome, rows, factors));
}

type Drawing = (language: Language, outcome: Outcome, rows: readonly SummaryRow[], factors: readonly string[]) => Html[];

const valuesOf = (rows: readonly SummaryRow[], path: string) => [...new Set(rows.map((row) => row.factors[path]))];

/** A level of a factor on an axis: a number as people read it, or a word. */
const placeOf = (language: Language, path: string, value: unknown): number | string =>
  typeof value === "number" ? asRead(parameterUnit(path), value) : valueText(language, path, value);

const read = ({ unit }: Outcome, { mean, low, high }: Estimate) => ({
  value: asRead(unit, mean),
  low: asRead(unit, low),
  high: asRead(unit, high),
});

const axisOf = (language: Language, path: string) => withUnit(language, parameterText(language, path), parameterUnit(path));

function overLevels(language: Language, outcome: Outcome, rows: readonly SummaryRow[], factors: readonly string[]): Html[] {
  const [path] = factors;
  const data = rows.map((row) => ({
    at: path === undefined ? armName(language, row.arm) : placeOf(language, path, row.factors[path]),
    of: armName(language, row.arm),
    ...read(outcome, row.outcomes[outcome.name]),
  }));
  const axis = path === undefined ? say(language, "report_arm") : axisOf(language, path);
  const from = cutOf(data);
  const cut = from === undefined ? "" : `${marks[language].next}${say(language, "axisCut", { from: number(from) })}`;
  return [
    figure(levels(data, { label: outcome.label, axis }), `${say(language, "report_outcomes_figure", { outcome: outcome.title })}${cut}`),
  ];
}

/** Points by what is written for each, one under the other. */
const overNames =
  (plan: Plan): Drawing =>
  (language, outcome, rows) => {
    const several = new Set(rows.map(({ arm }) => arm)).size > 1;
    const data = rows.map(({ point, factors, arm, outcomes }) => ({
      name: pointText(language, plan, { point, factors, ...(several ? { arm } : {}) }),
      ...read(outcome, outcomes[outcome.name]),
    }));
    return [figure(spans(data, { label: outcome.label }), say(language, "report_outcomes_figure", { outcome: outcome.title }))];
  };

function asField(language: Language, outcome: Outcome, rows: readonly SummaryRow[], factors: readonly string[]): Html[] {
  const [x, y] = factors;
  const shown = shownIn(outcome.unit);
  const cells = rows.map((row) => ({
    x: levelText(language, x, row.factors[x]),
    y: levelText(language, y, row.factors[y]),
    of: armName(language, row.arm),
    value: asRead(outcome.unit, row.outcomes[outcome.name].mean),
    text: shown(row.outcomes[outcome.name].mean),
  }));
  const caption = say(language, "report_heat_figure", { outcome: outcome.label, rows: axisOf(language, y), columns: axisOf(language, x) });
  return [figure(heat(cells, { across: axisOf(language, x) }), caption)];
}

function overEachFactor(language: Language, outcome: Outcome, rows: readonly SummaryRow[], factors: readonly string[]): Html[] {
  const arms = [...new Set(rows.map(({ arm }) => armName(language, arm)))];
  const figures = factors.map((path) => {
    const dots = rows.map(
      (row): Dot => ({
        at: placeOf(language, path, row.factors[path]),
        of: armName(language, row.arm),
        value: asRead(outcome.unit, row.outcomes[outcome.name].mean),
      }),
    );
    const values = { outcome: outcome.title, factor: parameterText(language, path) };
    return figure(scatter(dots, { label: outcome.label, axis: axisOf(language, path) }), say(language, "report_scatter_figure", values));
  });
  return [keyTo(arms), `<div class="several">${figures.join("\n")}</div>`, paragraph(say(language, "report_point_is"))];
}
