import type * as Plot from "@observablehq/plot";
import type { Prediction } from "../experiment/index.ts";

/** Standard errors from the middle of a 95% interval to its end. */
const HALF_WIDTH = 1.96;

/** Something that was observed, and what was predicted in its place; values as they are read. */
interface Observed {
  week: number;
  value: number;
  /** Ends of the error of observing it. */
  from: number;
  to: number;
  low: number;
  median: number;
  high: number;
  heldOut: boolean;
}

/** Colours of what was fitted, of what was held out, and of the band. */
interface ObservedColours {
  fitted: string;
  heldOut: string;
  band: string;
}

/**
 * The predictive band of a measure by week with what was observed, in one colour what was fitted and in another what was held
 * out: for the report, which draws without a page, and for the page.
 *
 * @param plot         draws
 * @param predictions  of one measure
 * @param read         a value as it is read, in the unit of the label
 */
export function observedFigure(
  plot: Pick<typeof Plot, "areaY" | "dot" | "lineY" | "link">,
  predictions: readonly Prediction[],
  { read, label, week, colours }: { read(value: number): number; label: string; week: string; colours: ObservedColours },
): Plot.PlotOptions {
  const points = predictions
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map(
      ({ span, value, error, low, median, high, heldOut }): Observed => ({
        week: (span[0] + span[1]) / 2,
        value: read(value),
        from: read(value - HALF_WIDTH * error),
        to: read(value + HALF_WIDTH * error),
        low: read(low),
        median: read(median),
        high: read(high),
        heldOut,
      }),
    );
  const banded = points.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const colour = ({ heldOut }: Observed) => (heldOut ? colours.heldOut : colours.fitted);
  return {
    width: 360,
    height: 220,
    marginLeft: 52,
    x: { label: week, ticks: 5, inset: 8 },
    y: { label, ticks: 4, grid: true },
    marks: [
      plot.areaY(banded, { x: "week", y1: "low", y2: "high", fill: colours.band }),
      plot.link(banded, { x1: "week", x2: "week", y1: "low", y2: "high", stroke: colours.band, strokeWidth: 6 }),
      plot.lineY(banded, { x: "week", y: "median", strokeOpacity: 0.6, strokeDasharray: "3 3" }),
      plot.link(points, { x1: "week", x2: "week", y1: "from", y2: "to", stroke: colour }),
      plot.dot(points, {
        x: "week",
        y: "value",
        fill: colour,
        r: 3.5,
        symbol: ({ heldOut }: Observed) => (heldOut ? "diamond" : "circle"),
      }),
    ],
  };
}
