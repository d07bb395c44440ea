import { area, axisBottom, axisLeft, line, pointer, type ScaleLinear, scaleLinear } from "d3";
import { drawnFigure, type Shown } from "../drawnFigure.ts";
import { drawing, elementOf, type Figure, type Group, type Svg, sayNothing, sized, type Table, textRuler, written } from "../figure.ts";
import { type Theme, themeOf } from "../palette.ts";
import { weekTicks } from "../scales.ts";
import { weekOfKey } from "../walk.ts";
import { lastOf, type StackedData, type StackedOptions, shownIn, stackUp, topOf, weeksOf } from "./stacked.ts";
import { drawNames, GAP, MARGIN, namesOf, placed, type Room, roomFor } from "./stackedNames.ts";

type Scale = ScaleLinear<number, number>;
const WIDE = 60; // pixels from one week on the axis to the next, at least
const CLEAR = 14; // pixels that a number on the axis needs before what stands beside the layers

/**
 * Layers stacked over the weeks, each named with its value in the week shown: at its right end, or where that leaves the
 * layers too little room, below.
 */
export function stackedChart(options: StackedOptions): Figure<StackedData> {
  const { layers, over, most, weekLabel } = options;
  const state: Shown<StackedData> = {
    data: { first: 1, values: layers.map(() => []), week: 0 },
    width: options.width ?? 640,
    height: options.height ?? 300,
  };
  const svg = drawing(options, "stacked").attr("tabindex", 0);
  const parts = partsOf(svg);
  const [x, y] = [scaleLinear(), scaleLinear()];
  const ruler = textRuler(elementOf(svg));

  function draw(): void {
    const { data, width, height } = state;
    sized(svg, width, height);
    const theme = themeOf(elementOf(svg));
    const bases = stackUp(data);
    const names = namesOf(options, data);
    const room = roomFor(names, width, ruler);
    x.domain([data.first, Math.max(data.first + 1, lastOf(data))]).range([MARGIN.left, width - room.right]);
    y.domain([0, topOf(bases, most)]).range([height - room.bottom, MARGIN.top]);
    sayNothing(svg, weeksOf(data) === 0 ? options.nothing : "", (MARGIN.left + width - room.right) / 2, height / 2);
    drawLayers(parts.layers, options, data, bases, x, y, theme);
    parts.over.attr("d", lineOver(data, x, y));
    drawAxes(parts, options, data, x, y, room);
    drawNames(parts.names, placed(names, data, bases, room, [width, height], y), theme);
    markWeek(parts, options, data, x, room, [width, height]);
  }

  holdWeeks(svg, options, () => state.data, x);
  return drawnFigure(
    svg,
    state,
    draw,
    (): Table => ({
      columns: [weekLabel, ...layers.map(({ label }) => label), ...(over ? [over.label] : [])],
      rows: Array.from({ length: weeksOf(state.data) }, (_, k) => [
        state.data.first + k,
        ...state.data.values.map((values) => values[k]),
        ...(over ? [state.data.over?.[k] ?? Number.NaN] : []),
      ]),
    }),
  );
}

type Parts = ReturnType<typeof partsOf>;

/** The parts of the drawing, from the back to the front. */
const partsOf = (svg: Svg) => ({
  layers: svg.append("g").attr("class", "layers"),
  over: svg.append("path").attr("class", "over"),
  mark: svg.append("line").attr("class", "mark"),
  xAxis: svg.append("g").attr("class", "axis x"),
  yAxis: svg.append("g").attr("class", "axis y"),
  names: svg.append("g").attr("class", "names"),
  when: svg.append("text").attr("class", "when"),
});

const placesOf = (data: StackedData): number[] => Array.from({ length: weeksOf(data) }, (_, k) => k);

function drawLayers(
  parent: Group,
  { layers }: StackedOptions,
  data: StackedData,
  bases: readonly Float64Array[],
  x: Scale,
  y: Scale,
  theme: Theme,
): void {
  const shape = (layer: number) =>
    area<number>(
      (k) => x(data.first + k),
      (k) => y(bases[layer][k]),
      (k) => y(bases[layer + 1][k]),
    )(placesOf(data));
  parent
    .selectAll("path")
    .data(layers)
    .join("path")
    .attr("class", ({ id }) => `layer ${id}`)
    .attr("fill", ({ colour }) => colour[theme])
    .attr("d", (_, layer) => shape(layer));
}

/** The line over the layers, where it has values. */
function lineOver(data: StackedData, x: Scale, y: Scale): string | null {
  const { over, first } = data;
  if (over === undefined) return null;
  const path = line<number>(
    (k) => x(first + k),
    (k) => y(over[k]),
  ).defined((k) => Number.isFinite(over[k]));
  return path(placesOf(data));
}

function drawAxes(
  { xAxis, yAxis }: Parts,
  { format, weekText }: StackedOptions,
  data: StackedData,
  x: Scale,
  y: Scale,
  { inRow }: Room,
): void {
  const [left, right] = x.range();
  const end = inRow === 0 ? right - CLEAR : right; // beside the layers stands the week that is shown
  const ticks = weeksOf(data) === 0 ? [] : weekTicks(data.first, lastOf(data), (right - left) / WIDE).filter((tick) => x(tick) <= end);
  xAxis.attr("transform", `translate(0,${y.range()[0]})`).call(
    axisBottom(x)
      .tickValues(ticks)
      .tickFormat((tick, k) => (k === 0 ? weekText(Number(tick)) : String(tick))) as never,
  );
  yAxis.attr("transform", `translate(${MARGIN.left},0)`).call(
    axisLeft(y)
      .ticks(5)
      .tickFormat((tick) => (format === "share" ? written.share : written.compact)(Number(tick))) as never,
  );
}

/** A line on the week that is shown, and its number where the names stand. */
function markWeek(
  { mark, when }: Parts,
  { weekText }: StackedOptions,
  data: StackedData,
  x: Scale,
  { right, bottom, inRow }: Room,
  [width, height]: readonly [number, number],
): void {
  const k = shownIn(data);
  const where = k < 0 ? 0 : x(data.first + k);
  mark
    .attr("visibility", k < 0 ? "hidden" : "visible")
    .attr("x1", where)
    .attr("x2", where)
    .attr("y1", MARGIN.top)
    .attr("y2", height - bottom);
  when
    .attr("x", inRow === 0 ? width - right + GAP : 4)
    .attr("y", height - 6)
    .text(k < 0 ? "" : weekText(data.first + k));
}

/** Weeks are pointed at, and held by a click or by keyboard. */
function holdWeeks(svg: Svg, { onHover, onHold }: StackedOptions, now: () => StackedData, x: Scale): void {
  const weekAt = (event: Event) => Math.max(now().first, Math.min(lastOf(now()), Math.round(x.invert(pointer(event)[0]))));
  let held: { of: StackedData; week: number } | undefined;
  svg
    .on("pointermove", (event) => weeksOf(now()) > 0 && onHover?.(weekAt(event)))
    .on("pointerleave", () => onHover?.(undefined))
    .on("click", (event) => weeksOf(now()) > 0 && onHold?.(weekAt(event)))
    .on("keydown", (event: KeyboardEvent) => {
      const data = now();
      const last = lastOf(data);
      const week = weekOfKey(event, held?.of === data ? held.week : data.week, data.first, last);
      if (week === undefined) return;
      held = { of: data, week: week === "now" ? last : week }; // the next key may come before the page has answered
      onHold?.(week);
      event.preventDefault();
    });
}
