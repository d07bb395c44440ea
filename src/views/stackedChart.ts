import { area, axisBottom, axisLeft, line, max, pointer, scaleLinear } from "d3";
import { drawing, type Figure, type FigureOptions, type Format, sized, type Table, written } from "./figure.ts";
import { weekOfKey } from "./walk.ts";

export interface StackedOptions extends FigureOptions {
  /** Layers from the bottom up. */
  layers: readonly { id: string; label: string; colour: string }[];
  /** A line over the layers, such as what of them is true. */
  over?: { id: string; label: string };
  format: Format;
  /** The top of the axis; what the layers reach if not given. */
  most?: number;
  weekLabel: string;
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

const MARGIN = { top: 10, right: 168, bottom: 26, left: 48 };
const LINE = 15; // pixels between labels

/** Layers stacked over the weeks, each named at its right end with its value in the week shown. */
export function stackedChart(options: StackedOptions): Figure<StackedData> {
  const { layers, over, format, most, weekLabel } = options;
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
    const highest = most ?? (max(bases[layers.length]) || 1) * 1.04;
    x.domain([data.first, Math.max(data.first + 1, last())]).range([MARGIN.left, width - MARGIN.right]);
    y.domain([0, highest]).range([height - MARGIN.bottom, MARGIN.top]);
    const weeks = Array.from({ length: n }, (_, k) => k);
    areas
      .selectAll("path")
      .data(layers)
      .join("path")
      .attr("class", ({ id }) => `layer ${id}`)
      .attr("fill", ({ colour }) => colour)
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
    xAxis.attr("transform", `translate(0,${height - MARGIN.bottom})`).call(
      axisBottom(x)
        .ticks(Math.max(2, width / 110))
        .tickFormat((tick) => String(tick)) as never,
    );
    yAxis.attr("transform", `translate(${MARGIN.left},0)`).call(
      axisLeft(y)
        .ticks(5)
        .tickFormat((tick) => (format === "share" ? written.share : written.compact)(Number(tick))) as never,
    );
    label(n === 0 ? -1 : Math.max(0, Math.min(n - 1, data.week - data.first)), bases);
  }

  /** Names and values at the right, in the order of the layers, kept apart; the mark on the week. */
  function label(k: number, bases: readonly Float64Array[]): void {
    const entries = layers.map((layer, l) => ({
      ...layer,
      value: k < 0 ? Number.NaN : data.values[l][k],
      y: k < 0 ? height / 2 : y((bases[l][bases[l].length - 1] + bases[l + 1][bases[l].length - 1]) / 2),
    }));
    if (over) {
      const end = data.over?.[count() - 1] ?? Number.NaN;
      const value = k < 0 ? Number.NaN : (data.over?.[k] ?? Number.NaN);
      entries.push({ ...over, colour: "", value, y: Number.isFinite(end) ? y(end) : height / 2 });
    }
    entries.sort((a, b) => b.y - a.y);
    // From the bottom up, no label nearer than a line to the one below; then back inside from the top.
    let limit = height - MARGIN.bottom;
    for (const entry of entries) limit = (entry.y = Math.min(entry.y, limit)) - LINE;
    let least = MARGIN.top + 4;
    for (const entry of [...entries].reverse()) least = (entry.y = Math.max(entry.y, least)) + LINE;
    const rows = names
      .selectAll<SVGGElement, (typeof entries)[number]>("g")
      .data(entries, ({ id }) => id)
      .join((enter) => {
        const row = enter.append("g");
        row.append("rect").attr("width", 10).attr("height", 10).attr("y", -5);
        row.append("text").attr("x", 15).attr("dy", "0.35em");
        return row;
      })
      .attr("class", ({ id }) => `name ${id}`)
      .attr("transform", (entry) => `translate(${width - MARGIN.right + 10},${entry.y})`);
    rows
      .select("rect")
      .attr("fill", ({ colour }) => (colour === "" ? null : colour))
      .attr("class", ({ colour }) => (colour === "" ? "line" : null))
      .attr("height", ({ colour }) => (colour === "" ? 2.5 : 10))
      .attr("y", ({ colour }) => (colour === "" ? -1 : -5));
    rows.select("text").text((entry) => `${entry.label} ${show(entry.value)}`);
    const where = k < 0 ? undefined : x(data.first + k);
    mark
      .attr("visibility", where === undefined ? "hidden" : "visible")
      .attr("x1", where ?? 0)
      .attr("x2", where ?? 0)
      .attr("y1", MARGIN.top)
      .attr("y2", height - MARGIN.bottom);
    when
      .attr("x", width - MARGIN.right + 10)
      .attr("y", height - 6)
      .text(k < 0 ? "" : `${weekLabel} ${data.first + k}`);
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
    node: svg.node() as SVGSVGElement,
    update(next) {
      data = next;
      draw();
    },
    resize(w, h) {
      [width, height] = [w, h];
      draw();
    },
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
