import * as Plot from "@observablehq/plot";
import { type Contrast, type ContrastRecord, recordedRows } from "../../experiment/index.ts";
import { draw } from "../report/figures.ts";

const LINE = 15; // pixels
const [FIRST, LAST] = [-300, 300];

/** Effects of all estimands in units of their smallest effect of interest, as claimed to the right: at the defaults, and each draw. */
export function contrastsFigure(record: ContrastRecord, contrasts: ReadonlyMap<string, Contrast>): string {
  const rows = [...recordedRows(record, contrasts)].flatMap(([id, of]) =>
    of.map(({ name, claimed, least, effect, draws }) => {
      const unit = (claimed === "positive" ? 1 : -1) * least;
      const ends = [effect.low / unit, effect.high / unit].sort((a, b) => a - b);
      return { of: `${Number.parseInt(id, 10)}. ${name}`, mean: effect.mean / unit, ends, draws: draws.map((value) => value / unit) };
    }),
  );
  const within = (value: number) => Math.max(FIRST, Math.min(LAST, value));
  const points = rows.flatMap(({ of, draws }) => draws.filter(Number.isFinite).map((value) => ({ of, value: within(value) })));
  const known = rows.filter(({ mean }) => Number.isFinite(mean)).map((row) => ({ ...row, mean: within(row.mean) }));
  const bounded = known
    .filter(({ ends }) => ends.every(Number.isFinite))
    .map(({ of, ends }) => ({ of, low: within(ends[0]), high: within(ends[1]) }));
  const svg = draw({
    width: 900,
    height: LINE * rows.length + 60,
    marginLeft: 330,
    marginTop: 30,
    style: { background: "white", color: "#222", fontSize: "11px" },
    x: {
      type: "symlog",
      domain: [FIRST, LAST],
      ticks: [-100, -10, -1, 0, 1, 10, 100],
      label: "effect over the smallest of interest, as claimed →",
      axis: "both",
      grid: true,
    },
    y: { domain: rows.map(({ of }) => of), label: null },
    marks: [
      Plot.rectX([0], { x1: -1, x2: 1, fill: "#ddd" }),
      Plot.ruleX([0], { stroke: "#888" }),
      Plot.tickX(points, { x: "value", y: "of", stroke: "#2b6cb0", strokeOpacity: 0.35 }),
      Plot.ruleY(bounded, { x1: "low", x2: "high", y: "of", stroke: "#000", strokeWidth: 2 }),
      Plot.dot(known, { x: "mean", y: "of", fill: "#000", r: 3 }),
    ],
  });
  return `${svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}
