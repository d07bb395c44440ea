import { axisBottom, scaleLinear } from "d3";
import { drawnFigure, type Shown } from "./drawnFigure.ts";
import { drawing, elementOf, type Figure, type FigureOptions, type Svg, sayNothing, sized, type Table, textRuler } from "./figure.ts";
import { wrapped } from "./map/mapLegend.ts";

/** An estimate as a dot with its interval; ends that are not finite are not drawn. */
export interface Dot {
  mean: number;
  low: number;
  high: number;
  /** Its numbers in words. */
  text: string;
  hollow?: boolean;
}

export interface DotRow {
  label: string;
  /** One below the other. */
  dots: readonly Dot[];
}

export interface DotData {
  /** What the picture says, for those who do not see it. */
  label: string;
  rows: readonly DotRow[];
  /** Below the axis: what the values are, with their unit. */
  unit: string;
  /** Values within ± this do not matter; shown as a band around zero. */
  least?: number | undefined;
  /** What full and hollow dots are, where there are both. */
  key?: readonly [full: string, hollow: string] | undefined;
  /** Heads of the table: of rows, values and ends. */
  heads: readonly [row: string, mean: string, low: string, high: string];
}

/** Pixels: from row to row at least, of a line of text, of a dot, and around the drawing. */
const [ROW, LINE, RADIUS, EDGE] = [26, 17, 4.5, 10];
/** Below this width labels stand above what they name. */
const WIDE = 640;
/** Shares of the width that labels and numbers take at most. */
const [LABELS, TEXTS] = [0.34, 0.26];
const FOOT = 44;
/** Room that names and numbers get beyond what they measure, so that none is broken that need not be. */
const SLACK = 1.15;

/** Estimates below each other on one scale, which holds zero: their intervals, and beside them their names and numbers. */
export function dotChart(options: FigureOptions): Figure<DotData> {
  const state: Shown<DotData | undefined> = { data: undefined, width: options.width ?? 640, height: options.height ?? 200 };
  const svg = drawing(options, "dots");
  const ruler = textRuler(elementOf(svg));

  function draw(): void {
    const { data, width } = state;
    svg.selectAll("*").remove();
    if (!data || data.rows.length === 0) {
      sized(svg, width, ROW);
      sayNothing(svg, options.nothing, width / 2, LINE);
      return;
    }
    svg.attr("aria-label", data.label);
    const wide = width >= WIDE;
    const room = wide ? roomBeside(data, width, ruler) : { left: EDGE, right: EDGE };
    const top = data.key ? ROW : 4;
    let y = top;
    const rows = data.rows.map((row) => {
      const lines = wrapped(row.label, wide ? room.left - 2 * EDGE : width - 2 * EDGE, ruler);
      const head = wide ? 0 : LINE * lines.length;
      const each = wide ? LINE : 2 * LINE; // numbers stand above their dot where there is no room beside it
      const tall = Math.max(ROW, head + each * row.dots.length + 8, wide ? LINE * lines.length + 8 : 0);
      const at = y;
      y += tall;
      return { ...row, lines, head, each, tall, at };
    });
    sized(svg, width, y + FOOT);
    const x = scaleLinear(domainOf(data), [room.left, width - room.right]).nice(6);
    drawGround(svg, data, x, [top, y], width - room.right - room.left);
    if (data.key) drawKey(svg, data.key);
    for (const row of rows) {
      const group = svg.append("g").attr("class", "row").attr("transform", `translate(0,${row.at})`);
      const centre = wide ? row.tall / 2 : 0;
      for (const [k, line] of row.lines.entries())
        group
          .append("text")
          .attr("class", "label")
          .attr("x", EDGE)
          .attr("y", wide ? centre + LINE * (k - (row.lines.length - 1) / 2) : LINE * k + LINE / 2)
          .attr("dy", "0.35em")
          .text(line);
      for (const [k, dot] of row.dots.entries()) {
        const middle = wide ? centre + LINE * (k - (row.dots.length - 1) / 2) : row.head + row.each * k + LINE * 1.5;
        const mark = group.append("g").attr("class", dot.hollow ? "dot hollow" : "dot");
        if (Number.isFinite(dot.high - dot.low))
          mark
            .append("line")
            .attr("class", "interval")
            .attr("x1", x(dot.low))
            .attr("x2", x(dot.high))
            .attr("y1", middle)
            .attr("y2", middle);
        if (Number.isFinite(dot.mean)) mark.append("circle").attr("cx", x(dot.mean)).attr("cy", middle).attr("r", RADIUS);
        mark
          .append("text")
          .attr("class", "number")
          .attr("x", wide ? width - room.right + EDGE : EDGE)
          .attr("y", wide ? middle : middle - LINE)
          .attr("dy", "0.35em")
          .text(dot.text);
      }
    }
  }

  return drawnFigure(svg, state, draw, () => tableOf(state.data));
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

/** How much of the width names and numbers need. */
function roomBeside({ rows }: DotData, width: number, ruler: (text: string) => number): { left: number; right: number } {
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(ruler)) * SLACK + 2 * EDGE;
  return {
    left: Math.min(LABELS * width, longest(rows.map(({ label }) => label))),
    right: Math.min(TEXTS * width, longest(rows.flatMap(({ dots }) => dots.map(({ text }) => text)))),
  };
}

