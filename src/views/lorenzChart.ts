import { axisBottom, axisLeft, line, scaleLinear } from "d3";
import { drawnFigure, type Shown } from "./drawnFigure.ts";
import { drawing, elementOf, type Figure, type FigureOptions, sayNothing, sized, type Table } from "./figure.ts";
import { type Shade, themeOf } from "./palette.ts";

export interface LorenzOptions extends FigureOptions {
  curves: readonly { id: string; label: string; colour: Shade; dashed?: boolean }[];
  /** Along the axes: "share of those who share", "share of the sum". */
  axes: readonly [string, string];
  giniLabel: string;
  /** A name with its value. */
  said(name: string, value: string): string;
  equalLabel: string;
}

/** One curve for each of the options: shares of the sum at evenly spaced shares of holders, and the Gini index. */
export type LorenzData = readonly { points: ArrayLike<number>; gini: number; holders: number }[];

const MARGIN = { top: 10, right: 26, bottom: 40, left: 58 };

/** How unequally something is shared: Lorenz curves under the diagonal of equal shares. */
export function lorenzChart(options: LorenzOptions): Figure<LorenzData> {
  const { curves, axes, giniLabel, said, equalLabel } = options;
  const state: Shown<LorenzData> = { data: [], width: options.width ?? 420, height: options.height ?? 380 };
  const svg = drawing(options, "lorenz");
  const xAxis = svg.append("g").attr("class", "axis x");
  const yAxis = svg.append("g").attr("class", "axis y");
  const equal = svg.append("path").attr("class", "equal");
  const lines = svg.append("g").attr("class", "curves").attr("fill", "none");
  const names = svg.append("g").attr("class", "names");
  const titles = svg.append("g").attr("class", "titles");

  function draw(): void {
    const { data, width, height } = state;
    sized(svg, width, height);
    const x = scaleLinear([0, 1], [MARGIN.left, width - MARGIN.right]);
    const y = scaleLinear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
    xAxis.attr("transform", `translate(0,${height - MARGIN.bottom})`).call(axisBottom(x).ticks(5, "%") as never);
    yAxis.attr("transform", `translate(${MARGIN.left},0)`).call(axisLeft(y).ticks(5, "%") as never);
    const theme = themeOf(elementOf(svg));
    const there = data.some(({ points }) => Number.isFinite(points[0]));
    sayNothing(svg, there ? "" : options.nothing, (MARGIN.left + width - MARGIN.right) / 2, height / 2);
    equal.attr("d", `M${x(0)},${y(0)}L${x(1)},${y(1)}`);
    lines
      .selectAll("path")
      .data(curves)
      .join("path")
      .attr("class", ({ id }) => `curve ${id}`)
      .attr("stroke", ({ colour }) => colour[theme])
      .attr("stroke-dasharray", ({ dashed }) => (dashed ? "6 4" : null))
      .attr("data-gini", (_, k) => data[k]?.gini ?? null)
      .attr("d", (_, k) => {
        const points = data[k]?.points;
        if (!points || !Number.isFinite(points[0])) return null;
        return line<number>(
          (p) => x(p / (points.length - 1)),
          (p) => y(points[p]),
        )(Array.from({ length: points.length }, (_, p) => p));
      });
    const entries = [
      ...curves.map((curve, k) => ({
        ...curve,
        text: Number.isFinite(data[k]?.gini) ? said(curve.label, `${giniLabel} ${data[k].gini.toFixed(3)}`) : curve.label,
      })),
      { id: "equal", colour: undefined, dashed: true, text: equalLabel },
    ];
    const rows = names
      .selectAll("g")
      .data(entries)
      .join((enter) => {
        const row = enter.append("g");
        row.append("line").attr("x2", 22).attr("y1", 0).attr("y2", 0);
        row.append("text").attr("x", 28).attr("dy", "0.35em");
        return row;
      })
      .attr("class", ({ id }) => `name ${id}`)
      .attr("transform", (_, k) => `translate(${MARGIN.left + 6},${MARGIN.top + 12 + 18 * k})`);
    rows
      .select("line")
      .attr("stroke", ({ colour }) => colour?.[theme] ?? null)
      .attr("stroke-dasharray", ({ dashed }) => (dashed ? "6 4" : null));
    rows.select("text").text(({ text }) => text);
    titles
      .selectAll("text")
      .data(axes)
      .join("text")
      .attr("text-anchor", "middle")
      .attr("transform", (_, k) =>
        k === 0
          ? `translate(${(MARGIN.left + width - MARGIN.right) / 2},${height - 6})`
          : `translate(13,${(height - MARGIN.bottom) / 2}) rotate(-90)`,
      )
      .text((text) => text);
  }

  return drawnFigure(
    svg,
    state,
    draw,
    (): Table => ({
      columns: [axes[0], ...curves.map(({ label }) => label)],
      rows: [
        ...Array.from({ length: state.data[0]?.points.length ?? 0 }, (_, p) => [
          p / (state.data[0].points.length - 1),
          ...state.data.map(({ points }) => points[p]),
        ]),
        [giniLabel, ...state.data.map((curve) => curve.gini)],
      ],
    }),
  );
}
