import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleY } from "@observablehq/plot";
import { type Chart, seriesColours } from "./chart.ts";

/** A mean with its interval at a place of the horizontal axis. */
export interface OutcomeMark {
  x: number | string;
  arm: string;
  mean: number;
  low: number;
  high: number;
}

interface OutcomeData {
  marks: readonly OutcomeMark[];
  /** Arms in the order of their colours. */
  arms: readonly string[];
  x: string;
  y: string;
  /** True if the marks of an arm follow one another, as weeks or levels do, and are joined. */
  joined: boolean;
}

/** Means of an outcome by arm, with their intervals: over the levels of a factor, or over weeks. */
export function outcomeChart({ width = 640, height = 280 }: { width?: number; height?: number } = {}): Chart<OutcomeData> {
  const node = document.createElement("div");
  node.className = "outcome-chart";
  return {
    node,
    update({ marks, arms, x, y, joined }) {
      const shown = marks.filter(({ mean }) => Number.isFinite(mean));
      const bounded = shown.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
      const ordinal = shown.some((mark) => typeof mark.x === "string");
      const series = (one: OutcomeMark) => one.arm;
      const figure = plot({
        width,
        height,
        marginLeft: 56,
        style: { background: "transparent", color: "currentColor", fontSize: "12px" },
        x: { label: x, type: ordinal ? "point" : "linear" },
        y: { label: y },
        color: { domain: [...arms], range: [...seriesColours], legend: arms.length > 1 },
        marks: [
          gridY({ strokeOpacity: 0.12 }),
          axisX(ordinal ? {} : { ticks: 8 }),
          axisY({ ticks: 5 }),
          ...(joined && !ordinal
            ? [
                areaY(bounded, { x: "x", y1: "low", y2: "high", z: series, fill: "arm", fillOpacity: 0.16 }),
                lineY(shown, { x: "x", y: "mean", z: series, stroke: "arm", strokeWidth: 1.75 }),
              ]
            : [ruleY([])]),
          ...(joined && shown.length > 200 ? [] : [dot(shown, { x: "x", y: "mean", fill: "arm", r: joined ? 3 : 2.5 })]),
        ],
      });
      figure.setAttribute("role", "img");
      figure.setAttribute("aria-label", `${y}, ${x}`);
      node.replaceChildren(figure);
    },
  };
}