/** Zero, what does not matter, and all that is drawn. */
function domainOf({ rows, least = 0 }: DotData): [number, number] {
  const all = [0, -least, least, ...rows.flatMap(({ dots }) => dots.flatMap(({ mean, low, high }) => [mean, low, high]))].filter(
    Number.isFinite,
  );
  const [from, to] = [Math.min(...all), Math.max(...all)];
  return from === to ? [-1, 1] : [from, to];
}

/** The axis, zero, and the band of what does not matter. */
function drawGround(svg: Svg, { unit, least }: DotData, x: Scale, [top, bottom]: readonly [number, number], room: number): void {
  if (least !== undefined)
    svg
      .append("rect")
      .attr("class", "matters-not")
      .attr("x", x(-least))
      .attr("width", x(least) - x(-least))
      .attr("y", top)
      .attr("height", bottom - top);
  svg.append("line").attr("class", "zero").attr("x1", x(0)).attr("x2", x(0)).attr("y1", top).attr("y2", bottom);
  const ticks = Math.max(2, Math.min(8, Math.floor(room / 70)));
  svg
    .append("g")
    .attr("class", "axis")
    .attr("transform", `translate(0,${bottom})`)
    .call(axisBottom(x).ticks(ticks).tickSizeOuter(0) as never);
  const [left, right] = x.range();
  svg
    .append("text")
    .attr("class", "unit")
    .attr("x", (left + right) / 2)
    .attr("y", bottom + FOOT - 8)
    .attr("text-anchor", "middle")
    .text(unit);
}

/** What full and hollow dots are. */
function drawKey(svg: Svg, key: readonly [string, string]): void {
  const group = svg
    .append("g")
    .attr("class", "key")
    .attr("transform", `translate(0,${ROW / 2 - 2})`);
  let at = EDGE + RADIUS;
  for (const [k, text] of key.entries()) {
    const one = group.append("g").attr("class", k === 0 ? "dot" : "dot hollow");
    one.append("circle").attr("cx", at).attr("r", RADIUS);
    const name = one
      .append("text")
      .attr("x", at + EDGE)
      .attr("dy", "0.35em")
      .text(text);
    at += 3 * EDGE + (name.node()?.getComputedTextLength?.() ?? 0);
  }
}

function tableOf(data: DotData | undefined): Table {
  return {
    columns: data?.heads ?? [],
    rows: (data?.rows ?? []).flatMap(({ label, dots }) => dots.map(({ mean, low, high }) => [label, mean, low, high])),
  };
}
