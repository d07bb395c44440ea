import { axisBottom, axisLeft, scaleLinear, scaleSqrt, select } from "d3";
import { drawnFigure, type Shown } from "./drawnFigure.ts";
import { drawing, elementOf, type Figure, type FigureOptions, sayNothing, sized, type Table } from "./figure.ts";
import { type Shade, themeOf } from "./palette.ts";

export interface CoverageOptions extends FigureOptions {
  /** Own, joint, dispatched: a panel for each. */
  forms: readonly { id: string; label: string; colour: Shade }[];
  /** Steps of activity along each axis. */
  steps: number;
  trueLabel: string;
  reportedLabel: string;
  formLabel: string;
  countLabel: string;
  functioningLabel: string;
}

/** [(form * steps + reported) * steps + true] organizations. */
export type CoverageData = ArrayLike<number>;

const MARGIN = { top: 42, right: 22, bottom: 40, left: 60 };
const GAP = 18;
const LINE = 18; // pixels for the numbers of an axis

/** Organizations covered, by what their branch reports and what it truly does: circles by number, one panel a form, in a row or a column. */
export function coverageChart(options: CoverageOptions): Figure<CoverageData> {
  const { forms, steps, trueLabel, reportedLabel } = options;
  const state: Shown<CoverageData> = { data: [], width: options.width ?? 720, height: options.height ?? 300 };
  const svg = drawing(options, "coverage");
  const panels = svg
    .append("g")
    .selectAll("g.form")
    .data(forms)
    .join("g")
    .attr("class", ({ id }) => `form ${id}`);
  panels.append("rect").attr("class", "functioning").append("title").text(options.functioningLabel);
  panels.append("path").attr("class", "honest");
  panels.append("g").attr("class", "axis x");
  panels.append("g").attr("class", "axis y");
  panels.append("g").attr("class", "balloons");
  const heads = panels.append("text").attr("class", "head");
  heads.append("tspan").attr("class", "label").attr("x", 0).attr("y", -24);
  heads.append("tspan").attr("class", "count").attr("x", 0).attr("y", -9);
  const titles = svg.append("g").attr("class", "titles");

  const cells = (form: number) =>
    Array.from({ length: steps * steps }, (_, k) => ({
      reported: Math.floor(k / steps),
      truly: k % steps,
      count: state.data[form * steps * steps + k] ?? 0,
    })).filter(({ count }) => count > 0);

  function draw(): void {
    const { data, width, height } = state;
    sized(svg, width, height);
    const upright = height > 1.3 * width;
    const [across, down] = upright ? [1, forms.length] : [forms.length, 1];
    const side = Math.max(
      40,
      Math.min(
        (width - MARGIN.left - MARGIN.right - GAP * (across - 1)) / across,
        (height - MARGIN.top - MARGIN.bottom - (MARGIN.top + LINE) * (down - 1)) / down,
      ),
    );
    const place = (k: number): [number, number] =>
      upright ? [MARGIN.left, MARGIN.top + k * (side + MARGIN.top + LINE)] : [MARGIN.left + k * (side + GAP), MARGIN.top];
    const theme = themeOf(elementOf(svg));
    const inset = side / steps / 2; // so that circles at the edges are whole
    const x = scaleLinear([0, 1], [inset, side - inset]);
    const y = scaleLinear([0, 1], [side - inset, inset]);
    let largest = 1;
    for (let k = 0; k < forms.length * steps * steps; k++) largest = Math.max(largest, data[k] ?? 0);
    const radius = scaleSqrt([0, largest], [0, (0.9 * side) / steps]);
    panels.attr("transform", (_, k) => `translate(${place(k)})`);
    panels
      .select(".functioning")
      .attr("x", x(0.5))
      .attr("width", side - x(0.5))
      .attr("height", side);
    panels.select(".honest").attr("d", `M${x(0)},${y(0)}L${x(1)},${y(1)}`);
    panels
      .select<SVGGElement>(".x")
      .attr("transform", `translate(0,${side})`)
      .call(axisBottom(x).ticks(3, "%").tickSizeOuter(0) as never);
    // Panels beside each other share the axis at the left.
    panels.select<SVGGElement>(".y").each(function (_, k) {
      const axis = axisLeft(y).ticks(3).tickSizeOuter(0);
      select(this).call(k === 0 || upright ? axis.tickFormat((tick) => `${100 * Number(tick)}%`) : axis.tickFormat(() => ""));
    });
    const head = panels.select<SVGTextElement>(".head");
    head.select(".label").text(({ label }) => label);
    head.select(".count").text((_, k) => cells(k).reduce((sum, { count }) => sum + count, 0));
    panels.each(function (_, k) {
      sayNothing(select(this as SVGGElement), cells(k).length === 0 ? options.nothing : "", side / 2, side / 4);
    });
    panels
      .select(".balloons")
      .selectAll<SVGCircleElement, ReturnType<typeof cells>[number]>("circle")
      .data((_, k) => cells(k).map((cell) => ({ ...cell, colour: forms[k].colour })))
      .join((enter) => {
        const circle = enter.append("circle");
        circle.append("title");
        return circle;
      })
      .attr("class", "balloon")
      .attr("cx", ({ truly }) => x((truly + 0.5) / steps))
      .attr("cy", ({ reported }) => y((reported + 0.5) / steps))
      .attr("r", ({ count }) => Math.max(1.5, radius(count)))
      .attr("fill", ({ colour }) => colour[theme])
      .attr("data-count", ({ count }) => count)
      .select("title")
      .text(({ count, truly, reported }) => `${count}: ${trueLabel} ${range(truly)}, ${reportedLabel} ${range(reported)}`);
    titles
      .selectAll("text")
      .data([trueLabel, reportedLabel])
      .join("text")
      .attr("text-anchor", "middle")
      .attr("transform", (_, k) =>
        k === 0
          ? `translate(${(place(0)[0] + place(across - 1)[0] + side) / 2},${place(forms.length - 1)[1] + side + 34})`
          : `translate(12,${(place(0)[1] + place(down - 1)[1] + side) / 2}) rotate(-90)`,
      )
      .text((text) => text);
  }
  const range = (step: number) => `${(100 * step) / steps}–${(100 * (step + 1)) / steps}%`;

  return drawnFigure(
    svg,
    state,
    draw,
    (): Table => ({
      columns: [options.formLabel, reportedLabel, trueLabel, options.countLabel],
      rows: forms.flatMap(({ label }, k) => cells(k).map(({ reported, truly, count }) => [label, range(reported), range(truly), count])),
    }),
  );
}
