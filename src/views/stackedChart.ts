import { area, axisBottom, axisLeft, line, max, pointer, scaleLinear } from "d3";
import {
  drawing,
  elementOf,
  type Figure,
  type FigureOptions,
  type Format,
  sayNothing,
  sized,
  type Table,
  textRuler,
  written,
} from "./figure.ts";
import { type Shade, themeOf } from "./palette.ts";
import { weekTicks } from "./scales.ts";
import { weekOfKey } from "./walk.ts";

export interface StackedOptions extends FigureOptions {
  /** Layers from the bottom up. */
  layers: readonly { id: string; label: string; colour: Shade }[];
  /** A line over the layers, such as what of them is true. */
  over?: { id: string; label: string };
  format: Format;
  /** The top of the axis; what the layers reach if not given. */
  most?: number;
  weekLabel: string;
  /** A week by its number, on the axis. */
  weekText(week: number): string;
  /** The pointer is on a week, or has left. */
  onHover?(week: number | undefined): void;
  /** A week is held by a click or by keyboard; "now" lets it go. */
  onHold?(week: number | "now"): void;
}

export interface StackedData {
  /** Week of the first value; the others follow one by one. */
  first: number;
  /** [layer][week - first]; NaN counts as nothing. */
  values: readonly ArrayLike<number>[];
  over?: ArrayLike<number>;
  /** The week that is shown. */
  week: number;
}

const MARGIN = { top: 10, right: 14, bottom: 26, left: 48 };
const LINE = 15; // pixels between labels
const SWATCH = 15; // pixels from a swatch to its label
const GAP = 10; // pixels between the layers and their labels
const PLOT = 150; // pixels that the layers have at least, beside their labels

/**
 * Layers stacked over the weeks, each named with its value in the week shown: at its right end, or where that leaves the
 * layers too little room, below.
 */
