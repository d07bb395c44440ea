import * as Plot from "@observablehq/plot";
import { group } from "d3";
import type { Fit, LeftOut, Planted, Prediction, Reach } from "../../experiment/index.ts";
import { observedFigure } from "../../exports/index.ts";
import { asRead, type Language, marks, say, tellCoverage, type Word } from "../../words/index.ts";
import { interval, number, percent } from "../numbers.ts";
import { draw, observedColours } from "./figures.ts";
import { measureOf, parameterCell, parameterUnit, shownIn, unitText, withUnit } from "./names.ts";
import { figure, type Html, paragraph, table } from "./page.ts";
import { parametersFound } from "./parametersFound.ts";

export type FitFound = Omit<Fit, "sets"> & { sets: number; leftOut: readonly LeftOut[] };

/** What a fit found: the bands around what was observed, what was held out, and what is left of the parameters. */
export function fitResults(language: Language, found: FitFound): Html[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const held = found.predictions.some(({ heldOut }) => heldOut);
  const figures = [...group(found.predictions, ({ measure, community }) => `${measure} ${community}`).values()].map((of) =>
    measureFigure(language, of),
  );
  return [
    reachParagraph(language, found.reach),
    ...tellCoverage(language, found.predictions).map(paragraph),
    `<div class="several">${figures.join("\n")}</div>`,
    paragraph(word(held ? "report_fit_figure_held" : "report_fit_figure")),
    predictionTable(language, found.predictions),
    ...(found.leftOut.length > 0 ? [paragraph(word("report_left_out_help")), leftOutTable(language, found.leftOut)] : []),
    paragraph(word("report_fit_sets", { sets: found.sets, effective: found.effective.toFixed(1) })),
    ...parametersFound(language, found.factors),
  ];
}

/** Whether the model reaches what was observed, in words. */
function reachParagraph(language: Language, { reached, p, beyond }: Reach): Html {
  const verdict = say(language, reached ? "report_reached" : "report_not_reached", { p: number(p) });
  if (beyond.length === 0) return paragraph(verdict);
  const list = beyond.map((name) => observationText(language, name)).join(marks[language].part);
  return paragraph(`${verdict}${language === "en" ? " " : ""}${say(language, "report_beyond", { list })}`);
}

/** An observation by the name that a fit gives it: its measure, and a week or a year. */
function observationText(language: Language, name: string): string {
  const [id, what, at, , community] = name.split(" ");
  const parts = [labelOf(language, id, community), say(language, what === "year" ? "report_in_year" : "report_in_week", { at })];
  return parts.join(marks[language].list);
}

/** A measure, of the community with this row if one is given. */
const labelOf = (language: Language, id: string, community: string | number | undefined): string => {
  const label = measureOf(id).label[language];
  return community === undefined ? label : `${label}${marks[language].list}${say(language, "report_in_community", { community })}`;
};

function measureFigure(language: Language, of: readonly Prediction[]): Html {
  const [{ measure, community }] = of;
  const { unit } = measureOf(measure);
  const options = observedFigure(Plot, of, {
    read: (value) => asRead(unit, value),
    label: unitText(language, unit),
    week: say(language, "report_week"),
    colours: observedColours,
  });
  return figure(draw(options), labelOf(language, measure, community));
}

function predictionTable(language: Language, predictions: readonly Prediction[]): Html {
  const head = ["report_observation", "report_observed", "report_error", "report_predicted", "report_is_inside", "report_is_held"] as const;
  return table(
    head.map((name) => say(language, name)),
    predictions.map((one) => {
      const { unit } = measureOf(one.measure);
      const shown = shownIn(unit);
      return [
        { text: withUnit(language, observationText(language, one.name), unit), id: one.measure },
        shown(one.value),
        one.error === 0 ? "" : shown(one.error),
        interval(one, language, shown),
        say(language, one.inside ? "report_yes" : "report_no"),
        one.heldOut ? say(language, "report_yes") : "",
      ];
    }),
  );
}

const leftOutTable = (language: Language, leftOut: readonly LeftOut[]): Html =>
  table(
    (["report_measure", "report_is_inside", "report_p"] as const).map((name) => say(language, name)),
    leftOut.map(({ measure, inside, count, reach }) => [
      { text: measureOf(measure).label[language], id: measure },
      `${inside} / ${count}`,
      number(reach.p),
    ]),
  );

/** How often the intervals held what was planted. */
export function plantedResults(language: Language, { rows, reached, heldOut }: Planted): Html[] {
  const word = (name: Word, values = {}) => say(language, name, values);
  const covered = rows.filter((row) => row.covered).length;
  const paths = [...new Set(rows.map(({ path }) => path))];
  return [
    paragraph(word("report_planted", { covered, all: rows.length, share: percent(covered / rows.length) })),
    ...(heldOut.count > 0 ? [paragraph(word("report_fit_held", { inside: heldOut.inside, all: heldOut.count }))] : []),
    paragraph(word("report_planted_reached", { reached: reached.filter(Boolean).length, all: reached.length })),
    table(
      (["report_parameter", "report_value", "report_median", "report_interval90", "report_is_inside"] as const).map((name) => word(name)),
      paths.flatMap((path) =>
        rows
          .filter((row) => row.path === path)
          .map(({ value, median, low, high, covered: inside }) => {
            const shown = shownIn(parameterUnit(path));
            return [
              parameterCell(language, path),
              shown(value),
              shown(median),
              interval({ low, high }, language, shown),
              word(inside ? "report_yes" : "report_no"),
            ];
          }),
      ),
    ),
  ];
}
