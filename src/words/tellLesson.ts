import { marks } from "./marks.ts";
import { type Language, say } from "./say.ts";

/** How values of a prediction are said: in percent, in points of a difference, or as they are. */
export interface ValueForm {
  share: boolean;
  difference: boolean;
}

const PERCENT = 100;
const DIGITS = 3;

/** A number without more digits than a hand can draw. */
const plain = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** A predicted value as it is read. */
export function tellPredictedValue(language: Language, value: number, { share, difference }: ValueForm): string {
  if (!Number.isFinite(value)) return "–";
  if (!share) return plain(value);
  const read = (PERCENT * value).toFixed(1).replace("-", "−");
  return difference ? say(language, "lessonPoints", { value: read }) : `${read}%`;
}

interface Band {
  low: number;
  high: number;
}

/** What came of a prediction. */
export type PredictionOutcome =
  | { kind: "curve"; stretches: readonly { side: "below" | "within" | "above"; from: number; to: number; by: number }[] }
  | { kind: "value"; predicted: number; band: Band; side: "below" | "within" | "above" }
  | { kind: "order"; order: readonly number[]; same: number; runs: number; mine: number }
  | { kind: "choose"; chosen: number; counts: readonly number[]; runs: number };

/** Where a prediction parted from the runs, in a sentence or two. @param names  of the arms, in the order of the file */
export function tellPrediction(language: Language, of: PredictionOutcome, form: ValueForm, names: readonly string[]): string {
  const { list, next } = marks[language];
  switch (of.kind) {
    case "curve": {
      if (of.stretches.every(({ side }) => side === "within")) return say(language, "revealAll");
      const by = (value: number) => tellPredictedValue(language, value, { ...form, difference: true });
      const stretches = of.stretches.map((one) => say(language, `revealStretch_${one.side}`, { ...one, by: by(one.by) }));
      return say(language, "revealLine", { stretches: stretches.join(list) });
    }
    case "value": {
      const [yours, low, high] = [of.predicted, of.band.low, of.band.high].map((value) => tellPredictedValue(language, value, form));
      return say(language, `revealValue_${of.side}`, { yours, low, high });
    }
    case "order":
      return [
        say(language, "revealOrder", { order: of.order.map((arm) => names[arm]).join(" > "), same: of.same, runs: of.runs }),
        say(language, "revealOrderMine", { mine: of.mine, runs: of.runs }),
      ].join(next);
    case "choose":
      return say(language, "revealChosen", { count: of.counts[of.chosen], runs: of.runs });
  }
}

/** What the predictions of many came to. */
export type ManyOutcome = { of: number } & (
  | { kind: "curve" | "value"; week: number; band: Band; below: number; within: number; above: number }
  | { kind: "choose"; option: number; count: number; runs: number; same: number }
  | { kind: "order"; order: readonly number[]; same: number }
);

/** How the predictions of a class lie to the runs, in a sentence. @param names  of the arms, or of the options of a choice */
export function tellPredictionsOfMany(language: Language, told: ManyOutcome, form: ValueForm, names: readonly string[]): string {
  const { of } = told;
  switch (told.kind) {
    case "curve":
    case "value": {
      const [low, high] = [told.band.low, told.band.high].map((value) => tellPredictedValue(language, value, form));
      const { week, below, within, above } = told;
      return say(language, told.kind === "curve" ? "manyCurve" : "manyValue", { week, low, high, of, below, within, above });
    }
    case "choose":
      return say(language, "manyChoose", { option: names[told.option], count: told.count, runs: told.runs, same: told.same, of });
    case "order":
      return say(language, "manyOrder", { order: told.order.map((arm) => names[arm]).join(" > "), same: told.same, of });
  }
}
