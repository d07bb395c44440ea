import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleX } from "@observablehq/plot";
import type { Chart } from "./chart.ts";
import { written } from "./figure.ts";
import { seriesColours, themeOf } from "./palette.ts";

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

const NARROWEST = 40; // pixels under which a box is not shown

/** Means of an outcome by arm, with their intervals: over the levels of a factor, or over weeks. */
export function outcomeChart({
  height = 280,
  cut,
}: {
  height?: number;
  /** Says that the axis of values begins at some value and not at zero. */
  cut(from: string): string;
}): Chart<OutcomeData> & { restyle(): void; resize(width: number): void } {
  const node = document.createElement("div");
  node.className = "outcome-chart";
  let data: OutcomeData | undefined;
  let width = 640;

  function draw(): void {
    if (!data) return;
    const { marks, arms, x, y, joined } = data;
    const shown = marks.filter(({ mean }) => Number.isFinite(mean));
    const bounded = shown.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
    const ordinal = shown.some((mark) => typeof mark.x === "string");
    const series = (one: OutcomeMark) => one.arm;
    const theme = themeOf(node);
    const line = joined && !ordinal;
    // Arms have a symbol each too: there are more of them than colours that are told apart.
    const named = arms.length > 1;
    const figure = plot({
      width,
      height,
      marginLeft: 56,
      marginBottom: 42, // what the axis is stands below its numbers
      style: { background: "transparent", color: "currentColor", fontSize: "12px" },
      x: { label: x, type: ordinal ? "point" : "linear" },
      y: { label: y, nice: true },
      color: { domain: [...arms], range: seriesColours.map((shade) => shade[theme]) },
      symbol: { domain: [...arms], legend: named },
      marks: [
        gridY({ strokeOpacity: 0.12 }),
        axisX(ordinal ? {} : { ticks: 8 }),
        axisY({ ticks: 5 }),
        ...(line
          ? [
              areaY(bounded, { x: "x", y1: "low", y2: "high", z: series, fill: "arm", fillOpacity: 0.16 }),
              lineY(shown, { x: "x", y: "mean", z: series, stroke: "arm", strokeWidth: 1.75 }),
            ]
          : [ruleX(bounded, { x: "x", y1: "low", y2: "high", stroke: "arm", strokeOpacity: 0.5 })]),
        ...(joined && shown.length > 200 ? [] : [dot(shown, { x: "x", y: "mean", fill: "arm", symbol: "arm", r: joined ? 3 : 2.5 })]),
      ],
    });
    for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label"); // parts have no role that may be named
    figure.setAttribute("role", "img");
    figure.setAttribute("aria-label", `${y}, ${x}`);
    node.replaceChildren(figure);
    const [from = 0, to = 0] = (figure.scale("y")?.domain ?? []) as number[];
    if (from <= 0 && to >= 0) return;
    const note = document.createElement("p");
    note.className = "help";
    note.textContent = cut(written.number(from));
    node.append(note);
  }

  return {
    node,
    update(next) {
      data = next;
      draw();
    },
    restyle: draw,
    resize(wide) {
      if (wide === width || wide < NARROWEST) return;
      width = wide;
      draw();
    },
  };
}