export function stackedChart(options: StackedOptions): Figure<StackedData> {
  const { layers, over, format, most, weekLabel, weekText } = options;
  let { width = 640, height = 300 } = options;
  let data: StackedData = { first: 1, values: layers.map(() => []), week: 0 };
  const show = written[format];
  const svg = drawing(options, "stacked").attr("tabindex", 0);
  const areas = svg.append("g").attr("class", "layers");
  const top = svg.append("path").attr("class", "over");
  const mark = svg.append("line").attr("class", "mark");
  const xAxis = svg.append("g").attr("class", "axis x");
  const yAxis = svg.append("g").attr("class", "axis y");
  const names = svg.append("g").attr("class", "names");
  const when = svg.append("text").attr("class", "when");
  const x = scaleLinear();
  const y = scaleLinear();
  const ruler = textRuler(elementOf(svg));
  /** Pixels to the right of the layers and below them, and labels in a row there; none if they stand at the right. */
  let [right, bottom, inRow] = [0, 0, 0];

  const count = () => data.values[0]?.length ?? 0;
  const at = (layer: number, k: number) => {
    const value = data.values[layer]?.[k];
    return Number.isFinite(value) ? value : 0;
  };
  const last = () => data.first + count() - 1;

  function draw(): void {
    sized(svg, width, height);
    const n = count();
    const bases = [new Float64Array(n)];
    for (let layer = 0; layer < layers.length; layer++) bases.push(bases[layer].map((base, k) => base + at(layer, k)));
    const texts = labels(n === 0 ? -1 : Math.max(0, Math.min(n - 1, data.week - data.first)));
    makeRoom(texts);
    const highest = most ?? (max(bases[layers.length]) || 1) * 1.04;
    x.domain([data.first, Math.max(data.first + 1, last())]).range([MARGIN.left, width - right]);
    y.domain([0, highest]).range([height - bottom, MARGIN.top]);
    const weeks = Array.from({ length: n }, (_, k) => k);
    const theme = themeOf(elementOf(svg));
    sayNothing(svg, n === 0 ? options.nothing : "", (MARGIN.left + width - right) / 2, height / 2);
    areas
      .selectAll("path")
      .data(layers)
      .join("path")
      .attr("class", ({ id }) => `layer ${id}`)
      .attr("fill", ({ colour }) => colour[theme])
      .attr("d", (_, layer) =>
        area<number>(
          (k) => x(data.first + k),
          (k) => y(bases[layer][k]),
          (k) => y(bases[layer + 1][k]),
        )(weeks),
      );
    const overline = data.over;
    top.attr(
      "d",
      overline
        ? line<number>(
            (k) => x(data.first + k),
            (k) => y(overline[k]),
          ).defined((k) => Number.isFinite(overline[k]))(weeks)
        : null,
    );
    const ticks = n === 0 ? [] : weekTicks(data.first, last(), (width - MARGIN.left - right) / 60);
    xAxis.attr("transform", `translate(0,${height - bottom})`).call(
      axisBottom(x)
        .tickValues(ticks)
        .tickFormat((tick, k) => (k === 0 ? weekText(Number(tick)) : String(tick))) as never,
    );
    yAxis.attr("transform", `translate(${MARGIN.left},0)`).call(
      axisLeft(y)
        .ticks(5)
        .tickFormat((tick) => (format === "share" ? written.share : written.compact)(Number(tick))) as never,
    );
    label(texts, bases);
  }

  /** Names and values of the layers, and of the line over them, in a week; none if it is -1. */
  const labels = (k: number) => ({
    k,
    of: [
      ...layers.map((layer, l) => ({ ...layer, value: k < 0 ? Number.NaN : data.values[l][k] })),
      ...(over ? [{ ...over, colour: undefined, value: k < 0 ? Number.NaN : (data.over?.[k] ?? Number.NaN) }] : []),
    ].map((entry) => ({ ...entry, text: k < 0 ? entry.label : `${entry.label} ${show(entry.value)}` })),
  });

  /** Where the labels stand, and how much room they take: in steps, so that a digit more does not move the layers. */
  function makeRoom({ of }: ReturnType<typeof labels>): void {
    const widest = 12 * Math.ceil((SWATCH + Math.max(...of.map(({ text }) => ruler(text)))) / 12);
    inRow =
      width - MARGIN.left - MARGIN.right - GAP - widest >= PLOT ? 0 : Math.max(1, Math.floor((width - MARGIN.right) / (widest + GAP)));
    right = MARGIN.right + (inRow === 0 ? GAP + widest : 0);
    bottom = MARGIN.bottom + (inRow === 0 ? 0 : LINE * (Math.ceil(of.length / inRow) + 1.5));
  }

  /** Names and values, in the order of the layers and kept apart; the mark on the week. */
  function label({ k, of }: ReturnType<typeof labels>, bases: readonly Float64Array[]): void {
    const theme = themeOf(elementOf(svg));
    const n = count();
    const middle = (l: number) => (n === 0 ? height / 2 : y((bases[l][n - 1] + bases[l + 1][n - 1]) / 2));
    const entries = of.map((entry, l) => {
      const end = data.over?.[n - 1] ?? Number.NaN;
      return { ...entry, x: width - right + GAP, y: l < layers.length ? middle(l) : Number.isFinite(end) ? y(end) : height / 2 };
    });
    if (inRow === 0) keepApart(entries);
    else {
      const wide = (width - MARGIN.right) / inRow;
      for (const [at, entry] of entries.reverse().entries()) {
        entry.x = 4 + wide * (at % inRow);
        entry.y = height - bottom + MARGIN.bottom + LINE * (Math.floor(at / inRow) + 0.5);
      }
    }
    const rows = names
      .selectAll<SVGGElement, (typeof entries)[number]>("g")
      .data(entries, ({ id }) => id)
      .join((enter) => {
        const row = enter.append("g");
        row.append("rect").attr("width", 10);
        row.append("text").attr("x", SWATCH).attr("dy", "0.35em");
        return row;
      })
      .attr("class", ({ id }) => `name ${id}`)
      .attr("transform", (entry) => `translate(${entry.x},${entry.y})`);
    rows
      .select("rect")
      .attr("fill", ({ colour }) => colour?.[theme] ?? null)
      .attr("class", ({ colour }) => (colour ? null : "line"))
      .attr("height", ({ colour }) => (colour ? 10 : 2.5))
      .attr("y", ({ colour }) => (colour ? -5 : -1));
    rows.select("text").text(({ text }) => text);
    const where = k < 0 ? undefined : x(data.first + k);
    mark
      .attr("visibility", where === undefined ? "hidden" : "visible")
      .attr("x1", where ?? 0)
      .attr("x2", where ?? 0)
      .attr("y1", MARGIN.top)
      .attr("y2", height - bottom);
    when
      .attr("x", inRow === 0 ? width - right + GAP : 4)
      .attr("y", height - 6)
      .text(k < 0 ? "" : weekText(data.first + k));
  }

  /** From the bottom up, no label nearer than a line to the one below; then back inside from the top. */
  function keepApart(entries: { y: number }[]): void {
    entries.sort((a, b) => b.y - a.y);
    let limit = height - bottom;
    for (const entry of entries) limit = (entry.y = Math.min(entry.y, limit)) - LINE;
    let least = MARGIN.top + 4;
    for (const entry of [...entries].reverse()) least = (entry.y = Math.max(entry.y, least)) + LINE;
  }

  const weekAt = (event: Event) => Math.max(data.first, Math.min(last(), Math.round(x.invert(pointer(event)[0]))));
  svg
    .on("pointermove", (event) => count() > 0 && options.onHover?.(weekAt(event)))
    .on("pointerleave", () => options.onHover?.(undefined))
    .on("click", (event) => count() > 0 && options.onHold?.(weekAt(event)))
    .on("keydown", (event: KeyboardEvent) => {
      const week = weekOfKey(event, data.week, data.first, last());
      if (week === undefined) return;
      data = { ...data, week: week === "now" ? last() : week }; // the next key may come before the page has answered
      options.onHold?.(week);
      event.preventDefault();
    });

  draw();
  return {
    node: elementOf(svg),
    update(next) {
      data = next;
      draw();
    },
    resize(w, h) {
      [width, height] = [w, h];
      draw();
    },
    restyle: draw,
    table: (): Table => ({
      columns: [weekLabel, ...layers.map(({ label: name }) => name), ...(over ? [over.label] : [])],
      rows: Array.from({ length: count() }, (_, k) => [
        data.first + k,
        ...data.values.map((values) => values[k]),
        ...(over ? [data.over?.[k] ?? Number.NaN] : []),
      ]),
    }),
  };
}
