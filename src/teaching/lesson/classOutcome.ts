import { type Band, bandOf, commonestOrder, type Ensemble, runsOfOptions, sideOf, valuesOf } from "./judge.ts";
import { knotWeeks, type Predicted } from "./prediction.ts";
import type { Prediction } from "./schema.ts";

/** What the predictions of many came to beside the runs. */
export type ClassOutcome = { of: number } & (
  | { kind: "curve" | "value"; week: number; band: Band; below: number; within: number; above: number }
  | { kind: "choose"; option: number; count: number; runs: number; same: number }
  | { kind: "order"; order: number[]; same: number }
);

/** Holds what many predicted against runs: of curves their end. */
export function classOutcome(predict: Prediction, crowd: readonly Predicted[], ensemble: Ensemble): ClassOutcome {
  const { outcomes, courses, weeks } = ensemble;
  const of = crowd.length;
  switch (predict.kind) {
    case "curve":
    case "value": {
      const curve = predict.kind === "curve";
      const last = knotWeeks(predict, weeks).length - 1;
      const band = bandOf(curve ? courses[0].map((run) => run[weeks - 1]) : valuesOf(predict, ensemble));
      const sides = crowd.map((values) => sideOf(values[curve ? last : 0], band));
      const count = (side: string) => sides.filter((one) => one === side).length;
      return { kind: predict.kind, week: weeks, band, below: count("below"), within: count("within"), above: count("above"), of };
    }
    case "choose": {
      const counts = runsOfOptions(predict, ensemble);
      const option = counts.indexOf(Math.max(...counts));
      const same = crowd.filter(([chosen]) => chosen === option).length;
      return { kind: "choose", option, count: counts[option], runs: outcomes[0].length, same, of };
    }
    case "order": {
      const order = commonestOrder(outcomes);
      return { kind: "order", order, same: crowd.filter((one) => String(one) === String(order)).length, of };
    }
  }
}
