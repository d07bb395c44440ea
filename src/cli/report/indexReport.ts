import { type IndexName, indexNames, nameOfOutcome, type Plan, type PlanIndex } from "../../experiment/index.ts";
import { type Language, marks, say, type Word } from "../../words/index.ts";
import { interval, number } from "../numbers.ts";
import { spans } from "./figures.ts";
import { armName, parameterCell, parameterText } from "./names.ts";
import { escaped, figure, type Html, paragraph, table } from "./page.ts";
import { outcomeText } from "./planInWords.ts";

const DRAWN = 20;

/** How much each factor of a plan moves each outcome in each arm, the strongest first. */
export function indexReport(language: Language, plan: Plan, indices: readonly PlanIndex[]): Html[] {
  if (indices.length === 0) return [];
  const word = (name: Word, values = {}) => say(language, name, values);
  const names = indexNames(plan);
  const nameOf = (index: IndexName) =>
    index === "muStar" ? "mu*" : index === "total" || index === "first" ? word(`report_index_${index}`) : index;
  const arms = Object.keys(plan.arms);
  const ofOutcome = (outcome: string, arm: string): Html[] => {
    const of = indices.filter((row) => row.outcome === outcome && row.arm === arm);
    const drawn = of.slice(0, DRAWN).map(({ factor, indices: found }) => ({ name: parameterText(language, factor), ...found[names[0]] }));
    const title = [outcomeText(language, plan, outcome), ...(arms.length > 1 ? [armName(language, arm)] : [])].join(marks[language].list);
    return [
      `<h3>${escaped(title)}</h3>`,
      figure(
        spans(drawn, { label: nameOf(names[0]), zero: true }),
        word("report_index_figure", { index: nameOf(names[0]), count: drawn.length }),
      ),
      table(
        [word("report_factor"), ...names.flatMap((index) => [nameOf(index), "95%"]), word("report_used")],
        of.map(({ factor, indices: found, count }) => [
          parameterCell(language, factor),
          ...names.flatMap((index) => [number(found[index].value), interval(found[index], language)]),
          String(count),
        ]),
      ),
    ];
  };
  return [
    paragraph(word(plan.design.kind === "morris" ? "report_morris" : "report_sobol")),
    ...plan.outcomes.flatMap((outcome) => arms.flatMap((arm) => ofOutcome(nameOfOutcome(outcome), arm))),
  ];
}
