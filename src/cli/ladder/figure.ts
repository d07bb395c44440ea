import * as Plot from "@observablehq/plot";
import type { LadderRung } from "../../experiment/index.ts";
import { measureIndex, measures } from "../../observation/index.ts";
import { draw } from "../report/figures.ts";

/** Shares by year, each with the range of its seeds, as a file of its own. */
export function figureOf({ curves }: LadderRung): string {
  const points = curves.flatMap(({ measure, points: of }) =>
    of
      .filter(({ value }) => Number.isFinite(value))
      .map(({ week, ...rest }) => ({ year: week / 52, of: measures[measureIndex.get(measure) as number].label.en, ...rest })),
  );
  const svg = draw({
    width: 640,
    height: 300,
    marginRight: 230,
    style: { background: "white", color: "#222", fontSize: "12px" },
    x: { label: "year", ticks: 7 },
    y: { label: null, domain: [0, 1], grid: true, tickFormat: "%" },
    color: { type: "categorical", scheme: "tableau10" },
    marks: [
      Plot.areaY(points, { x: "year", y1: "low", y2: "high", fill: "of", z: "of", fillOpacity: 0.2 }),
      Plot.lineY(points, { x: "year", y: "value", stroke: "of", z: "of" }),
      Plot.text(points, Plot.selectLast({ x: "year", y: "value", text: "of", fill: "of", z: "of", textAnchor: "start", dx: 6 })),
    ],
  });
  return `${svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}
