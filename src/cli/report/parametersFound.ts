import type { FactorPosterior } from "../../experiment/index.ts";
import { type Language, say, type Word } from "../../words/index.ts";
import { interval, percent } from "../numbers.ts";
import { spans } from "./figures.ts";
import { parameterCell, parameterText, parameterUnit, shownIn, unitText } from "./names.ts";
import { figure, type Html, table } from "./page.ts";

const DRAWN = 20;

/** What is left of the range of each parameter, the most narrowed first. */
export function parametersFound(language: Language, factors: readonly FactorPosterior[]): Html[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const ranked = factors.toSorted((a, b) => b.contraction - a.contraction);
  const ranges = new Map(factors.map(({ path, range }) => [path, range]));
  const inPrior = ranked.slice(0, DRAWN).map(({ path, median, low, high }) => {
    const [from, to] = ranges.get(path) as readonly [number, number];
    const at = (value: number) => (value - from) / (to - from);
    return { name: parameterText(language, path), value: at(median), low: at(low), high: at(high) };
  });
  return [
    figure(spans(inPrior, { label: "", band: [0, 1] }), word("report_posterior_figure", { count: inPrior.length })),
    table(
      ["report_parameter", "report_median", "report_interval90", "report_unit", "report_contraction"].map((name) => word(name as Word)),
      ranked.map(({ path, median, low, high, contraction }) => {
        const shown = shownIn(parameterUnit(path));
        return [
          parameterCell(language, path),
          shown(median),
          interval({ low, high }, language, shown),
          unitText(language, parameterUnit(path)),
          percent(contraction),
        ];
      }),
    ),
  ];
}
