import { defineMechanism } from "../../src/engine/index.ts";
import { type Means, meansOf, outcomeValue, Run, type RunMeans, type RunOrder } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { measures } from "../../src/observation/index.ts";
import { level } from "../../src/scenario/index.ts";

/** A benefit that is written in, as nothing in the model is: the programme makes all organizations better, out of nothing. */
export const wiredIn = defineMechanism({
  id: "wiredIn",
  phase: "everyoneLearns",
  scope: "organization",
  every: "month",
  inWeek: 0,
  title: { en: "Wired in", zh: "写入的效果" },
  summary: { en: "Adds to quality.", zh: "直接提高质量。" },
  rows: [],
  partyBuilding: true,
  specification: {
    equation: "q(t+1) = q + s (1 − q)",
    symbols: { q: "quality of service", s: "share of what is missing, a month" },
    source: "none",
    departures: "none",
    draws: "none",
    placebo: "Nothing: that is what is to be found.",
  },
  parameters: {
    share: level({ label: { en: "Share", zh: "比例" }, help: { en: "A month.", zh: "每月。" }, default: 0.1, rows: [] }),
  },
  reads: [],
  writes: ["organizations.quality"],
  measures: ["org_quality_mean"],
  step({ organizations }, { mode, parameters: { share } }, g) {
    const { quality } = organizations.columns;
    if (mode === "on") quality[g] += share * (1 - quality[g]);
  },
});

/** Computes means in this thread, with that mechanism among the others, at a strength; 0 is the model as it is. */
export const runMeansWith =
  (share: number): RunMeans =>
  async (orders) =>
    orders.map((order) => meansWith(share, order));

function meansWith(share: number, order: RunOrder): Means {
  const { scenario, keep } = order;
  const own = { mode: "on", share };
  // A contrast may switch it off, as it does others.
  const run = Run.start({ ...scenario, mechanisms: { wiredIn: own, ...scenario.mechanisms } }, [...mechanisms, wiredIn]);
  for (let week = 1; week <= scenario.weeks; week++) run.step();
  const { recorder } = run;
  const means = keep.spans.flatMap(([from, to]) =>
    measures.map(({ id }) => outcomeValue({ name: id, measure: id, span: [from, to] }, (of) => recorder.series(of))),
  );
  const outcomes = Float64Array.from(keep.outcomes, (outcome) => outcomeValue(outcome, (of) => recorder.series(of)));
  const digest = { state: "", measures: "" };
  run.end();
  return meansOf(order, { ok: true, digest, outcomes, series: new Float64Array(), means: Float64Array.from(means), snapshots: [] });
}
